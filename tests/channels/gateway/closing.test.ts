import { beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import type { Delivery } from "../../../src/channels/channel.js";
import { createPostman } from "../../../src/channels/gateway/postman.js";
import { createLog } from "../../../src/log.js";
import { recipientAmong } from "../../../src/outbox/recipient.js";
import { openLowdb } from "../../../src/store/lowdb/index.js";
import {
	addMinutes,
	instantAt,
	type LocalDate,
	type LocalTime,
} from "../../../src/time.js";
import { aDesk } from "../../booking/a-desk.js";
import { type Office, openOffice, slotAt } from "../../booking/a-saturday.js";
import { THIS_SATURDAY } from "../../booking/morning.js";
import { smallKnowledge } from "../../journeys/small-world.js";
import { temporaryFolder } from "../../store/folder.js";
import { fakeChannel, frozenClock, openGateway, seconds } from "./a-gateway.js";

beforeEach(frozenClock);

const PEOPLE = Array.from({ length: 30 }, (_, index) => `khach${index}`);
const shut = { desk: "so", open: false };

/** One process over the data of a folder: its stores, its gateway and its postman. */
async function start(folder: string, channel = fakeChannel()) {
	const clock = () => new Date();
	const stores = await openLowdb(folder, { clock, state: z.unknown() });
	const office: Office = openOffice(stores.bookings, { placesPerHalfHour: 4 });
	Object.defineProperty(office, "now", { get: clock });
	const { gateway } = await openGateway({
		channel,
		reachable: (who, is) =>
			is ? stores.reach.find(who) : stores.reach.lose(who),
	});
	const postman = createPostman({
		bookings: stores.bookings,
		letters: stores.letters,
		gateway,
		reach: stores.reach,
		channels: [channel.name],
		knowledge: () => ({
			...smallKnowledge(),
			desks: office.desks,
			calendar: office.calendar,
		}),
		clock,
		log: createLog("silent", { write: () => {} }),
		chance: () => 0.5,
	});
	/** Lets seconds go by, and what was to be written be written. */
	const pass = async (count: number) => {
		await seconds(count);
		await stores.bookings.change(THIS_SATURDAY, (saturday) => ({
			saturday,
			outcome: undefined,
		}));
	};
	return {
		office,
		channel,
		postman,
		stores,
		seconds: pass,
		async until(day: LocalDate, time: LocalTime) {
			vi.setSystemTime(instantAt(day, time));
			await pass(6);
		},
		async end() {
			await postman.stop();
			await gateway.stop(0);
			await stores.close();
		},
	};
}

/** Thirty people have booked, and know it. */
async function bookAll({ office, stores }: Awaited<ReturnType<typeof start>>) {
	for (const [index, name] of PEOPLE.entries()) {
		const time = addMinutes("07:30", 30 * (index % 8));
		const { code } = await office.books(name, slotAt(time));
		await stores.bookings.tell(code, { sequence: 0 });
	}
}

const toldOf = (sent: readonly string[]) =>
	sent
		.filter((text) => text.includes("Bàn không mở được"))
		.map((text) => text.split(" ← ")[0]?.split(":")[1]);

describe("closing a Saturday with thirty bookings", () => {
	it("shows thirty before it is confirmed, tells each once with other times, and leaves nobody behind", async () => {
		const process = await start(await temporaryFolder());
		await bookAll(process);
		const { office, channel, postman } = process;
		const { saturday } = office;
		postman.start();
		expect(await saturday.hits("so", THIS_SATURDAY, shut)).toHaveLength(30);
		const outcome = await saturday.plan("so", THIS_SATURDAY, shut, 30);
		expect(outcome.kind).toBe("planned");
		await process.seconds(30);
		expect(toldOf(channel.sent).sort()).toEqual([...PEOPLE].sort());
		expect(channel.sent[0]).toContain("thứ Bảy 05/12/2026");
		expect(channel.sent[0]).toContain("đổi lịch");
		await process.until("2026-11-27", "17:01");
		await process.until(THIS_SATURDAY, "06:01");
		expect(channel.sent).toHaveLength(30);
		expect(await saturday.unreached("so", THIS_SATURDAY)).toEqual([]);
		await process.end();
	});

	it("tells each once across a restart in the middle", async () => {
		const folder = await temporaryFolder();
		const first = await start(folder);
		await bookAll(first);
		await first.office.saturday.plan("so", THIS_SATURDAY, shut, 30);
		let answered = 0;
		const down: Delivery = { kind: "failed", why: "the process is ending" };
		first.channel.outcomes.push(
			...PEOPLE.map((): Delivery => {
				answered++;
				return answered <= 12 ? { kind: "sent" } : down;
			}),
		);
		await first.postman.round();
		await first.end();
		expect(toldOf(first.channel.sent)).toHaveLength(12);

		const second = await start(folder);
		second.postman.start();
		await seconds(60);
		const all = [...toldOf(first.channel.sent), ...toldOf(second.channel.sent)];
		expect(all.sort()).toEqual([...PEOPLE].sort());
		await second.seconds(1);
		await second.end();
	});

	it("names those whom nobody could tell, until they write", async () => {
		const process = await start(await temporaryFolder());
		const { office, channel, postman, stores } = process;
		await bookAll(process);
		const web = await office.booking.confirm("web:lan", slotAt("09:00"), {
			name: "Lan",
			phone: "0900000002",
		});
		if (web.kind !== "full") throw new Error("thirty people fill the morning");
		await office.saturday.plan(
			"so",
			THIS_SATURDAY,
			{ desk: "so", open: true, places: 5 },
			0,
		);
		await office.booking.confirm("web:lan", slotAt("09:00"), { name: "Lan" });
		await office.saturday.plan("so", THIS_SATURDAY, shut, 31);
		channel.outcomes.push({ kind: "unreachable" });
		postman.start();
		await process.seconds(30);
		for (const person of [
			...PEOPLE.map((name) => `telegram:${name}`),
			"web:lan",
		])
			if (!(await recipientAmong([person], [channel.name], stores.reach)))
				office.lost.add(person);
		const people = (await office.saturday.unreached("so", THIS_SATURDAY)).map(
			({ person }) => person,
		);
		expect(people).toHaveLength(2);
		expect(people).toContain("web:lan");
		expect(toldOf(channel.sent)).toHaveLength(29);

		await stores.reach.find("telegram:khach0");
		office.lost.delete("telegram:khach0");
		await process.seconds(10);
		expect(toldOf(channel.sent)).toHaveLength(30);
		await process.end();
	});
});

describe("what shuts somebody's half hour afterwards", () => {
	const opened = async () => {
		const process = await start(await temporaryFolder());
		const { office, stores, postman } = process;
		for (const [name, time] of [
			["hoa", "08:00"],
			["nam", "11:00"],
		] as const) {
			const { code } = await office.books(name, slotAt(time));
			await stores.bookings.tell(code, { sequence: 0 });
		}
		postman.start();
		await seconds(10);
		expect(process.channel.sent).toEqual([]);
		return process;
	};

	it("may be the desk's file with shorter hours: only those outside hear of it", async () => {
		const { office, channel, until, seconds, end } = await opened();
		office.desks = [aDesk({ sessions: [{ from: "07:30", to: "10:30" }] })];
		await seconds(10);
		expect(toldOf(channel.sent)).toEqual(["nam"]);
		await until("2026-11-27", "17:01");
		expect(channel.sent.filter((text) => /nam ←/.test(text))).toHaveLength(1);
		expect(
			channel.sent.filter((text) => /hoa ←.*Nhắc/s.test(text)),
		).not.toEqual([]);
		await end();
	});

	it("may be a plan with shorter hours", async () => {
		const { office, channel, end } = await opened();
		const plan = {
			desk: "so",
			open: true,
			hours: [{ from: "10:00", to: "11:30" }],
		} as const;
		await office.saturday.plan("so", THIS_SATURDAY, plan, 1);
		await seconds(10);
		expect(toldOf(channel.sent)).toEqual(["hoa"]);
		expect(channel.sent[0]).toContain("thứ Bảy 28/11/2026, 10:00");
		await end();
	});

	it("may be the calendar: a swap that was decided late", async () => {
		const { office, channel, end } = await opened();
		office.calendar = {
			days: [
				{
					from: THIS_SATURDAY,
					kind: "makeup",
					name: "Làm bù",
					status: "official",
					source: "a decree of this test",
				},
			],
		};
		await seconds(10);
		expect(toldOf(channel.sent).sort()).toEqual(["hoa", "nam"]);
		await end();
	});
});

describe("a seat for somebody in line", () => {
	it("is told once, and its end too; then nothing is kept of them", async () => {
		const process = await start(await temporaryFolder());
		const { office, stores, channel, postman } = process;
		office.desks = [
			aDesk({
				sessions: [{ from: "08:00", to: "08:30" }],
				placesPerHalfHour: 1,
			}),
		];
		const { code } = await office.books("hoa", slotAt("08:00"));
		await stores.bookings.tell(code, { sequence: 0 });
		const session = { desk: "so", day: THIS_SATURDAY } as const;
		await office.booking.wait("telegram:nam", session, { name: "Nam" });
		await office.booking.wait("web:lan", session, { name: "Lan" });
		postman.start();
		await stores.bookings.cancel(code);
		await stores.bookings.tell(code, { sequence: 1 });
		await office.saturday.offerSeats();
		await process.seconds(60);
		expect(channel.sent).toEqual([
			expect.stringContaining("telegram:nam ← Có chỗ cho anh/chị"),
		]);
		expect(channel.sent[0]).toContain("giữ đến 11:00");
		await process.until("2026-11-23", "11:00");
		await office.saturday.offerSeats();
		await process.seconds(60);
		expect(channel.sent).toHaveLength(2);
		expect(channel.sent[1]).toContain("đã quá hạn");
		const { waiting } = await stores.bookings.saturday(THIS_SATURDAY);
		expect(waiting).toMatchObject([
			{ person: "web:lan", offer: { time: "08:00" } },
		]);
		await process.end();
	});
});
