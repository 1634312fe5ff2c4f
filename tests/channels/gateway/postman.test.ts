import { beforeEach, describe, expect, it, vi } from "vitest";
import { recordVisit } from "../../../src/booking/visit-acts.js";
import type { Delivery } from "../../../src/channels/channel.js";
import { createPostman } from "../../../src/channels/gateway/postman.js";
import { createLog } from "../../../src/log.js";
import { openMemory } from "../../../src/store/memory/index.js";
import {
	instantAt,
	type LocalDate,
	type LocalTime,
} from "../../../src/time.js";
import {
	at0800,
	at0830,
	NEXT_SATURDAY,
	places,
	request,
} from "../../booking/morning.js";
import { letterTo } from "../../contracts/letter-store.js";
import { smallKnowledge } from "../../journeys/small-world.js";
import {
	fakeChannel,
	frozenClock,
	openGateway,
	seconds,
	tap,
} from "./a-gateway.js";

beforeEach(frozenClock);

const CODE = "T7-222222";
const until = async (day: LocalDate, time: LocalTime) => {
	vi.setSystemTime(instantAt(day, time));
	await seconds(6);
};

/** A postman over a store in memory and one fake channel, with a booking of Mrs Hoa's. */
async function openOffice(person = "telegram:hoa") {
	const clock = () => new Date();
	const stores = openMemory(clock);
	const channel = fakeChannel(person.startsWith("zalo") ? "zalo" : "telegram");
	const { gateway } = await openGateway({
		channel,
		reachable: (who, is) =>
			is ? stores.reach.find(who) : stores.reach.lose(who),
	});
	const logged: string[] = [];
	const known = smallKnowledge();
	const knowledge = { ...known };
	const deps = {
		bookings: stores.bookings,
		letters: stores.letters,
		gateway,
		reach: stores.reach,
		channels: [channel.name],
		knowledge: () => knowledge,
		clock,
		log: createLog("debug", { write: (text) => void logged.push(text) }),
		chance: () => 0.5,
	};
	const [desk] = known.desks;
	if (!desk) throw new Error("the small world has no desk");
	const at = { desk: desk.id };
	await stores.bookings.confirm(
		request({ ...at0800, ...at, code: CODE, person, procedure: "2.001583" }),
		clock(),
		places(8),
	);
	const postman = createPostman(deps);
	postman.start();
	await seconds(0);
	const told = async () => (await stores.bookings.find(CODE))?.told;
	return {
		stores,
		channel,
		gateway,
		postman,
		logged,
		knowledge,
		deps,
		at,
		told,
	};
}

