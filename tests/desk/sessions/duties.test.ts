import { beforeEach, describe, expect, it } from "vitest";
import { DAY, NEXT, openWeek, wordsOf } from "./a-week.js";

const VOLUNTEER = { role: "volunteer", desk: "a" } as const;

let week: ReturnType<typeof openWeek>;
beforeEach(() => {
	week = openWeek();
});

const tap = async (
	browser: Awaited<ReturnType<typeof week.signedIn>>,
	viec: string,
	day = DAY,
	desk = "a",
) => {
	const sent = await browser.sends(`/ban/lich-truc/${day}?ban=${desk}`, {
		viec,
	});
	return sent.status === 303
		? wordsOf(await browser.reads(sent.headers.get("location") ?? ""))
		: sent.status;
};
const onDuty = async (day = DAY) =>
	(await week.stores.bookings.saturday(day)).duties;

describe("a volunteer's page", () => {
	it("shows the coming sessions of their desk, and who else comes", async () => {
		const lan = await week.signedIn(VOLUNTEER, "chị Lan");
		const hai = await week.signedIn(VOLUNTEER, "anh Hải");
		await week.saturday.plan("a", NEXT, { desk: "a", open: false }, 0);
		await week.saturday.plan(
			"b",
			DAY,
			{ desk: "b", open: true, note: "Bàn B thôi" },
			0,
		);
		expect(await tap(hai, "serve")).toContain(
			"Đã ghi: anh/chị đến được thứ Bảy 28/11/2026",
		);
		const text = wordsOf(await lan.reads("/ban/lich-truc"));
		expect(text).toContain(
			"Thứ Bảy 28/11/2026 07:30–11:30 Anh/chị chưa nhận; đã có anh Hải. Tôi đến được",
		);
		expect(text).not.toContain("05/12/2026");
		expect(text).not.toContain("Bàn B");
	});

	it("says that they come, that they cannot, and takes over from somebody", async () => {
		const lan = await week.signedIn(VOLUNTEER, "chị Lan");
		const hai = await week.signedIn(VOLUNTEER, "anh Hải");
		const tu = await week.signedIn(VOLUNTEER, "anh Tư");
		await tap(lan, "serve");
		expect(await tap(lan, "drop-out")).toContain("Đã ghi: anh/chị bận");
		expect(wordsOf(await hai.reads("/ban/lich-truc"))).toContain(
			"Anh/chị chưa nhận; chưa có ai; đang thiếu 1 người. Tôi đến thay",
		);
		expect(await tap(hai, "relieve")).toContain(
			"Anh/chị đến thay thứ Bảy 28/11/2026",
		);
		expect(await tap(tu, "relieve")).toContain("đã có người đến thay");
		expect(await onDuty()).toMatchObject([{ member: hai.member.id }]);
	});

	it("keeps the fields they know", async () => {
		const lan = await week.signedIn(VOLUNTEER);
		const page = await lan.reads("/ban/lich-truc");
		const field = /name="fields" value="([^"]+)"/.exec(page)?.[1] ?? "";
		const sent = await lan.sends(
			"/ban/lich-truc/linh-vuc",
			new URLSearchParams([
				["fields", field],
				["fields", "không có lĩnh vực này"],
			]),
		);
		expect(sent.status).toBe(303);
		const [member] = (await week.stores.team.read()).members;
		expect(member?.fields).toEqual([field]);
		expect(await lan.reads("/ban/lich-truc")).toContain(
			`value="${field}" checked`,
		);
	});

	it("reaches no other desk, no day that is none, and nothing else", async () => {
		const lan = await week.signedIn(VOLUNTEER);
		expect(await tap(lan, "serve", DAY, "b")).toBe(403);
		expect(await tap(lan, "serve", "2026-11-27")).toContain(
			"không phải thứ Bảy",
		);
		expect(await tap(lan, "serve", "2027-02-06")).toContain("ngày lễ");
		expect(await tap(lan, "nghỉ")).toBe(404);
		expect(await tap(lan, "serve", "hôm-nay" as typeof DAY)).toBe(404);
		expect(await onDuty()).toEqual([]);
	});

	it("is told when a session they come to is closed", async () => {
		const lan = await week.signedIn(VOLUNTEER);
		await tap(lan, "serve");
		await week.saturday.plan("a", DAY, { desk: "a", open: false }, 0);
		expect(wordsOf(await lan.reads("/ban/lich-truc"))).toContain(
			"Buổi này không mở (bàn nghỉ), anh/chị không cần đến",
		);
	});

	it("is an administrator's too, for every desk", async () => {
		const minh = await week.signedIn({ role: "administrator", desk: null });
		const text = wordsOf(await minh.reads("/ban/lich-truc"));
		expect(text).toContain("Thứ Bảy 28/11/2026, Bàn A");
		expect(text).toContain("Thứ Bảy 28/11/2026, Bàn B");
	});
});
