import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hoursLeft, whyShut } from "../../src/booking/calendar.js";
import type { BookingCode } from "../../src/booking/code.js";
import { isInLine, placesOf, takenIn } from "../../src/booking/places.js";
import { planOf } from "../../src/booking/plan-acts.js";
import { memoryBookings } from "../../src/store/memory/bookings.js";
import { dayAt, type LocalTime } from "../../src/time.js";
import { type Office, openOffice, slotAt } from "./a-saturday.js";
import { THIS_SATURDAY } from "./morning.js";

/** Two half hours and few places, so that people queue all the time. */
const TIMES = ["08:00", "08:30"] as const;
const person = fc.constantFrom("a", "b", "c", "d", "e", "f");
const time = fc.constantFrom<LocalTime>(...TIMES);
/** The first, second, … booking that was made. */
const nth = fc.nat(7);

const act = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.record({ act: fc.constant("book" as const), person, time }),
	},
	{
		weight: 4,
		arbitrary: fc.record({ act: fc.constant("wait" as const), person }),
	},
	fc.record({ act: fc.constant("hold" as const), person, time }),
	fc.record({ act: fc.constant("release" as const), person }),
	fc.record({ act: fc.constant("move" as const), nth, time }),
	{
		weight: 2,
		arbitrary: fc.record({ act: fc.constant("cancel" as const), nth }),
	},
	{
		weight: 3,
		arbitrary: fc.record({ act: fc.constant("accept" as const), person }),
	},
	fc.record({ act: fc.constant("leave" as const), person }),
	fc.record({ act: fc.constant("forget" as const), person }),
	fc.record({
		act: fc.constant("plan" as const),
		open: fc.boolean(),
		places: fc.integer({ min: 1, max: 3 }),
	}),
	fc.record({
		act: fc.constant("serve" as const),
		member: fc.constantFrom("tv-an", "tv-binh"),
	}),
	fc.record({
		act: fc.constant("dropOut" as const),
		member: fc.constantFrom("tv-an", "tv-binh"),
	}),
	{
		weight: 2,
		arbitrary: fc.record({
			act: fc.constant("pass" as const),
			minutes: fc.constantFrom(5, 29, 31, 61, 121, 24 * 60),
		}),
	},
);
type Step = typeof act extends fc.Arbitrary<infer Kind> ? Kind : never;

const session = { desk: "so", day: THIS_SATURDAY } as const;

async function play(
	office: Office,
	codes: BookingCode[],
	step: Step,
): Promise<void> {
	const { booking, saturday } = office;
	const code = "nth" in step ? codes[step.nth] : undefined;
	switch (step.act) {
		case "book": {
			const slot = slotAt(step.time);
			const outcome = await booking.confirm(step.person, slot, { name: "x" });
			if (outcome.kind === "booked") codes.push(outcome.booking.code);
			return;
		}
		case "wait":
			await booking.wait(step.person, session, { name: "x" });
			return;
		case "hold":
			await booking.hold(step.person, slotAt(step.time));
			return;
		case "release":
			return booking.release(step.person);
		case "move":
			if (code) await booking.move(code, slotAt(step.time));
			return;
		case "cancel":
			if (code) await booking.cancel(code);
			return;
		case "accept": {
			const [line] = await booking.waiting(step.person);
			if (!line?.offer) return;
			const slot = slotAt(line.offer.time);
			const outcome = await booking.confirm(step.person, slot, line.visitor);
			// What was offered and has not ended is theirs, whatever the others do.
			const isOpen = (await booking.hours("so", THIS_SATURDAY)).some(
				(hour) => hour.time === slot.time,
			);
			if (office.now < line.offer.until && isOpen)
				expect(outcome.kind).toBe("booked");
			if (outcome.kind === "booked") codes.push(outcome.booking.code);
			return;
		}
		case "leave":
			await booking.leaveLine(step.person, session);
			return;
		case "forget":
			await booking.forget(step.person);
			return;
		case "plan": {
			const plan = { desk: "so", open: step.open, places: step.places };
			const hits = await saturday.hits("so", THIS_SATURDAY, plan);
			await saturday.plan("so", THIS_SATURDAY, plan, hits.length);
			return;
		}
		case "serve":
			await saturday.serve("so", THIS_SATURDAY, step.member);
			return;
		case "dropOut":
			await saturday.dropOut("so", THIS_SATURDAY, step.member);
			return;
		case "pass":
			office.passes(step.minutes);
	}
}