describe("what is due", () => {
	it("is brought once: a confirmation, with the papers", async () => {
		const { channel, told } = await openOffice();
		await seconds(60);
		expect(channel.sent).toHaveLength(1);
		expect(channel.sent[0]).toMatch(/^telegram:hoa ← Đã đặt. Mã T7-222222/);
		expect(channel.sent[0]).toContain("Giấy tờ cần mang");
		expect(await told()).toBe(0);
	});

	it("is a move, then a cancellation, each as it stands when it is told", async () => {
		const { channel, stores, at } = await openOffice();
		const move = (to: object) =>
			stores.bookings.move(
				CODE,
				{ ...at0830, ...at, ...to },
				new Date(),
				places(8),
			);
		await move({});
		await move({ time: "09:00" });
		await seconds(5);
		expect(channel.sent.at(-1)).toContain("sang thứ Bảy 28/11/2026, 09:00");
		await stores.bookings.cancel(CODE);
		await seconds(5);
		expect(channel.sent.at(-1)).toContain("Đã hủy lịch T7-222222");
		expect(channel.sent).toHaveLength(3);
	});

	it("are two reminders, with the papers, and none for an old time", async () => {
		const { channel, stores, at } = await openOffice();
		await until("2026-11-27", "16:59");
		expect(channel.sent).toHaveLength(1);
		await until("2026-11-27", "17:00");
		expect(channel.sent.at(-1)).toContain("Nhắc lịch hẹn thứ Bảy này");
		expect(channel.sent.at(-1)).toContain("Giấy tờ cần mang");
		await until("2026-11-28", "06:00");
		expect(channel.sent.at(-1)).toContain("Nhắc lịch hẹn hôm nay");
		expect(channel.sent).toHaveLength(3);

		await stores.bookings.move(
			CODE,
			{ ...at, day: NEXT_SATURDAY, time: "08:00" },
			new Date(),
			places(8),
		);
		await seconds(6);
		await until("2026-11-28", "07:30");
		expect(channel.sent).toHaveLength(4);
		await until("2026-12-04", "17:00");
		expect(channel.sent.at(-1)).toContain("thứ Bảy 05/12/2026");
	});

	it("is, on the day after as well, how content somebody was", async () => {
		const { channel, stores } = await openOffice();
		await until("2026-11-28", "18:55");
		const before = channel.sent.length;
		await stores.bookings.change(
			"2026-11-28",
			recordVisit(
				CODE,
				{ kind: "done", outcome: "advised" },
				"tv-lan",
				new Date(),
			),
		);
		await until("2026-11-28", "23:00");
		expect(channel.sent).toHaveLength(before);
		await until("2026-11-29", "07:00");
		expect(channel.sent.slice(before).join()).toContain(
			"Anh/chị có hài lòng không ạ?",
		);
		await until("2026-11-29", "12:00");
		expect(channel.sent).toHaveLength(before + 1);
	});

	it("is that the desk does not open after all", async () => {
		const { channel, knowledge } = await openOffice();
		Object.assign(knowledge, {
			desks: knowledge.desks.map((desk) => ({
				...desk,
				closed: ["2026-11-28"],
			})),
		});
		await seconds(6);
		expect(channel.sent.at(-1)).toContain(
			"Bàn không mở được thứ Bảy 28/11/2026",
		);
		await until("2026-11-27", "17:01");
		expect(channel.sent).toHaveLength(2);
	});

	it("waits while its person is being answered, perhaps with just this", async () => {
		const { channel, stores, gateway, at } = await openOffice();
		let answered = (_: Delivery) => {};
		channel.outcomes.push(
			new Promise<Delivery>((resolve) => {
				answered = resolve;
			}),
		);
		await channel.deliver(tap("1"));
		await stores.bookings.move(
			CODE,
			{ ...at0830, ...at },
			new Date(),
			places(8),
		);
		await seconds(30);
		expect(gateway.isBusy("telegram:hoa")).toBe(true);
		expect(channel.sent).toHaveLength(1);
		await stores.bookings.tell(CODE, { sequence: 1 });
		answered({ kind: "sent" });
		await seconds(30);
		expect(channel.sent.filter((text) => text.includes("Đã đổi"))).toEqual([]);
	});

	it("is not said to somebody who was forgotten while the limit was waited for", async () => {
		let free = () => {};
		const limit = new Promise<void>((resolve) => {
			free = resolve;
		});
		const { deps, stores, channel } = await openOffice();
		const { gateway } = await openGateway({ channel, pace: () => limit });
		await stores.bookings.cancel(CODE);
		const postman = createPostman({ ...deps, gateway });
		await postman.round();
		await stores.bookings.forget("telegram:hoa", "2026-11-23");
		free();
		await seconds(1);
		expect(channel.sent).toHaveLength(1);
	});
});

