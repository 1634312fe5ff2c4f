import { describe, expect, it } from "vitest";
import type { BookingCode } from "../../src/booking/code.js";
import { staffOnly } from "../../src/conversation/wording/staff/access.js";
import type { Member } from "../../src/people/roles.js";
import type { LocalTime } from "../../src/time.js";
import { type App, appAt, talkTo } from "./talk.js";

const DAY = "2026-11-28";
const PHONE = "0912345678";
const MINH = "telegram:1";
const LAN = "zalo:lan";

const TWO_DESKS = [
	{ id: "a", name: "Bàn A" },
	{ id: "b", name: "Bàn B" },
];

/** A Monday on which people book, before the morning. */
async function office(desks: Parameters<typeof appAt>[2] = {}) {
	const app = appAt("2026-11-23", "09:00", desks);
	const desk = app.knowledge.desks[0]?.id ?? "";
	const minh = await member(app, MINH, "anh Minh", desk);
	return { app, desk, minh, tellMinh: talkTo(app, MINH) };
}

let members = 0;

async function member(
	app: App,
	conversation: string,
	name: string,
	desk: string | null,
	{ onDuty = true } = {},
): Promise<Member> {
	const joined: Member = {
		id: `tv-${String(++members).padStart(8, "2")}`,
		name,
		role: desk === null ? "administrator" : "volunteer",
		desk,
		fields: [],
		conversations: [conversation],
		joinedAt: new Date("2026-11-20T02:00:00Z"),
	};
	await app.stores.team.change((team) => ({
		team: { ...team, members: [...team.members, joined] },
		outcome: undefined,
	}));
	if (desk !== null && onDuty) await app.saturday.serve(desk, DAY, joined.id);
	return joined;
}

let people = 0;

async function books(
	app: App,
	name: string,
	time: LocalTime,
	more: {
		readonly desk?: string;
		readonly procedure?: string;
		readonly ready?: readonly string[];
		readonly question?: string;
		readonly phone?: string;
		readonly onBehalfOf?: string;
	} = {},
): Promise<BookingCode> {
	const { phone, onBehalfOf, procedure, ready, question } = more;
	const outcome = await app.booking.confirm(
		`web:${++people}-books`,
		{ desk: more.desk ?? app.knowledge.desks[0]?.id ?? "", day: DAY, time },
		{ name, ...(phone && { phone }), ...(onBehalfOf && { onBehalfOf }) },
		procedure,
	);
	if (outcome.kind !== "booked") throw new Error(outcome.kind);
	const { code } = outcome.booking;
	if (ready) await app.booking.tick(code, ready);
	if (question) await app.booking.ask(code, question);
	return code;
}

const visitOf = async (app: App, code: BookingCode) =>
	(await app.booking.find(code))?.visit;
const audit = async (app: App) =>
	(await app.stores.audit.list("2026-11")).map(({ act, subject }) => [
		act,
		subject,
	]);

