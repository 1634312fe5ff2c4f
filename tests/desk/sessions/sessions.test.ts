import { beforeEach, describe, expect, it } from "vitest";
import type { Browser } from "../open-desk.js";
import { DAY, formWith, NEXT, openWeek, wordsOf } from "./a-week.js";

const ADMIN = { role: "administrator", desk: null } as const;
const CLOSE_BOTH = `/quan-tri/lich/xem-truoc?buoi=${DAY}+a&buoi=${NEXT}+a&viec=dong`;

let week: ReturnType<typeof openWeek>;
let minh: Browser;
beforeEach(async () => {
	week = openWeek();
	minh = await week.signedIn(ADMIN);
});

const reads = async (path: string, browser = minh) => {
	const response = await browser.opens(path);
	return { status: response.status, page: await response.text() };
};
const words = async (path: string) => wordsOf((await reads(path)).page);
const viewOf = async (day = DAY, desk = "a") =>
	(await week.saturday.sessions(day, 1, desk))[0];

describe("the list of the Saturdays", () => {
	it("names holidays, breaks and make-up days, and says what is open and why not", async () => {
		week.decree({ from: "2026-12-12", kind: "makeup", name: "làm bù thứ Hai" });
		week.decree({ from: "2026-12-19", kind: "undecided", name: "nghỉ Noel" });
		await week.saturday.plan(
			"a",
			NEXT,
			{ desk: "a", open: false, note: "cả bàn đi tập huấn" },
			0,
		);
		const text = (await words("/quan-tri/lich?tuan=26")).replace(
			/ Chi tiết [^,]+, Bàn [AB]/g,
			"",
		);
		expect(text).toContain(
			"Thứ Bảy 28/11/2026 Đang mở 07:30–11:30, 4 chỗ mỗi nửa giờ",
		);
		expect(text).toContain("Thứ Bảy 05/12/2026 Đóng: bàn nghỉ");
		expect(text).toContain("Ghi chú: cả bàn đi tập huấn");
		expect(text).toContain(
			"Thứ Bảy 12/12/2026 Đóng: công sở làm bù, làm bù thứ Hai",
		);
		expect(text).toContain("Đóng: chưa có quyết định nghỉ, nghỉ Noel");
		expect(text).toMatch(/Thứ Bảy 06\/02\/2027 Đóng: ngày lễ, mùng 1 Tết/);
		expect(text).toMatch(/Thứ Bảy 02\/01\/2027 Đóng: trong đợt nghỉ/);
	});

	it("counts bookings, free seats, who waits, who comes and who is missing", async () => {
		await week.books("telegram:1", "08:00");
		await week.books("web:2", "08:00");
		for (const member of ["tv-1", "tv-2", "tv-3"])
			await week.saturday.serve("a", DAY, member);
		await week.saturday.dropOut("a", DAY, "tv-3");
		const text = await words("/quan-tri/lich?ban=a");
		expect(text).toContain(
			"2 chỗ mỗi nửa giờ, theo số tình nguyện viên 2 lịch hẹn · còn 14 chỗ · 2 tình nguyện viên · thiếu 1 người",
		);
	});

	it("shows each administrator their own desks", async () => {
		const nga = await week.signedIn({ role: "administrator", desk: "b" });
		const { page } = await reads("/quan-tri/lich", nga);
		expect(page).toContain("Bàn B");
		expect(page).not.toContain("Bàn A");
		for (const path of [
			"/quan-tri/lich?ban=a",
			`/quan-tri/lich/${DAY}?ban=a`,
			CLOSE_BOTH,
		])
			expect((await reads(path, nga)).status).toBe(403);
		const sent = await nga.sends("/quan-tri/lich", {
			buoi: `${DAY} a`,
			viec: "dong",
			thay: `${DAY} a 0`,
		});
		expect(sent.status).toBe(403);
		expect((await viewOf())?.shut).toBeUndefined();
	});

	it.each([
		"/quan-tri/lich?ban=khong-co",
		`/quan-tri/lich/${DAY}?ban=khong-co`,
		"/quan-tri/lich/2026-11-27?ban=a",
		"/quan-tri/lich/hom-nay?ban=a",
		`/quan-tri/lich/xem-truoc?buoi=${DAY}+khong-co&viec=dong`,
	])("%s is no page", async (path) => {
		expect((await reads(path)).status).toBe(404);
	});

	it("is not for volunteers", async () => {
		const lan = await week.signedIn({ role: "volunteer", desk: "a" });
		expect((await reads("/quan-tri/lich", lan)).status).toBe(403);
	});
});