describe("a notice that fails", () => {
	it("is tried again, later each time, until it is sent", async () => {
		const office = await openOffice();
		const { channel, stores, told } = office;
		const down: Delivery = { kind: "failed", why: "502" };
		channel.outcomes.push(down, down, down, { kind: "wait", seconds: 60 });
		await stores.bookings.cancel(CODE);
		await seconds(5 + 5 + 10 + 20 + 59);
		expect(channel.sent).toHaveLength(1);
		await seconds(6);
		expect(channel.sent).toHaveLength(2);
		expect(await told()).toBe(1);
	});

	it("stops mattering when the half hour begins", async () => {
		const { channel, stores } = await openOffice();
		const down: Delivery = { kind: "failed", why: "502" };
		channel.outcomes.push(...Array.from({ length: 1_000 }, () => down));
		await stores.bookings.cancel(CODE);
		await until("2026-11-28", "08:00");
		channel.outcomes.length = 0;
		await seconds(3_600);
		expect(channel.sent).toHaveLength(1);
	});

	it("is tried every ten minutes in the end, where a platform says wait a minute for days", async () => {
		const { channel, stores } = await openOffice();
		const quota: Delivery = { kind: "wait", seconds: 60 };
		channel.outcomes.push(...Array.from({ length: 1_000 }, () => quota));
		await stores.bookings.cancel(CODE);
		await seconds(24 * 3_600);
		expect(1_000 - channel.outcomes.length).toBeLessThan(160);
		channel.outcomes.length = 0;
		await seconds(600);
		expect(channel.sent.at(-1)).toContain("Đã hủy lịch");
	});

	it("may arrive twice, and not without end", async () => {
		const { channel, stores, told } = await openOffice();
		const lost: Delivery = { kind: "unknown", why: "no answer" };
		channel.outcomes.push(lost, lost, lost, lost, lost);
		await stores.bookings.cancel(CODE);
		await seconds(300);
		expect(channel.sent.length - 1).toBe(3);
		expect(await told()).toBe(1);
	});

	it("is given up when the platform will never take it, and the log says so", async () => {
		const { channel, stores, logged, told } = await openOffice();
		channel.outcomes.push({ kind: "refused", why: "400" });
		await stores.bookings.cancel(CODE);
		await seconds(60);
		expect(await told()).toBe(1);
		expect(logged.join()).toContain("a notice was refused");
		expect(logged.join()).not.toMatch(/Hoa|0900000001|222222/);
	});

	it("to somebody out of reach waits until they write", async () => {
		const { channel, stores } = await openOffice();
		channel.outcomes.push({ kind: "unreachable" });
		await stores.bookings.cancel(CODE);
		await seconds(600);
		expect(channel.outcomes).toEqual([]);
		expect(channel.sent).toHaveLength(1);
		await channel.deliver(tap("1"));
		await seconds(10);
		expect(channel.sent).toHaveLength(3);
		expect(channel.sent.at(-1)).toContain("Đã hủy lịch");
	});

	it("because it could not be noted is sent again rather than lost", async () => {
		const { channel, stores, logged } = await openOffice();
		const { tell } = stores.bookings;
		const bookings = stores.bookings as { tell: typeof tell };
		bookings.tell = () => Promise.reject(new Error("disk full"));
		await stores.bookings.cancel(CODE);
		await seconds(6);
		bookings.tell = tell;
		await seconds(20);
		expect(channel.sent.filter((text) => text.includes("Đã hủy"))).toHaveLength(
			2,
		);
		expect(logged.join()).toContain("a notice could not be dealt with");
	});
});

describe("the web", () => {
	it("is never written to, until the booking is opened where one can write", async () => {
		const { channel, stores } = await openOffice("web:hoa");
		await until("2026-11-27", "17:05");
		expect(channel.sent).toEqual([]);
		await stores.bookings.link(CODE, "telegram:hoa", new Date());
		await seconds(60);
		expect(channel.sent).toEqual([]); // they have just seen it
		await stores.bookings.cancel(CODE);
		await seconds(6);
		expect(channel.sent[0]).toContain("telegram:hoa ← Đã hủy lịch");
	});
});

describe("a stop", () => {
	it("lets the notice under way be finished and noted, and begins no other", async () => {
		const { channel, stores, postman, told } = await openOffice();
		let arrived = (_: Delivery) => {};
		channel.outcomes.push(
			new Promise<Delivery>((resolve) => {
				arrived = resolve;
			}),
		);
		await stores.bookings.cancel(CODE);
		await seconds(5);
		const stopped = postman.stop();
		arrived({ kind: "sent" });
		await stopped;
		expect(await told()).toBe(1);
	});
});

