import { describe, expect, it } from "vitest";
import { type BookingCode, codeGenerator } from "../../src/booking/code.js";
import { createBookingDesk } from "../../src/booking/desk.js";
import type { Desk } from "../../src/knowledge/schema.js";
import { memoryBookings } from "../../src/store/memory/bookings.js";
import { aDesk } from "./a-desk.js";
import {
	at0800,
	at0830,
	countedCodes,
	minutesLater,
	NEXT_SATURDAY,
	NOW,
	nextAt0800,
	THIS_SATURDAY,
} from "./morning.js";
import { calendar } from "./saturdays-2026-2027.js";

/** A desk over a new store, with a clock and a knowledge that the test can change. */
function open(wish: Partial<Desk> = {}, code = countedCodes()) {
	const world = { now: NOW, desks: [aDesk(wish)] };
	const desk = createBookingDesk({
		store: memoryBookings(),
		desks: () => world.desks,
		calendar: () => calendar,
		clock: () => world.now,
		code,
	});
	return { world, desk };
}

const hoa = { name: "chị Hoa" };

describe("what can be chosen", () => {
	it("is every open Saturday with its free seats, earliest first, full ones too", async () => {
		const { desk } = open({
			sessions: [{ from: "08:00", to: "08:30" }],
			placesPerHalfHour: 1,
			weeksAhead: 2,
		});
		await desk.confirm("telegram:hoa", at0800, hoa);
		expect(
			(await desk.sessions()).map(({ day, free }) => ({ day, free })),
		).toEqual([
			{ day: THIS_SATURDAY, free: 0 },
			{ day: NEXT_SATURDAY, free: 1 },
		]);
	});

	it("lists every desk's Saturdays in the order of days", async () => {
		const { world, desk } = open({ weeksAhead: 2 });
		world.desks = [
			aDesk({ weeksAhead: 2 }),
			aDesk({ id: "xa", weeksAhead: 1 }),
		];
		expect(
			(await desk.sessions()).map((offer) => [offer.day, offer.desk.id]),
		).toEqual([
			[THIS_SATURDAY, "so"],
			[THIS_SATURDAY, "xa"],
			[NEXT_SATURDAY, "so"],
		]);
	});

	it("are the half hours that have not closed", async () => {
		const { world, desk } = open({ closesMinutesBefore: 30 });
		world.now = new Date("2026-11-28T10:15:00+07:00");
		expect(await desk.hours("so", THIS_SATURDAY)).toEqual([
			{ time: "11:00", free: 2 },
		]);
	});

	it("is nothing on a day the desk is shut, or at a desk nobody knows", async () => {
		const { desk } = open();
		expect(await desk.hours("so", "2027-02-06")).toEqual([]);
		expect(await desk.hours("so", "2026-11-29")).toEqual([]);
		expect(await desk.hours("xa", THIS_SATURDAY)).toEqual([]);
	});

	it("is nearest to the wish first, the earlier one where two are as near", async () => {
		const { desk } = open({ placesPerHalfHour: 1 });
		await desk.confirm("telegram:hoa", at0800, hoa);
		expect(await desk.nearest(at0800, 3)).toEqual([
			{ time: "07:30", free: 1 },
			{ time: "08:30", free: 1 },
			{ time: "09:00", free: 1 },
		]);
	});

	it("follows the knowledge while the desk is open", async () => {
		const { world, desk } = open();
		world.desks = [aDesk({ closed: [THIS_SATURDAY] })];
		expect(await desk.hold("telegram:hoa", at0800)).toEqual({
			kind: "closed",
			slot: at0800,
		});
		world.desks = [];
		expect(await desk.sessions()).toEqual([]);
	});
});

describe("holding and confirming", () => {
	it("holds a seat for ten minutes", async () => {
		const { desk } = open();
		expect(await desk.hold("telegram:hoa", at0800)).toMatchObject({
			kind: "held",
			hold: { until: minutesLater(10) },
		});
	});

	it("holds no longer than the half hour can be confirmed", async () => {
		const { world, desk } = open({ closesMinutesBefore: 30 });
		world.now = new Date("2026-11-28T07:26:00+07:00");
		expect(await desk.hold("telegram:hoa", at0800)).toMatchObject({
			kind: "held",
			hold: { until: new Date("2026-11-28T07:30:00+07:00") },
		});
	});

	it("is too late when the half hour has closed, on the day or weeks after", async () => {
		const { world, desk } = open({ closesMinutesBefore: 30 });
		for (const now of [
			"2026-11-28T07:30:00+07:00",
			"2026-12-24T09:00:00+07:00",
		]) {
			world.now = new Date(now);
			const tooLate = { kind: "too-late", slot: at0800 };
			expect(await desk.hold("telegram:hoa", at0800)).toEqual(tooLate);
			expect(await desk.confirm("telegram:hoa", at0800, hoa)).toEqual(tooLate);
		}
	});

	it("is closed off the half hours, off the calendar and too far ahead", async () => {
		const { desk } = open();
		const slots = [
			{ ...at0800, time: "08:10" },
			{ ...at0800, time: "12:00" },
			{ ...at0800, day: "2026-11-29" },
			{ ...at0800, day: "2027-05-01" },
			{ ...at0800, day: "2027-03-06" },
			{ ...at0800, desk: "xa" },
		] as const;
		for (const slot of slots)
			expect(await desk.confirm("telegram:hoa", slot, hoa)).toEqual({
				kind: "closed",
				slot,
			});
	});

	it("books what was agreed, and nothing else of what the caller had", async () => {
		const { desk } = open();
		const slot = { ...at0800, free: 2 };
		expect(await desk.confirm("telegram:hoa", slot, hoa, "2.001583")).toEqual({
			kind: "booked",
			booking: {
				...at0800,
				code: "T7-222222",
				person: "telegram:hoa",
				place: 1,
				status: "booked",
				sequence: 0,
				procedure: "2.001583",
				visitor: hoa,
				bookedAt: NOW,
			},
		});
	});

	it("gives a person two Saturdays ahead and no third", async () => {
		const { desk } = open();
		const third = { ...at0800, day: "2026-12-12" } as const;
		await desk.confirm("telegram:hoa", at0800, hoa);
		await desk.confirm("telegram:hoa", nextAt0800, hoa);
		expect(await desk.confirm("telegram:hoa", third, hoa)).toMatchObject({
			kind: "too-many",
		});
		expect(await desk.mine("telegram:hoa")).toMatchObject([at0800, nextAt0800]);
	});
});

