import { describe, expect, it } from "vitest";
import { twoDesks } from "../open-desk.js";
import { DAY, openMorning, PHONE } from "./a-morning.js";

const ONE_OWNER = "2.001583";
const AT_A = `/ban?ngay=${DAY}&ban=a`;

/** One visitor's card. */
const cardOf = (page: string, code: string): string =>
	page.split("<article").find((card) => card.includes(`id="${code}"`)) ?? "";
const text = (markup: string) =>
	markup
		.replace(/<[^>]+>/g, " ")
		.replace(/\s+/g, " ")
		.replaceAll("&quot;", '"');

describe("the roster", () => {
	it("says by hour who comes, about what, with which papers, to whom", async () => {
		const desk = openMorning();
		const minh = await desk.volunteer("anh Minh");
		const [first = "", ...others] =
			twoDesks.procedures.get(ONE_OWNER)?.documents ?? [];
		const hoa = await desk.books("chị Hoa", "08:00", {
			procedure: ONE_OWNER,
			ready: others,
			question: "lệ phí chuyển khoản được không",
		});
		const tu = await desk.books("bác Tư", "08:30", { onBehalfOf: "mẹ" });
		const page = await minh.reads("/ban");
		expect(text(page)).toContain("2 người, 2 người của bạn");
		expect(page.indexOf(hoa)).toBeLessThan(page.indexOf(tu));
		const card = text(cardOf(page, hoa));
		expect(card).toContain("Thành lập công ty TNHH một thành viên");
		expect(card).toContain("lệ phí chuyển khoản được không");
		expect(card).toContain("Giấy tờ: thiếu 1: ");
		expect(card).toContain(first.slice(1, 10));
		expect(card).toContain("Người tiếp: bạn");
		expect(text(cardOf(page, tu))).toContain("bác Tư (đặt hộ mẹ)");
		expect(text(cardOf(page, tu))).toContain("chưa nêu việc");
		expect(text(page)).toContain("Chào anh Minh");
	});

	it("opens today's session, else the next; those of the last 30 days can be read, older ones not", async () => {
		const desk = openMorning("2026-11-26", "10:00");
		const minh = await desk.volunteer("anh Minh");
		const hoa = await desk.books("chị Hoa", "08:00");
		expect(await minh.reads("/ban")).toContain("Thứ Bảy 28/11/2026");
		desk.turnTo("2026-12-27", "10:00");
		expect(await minh.reads("/ban")).not.toContain("28/11/2026</h1>");
		const again = await desk.volunteer("anh Nam");
		expect(await again.reads(AT_A)).toContain(hoa);
		desk.turnTo("2026-12-29", "10:00");
		const late = await desk.volunteer("chị Mai");
		expect((await late.opens(AT_A)).status).toBe(404);
		const noted = await late.sends(`/ban/khach/${hoa}`, { act: "no-show" });
		expect(noted.status).toBe(404);
	});

	it("gives an administrator of several desks the choice", async () => {
		const desk = openMorning();
		const boss = await desk.signedIn({ role: "administrator", desk: null });
		const ofB = await desk.books("anh Nam", "09:00", { desk: "b" });
		expect(await boss.reads(AT_A)).not.toContain(ofB);
		const page = await boss.reads(`/ban?buoi=${DAY}+b`);
		expect(page).toContain(ofB);
		expect(text(page)).toContain("thứ Bảy 28/11/2026, Bàn A");
	});

	it("shows a phone to the volunteer concerned on the day, to nobody else and never before", async () => {
		const desk = openMorning();
		const minh = await desk.volunteer("anh Minh");
		const lan = await desk.volunteer("chị Lan");
		const boss = await desk.signedIn({ role: "administrator", desk: null });
		const hoa = await desk.books("chị Hoa", "08:00", { phone: PHONE });
		await desk.saturday.forward(hoa, minh.member.id);
		const everywhere = [
			AT_A,
			`/ban/${DAY}/in?ban=a`,
			`/ban/${DAY}/danh-sach.html?ban=a`,
		];
		for (const path of everywhere) {
			expect(await minh.reads(path)).toContain(PHONE);
			expect(await lan.reads(path)).not.toContain(PHONE);
			expect(await boss.reads(path)).not.toContain(PHONE);
		}
		desk.turnTo("2026-11-27", "23:59");
		for (const path of everywhere)
			expect(await minh.reads(path)).not.toContain(PHONE);
	});

	it("writes what people wrote as text", async () => {
		const desk = openMorning();
		const minh = await desk.volunteer("anh Minh");
		await desk.books("<b>Hoa</b>", "08:00", {
			question: '<script>alert(1)</script>"',
		});
		for (const path of [AT_A, `/ban/${DAY}/danh-sach.html?ban=a`]) {
			const page = await minh.reads(path);
			expect(page).not.toMatch(/<script>|<b>Hoa/);
		}
	});
});

