import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BookingStore } from "../../src/booking/store.js";
import type { Stores } from "../../src/store/stores.js";
import {
	at0800,
	at0830,
	countedCodes,
	minutesLater,
	NEXT_SATURDAY,
	NOW,
	nextAt0800,
	places,
	request,
	THIS_SATURDAY,
	TODAY,
} from "../booking/morning.js";

/** What every store of bookings must do, whatever it is made of. */
export function bookingStoreContract(open: () => Promise<Stores<unknown>>) {
	let stores: Stores<unknown>;
	let store: BookingStore;
	beforeEach(async () => {
		stores = await open();
		store = stores.bookings;
	});
	afterEach(() => stores.close());

	const hold = (person: string, slot = at0800, now = NOW, count = 1) =>
		store.hold(slot, person, minutesLater(10, now), now, places(count));
	const confirm = (wish: Parameters<typeof request>[0], now = NOW, count = 1) =>
		store.confirm(request(wish), now, places(count));

	describe("holding a seat", () => {
		it("gives the lowest free place until the end of the hold", async () => {
			expect(await hold("telegram:hoa", at0800, NOW, 2)).toEqual({
				kind: "held",
				hold: {
					...at0800,
					person: "telegram:hoa",
					place: 1,
					until: minutesLater(10),
				},
			});
			expect(await hold("telegram:nam", at0800, NOW, 2)).toMatchObject({
				kind: "held",
				hold: { place: 2 },
			});
			expect(await hold("telegram:tu", at0800, NOW, 2)).toEqual({
				kind: "full",
			});
		});

		it("counts as taken for ten minutes and not a moment longer", async () => {
			await hold("telegram:hoa");
			const last = new Date(minutesLater(10).getTime() - 1);
			expect(await store.taken("so", THIS_SATURDAY, last)).toEqual(
				new Map([["08:00", 1]]),
			);
			expect(await hold("telegram:nam", at0800, last)).toEqual({
				kind: "full",
			});
			expect(await store.taken("so", THIS_SATURDAY, minutesLater(10))).toEqual(
				new Map(),
			);
			expect(
				await hold("telegram:nam", at0800, minutesLater(10)),
			).toMatchObject({ kind: "held", hold: { place: 1 } });
		});

		it("gives the person's earlier hold back, on another Saturday too", async () => {
			await hold("telegram:hoa", at0800);
			await hold("telegram:hoa", nextAt0800);
			expect(await store.taken("so", THIS_SATURDAY, NOW)).toEqual(new Map());
			expect(await hold("telegram:nam", at0800)).toMatchObject({
				kind: "held",
			});
		});

		it("keeps the earlier hold when the new half hour is full", async () => {
			await hold("telegram:nam", at0830);
			await hold("telegram:hoa", at0800);
			expect(await hold("telegram:hoa", at0830)).toEqual({ kind: "full" });
			expect(await hold("telegram:tu", at0800)).toEqual({ kind: "full" });
		});

		it("is given back on request", async () => {
			await hold("telegram:hoa");
			await store.release("telegram:hoa");
			await store.release("telegram:hoa");
			expect(await hold("telegram:nam")).toMatchObject({ kind: "held" });
		});

		it("is refused to somebody who has a booking in that session", async () => {
			await confirm({ code: "T7-222222" });
			expect(await hold("telegram:hoa", at0830)).toMatchObject({
				kind: "already-booked",
				booking: { code: "T7-222222" },
			});
		});
	});

	describe("confirming", () => {
		it("turns the hold into a booking", async () => {
			await hold("telegram:hoa");
			const outcome = await confirm({
				code: "T7-222222",
				procedure: "2.001583",
			});
			const booking = {
				...at0800,
				code: "T7-222222",
				person: "telegram:hoa",
				place: 1,
				status: "booked",
				sequence: 0,
				procedure: "2.001583",
				visitor: { name: "chị Hoa", phone: "0900000001" },
				bookedAt: NOW,
			};
			expect(outcome).toEqual({ kind: "booked", booking });
			expect(await store.find("T7-222222")).toEqual(booking);
			expect(await store.session("so", THIS_SATURDAY)).toEqual([booking]);
			expect(await store.taken("so", THIS_SATURDAY, NOW)).toEqual(
				new Map([["08:00", 1]]),
			);
		});

		it("takes a free seat when the hold has ended, and says when there is none", async () => {
			await hold("telegram:hoa");
			await hold("telegram:nam", at0800, minutesLater(11));
			expect(await confirm({ code: "T7-222222" }, minutesLater(12))).toEqual({
				kind: "full",
			});
			expect(
				await confirm({ code: "T7-222222" }, minutesLater(21)),
			).toMatchObject({ kind: "booked" });
		});

		it("does not take a seat that somebody else holds", async () => {
			await hold("telegram:nam");
			expect(await confirm({ code: "T7-222222" })).toEqual({ kind: "full" });
		});

		it("makes one booking of the same tap twice", async () => {
			const outcomes = await Promise.all([
				confirm({ code: "T7-222222" }, NOW, 8),
				confirm({ code: "T7-333333" }, NOW, 8),
			]);
			expect(outcomes).toMatchObject([
				{ kind: "booked", booking: { code: "T7-222222" } },
				{ kind: "already-booked", booking: { code: "T7-222222" } },
			]);
			expect(await store.session("so", THIS_SATURDAY)).toHaveLength(1);
		});

		it("lets a person have two bookings ahead, of which past ones are none", async () => {
			const third = { ...at0800, day: "2026-12-12" } as const;
			const yesterday = { ...at0800, day: "2026-11-21" } as const;
			await confirm({ ...yesterday, code: "T7-222222" });
			await confirm({ code: "T7-333333" });
			await confirm({ ...nextAt0800, code: "T7-444444" });
			expect(await confirm({ ...third, code: "T7-555555" })).toMatchObject({
				kind: "too-many",
				bookings: [{ code: "T7-333333" }, { code: "T7-444444" }],
			});
			expect(await hold("telegram:hoa", third)).toMatchObject({
				kind: "too-many",
			});
			expect(await store.ahead("telegram:hoa", TODAY)).toHaveLength(2);
		});

		it("says when the code is in use and writes nothing", async () => {
			await confirm({ code: "T7-222222" });
			expect(
				await confirm({
					...nextAt0800,
					code: "T7-222222",
					person: "telegram:nam",
				}),
			).toEqual({ kind: "code-taken" });
			expect(await store.session("so", NEXT_SATURDAY)).toEqual([]);
		});

		it("sells no gap below a place that the desk took away", async () => {
			await confirm({ code: "T7-222222", person: "telegram:a" }, NOW, 3);
			await confirm({ code: "T7-333333", person: "telegram:b" }, NOW, 3);
			await confirm({ code: "T7-444444", person: "telegram:c" }, NOW, 3);
			await store.cancel("T7-222222");
			expect(
				await confirm({ code: "T7-555555", person: "telegram:d" }, NOW, 2),
			).toEqual({ kind: "full" });
		});
	});

	describe("a thousand people at once", () => {
		it("get exactly eight seats of eight, and 992 clear refusals", async () => {
			const code = countedCodes();
			const outcomes = await Promise.all(
				Array.from({ length: 1000 }, (_, index) =>
					confirm(
						{
							code: code(),
							person: `telegram:${index}`,
						},
						NOW,
						8,
					),
				),
			);
			const booked = outcomes.filter(({ kind }) => kind === "booked");
			const full = outcomes.filter(({ kind }) => kind === "full");
			expect([booked.length, full.length]).toEqual([8, 992]);
			const session = await store.session("so", THIS_SATURDAY);
			expect(session.map(({ place }) => place)).toEqual([
				1, 2, 3, 4, 5, 6, 7, 8,
			]);
			expect(new Set(session.map(({ code }) => code)).size).toBe(8);
		});

		it("move into one last seat, and 199 of 200 keep their old one", async () => {
			const code = countedCodes();
			const movers = Array.from({ length: 200 }, (_, index) => ({
				code: code(),
				person: `telegram:${index}`,
			}));
			await Promise.all(movers.map((mover) => confirm(mover, NOW, 200)));
			const outcomes = await Promise.all(
				movers.map(({ code }) => store.move(code, nextAt0800, NOW, places(1))),
			);
			const moved = outcomes.filter(({ kind }) => kind === "moved");
			expect(moved).toHaveLength(1);
			expect(await store.session("so", NEXT_SATURDAY)).toHaveLength(1);
			expect(await store.session("so", THIS_SATURDAY)).toHaveLength(199);
		});
	});

	describe("moving", () => {
		it("gets the new seat and gives up the old one", async () => {
			await confirm({ code: "T7-222222" });
			expect(
				await store.move("T7-222222", nextAt0800, NOW, places(1)),
			).toMatchObject({
				kind: "moved",
				booking: { ...nextAt0800, code: "T7-222222", place: 1, sequence: 1 },
				from: at0800,
			});
			expect(await store.session("so", THIS_SATURDAY)).toEqual([]);
			expect(await store.find("T7-222222")).toMatchObject(nextAt0800);
			expect(await hold("telegram:nam")).toMatchObject({ kind: "held" });
		});

		it("within the session needs no second booking", async () => {
			await confirm({ code: "T7-222222" });
			expect(
				await store.move("T7-222222", at0830, NOW, places(1)),
			).toMatchObject({ kind: "moved", booking: at0830 });
			expect(await store.taken("so", THIS_SATURDAY, NOW)).toEqual(
				new Map([["08:30", 1]]),
			);
		});

		it("keeps the old seat when the new half hour is full", async () => {
			await confirm({ code: "T7-222222" });
			await confirm({
				...nextAt0800,
				code: "T7-333333",
				person: "telegram:nam",
			});
			const before = await store.find("T7-222222");
			expect(await store.move("T7-222222", nextAt0800, NOW, places(1))).toEqual(
				{ kind: "full" },
			);
			expect(await store.find("T7-222222")).toEqual(before);
			expect(await store.session("so", THIS_SATURDAY)).toEqual([before]);
		});

		it("into a session where the person sits already is refused", async () => {
			await confirm({ code: "T7-222222" });
			await confirm({ ...nextAt0800, code: "T7-333333" });
			expect(
				await store.move("T7-222222", nextAt0800, NOW, places(8)),
			).toMatchObject({
				kind: "already-booked",
				booking: { code: "T7-333333" },
			});
		});

		it("to where it is already changes nothing", async () => {
			await confirm({ code: "T7-222222" });
			expect(
				await store.move("T7-222222", at0800, NOW, places(1)),
			).toMatchObject({ kind: "moved", booking: { sequence: 0 } });
		});

		it("swaps two people over two Saturdays at the same moment", async () => {
			await confirm({ code: "T7-222222" });
			await confirm({
				...nextAt0800,
				code: "T7-333333",
				person: "telegram:nam",
			});
			await Promise.all([
				store.move("T7-222222", nextAt0800, NOW, places(2)),
				store.move("T7-333333", at0800, NOW, places(2)),
			]);
			expect(await store.find("T7-222222")).toMatchObject(nextAt0800);
			expect(await store.find("T7-333333")).toMatchObject(at0800);
		});

		it("uses the seat that the person holds", async () => {
			await confirm({ code: "T7-222222" });
			await hold("telegram:hoa", nextAt0800);
			expect(
				await store.move("T7-222222", nextAt0800, NOW, places(1)),
			).toMatchObject({ kind: "moved", booking: { place: 1 } });
		});

		it("knows neither a strange code nor a cancelled one", async () => {
			await confirm({ code: "T7-222222" });
			await store.cancel("T7-222222");
			for (const code of ["T7-222222", "T7-999999"] as const)
				expect(await store.move(code, nextAt0800, NOW, places(1))).toEqual({
					kind: "not-found",
				});
		});
	});

	describe("cancelling", () => {
		it("gives the seat back and stays on the list as cancelled", async () => {
			await confirm({ code: "T7-222222" });
			expect(await store.cancel("T7-222222")).toMatchObject({
				kind: "cancelled",
				booking: { status: "cancelled", sequence: 1 },
			});
			expect(await store.taken("so", THIS_SATURDAY, NOW)).toEqual(new Map());
			expect(await store.ahead("telegram:hoa", TODAY)).toEqual([]);
			expect(await store.session("so", THIS_SATURDAY)).toMatchObject([
				{ code: "T7-222222", status: "cancelled" },
			]);
		});

		it("twice is one cancellation", async () => {
			await confirm({ code: "T7-222222" });
			const first = await store.cancel("T7-222222");
			expect(await store.cancel("T7-222222")).toEqual(first);
		});

		it("does not know a strange code", async () => {
			expect(await store.cancel("T7-999999")).toEqual({ kind: "not-found" });
		});
	});

	describe("what is kept about a person", () => {
		it("can be corrected", async () => {
			await confirm({ code: "T7-222222" });
			const visitor = { name: "bác Tư", onBehalfOf: "mẹ" };
			expect(await store.correct("T7-222222", visitor)).toMatchObject({
				visitor,
				sequence: 0,
			});
			expect((await store.find("T7-222222"))?.visitor).toEqual(visitor);
			expect(await store.correct("T7-999999", visitor)).toBeUndefined();
		});

		it("is wiped on request: bookings ahead are cancelled, past ones stay as counts", async () => {
			const past = { ...at0800, day: "2026-11-21" } as const;
			await confirm({ ...past, code: "T7-222222" });
			await confirm({ code: "T7-333333" });
			await confirm({ code: "T7-444444", person: "telegram:nam" }, NOW, 2);
			await hold("telegram:hoa", nextAt0800);
			expect(await store.forget("telegram:hoa", TODAY)).toBe(2);

			const [before] = await store.session("so", "2026-11-21");
			const [ahead, other] = await store.session("so", THIS_SATURDAY);
			expect(before).toMatchObject({ status: "booked", sequence: 0 });
			expect(ahead).toMatchObject({ status: "cancelled", sequence: 1 });
			for (const booking of [before, ahead]) {
				expect(booking).not.toHaveProperty("person");
				expect(booking).not.toHaveProperty("visitor");
			}
			expect(other).toMatchObject({ person: "telegram:nam" });
			expect(await hold("telegram:tu", nextAt0800)).toMatchObject({
				kind: "held",
			});
			expect(await store.correct("T7-333333", { name: "Hoa" })).toBe(undefined);
			expect(await store.forget("telegram:hoa", TODAY)).toBe(0);
		});

		it("is wiped from every booking before a day, and only from those", async () => {
			const past = { ...at0800, day: "2026-11-21" } as const;
			await confirm({ ...past, code: "T7-222222" });
			await confirm({ code: "T7-333333" });
			expect(await store.wipeBefore(THIS_SATURDAY)).toBe(1);
			const [wiped] = await store.session("so", "2026-11-21");
			expect(wiped).not.toHaveProperty("person");
			expect(wiped).not.toHaveProperty("visitor");
			expect(wiped).toMatchObject({ status: "booked", code: "T7-222222" });
			expect(await store.find("T7-333333")).toMatchObject({
				person: "telegram:hoa",
				visitor: { name: "chị Hoa" },
			});
			expect(await store.wipeBefore(THIS_SATURDAY)).toBe(0);
		});
	});

	describe("what a person knows of a booking", () => {
		const told = async () => (await store.find("T7-222222"))?.told;

		it("is nothing until they were told, and grows only", async () => {
			await confirm({ code: "T7-222222" });
			expect(await told()).toBeUndefined();
			await store.tell("T7-222222", { sequence: 0 });
			expect(await told()).toBe(0);
			await store.move("T7-222222", at0830, NOW, places(1));
			expect(await told()).toBe(0);
			await store.tell("T7-222222", { sequence: 1 });
			await store.tell("T7-222222", { sequence: 0 });
			expect(await told()).toBe(1);
			await store.tell("T7-999999", { sequence: 0 });
		});

		it("holds for the seat: another seat is reminded of anew", async () => {
			await confirm({ code: "T7-222222" });
			const given = async () => (await store.find("T7-222222"))?.given;
			await store.tell("T7-222222", { sequence: 0, given: ["friday"] });
			await store.tell("T7-222222", { sequence: 0, given: ["two-hours"] });
			expect(await given()).toEqual(["friday", "two-hours"]);
			await store.move("T7-222222", nextAt0800, NOW, places(1));
			expect(await given()).toBeUndefined();
			await store.tell("T7-222222", { sequence: 0, given: ["friday"] });
			expect(await given()).toBeUndefined();
		});

		it("does not owe a reminder whose moment had passed when the seat was taken", async () => {
			const fridayNight = new Date("2026-11-27T20:00:00+07:00");
			const atSeven = new Date("2026-11-28T07:00:00+07:00");
			await confirm({ code: "T7-222222" }, fridayNight);
			await confirm({ ...at0830, code: "T7-333333", person: "web:b" }, atSeven);
			expect(await store.find("T7-222222")).toMatchObject({
				given: ["friday"],
			});
			expect(await store.find("T7-333333")).toMatchObject({
				given: ["friday", "two-hours"],
			});
		});
	});

	describe("a link", () => {
		it("adds a conversation once, the latest last, and tells it of the booking", async () => {
			await confirm({ code: "T7-222222" });
			await store.link("T7-222222", "zalo:hoa", NOW);
			await store.link("T7-222222", "web:hoa", NOW);
			const linked = await store.link("T7-222222", "zalo:hoa", NOW);
			expect(linked).toMatchObject({ told: 0, links: ["web:hoa", "zalo:hoa"] });
			expect(await store.find("T7-222222")).toEqual(linked);
			await store.link("T7-222222", "telegram:hoa", NOW);
			expect((await store.find("T7-222222"))?.links).toHaveLength(2);
			expect(await store.link("T7-999999", "zalo:hoa", NOW)).toBeUndefined();
		});

		it("goes with whoever is forgotten, and the booking stays its owner's", async () => {
			await confirm({ code: "T7-222222" });
			await store.link("T7-222222", "zalo:hoa", NOW);
			await store.link("T7-222222", "web:hoa", NOW);
			expect(await store.forget("zalo:hoa", TODAY)).toBe(0);
			expect(await store.find("T7-222222")).toMatchObject({
				status: "booked",
				person: "telegram:hoa",
				links: ["web:hoa"],
			});
			await store.forget("telegram:hoa", TODAY);
			expect(await store.find("T7-222222")).not.toHaveProperty("links");
			expect(await store.link("T7-222222", "web:hoa", NOW)).toBeUndefined();
		});
	});

	it("lists every booking from a day on, over all desks, cancelled ones too", async () => {
		const past = { ...at0800, day: "2026-11-21" } as const;
		await confirm({ ...past, code: "T7-222222" });
		await confirm({ code: "T7-333333" });
		await confirm({ ...nextAt0800, desk: "phuong", code: "T7-444444" });
		await store.cancel("T7-333333");
		const codes = (await store.since(TODAY)).map(({ code }) => code);
		expect(codes.sort()).toEqual(["T7-333333", "T7-444444"]);
	});

	it("keeps desks apart and lists a session by time and place", async () => {
		const other = { ...at0800, desk: "phuong" };
		await confirm({ ...at0830, code: "T7-222222", person: "telegram:a" });
		await confirm({ code: "T7-333333", person: "telegram:b" }, NOW, 2);
		await confirm({ code: "T7-444444", person: "telegram:c" }, NOW, 2);
		await confirm({ ...other, code: "T7-555555", person: "telegram:a" });
		const codes = async (desk: string) =>
			(await store.session(desk, THIS_SATURDAY)).map(({ code }) => code);
		expect(await codes("so")).toEqual(["T7-333333", "T7-444444", "T7-222222"]);
		expect(await codes("phuong")).toEqual(["T7-555555"]);
	});
}