describe("codes", () => {
	const inOrder = (codes: BookingCode[]) => () => codes.shift() ?? "T7-ZZZZZZ";

	it("are drawn again when one is in use", async () => {
		const { desk } = open(
			{},
			inOrder(["T7-222222", "T7-222222", "T7-222222", "T7-333333"]),
		);
		await desk.confirm("telegram:hoa", at0800, hoa);
		expect(
			await desk.confirm("telegram:nam", at0800, { name: "anh Nam" }),
		).toMatchObject({ kind: "booked", booking: { code: "T7-333333" } });
	});

	it("that never change are an error, not an endless search", async () => {
		const { desk } = open(
			{},
			codeGenerator(() => 0),
		);
		await desk.confirm("telegram:hoa", at0800, hoa);
		await expect(
			desk.confirm("telegram:nam", at0800, { name: "anh Nam" }),
		).rejects.toThrow("code generator");
	});
});

describe("moving and cancelling", () => {
	async function booked() {
		const opened = open({ closesMinutesBefore: 30 });
		const outcome = await opened.desk.confirm("telegram:hoa", at0800, hoa);
		if (outcome.kind !== "booked") throw new Error(outcome.kind);
		return { ...opened, code: outcome.booking.code };
	}

	it("moves to another half hour", async () => {
		const { desk, code } = await booked();
		expect(await desk.move(code, at0830)).toMatchObject({
			kind: "moved",
			booking: { ...at0830, code },
			from: at0800,
		});
		expect(await desk.mine("telegram:hoa")).toMatchObject([at0830]);
	});

	it("moves to no half hour that is closed, and keeps the old one", async () => {
		const { desk, code } = await booked();
		const noon = { ...at0800, time: "12:00" } as const;
		expect(await desk.move(code, noon)).toEqual({ kind: "closed", slot: noon });
		expect(await desk.find(code)).toMatchObject(at0800);
	});

	it("is too late once the booked half hour has closed", async () => {
		const { world, desk, code } = await booked();
		world.now = new Date("2026-11-28T07:30:00+07:00");
		const tooLate = { kind: "too-late", slot: at0800 };
		expect(await desk.move(code, nextAt0800)).toEqual(tooLate);
		expect(await desk.cancel(code)).toEqual(tooLate);
		expect(await desk.find(code)).toMatchObject({ status: "booked" });
	});

	it("is too late for a target that has closed", async () => {
		const { world, desk } = await booked();
		const at1100 = { ...at0800, time: "11:00" } as const;
		const outcome = await desk.confirm("telegram:nam", at1100, hoa);
		if (outcome.kind !== "booked") throw new Error(outcome.kind);
		world.now = new Date("2026-11-28T08:00:00+07:00");
		expect(await desk.move(outcome.booking.code, at0830)).toEqual({
			kind: "too-late",
			slot: at0830,
		});
	});

	it("stays possible on a day, and at a desk, closed after the booking", async () => {
		const { world, desk, code } = await booked();
		world.desks = [aDesk({ id: "xa" })];
		expect(await desk.move(code, { ...nextAt0800, desk: "xa" })).toMatchObject({
			kind: "moved",
		});
		world.desks = [];
		expect(await desk.cancel(code)).toMatchObject({ kind: "cancelled" });
	});

	it("cancels once, however often it is asked, and says when the code is strange", async () => {
		const { desk, code } = await booked();
		const first = await desk.cancel(code);
		expect(first).toMatchObject({
			kind: "cancelled",
			booking: { status: "cancelled", sequence: 1 },
		});
		expect(await desk.cancel(code)).toEqual(first);
		expect(await desk.mine("telegram:hoa")).toEqual([]);
		expect(await desk.cancel("T7-999999")).toEqual({ kind: "not-found" });
		expect(await desk.move(code, at0830)).toEqual({ kind: "not-found" });
	});
});