describe("a volunteer of another desk", () => {
	it("sees nothing of this one and notes nothing in it", async () => {
		const desk = openMorning();
		await desk.volunteer("anh Minh");
		const other = await desk.volunteer("anh Ba", "b");
		const hoa = await desk.books("chị Hoa", "08:00");
		expect(await other.reads("/ban")).not.toContain("chị Hoa");
		for (const path of [
			AT_A,
			`/ban/live?ngay=${DAY}&ban=a`,
			`/ban/${DAY}/in?ban=a`,
			`/ban/${DAY}/danh-sach.html?ban=a`,
		])
			expect((await other.opens(path)).status, path).toBe(403);
		const walkIn = await other.sends(`/ban/${DAY}/khach-moi?ban=a`, {});
		expect(walkIn.status).toBe(403);
		const known = await other.sends(`/ban/khach/${hoa}`, { act: "arrived" });
		const unknown = await other.sends("/ban/khach/T7-222222", {
			act: "arrived",
		});
		expect([known.status, unknown.status]).toEqual([404, 404]);
		expect(await known.text()).toBe(await unknown.text());
		expect((await desk.booking.find(hoa))?.visit).toBeUndefined();
	});

	it("is given nothing without naming the desk either", async () => {
		const desk = openMorning();
		const other = await desk.volunteer("anh Ba", "b");
		await desk.books("chị Hoa", "08:00");
		for (const path of [
			`/ban/${DAY}/in`,
			`/ban/${DAY}/danh-sach.html`,
			`/ban/live?ngay=${DAY}`,
			`/ban/${DAY}/in?buoi=${DAY}+a`,
			`/ban?buoi=${DAY}+a&ban=b`,
			`/ban?ban=b&ban=a&ngay=${DAY}`,
		]) {
			const response = await other.opens(path);
			expect(await response.text(), path).not.toContain("chị Hoa");
		}
	});
});