describe("a volunteer's morning in the chat", () => {
	it("goes by the list: they come, are done, with a note", async () => {
		const { app, tellMinh: minh } = await office();
		const hoa = await books(app, "chị Hoa", "08:00", {
			procedure: "2.001583",
			ready: ["Giấy đề nghị"],
		});
		await books(app, "bác Tư", "08:30", {
			onBehalfOf: "mẹ",
			procedure: "1.001570",
			ready: ["Giấy đề nghị", "Điều lệ công ty"],
		});
		await books(app, "anh Nam", "09:30", { procedure: "2.001199" });
		app.at(DAY, "07:50");

		await minh.says("chào");
		expect(await minh.says("/lich")).toBe(
			[
				"thứ Bảy 28/11/2026 — 3 người, 3 người của bạn",
				"",
				"08:00 chị Hoa (của bạn) — Thành lập công ty TNHH một thành viên — giấy tờ thiếu 1: điều lệ công ty",
				"08:30 bác Tư (đặt hộ mẹ) (của bạn) — Tạm ngừng hộ kinh doanh — giấy tờ đủ",
				"09:30 anh Nam (của bạn) — Thành lập công ty TNHH hai thành viên trở lên — giấy tờ chưa báo",
				"1. Chị Hoa đã đến",
				"2. Bác Tư đã đến",
				"3. Anh Nam đã đến",
				"4. Người khác, việc khác",
				"5. Khách không hẹn",
				"6. Buổi khác",
				"7. In danh sách",
			].join("\n"),
		);

		expect(await minh.says("1")).toContain("Đã ghi: chị Hoa đã đến 07:50.");
		expect(await visitOf(app, hoa)).toMatchObject({ state: "arrived" });
		expect(await minh.taps("Xong")).toContain("Chị Hoa xong việc gì");
		expect(await minh.taps("Giải quyết hồ sơ cũ")).toContain(
			"Đã ghi: chị Hoa xong: giải quyết hồ sơ cũ.",
		);
		const next = await minh.says(`hẹn trả kết quả thứ Tư, gọi ${PHONE}`);
		expect(next).toContain("Đã ghi chú.");
		expect(next).toContain("1 xong");
		expect(await visitOf(app, hoa)).toMatchObject({
			state: "done",
			outcome: "settled",
			note: "hẹn trả kết quả thứ Tư, gọi",
		});
		expect(await audit(app)).toEqual(
			expect.arrayContaining([
				["roster-seen", DAY],
				["visit-recorded", hoa],
			]),
		);
		expect(app.troubles).toEqual([]);
	});

	it("answers to its words as well, and to taps after a restart", async () => {
		const { app, tellMinh: minh } = await office();
		const hoa = await books(app, "chị Hoa", "08:00");
		const tu = await books(app, "bác Tư", "08:30");
		app.at(DAY, "08:00");
		await minh.says("/ban");
		const { reply } = minh;
		expect(await minh.says("chị hoa đã đến")).toContain("Đã ghi: chị Hoa");
		app.restarted();
		expect(await minh.tapsOn(reply, "Bác Tư đã đến")).toContain(
			"Đã ghi: bác Tư đã đến",
		);
		expect(await visitOf(app, hoa)).toMatchObject({ state: "arrived" });
		expect(await visitOf(app, tu)).toMatchObject({ state: "arrived" });
	});

	it("may leave the note out, in many ways, and the outcome stays", async () => {
		const { app, tellMinh: minh } = await office();
		const hoa = await books(app, "chị Hoa", "08:00");
		app.at(DAY, "08:00");
		for (const way of ["0", "bỏ qua", "không", "thôi", "quay lại", "/ban"]) {
			await minh.says(`staff:visit:${hoa}:advised`);
			expect(await minh.says(way), way).not.toContain("Đã ghi chú");
			expect(await visitOf(app, hoa)).toMatchObject({ outcome: "advised" });
			expect((await visitOf(app, hoa))?.note).toBeUndefined();
		}
	});

	it("notes who did not come, takes back, hands over", async () => {
		const { app, desk, tellMinh: minh } = await office();
		const lan = await member(app, LAN, "chị Lan", desk);
		const hoa = await books(app, "chị Hoa", "08:00");
		await app.saturday.forward(hoa, lan.id);
		app.at(DAY, "08:40");
		await minh.says("/ban");
		expect(await minh.taps("Người khác, việc khác")).toContain("Người nào");
		expect(await minh.taps("Chị Hoa")).toContain("Người tiếp: chị Lan");
		expect(await minh.taps("Không đến")).toContain("chị Hoa không đến");
		expect(await minh.taps("Hoàn tác")).toContain("chị Hoa chưa đến");
		expect(await minh.taps("Chuyển cho người khác")).toContain(
			"Chuyển chị Hoa cho ai",
		);
		expect(await minh.taps("bạn")).toContain("Đã chuyển chị Hoa cho anh Minh.");
		const done = await minh.says(`staff:visit:${hoa}:elsewhere`);
		expect(done).toContain("chuyển nơi khác");
		expect(await minh.says(`staff:visit:${hoa}:no-show`)).toContain(
			"đã xong rồi",
		);
	});

	it("says what was asked, and the phone on the day to the one concerned alone", async () => {
		const { app, desk, minh: member1, tellMinh: minh } = await office();
		await member(app, LAN, "chị Lan", desk);
		const lan = talkTo(app, LAN);
		const hoa = await books(app, "chị Hoa", "08:00", {
			phone: PHONE,
			question: "lệ phí chuyển khoản được không",
		});
		await app.saturday.forward(hoa, member1.id);
		const show = `staff:visit:${hoa}:show`;
		expect(await minh.says(show)).toContain("Muốn hỏi: “lệ phí");
		expect(await minh.says(show)).not.toContain(PHONE);
		app.at(DAY, "00:00");
		expect(await minh.says(show)).toContain(`Điện thoại: ${PHONE}`);
		expect(await lan.says(show)).not.toContain(PHONE);
		expect(await minh.says("/ban")).not.toContain(PHONE);
		expect(await audit(app)).toContainEqual(["roster-seen", hoa]);
	});

	it("adds somebody who did not book: name, a few words, there", async () => {
		const { app, tellMinh: minh } = await office();
		app.at(DAY, "09:00");
		await minh.says("/ban");
		expect(await minh.taps("Khách không hẹn")).toContain("Khách tên gọi là gì");
		expect(await minh.says("cô Sáu")).toContain("Khách hỏi việc gì");
		expect(await minh.says("mở công ty một mình")).toContain(
			"Đã ghi: cô Sáu đã đến.",
		);
		await minh.taps("Khách không hẹn");
		await minh.taps("Không ghi tên");
		expect(await minh.says("mở công ty")).toContain("Việc nào");
		expect(await minh.taps("một thành viên")).toContain(
			"khách không hẹn đã đến",
		);
		await minh.taps("Khách không hẹn");
		await minh.says("anh Bảy");
		expect(await minh.says("zzz")).toContain("chưa tìm được việc");
		expect(await minh.says("không")).toContain("Đã ghi: anh Bảy đã đến.");
		const list = await minh.says("/ban");
		expect(list).toContain("3 người");
		expect(list).toContain("3 khách không hẹn");
		expect(list).toContain("Cô Sáu xong");
	});

	it("looks before the day, and can note nothing yet", async () => {
		const { app, tellMinh: minh } = await office();
		const hoa = await books(app, "chị Hoa", "08:00");
		const list = await minh.says("/ban");
		expect(list).not.toContain("đã đến");
		expect(list).not.toContain("Khách không hẹn");
		expect(await minh.says(`staff:visit:${hoa}:arrived`)).toContain("Còn sớm");
	});

	it("turns pages when many come, beginning with who is still to come", async () => {
		const { app, tellMinh: minh } = await office({
			desks: [{ placesPerHalfHour: 30 }],
		});
		await app.saturday.plan(
			"thu-bay",
			DAY,
			{ desk: "thu-bay", open: true, places: 30 },
			0,
		);
		const codes: BookingCode[] = [];
		for (let n = 1; n <= 20; n++)
			codes.push(await books(app, `chị Hoa ${n}`, "08:00"));
		app.at(DAY, "08:00");
		const first = await minh.says("/ban");
		expect(first).toContain("(người 1–8 trong 20)");
		expect(first.match(/^08:00/gm)).toHaveLength(8);
		const second = await minh.taps("Xem tiếp");
		expect(second).toContain("(người 9–16 trong 20)");
		expect(await minh.taps("Xem tiếp")).toContain("(người 17–20 trong 20)");
		expect(await minh.taps("Xem phần trước")).toContain(
			"(người 9–16 trong 20)",
		);
		for (const code of codes.slice(0, 8))
			await minh.says(`staff:visit:${code}:no-show`);
		expect(await minh.says("/ban")).toContain("(người 9–16 trong 20)");
	});

	it("ends 30 days after the session", async () => {
		const { app, tellMinh: minh } = await office();
		const hoa = await books(app, "chị Hoa", "08:00");
		app.at("2026-12-28", "08:00");
		expect(await minh.says(`staff:visit:${hoa}:advised`)).toContain("Đã ghi");
		app.at("2026-12-29", "08:00");
		await minh.says("0");
		expect(await minh.says(`staff:visit:${hoa}:undo`)).toContain(
			"Không có người này",
		);
		expect(await minh.says(`staff:roster:${DAY}:thu-bay`)).not.toContain(
			"chị Hoa",
		);
	});

	it("tells two of the same name apart", async () => {
		const { app, tellMinh: minh } = await office();
		await books(app, "chị Hoa", "08:00");
		const second = await books(app, "chị Hoa", "08:30");
		app.at(DAY, "08:00");
		await minh.says("/ban");
		await minh.taps("Chị Hoa (08:30) đã đến");
		expect(await visitOf(app, second)).toMatchObject({ state: "arrived" });
	});

	it("has every choice within 64 bytes", async () => {
		const { app, tellMinh: minh } = await office({
			desks: [{ id: "trung-tam-phuc-vu-hanh-chinh-cong" }],
		});
		const hoa = await books(app, "chị Hoa", "08:00");
		app.at(DAY, "08:00");
		const said = ["/ban", `staff:visit:${hoa}:show`, `staff:visit:${hoa}:done`];
		for (const text of said) {
			await minh.says(text);
			for (const { value } of minh.reply.choices ?? [])
				expect(new TextEncoder().encode(value).length).toBeLessThanOrEqual(64);
		}
	});

	it("leads to the sheet and to other sessions", async () => {
		const { app, tellMinh: minh } = await office();
		await books(app, "chị Hoa", "08:00");
		await minh.says("/ban");
		expect(await minh.taps("In danh sách")).toContain(
			"https://ban.example.vn/ban/2026-11-28/in?ban=thu-bay",
		);
		await minh.taps("Danh sách");
		expect(await minh.taps("Buổi khác")).toContain(
			"thứ Bảy 05/12/2026 — 0 người",
		);
		expect(await minh.taps("05/12/2026")).toContain("Chưa có ai đặt lịch");
	});
});

