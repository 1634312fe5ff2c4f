import { beforeEach, describe, expect, it } from "vitest";
import { sayLetter } from "../../src/conversation/notify.js";
import type { Reply } from "../../src/conversation/reply.js";
import { staffOnly } from "../../src/conversation/wording/staff/access.js";
import { createRelief } from "../../src/outbox/relief.js";
import type { Member } from "../../src/people/roles.js";
import type { LocalDate } from "../../src/time.js";
import { type App, appAt, type Talker, talkTo } from "./talk.js";

const MINH = "telegram:1";
const SATURDAY: LocalDate = "2026-11-28";
const DESKS = [
	{ id: "so", name: "Bàn Sở" },
	{ id: "xa", name: "Bàn Xã" },
];

let app: App;
beforeEach(() => {
	app = appAt("2026-11-23", "09:00", { admins: [MINH], desks: DESKS });
});

/** Somebody of the team, and their conversation. */
async function member(
	name: string,
	{ role = "volunteer", desk = "so" }: Partial<Member> = {},
): Promise<Talker> {
	const conversation = `telegram:${name}`;
	await app.stores.team.change((team) => ({
		team: {
			...team,
			members: [
				...team.members,
				{
					id: `tv-${name}`,
					name,
					role,
					desk,
					fields: [],
					conversations: [conversation],
					joinedAt: new Date("2026-11-01T00:00:00Z"),
				},
			],
		},
		outcome: undefined,
	}));
	return talkTo(app, conversation);
}

/** Brings the letters that are waiting: what each conversation is told. */
async function post(): Promise<ReadonlyMap<string, Reply>> {
	await createRelief({
		bookings: app.stores.bookings,
		letters: app.stores.letters,
		members: app.people.crew.members,
		reachable: async ([first]) => first,
		knowledge: () => app.knowledge,
		clock: () => new Date("2026-11-23T02:00:00Z"),
	})();
	const told = new Map<string, Reply>();
	for (const { id, to, content } of await app.stores.letters.waiting()) {
		const reply = await sayLetter(content, app.knowledge, app.stores.bookings);
		if (reply) told.set(to, reply);
		await app.stores.letters.done(id);
	}
	return told;
}

const onDuty = async (day = SATURDAY) =>
	(await app.stores.bookings.saturday(day)).duties.map((duty) => duty.member);

async function books(name: string, time: string): Promise<void> {
	const outcome = await app.booking.confirm(
		`telegram:${name}`,
		{ desk: "so", day: SATURDAY, time: time as "08:00" },
		{ name },
	);
	if (outcome.kind !== "booked") throw new Error(outcome.kind);
}