describe("one tap", () => {
	async function morning() {
		const desk = openMorning();
		const minh = await desk.volunteer("anh Minh");
		const hoa = await desk.books("chị Hoa", "08:00");
		const taps = async (fields: Record<string, string>) => {
			const sent = await minh.sends(`/ban/khach/${hoa}`, fields);
			expect(sent.status).toBe(303);
			const to = sent.headers.get("location") ?? "";
			expect(to).toMatch(new RegExp(`#${hoa}$`));
			return text(cardOf(await minh.reads(to), hoa));
		};
		const visit = async () => (await desk.booking.find(hoa))?.visit;
		return { desk, minh, hoa, taps, visit };
	}

	it("notes that they have come, and takes it back", async () => {
		const { desk, minh, hoa, taps, visit } = await morning();
		const said = await taps({ act: "arrived" });
		expect(said).toContain("Đã ghi: chị Hoa đã đến 08:00.");
		expect(await visit()).toMatchObject({
			state: "arrived",
			by: minh.member.id,
		});
		expect(await taps({ act: "undo" })).toContain("Đã ghi: chị Hoa chưa đến.");
		expect(await visit()).toBeUndefined();
		expect(
			(await desk.audit()).map(({ act, subject }) => [act, subject]),
		).toEqual(
			expect.arrayContaining([
				["visit-recorded", hoa],
				["visit-undone", hoa],
				["roster-seen", DAY],
			]),
		);
	});

	it("notes what it came to, with a short note without private numbers", async () => {
		const { taps, visit } = await morning();
		const note = `gọi ${PHONE} nhé\n${"x".repeat(400)}`;
		expect(await taps({ act: "settled", note })).toContain(
			"xong: giải quyết hồ sơ cũ",
		);
		const kept = (await visit())?.note ?? "";
		expect(kept).toMatch(/^gọi nhé x+$/);
		expect(kept).toHaveLength(300);
	});

	it("notes who did not come; somebody who is done has to be undone first", async () => {
		const { taps } = await morning();
		expect(await taps({ act: "no-show" })).toContain("không đến");
		expect(await taps({ act: "advised" })).toContain("xong: tư vấn");
		expect(await taps({ act: "no-show" })).toContain("đã xong rồi");
	});

	it("says so when it is too early, or when the booking was cancelled meanwhile", async () => {
		const { desk, minh, hoa } = await morning();
		desk.turnTo("2026-11-27", "20:00");
		const again = await desk.volunteer("anh Nam");
		const sent = await again.sends(`/ban/khach/${hoa}`, { act: "arrived" });
		expect(
			text(await again.reads(sent.headers.get("location") ?? "")),
		).toContain("Còn sớm");
		await desk.booking.cancel(hoa);
		desk.turnTo(DAY, "08:00");
		const late = await minh.sends(`/ban/khach/${hoa}`, { act: "arrived" });
		expect(
			text(await minh.reads(late.headers.get("location") ?? "")),
		).toContain(`lịch ${hoa} đã hủy`);
	});

	it("hands a visitor to another volunteer on duty, and to nobody who is not", async () => {
		const { desk, minh, hoa, taps } = await morning();
		const lan = await desk.volunteer("chị Lan");
		const away = await desk.member({ role: "volunteer", desk: "a" }, "anh Xa");
		expect(await taps({ act: "forward", to: lan.member.id })).toContain(
			"Đã chuyển chị Hoa cho chị Lan.",
		);
		expect(text(await lan.reads("/ban"))).toContain("1 người, 1 người của bạn");
		expect(text(await minh.reads("/ban"))).toContain(
			"1 người, 0 người của bạn",
		);
		expect(await taps({ act: "forward", to: away.id })).toContain(
			"Chưa chuyển: người nhận không có trong buổi này.",
		);
		expect((await desk.booking.find(hoa))?.volunteer).toBe(lan.member.id);
	});

	it("that our page does not know is refused and changes nothing", async () => {
		const { minh, hoa, visit } = await morning();
		for (const fields of [{}, { act: "delete" }, { act: "done" }]) {
			const sent = await minh.sends(`/ban/khach/${hoa}`, fields);
			expect(sent.status).toBe(400);
		}
		const foreign = await minh.sends(
			`/ban/khach/${hoa}`,
			{ act: "arrived" },
			{ "sec-fetch-site": "cross-site", origin: "https://evil.example" },
		);
		expect(foreign.status).toBe(403);
		expect(await visit()).toBeUndefined();
	});

	it("is answered with the list itself when the page's script asks", async () => {
		const { minh, hoa } = await morning();
		const sent = await minh.sends(
			`/ban/khach/${hoa}`,
			{ act: "arrived" },
			{ "x-fragment": "1" },
		);
		const part = await sent.text();
		expect(sent.status).toBe(200);
		expect(part).not.toContain("<html");
		expect(text(cardOf(part, hoa))).toContain("Đã ghi: chị Hoa đã đến");
	});
});

describe("somebody who did not book", () => {
	it("is there, with a name and a procedure found by words, or without either", async () => {
		const desk = openMorning();
		const minh = await desk.volunteer("anh Minh");
		const path = `/ban/${DAY}/khach-moi?ban=a`;
		const empty = await minh.sends(path, { name: "", words: "" });
		expect(
			text(await minh.reads(empty.headers.get("location") ?? "")),
		).toContain("Đã ghi: khách không hẹn đã đến.");
		const asked = await minh.sends(path, {
			name: "cô Sáu",
			words: "chuyện gì đó",
		});
		expect(asked.status).toBe(200);
		const page = await asked.text();
		expect(text(page)).toContain("Chưa tìm thấy việc nào");
		expect(page).toContain('value="cô Sáu"');
		await minh.sends(path, { name: "cô Sáu", procedure: ONE_OWNER });
		const list = text(await minh.reads("/ban"));
		expect(list).toContain("cô Sáu");
		expect(list).toContain("2 khách không hẹn");
		expect(
			(await desk.audit()).filter(({ act }) => act === "walk-in-added"),
		).toHaveLength(2);
	});

	it("is one visitor, however often the same form is sent", async () => {
		const desk = openMorning();
		const minh = await desk.volunteer("anh Minh");
		const page = await minh.reads("/ban");
		const turn = /name="turn" value="([^"]+)"/.exec(page)?.[1] ?? "";
		expect(turn).not.toBe("");
		await Promise.all(
			[1, 2, 3].map(() =>
				minh.sends(`/ban/${DAY}/khach-moi?ban=a`, { turn, name: "cô Sáu" }),
			),
		);
		expect(text(await minh.reads("/ban"))).toContain("1 người");
	});

	it("is taken back as if they had never been there", async () => {
		const desk = openMorning();
		const minh = await desk.volunteer("anh Minh");
		const sent = await minh.sends(`/ban/${DAY}/khach-moi?ban=a`, {});
		const code = sent.headers.get("location")?.split("#")[1] ?? "";
		await minh.sends(`/ban/khach/${code}`, { act: "undo" });
		expect(text(await minh.reads("/ban"))).toContain("0 người");
	});

	it("is noted on the day alone", async () => {
		const desk = openMorning("2026-11-27", "09:00");
		const minh = await desk.volunteer("anh Minh");
		expect(await minh.reads("/ban")).not.toContain("khach-moi");
		const sent = await minh.sends(`/ban/${DAY}/khach-moi?ban=a`, {});
		expect(
			text(await minh.reads(sent.headers.get("location") ?? "")),
		).toContain("chỉ ghi được trong ngày");
	});
});