describe("a letter", () => {
	const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
	const letter = (to = "telegram:nam") =>
		letterTo(to, { createdAt: new Date(), notAfter: hours(3) });

	it("is brought once, and is nowhere any more", async () => {
		const { channel, stores } = await openOffice();
		await stores.letters.add([letter()]);
		await seconds(60);
		expect(channel.sent.slice(1)).toHaveLength(1);
		expect(channel.sent[1]).toContain("telegram:nam ← Hôm trước anh/chị dặn");
		expect(channel.sent[1]).toContain("Nộp qua mạng thì thanh toán trực tuyến");
		expect(await stores.letters.waiting()).toEqual([]);
	});

	it("is tried until it is sent, or of no use any more", async () => {
		const { channel, stores } = await openOffice();
		const down: Delivery = { kind: "failed", why: "502" };
		channel.outcomes.push(down, down, down);
		await stores.letters.add([letter()]);
		await seconds(60);
		expect(channel.sent).toHaveLength(2);

		channel.outcomes.push(...Array.from({ length: 1_000 }, () => down));
		await stores.letters.add([letter()]);
		await seconds(4 * 3_600);
		channel.outcomes.length = 0;
		await seconds(3_600);
		expect(channel.sent).toHaveLength(2);
	});

	it("is not brought to somebody who is forgotten, nor when what it tells of is no more", async () => {
		const { channel, stores, knowledge } = await openOffice();
		channel.outcomes.push({ kind: "failed", why: "502" });
		await stores.letters.add([letter()]);
		await seconds(6);
		await stores.letters.forget("telegram:nam");
		await seconds(60);
		Object.assign(knowledge, { faq: new Map() });
		await stores.letters.add([letter("telegram:tu")]);
		await seconds(11 * 60);
		expect(channel.sent).toHaveLength(1);
		expect(await stores.letters.waiting()).toEqual([]);
	});

	it("waits until what was just published is known", async () => {
		const { channel, stores, knowledge } = await openOffice();
		const { faq } = knowledge;
		Object.assign(knowledge, { faq: new Map() });
		await stores.letters.add([letter()]);
		await seconds(60);
		expect(channel.sent).toHaveLength(1);
		Object.assign(knowledge, { faq });
		await seconds(6);
		expect(channel.sent).toHaveLength(2);
	});

	it("waits for somebody out of reach, and is never taken to a web page", async () => {
		const { channel, stores } = await openOffice();
		await stores.reach.lose("telegram:nam");
		await stores.letters.add([letter(), letter("web:x")]);
		await seconds(60);
		expect(channel.sent).toHaveLength(1);
		await stores.reach.find("telegram:nam");
		await seconds(6);
		expect(channel.sent).toHaveLength(2);
	});

	it("about papers tells those that are right now, while the appointment stands", async () => {
		const { channel, stores } = await openOffice();
		const papers = { kind: "papers-changed", code: CODE } as const;
		await stores.letters.add([{ ...letter("telegram:hoa"), content: papers }]);
		await seconds(6);
		expect(channel.sent[1]).toMatch(/T7-222222.*vừa có thay đổi/);
		expect(channel.sent[1]).toContain("• Điều lệ công ty");
		await stores.bookings.cancel(CODE);
		await seconds(6);
		await stores.letters.add([{ ...letter("telegram:hoa"), content: papers }]);
		await seconds(60);
		expect(channel.sent).toHaveLength(3);
		expect(await stores.letters.waiting()).toEqual([]);
	});

	it("asks a volunteer whether they can come instead, as long as somebody is missing", async () => {
		const { channel, stores, at } = await openOffice();
		const { desk } = at;
		const day = "2026-11-28";
		const missing = (members: readonly string[]) =>
			stores.bookings.change(day, (saturday) => ({
				saturday: {
					...saturday,
					gaps: members.map((member) => ({ desk, member, since: new Date() })),
				},
				outcome: undefined,
			}));
		await missing(["tv-an"]);
		const gap = { kind: "duty-gap", desk, day } as const;
		await stores.letters.add([{ ...letter(), content: gap }]);
		await seconds(6);
		expect(channel.sent[1]).toContain("thiếu một tình nguyện viên thứ Bảy");

		await missing([]);
		await stores.letters.add([{ ...letter(), id: "later", content: gap }]);
		await seconds(6);
		expect(channel.sent).toHaveLength(2);
		expect(await stores.letters.waiting()).toEqual([]);
	});
});