describe("whoever is no member of the desk", () => {
	it("learns nothing as a citizen, whatever is typed or tapped", async () => {
		const { app, minh } = await office();
		const hoa = await books(app, "chị Hoa", "08:00");
		app.at(DAY, "08:00");
		const somebody = talkTo(app);
		await somebody.says("chào");
		for (const text of [
			"/ban",
			"/lich",
			"staff:roster",
			`staff:roster:${DAY}:thu-bay`,
			`staff:people:${DAY}:thu-bay:0`,
			`staff:sheet:${DAY}:thu-bay`,
			"staff:rosters",
			`staff:visit:${hoa}:show`,
			`staff:visit:${hoa}:arrived`,
			`staff:visit:${hoa}:advised`,
			"staff:visit:T7-222222:arrived",
			`staff:forward:${hoa}:${minh.id}`,
			`staff:walk-in:${DAY}:thu-bay`,
		])
			expect((await somebody.says(text)).split("\n")[0], text).toBe(staffOnly);
		expect(await visitOf(app, hoa)).toBeUndefined();
		expect(await audit(app)).toEqual([]);
	});

	it("learns nothing as a volunteer of another desk", async () => {
		const { app, minh } = await office({ desks: TWO_DESKS });
		await member(app, LAN, "chị Lan", "b");
		const lan = talkTo(app, LAN);
		const hoa = await books(app, "chị Hoa", "08:00", { desk: "a" });
		const nam = await books(app, "anh Nam", "08:00", { desk: "b" });
		app.at(DAY, "08:00");
		const list = await lan.says("/ban");
		expect(list).toContain("anh Nam");
		expect(list).not.toContain("chị Hoa");
		const unknown = await lan.says("staff:visit:T7-222222:arrived");
		for (const text of [
			`staff:visit:${hoa}:arrived`,
			`staff:visit:${hoa}:show`,
			`staff:visit:${hoa}:advised`,
			`staff:forward:${hoa}:${minh.id}`,
		])
			expect(await lan.says(text), text).toBe(unknown);
		for (const text of [
			`staff:roster:${DAY}:a`,
			`staff:people:${DAY}:a:0`,
			`staff:sheet:${DAY}:a`,
			`staff:walk-in:${DAY}:a`,
		])
			expect(await lan.says(text), text).not.toMatch(/chị Hoa|\/ban\/|tên gọi/);
		expect(await visitOf(app, hoa)).toBeUndefined();
		expect(await visitOf(app, nam)).toBeUndefined();
	});

	it("is refused from the moment they are let go, under old buttons and in an open form", async () => {
		const { app, minh, tellMinh } = await office();
		const boss = await member(app, "telegram:9", "anh Sếp", null);
		const hoa = await books(app, "chị Hoa", "08:00");
		app.at(DAY, "08:00");
		await tellMinh.says(`staff:visit:${hoa}:advised`);
		await app.people.crew.remove(boss.id, minh.id);
		const said = await tellMinh.says("ghi chú sau khi bị đưa ra");
		expect(said).not.toContain("chị Hoa");
		expect((await visitOf(app, hoa))?.note).toBeUndefined();
		expect(await tellMinh.says(`staff:visit:${hoa}:undo`)).toContain(staffOnly);
	});
});