describe("opening and changing", () => {
	const change = `/quan-tri/lich/xem-truoc?buoi=${DAY}+a&nguyen=1&viec=mo`;

	it("shows first what it will be, and changes nothing by that", async () => {
		const { page } = await reads(
			`${change}&tu=08:00&den=10:00&tu2=13:30&den2=14:30&cho=3&ghi=mang+%C3%A1o+%C4%91o%C3%A0n`,
		);
		expect(wordsOf(page)).toContain(
			"Mở 08:00–10:00 và 13:30–14:30, 3 chỗ mỗi nửa giờ. Ghi chú: mang áo đoàn Không ảnh hưởng lịch hẹn nào",
		);
		expect((await viewOf())?.plan).toBeUndefined();
		const sent = await minh.sends("/quan-tri/lich", formWith(page, "Xác nhận"));
		expect(sent.status).toBe(303);
		const after = await minh.reads(sent.headers.get("location") ?? "");
		expect(wordsOf(after)).toContain("Đã sửa thứ Bảy 28/11/2026, Bàn A.");
		expect((await viewOf())?.plan).toEqual({
			desk: "a",
			open: true,
			hours: [
				{ from: "08:00", to: "10:00" },
				{ from: "13:30", to: "14:30" },
			],
			places: 3,
			note: "mang áo đoàn",
		});
		expect(after).toContain('value="13:30"');
		expect(await week.audit()).toContain(`session-planned ${DAY} a`);
	});

	it("goes back to usual when the fields are emptied, on the page of one session", async () => {
		await week.saturday.plan(
			"a",
			DAY,
			{
				desk: "a",
				open: true,
				hours: [{ from: "08:00", to: "10:00" }],
				places: 3,
				note: "cũ",
			},
			0,
		);
		const { page } = await reads(`${change}&tu=&den=&tu2=&den2=&cho=theo&ghi=`);
		await minh.sends("/quan-tri/lich", formWith(page, "Xác nhận"));
		expect((await viewOf())?.plan).toEqual({ desk: "a", open: true });
	});

	it("of several leaves alone what is not said", async () => {
		await week.saturday.plan(
			"a",
			DAY,
			{
				desk: "a",
				open: true,
				hours: [{ from: "08:00", to: "10:00" }],
				note: "cũ",
			},
			0,
		);
		const { page } = await reads(
			`/quan-tri/lich/xem-truoc?buoi=${DAY}+a&buoi=${NEXT}+b&viec=mo&tu=&den=&tu2=&den2=&cho=5&ghi=`,
		);
		await minh.sends("/quan-tri/lich", formWith(page, "Xác nhận 2 buổi"));
		expect((await viewOf())?.plan).toEqual({
			desk: "a",
			open: true,
			hours: [{ from: "08:00", to: "10:00" }],
			places: 5,
			note: "cũ",
		});
		expect((await viewOf(NEXT, "b"))?.plan).toEqual({
			desk: "b",
			open: true,
			places: 5,
		});
	});

	it("opens a break, and says that a holiday cannot be", async () => {
		const { page } = await reads(
			"/quan-tri/lich/xem-truoc?buoi=2027-01-02+a&buoi=2027-02-06+a&viec=mo",
		);
		expect(wordsOf(page)).toMatch(/Không đổi được: ngày lễ, mùng 1 Tết/);
		const sent = await minh.sends(
			"/quan-tri/lich",
			formWith(page, "Xác nhận 1 buổi"),
		);
		expect(sent.status).toBe(303);
		expect((await viewOf("2027-01-02"))?.shut?.kind).not.toBe("break");
		expect((await viewOf("2027-02-06"))?.plan).toBeUndefined();
	});

	it("by shorter hours shows those who sit outside them", async () => {
		await week.books("telegram:1", "08:00");
		await week.books("telegram:2", "11:00");
		const { page } = await reads(`${change}&tu=07:30&den=10:00&cho=theo`);
		expect(wordsOf(page)).toContain("sẽ ảnh hưởng 1 lịch hẹn");
		expect(wordsOf(page)).toMatch(/11:00 khách telegram:2 \(T7-\w+\)/);
		expect(page).not.toContain("khách telegram:1");
	});

	it.each([
		["tu=10:00&den=08:00", "Giờ chưa đúng"],
		["tu=10:00&den=10:15", "Giờ chưa đúng"],
		["tu=10:00", "Giờ chưa đúng"],
		["tu=25:00&den=26:00", "Giờ chưa đúng"],
		["tu=08:00&den=10:00&tu2=09:00&den2=11:00", "Giờ chưa đúng"],
		["cho=0", "Số chỗ"],
		["cho=1000", "Số chỗ"],
	])("is asked again for %s", async (query, said) => {
		const text = await words(`${change}&${query}`);
		expect(text).toContain(said);
		expect(text).toContain("Sửa giờ, chỗ, ghi chú"); // on the page it came from
		const sent = await minh.sends(
			"/quan-tri/lich",
			new URLSearchParams(`buoi=${DAY}+a&viec=mo&nguyen=1&${query}`),
		);
		expect(wordsOf(await sent.text())).toContain(said);
		expect((await viewOf())?.plan).toBeUndefined();
	});

	it("keeps private numbers out of the note", async () => {
		const { page } = await reads(
			`${change}&ghi=${encodeURIComponent("gọi 0912345678")}`,
		);
		expect(page).not.toContain("0912345678");
	});
});