describe("a volunteer", () => {
	it("says with one tap which Saturdays they come to", async () => {
		const lan = await member("Lan");
		const hai = await member("Hải");
		expect(await lan.says("/lichtruc")).toContain(
			"thứ Bảy 28/11/2026: anh/chị chưa nhận; chưa có ai",
		);
		expect(await lan.taps("28/11: Tôi đến được")).toContain(
			"Đã ghi: anh/chị đến được thứ Bảy 28/11/2026",
		);
		expect(await hai.says("/lịchtrực")).toContain(
			"thứ Bảy 28/11/2026: anh/chị chưa nhận; đã có Lan",
		);
		expect(await hai.says("1")).toContain("Đã ghi: anh/chị đến được");
		expect(await lan.taps("Xem lịch trực")).toContain("anh/chị đến; cùng Hải");
		expect(await onDuty()).toEqual(["tv-Lan", "tv-Hải"]);
	});

	it("who drops out is replaced by the first of the others, and the rest hear of it", async () => {
		const lan = await member("Lan");
		const hai = await member("Hải");
		const tu = await member("Tư");
		await member("Xa", { desk: "xa" });
		await lan.says("/lichtruc");
		await lan.taps("28/11: Tôi đến được");
		await lan.says("/lichtruc");
		expect(await lan.taps("28/11: Tôi bận")).toContain("Đã ghi: anh/chị bận");
		const asked = await post();
		expect([...asked.keys()]).toEqual(["telegram:Hải", "telegram:Tư"]);
		const question = asked.get("telegram:Tư") ?? { text: "" };
		expect(question.text).toContain(
			"Bàn Sở đang thiếu một tình nguyện viên thứ Bảy 28/11/2026",
		);

		app.restarted();
		expect(await tu.tapsOn(question, "Tôi đến thay 28/11")).toContain(
			"Anh/chị đến thay thứ Bảy 28/11/2026",
		);
		expect(await tu.tapsOn(question, "Tôi đến thay 28/11")).toContain(
			"Anh/chị đã nhận",
		);
		expect(await hai.tapsOn(question, "Tôi đến thay 28/11")).toContain(
			"Thứ Bảy 28/11/2026 đã có người đến thay",
		);
		expect(await onDuty()).toEqual(["tv-Tư"]);
		const told = await post();
		expect([...told.keys()]).toEqual(["telegram:Hải"]);
		expect(told.get("telegram:Hải")?.text).toContain("đã có người đến thay");
	});

	it("takes over by typing what a plain channel shows, wherever somebody is missing", async () => {
		const lan = await member("Lan");
		const hai = await member("Hải");
		await app.saturday.serve("so", "2026-12-05", "tv-Lan");
		await app.saturday.dropOut("so", "2026-12-05", "tv-Lan");
		expect(await hai.says("Tôi đến thay 28/11")).toContain(
			"Thứ Bảy 28/11/2026 đã có người đến thay",
		);
		expect(await hai.says("tôi đến thay")).toContain(
			"Anh/chị đến thay thứ Bảy 05/12/2026",
		);
		expect(await lan.says("Tôi đến thay 05/12")).toContain("đã có người");
	});

	it("of two who tap at the same moment, one comes", async () => {
		await member("Lan");
		const others = [await member("Hải"), await member("Tư")];
		await app.saturday.serve("so", SATURDAY, "tv-Lan");
		await app.saturday.dropOut("so", SATURDAY, "tv-Lan");
		const question = (await post()).get("telegram:Hải") ?? { text: "" };
		const answers = await Promise.all(
			others.map((one) => one.tapsOn(question, "Tôi đến thay")),
		);
		expect(
			answers.filter((text) => text.includes("đến thay thứ")),
		).toHaveLength(1);
		expect(await onDuty()).toHaveLength(1);
	});

	it("is told when a session they come to is shut", async () => {
		const lan = await member("Lan");
		await app.saturday.serve("so", SATURDAY, "tv-Lan");
		await app.saturday.plan("so", SATURDAY, { desk: "so", open: false }, 0);
		expect(await lan.says("/lichtruc")).toContain(
			"không mở (bàn nghỉ), anh/chị không cần đến",
		);
	});

	it.each([
		`staff:serve:${SATURDAY}:xa`,
		`staff:drop-out:${SATURDAY}:xa`,
		`staff:relieve:${SATURDAY}:xa`,
		`staff:serve:${SATURDAY}:khong-co`,
		"/molich",
		"/donglich",
		"staff:close-session",
	])(
		"gets nowhere at another desk, or as an administrator: %s",
		async (sent) => {
			const lan = await member("Lan");
			await app.saturday.serve("xa", SATURDAY, "tv-Xa");
			await app.saturday.dropOut("xa", SATURDAY, "tv-Xa");
			expect(await lan.says(sent)).toContain(staffOnly);
			expect(await onDuty()).toEqual([]);
		},
	);
});