/** What must be true of the session at any moment; `offered` right after a round of offers. */
async function check(office: Office, offered: boolean): Promise<void> {
	const kept = await office.store.saturday(THIS_SATURDAY);
	const { now } = office;
	const [desk] = office.desks;
	if (!desk) throw new Error("the office has no desk");
	const plan = planOf(kept, "so");
	const seats = [
		...kept.bookings.filter(({ status }) => status === "booked"),
		...kept.holds.filter(({ until }) => until > now),
		...kept.waiting.flatMap(({ offer }) =>
			offer && offer.until > now ? [offer] : [],
		),
	].map((seat) => `${seat.time} ${seat.place}`);
	expect(new Set(seats).size).toBe(seats.length);

	const inLine = kept.waiting.filter(({ lapsed }) => !lapsed);
	const people = [
		...inLine.map((one) => one.person),
		...kept.bookings.flatMap((one) =>
			one.status === "booked" && one.person ? [one.person] : [],
		),
	];
	expect(new Set(people).size).toBe(people.length);
	if (!offered) return;

	const isOpen =
		whyShut(THIS_SATURDAY, dayAt(now), desk, office.calendar, plan) ===
		undefined;
	const left = isOpen ? hoursLeft(now, THIS_SATURDAY, desk, plan) : [];
	const taken = takenIn(kept, "so", now);
	const places = placesOf(kept, "so", desk.placesPerHalfHour);
	const idle = left.filter((one) => (taken.get(one) ?? 0) < places);
	if (kept.waiting.some(isInLine)) expect(idle).toEqual([]);
	// Nobody is passed over: those with an offer stand before those without.
	const firstWithout = inLine.findIndex(isInLine);
	const lastWith = inLine.findLastIndex(({ offer }) => offer !== undefined);
	if (firstWithout >= 0) expect(lastWith).toBeLessThan(firstWithout);
}

describe("whatever people and members do, in whatever order", () => {
	it("no place is idle while people wait, no seat has two people, and an offer is kept", async () => {
		let busiest = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.array(act, { minLength: 10, maxLength: 60 }),
				async (steps) => {
					const office = openOffice(memoryBookings(), {
						sessions: [{ from: "08:00", to: "09:00" }],
						placesPerHalfHour: 1,
						closesMinutesBefore: 30,
					});
					const codes: BookingCode[] = [];
					for (const step of steps) {
						await play(office, codes, step);
						await check(office, false);
						await office.saturday.offerSeats();
						await check(office, true);
						const { waiting } = await office.store.saturday(THIS_SATURDAY);
						busiest = Math.max(busiest, waiting.length);
					}
				},
			),
			{ numRuns: 500 },
		);
		expect(busiest).toBeGreaterThan(1); // or it has shown nothing
	}, 60_000);

	it("gives a seat that is freed while everybody rushes to one person only", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(person, { minLength: 2, maxLength: 12 }),
				fc.constantFrom(0, 119, 120, 121, 240),
				async (rush, minutes) => {
					const office = openOffice(memoryBookings(), {
						sessions: [{ from: "08:00", to: "08:30" }],
						placesPerHalfHour: 1,
					});
					const { code } = await office.books("z", slotAt("08:00"));
					for (const one of ["a", "b", "c"])
						await office.booking.wait(one, session, { name: one });
					await office.booking.cancel(code);
					await office.saturday.offerSeats();
					office.passes(minutes);
					const outcomes = await Promise.all([
						...rush.map((one) =>
							office.booking.confirm(one, slotAt("08:00"), { name: one }),
						),
						office.saturday.offerSeats(),
						...rush.map((one) =>
							office.booking.confirm(one, slotAt("08:00"), { name: one }),
						),
					]);
					const booked = outcomes.flatMap((one) =>
						one?.kind === "booked" ? [one.booking.person] : [],
					);
					expect(booked.length).toBeLessThanOrEqual(1);
					const whose = minutes < 120 ? "a" : minutes < 240 ? "b" : undefined;
					if (whose && rush.includes(whose)) expect(booked).toEqual([whose]);
				},
			),
			{ numRuns: 200 },
		);
	});
});