describe("closing", () => {
	it("asks for a day when none is ticked", async () => {
		expect(await words("/quan-tri/lich/xem-truoc?viec=dong")).toContain(
			"đánh dấu ít nhất một thứ Bảy",
		);
	});

	it("shows the hits of each day before it is confirmed, and closes them all", async () => {
		await week.books("telegram:1", "08:00");
		await week.books("telegram:2", "08:30");
		await week.books("telegram:3", "09:00", { day: NEXT });
		const { page } = await reads(CLOSE_BOTH);
		const text = wordsOf(page);
		expect(text).toContain("Việc này sẽ ảnh hưởng 3 lịch hẹn");
		expect(text).toMatch(
			/Thứ Bảy 28\/11\/2026, Bàn A Đóng\. Sẽ ảnh hưởng 2 lịch hẹn : 08:00 khách telegram:1 \(T7-\w+\) 08:30 khách telegram:2/,
		);
		expect(text).toMatch(
			/Thứ Bảy 05\/12\/2026, Bàn A Đóng\. Sẽ ảnh hưởng 1 lịch hẹn : 09:00/,
		);
		expect((await viewOf())?.shut).toBeUndefined();
		const sent = await minh.sends(
			"/quan-tri/lich",
			formWith(page, "Xác nhận đóng 2 buổi, báo 3 người"),
		);
		expect(sent.status).toBe(303);
		const after = wordsOf(await minh.reads(sent.headers.get("location") ?? ""));
		expect(after).toContain(
			"Đã đóng thứ Bảy 28/11/2026, Bàn A. 2 lịch hẹn bị ảnh hưởng: bàn báo từng người",
		);
		expect(after).toContain(
			"Đã đóng thứ Bảy 05/12/2026, Bàn A. 1 lịch hẹn bị ảnh hưởng: bàn báo từng người",
		);
		expect((await viewOf(DAY))?.shut?.kind).toBe("closed-by-desk");
		expect((await viewOf(NEXT))?.shut?.kind).toBe("closed-by-desk");
		expect(await week.audit()).toEqual(
			expect.arrayContaining([
				`hits-seen ${DAY} a`,
				`hits-seen ${NEXT} a`,
				`session-planned ${DAY} a`,
				`session-planned ${NEXT} a`,
			]),
		);
	});

	it("changes nothing when somebody has booked since, and shows the new number", async () => {
		await week.books("telegram:1", "08:00");
		const { page } = await reads(CLOSE_BOTH);
		await week.books("telegram:2", "08:30");
		const sent = await minh.sends(
			"/quan-tri/lich",
			formWith(page, "Xác nhận đóng"),
		);
		expect(sent.status).toBe(409);
		const again = await sent.text();
		expect(wordsOf(again)).toContain(
			"Chưa đổi gì: trong lúc anh/chị xem, số lịch hẹn bị ảnh hưởng vừa thay đổi, nay là 2.",
		);
		for (const day of [DAY, NEXT])
			expect((await viewOf(day))?.shut).toBeUndefined();
		const confirmed = await minh.sends(
			"/quan-tri/lich",
			formWith(again, "Xác nhận đóng 2 buổi, báo 2 người"),
		);
		expect(confirmed.status).toBe(303);
		expect((await viewOf())?.shut?.kind).toBe("closed-by-desk");
	});

	it.each(["", `${DAY} a`, `${DAY} a x`, `${DAY} b 1`, `${NEXT} a 1`])(
		"is not done by a form that saw no number (%j)",
		async (thay) => {
			await week.books("telegram:1", "08:00");
			const sent = await minh.sends("/quan-tri/lich", {
				buoi: `${DAY} a`,
				viec: "dong",
				thay,
			});
			expect(sent.status).toBe(409);
			expect((await viewOf())?.shut).toBeUndefined();
		},
	);

	it("says who was told, who is still to be, and who cannot be reached", async () => {
		await week.books("telegram:1", "08:00");
		await week.books("web:2", "08:30", { phone: "0912345678" });
		const { page } = await reads(
			`/quan-tri/lich/xem-truoc?buoi=${DAY}+a&viec=dong`,
		);
		const sent = await minh.sends(
			"/quan-tri/lich",
			formWith(page, "Xác nhận đóng"),
		);
		const address = sent.headers.get("location") ?? "";
		const before = wordsOf(await minh.reads(address));
		expect(before).toContain(
			"Buổi đã đóng: 2 lịch hẹn bị ảnh hưởng, 0 đã báo, 1 đang chờ báo, 1 chưa báo được.",
		);
		await week.tellClosed();
		const after = await minh.reads(address);
		expect(wordsOf(after)).toContain(
			"2 lịch hẹn bị ảnh hưởng, 1 đã báo, 1 chưa báo được",
		);
		expect(wordsOf(after)).toMatch(
			/liên hệ giúp \(1\) 08:30 khách web:2 \(T7-\w+\)/,
		);
		expect(after).not.toContain("0912345678");
	});

	it("is undone by opening, and those who were told are none of its concern any more", async () => {
		await week.books("telegram:1", "08:00");
		await week.saturday.plan(
			"a",
			DAY,
			{ desk: "a", open: false, note: "n" },
			1,
		);
		const { page } = await reads(
			`/quan-tri/lich/xem-truoc?buoi=${DAY}+a&viec=mo`,
		);
		await minh.sends("/quan-tri/lich", formWith(page, "Xác nhận"));
		expect(await viewOf()).toMatchObject({ plan: { open: true }, hit: 0 });
		expect((await viewOf())?.shut).toBeUndefined();
	});
});

describe("a holiday that comes into the calendar later", () => {
	it("is a warning above the list, with those who were told", async () => {
		for (let i = 0; i < 12; i++)
			await week.books(
				`telegram:${i}`,
				i < 4 ? "08:00" : i < 8 ? "08:30" : "09:00",
			);
		expect(await words("/quan-tri/lich")).not.toContain("Ngày nghỉ mới");
		week.decree({ from: DAY, kind: "statutory", name: "Ngày lễ mới" });
		expect(await words("/quan-tri/lich")).toContain(
			"Thứ Bảy 28/11/2026, Bàn A. Ngày nghỉ mới “Ngày lễ mới”: 12 lịch hẹn bị ảnh hưởng, 0 đã báo, 12 đang chờ báo.",
		);
		await week.tellClosed();
		const { page } = await reads("/quan-tri/lich");
		expect(wordsOf(page)).toContain(
			"Ngày nghỉ mới “Ngày lễ mới”: 12 lịch hẹn đã được báo.",
		);
		expect(page.match(/khách telegram:/g)).toHaveLength(12);
		expect(await week.audit()).toContain(`hits-seen ${DAY} a`);
	});
});