describe("an administrator", () => {
	it("sees how many a closing hits, and closes when it is still so", async () => {
		const minh = talkTo(app, MINH);
		await books("Hoa", "08:00");
		await books("Nam", "08:30");
		expect(await minh.says("/donglich")).toContain(
			"thứ Bảy 28/11/2026, Bàn Sở — 2 lịch hẹn",
		);
		const asked = await minh.taps("thứ Bảy 28/11/2026, Bàn Sở");
		expect(asked).toContain("sẽ ảnh hưởng 2 lịch hẹn");
		expect(asked).toMatch(/• 08:00 Hoa \(T7-\w+\)/);
		await books("Tư", "09:00");
		const again = await minh.taps("Đóng và báo 2 người");
		expect(again).toContain("Chưa đổi gì");
		expect(again).toContain("sẽ ảnh hưởng 3 lịch hẹn");
		expect(await minh.taps("Đóng và báo 3 người")).toContain(
			"Đã đóng thứ Bảy 28/11/2026, Bàn Sở. 3 lịch hẹn bị ảnh hưởng: bàn báo từng người",
		);
		const [view] = await app.saturday.sessions(SATURDAY, 1, "so");
		expect(view).toMatchObject({ shut: { kind: "closed-by-desk" }, hit: 3 });
		const acts = (await app.stores.audit.list("2026-11")).map(
			({ act, subject, desk }) => `${act} ${subject} ${desk}`,
		);
		expect(acts.slice(-3)).toEqual([
			`hits-seen ${SATURDAY} so`,
			`hits-seen ${SATURDAY} so`,
			`session-planned ${SATURDAY} so`,
		]);
	});

	it("hears who cannot be told", async () => {
		const minh = talkTo(app, MINH);
		await app.booking.confirm(
			"web:1",
			{ desk: "so", day: SATURDAY, time: "08:00" },
			{ name: "chị Hoa", phone: "0912345678" },
		);
		await minh.says("/donglich");
		await minh.taps("thứ Bảy 28/11/2026, Bàn Sở");
		const closed = await minh.taps("Đóng và báo 1 người");
		expect(closed).toMatch(
			/1 người chưa báo được.*\n• 08:00 chị Hoa \(T7-\w+\)/,
		);
		expect(closed).not.toContain("0912345678");
	});

	it("opens a Saturday that the calendar shuts, and is told what day it is", async () => {
		app.knowledge = {
			...app.knowledge,
			calendar: {
				days: [
					{
						from: SATURDAY,
						kind: "makeup",
						name: "làm bù cho thứ Hai",
						status: "official",
						source: "của bài thử này",
					},
				],
			},
		};
		const minh = talkTo(app, MINH);
		expect(await minh.says("/molich")).toContain(
			"thứ Bảy 28/11/2026, Bàn Sở — công sở làm bù, làm bù cho thứ Hai",
		);
		const asked = await minh.taps("thứ Bảy 28/11/2026, Bàn Sở");
		expect(asked).toContain("07:30–11:30, 2 chỗ mỗi nửa giờ");
		expect(asked).toContain("công sở làm bù");
		expect(await minh.taps("Mở buổi này")).toContain("Đã mở");
		expect(await app.booking.hours("so", SATURDAY)).toHaveLength(8);
		expect(await app.booking.hours("xa", SATURDAY)).toEqual([]);
	});

	it("of one desk plans that desk alone, and nothing once they are none any more", async () => {
		const nga = await member("Nga", { role: "administrator", desk: "xa" });
		const days = await nga.says("/donglich");
		expect(days).toContain("thứ Bảy 28/11/2026 —");
		await nga.taps("thứ Bảy 28/11/2026");
		await app.stores.team.change((team) => ({
			team: {
				...team,
				members: team.members.map((one) =>
					one.name === "Nga" ? { ...one, role: "volunteer" } : one,
				),
			},
			outcome: undefined,
		}));
		expect(await nga.taps("Đóng buổi này")).toContain(staffOnly);
		const [view] = await app.saturday.sessions(SATURDAY, 1, "xa");
		expect(view?.shut).toBeUndefined();
	});
});

describe("a citizen", () => {
	it.each([
		"/lichtruc",
		"/molich",
		"/donglich",
		"staff:duties",
		"staff:open-session",
		`staff:relieve:${SATURDAY}:so`,
		`staff:drop-out:${SATURDAY}:so`,
		"staff:relieve",
	])("learns nothing from %s", async (sent) => {
		const hoa = talkTo(app);
		const said = await hoa.says(sent);
		expect(said).toContain(staffOnly);
		expect(said).not.toContain("28/11");
	});

	it("says “tôi đến thay” and is understood as anybody", async () => {
		const hoa = talkTo(app);
		expect(await hoa.says("tôi đến thay")).not.toContain(staffOnly);
	});
});