describe("the audit list", () => {
	it("has each look at the page, the sheet and the file, and one long look once", async () => {
		const desk = openMorning();
		const minh = await desk.volunteer("anh Minh");
		const before = (await desk.audit()).length;
		const looks = async () =>
			(await desk.audit())
				.slice(before)
				.map(({ act, subject, desk: at, by }) => {
					expect([subject, at, by]).toEqual([DAY, "a", minh.member.id]);
					return act;
				});
		await minh.opens(AT_A);
		for (let n = 0; n < 5; n++)
			await desk.web.request(AT_A, {
				headers: {
					"x-fragment": "1",
					cookie: [...minh.cookies].map((pair) => pair.join("=")).join("; "),
				},
			});
		expect(await looks()).toEqual(["roster-seen"]);
		await minh.opens(`/ban/${DAY}/in?ban=a`);
		await minh.opens(`/ban/${DAY}/danh-sach.html?ban=a`);
		expect(await looks()).toEqual([
			"roster-seen",
			"roster-printed",
			"roster-downloaded",
		]);
	});

	it("notes a look by the script alone as well", async () => {
		const desk = openMorning();
		const minh = await desk.volunteer("anh Minh");
		await desk.web.request(AT_A, {
			headers: {
				"x-fragment": "1",
				cookie: [...minh.cookies].map((pair) => pair.join("=")).join("; "),
			},
		});
		expect((await desk.audit()).at(-1)?.act).toBe("roster-seen");
	});
});

describe("the list to take along", () => {
	it("is there from Friday 00:00 on", async () => {
		const desk = openMorning("2026-11-26", "23:59");
		const minh = await desk.volunteer("anh Minh");
		const path = `/ban/${DAY}/danh-sach.html?ban=a`;
		expect((await minh.opens(path)).status).toBe(409);
		expect(await minh.reads("/ban")).not.toContain("danh-sach.html");
		desk.turnTo("2026-11-27", "00:00");
		const file = await minh.opens(path);
		expect(file.status).toBe(200);
		expect(file.headers.get("content-disposition")).toBe(
			`attachment; filename="danh-sach-a-${DAY}.html"`,
		);
		expect(await minh.reads("/ban")).toContain("danh-sach.html");
	});

	it("needs nothing from elsewhere", async () => {
		const desk = openMorning();
		const minh = await desk.volunteer("anh Minh");
		await desk.books("chị Hoa", "08:00");
		const file = await minh.reads(`/ban/${DAY}/danh-sach.html?ban=a`);
		expect(file).toContain("<style>");
		expect(file).not.toMatch(/src=|href=|url\(|@import|<script/);
	});

	it("is no page for a day that is no session, or no day at all", async () => {
		const desk = openMorning();
		const minh = await desk.volunteer("anh Minh");
		for (const day of ["2026-11-29", "2025-01-04", "mai"])
			for (const path of [
				`/ban/${day}/in?ban=a`,
				`/ban/${day}/danh-sach.html?ban=a`,
			])
				expect((await minh.opens(path)).status, path).toBe(404);
	});
});
