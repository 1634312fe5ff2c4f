import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BookingCode } from "../../src/booking/code.js";
import type { BookingStore, Hold, Slot } from "../../src/booking/store.js";
import { memoryBookings } from "../../src/store/memory/bookings.js";
import {
	countedCodes,
	minutesLater,
	NEXT_SATURDAY,
	places,
	request,
	THIS_SATURDAY,
	TODAY,
} from "../booking/morning.js";
import { open, temporaryFolder } from "./folder.js";

/** Few people, half hours and places, so that they meet all the time. */
const PLACES = 2;
const person = fc.constantFrom("a", "b", "c", "d", "e");
const slot: fc.Arbitrary<Slot> = fc.record({
	desk: fc.constant("so"),
	day: fc.constantFrom(THIS_SATURDAY, NEXT_SATURDAY),
	time: fc.constantFrom("08:00" as const, "08:30" as const),
});
/** The first, second, … code that was given out. */
const code = fc.nat(7);

const act = fc.oneof(
	fc.record({ act: fc.constant("hold" as const), person, slot }),
	fc.record({ act: fc.constant("release" as const), person }),
	fc.record({ act: fc.constant("confirm" as const), person, slot }),
	fc.record({ act: fc.constant("move" as const), code, slot }),
	fc.record({ act: fc.constant("cancel" as const), code }),
	fc.record({ act: fc.constant("forget" as const), person }),
	fc.record({ act: fc.constant("wait" as const), minutes: fc.nat(11) }),
);
type Act = typeof act extends fc.Arbitrary<infer Kind> ? Kind : never;

/** Somebody who plays a list of acts on a store; the clock and the codes are the player's own. */
function player(store: BookingStore) {
	const draw = countedCodes();
	const codes = Array.from({ length: 8 }, draw);
	let minutes = 0;
	let next = 0;
	const now = () => minutesLater(minutes);
	const play = async (step: Act) => {
		switch (step.act) {
			case "wait":
				minutes += step.minutes;
				return undefined;
			case "hold": {
				const until = minutesLater(10, now());
				return store.hold(step.slot, step.person, until, now(), places(PLACES));
			}
			case "release":
				return store.release(step.person);
			case "confirm": {
				const code = codes[next++ % 8] as BookingCode;
				return store.confirm(
					request({ ...step.slot, code, person: step.person }),
					now(),
					places(PLACES),
				);
			}
			case "move":
				return store.move(
					codes[step.code] as BookingCode,
					step.slot,
					now(),
					places(PLACES),
				);
			case "cancel":
				return store.cancel(codes[step.code] as BookingCode);
			case "forget":
				return store.forget(step.person, TODAY);
		}
	};
	return { play, now };
}

const everyBooking = async (store: BookingStore) => [
	...(await store.session("so", THIS_SATURDAY)),
	...(await store.session("so", NEXT_SATURDAY)),
];

describe("whatever people do, in whatever order", () => {
	it("no seat has two people, no person two seats in a session, no half hour more than its places", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(act, { maxLength: 60 }), async (acts) => {
				const store = memoryBookings();
				const { play, now } = player(store);
				const holds = new Map<string, Hold>();
				for (const step of acts) {
					const outcome = await play(step);
					if ("person" in step && typeof outcome === "object") {
						if (outcome.kind === "booked") holds.delete(step.person);
						if (outcome.kind === "held") holds.set(step.person, outcome.hold);
					} else if ("person" in step) holds.delete(step.person);
					if (typeof outcome === "object" && outcome.kind === "moved")
						if (outcome.booking.sequence > 0)
							holds.delete(outcome.booking.person ?? "");

					const active = (await everyBooking(store)).filter(
						({ status }) => status === "booked",
					);
					const seats = [
						...active,
						...[...holds.values()].filter(({ until }) => until > now()),
					].map(({ day, time, place }) => `${day} ${time} ${place}`);
					expect(new Set(seats).size).toBe(seats.length);
					expect(seats.every((seat) => /[12]$/.test(seat))).toBe(true);
					const people = active.map(({ day, person }) => `${day} ${person}`);
					expect(new Set(people).size).toBe(people.length);
					for (const day of [THIS_SATURDAY, NEXT_SATURDAY])
						for (const taken of (await store.taken("so", day, now())).values())
							expect(taken).toBeLessThanOrEqual(PLACES);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it("the files say what memory says, act by act and after a restart", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(act, { minLength: 5, maxLength: 25 }),
				async (acts) => {
					const memory = memoryBookings();
					const folder = await temporaryFolder();
					const stores = await open(folder);
					const one = player(memory);
					const other = player(stores.bookings);
					for (const step of acts)
						expect(await other.play(step)).toEqual(await one.play(step));
					await stores.close();

					const again = await open(folder);
					expect(await everyBooking(again.bookings)).toEqual(
						await everyBooking(memory),
					);
					for (const day of [THIS_SATURDAY, NEXT_SATURDAY])
						expect(await again.bookings.taken("so", day, one.now())).toEqual(
							await memory.taken("so", day, one.now()),
						);
					await again.close();
				},
			),
			{ numRuns: 30 },
		);
	}, 60_000);

	it("all at once comes to the same as one after the other", async () => {
		const atOnce = act.filter((step) => step.act !== "forget"); // which reads files first
		await fc.assert(
			fc.asyncProperty(
				fc.array(atOnce, { minLength: 5, maxLength: 40 }),
				async (acts) => {
					const stores = await open(await temporaryFolder());
					const one = player(memoryBookings());
					const other = player(stores.bookings);
					const expected = [];
					for (const step of acts) expected.push(await one.play(step));
					expect(await Promise.all(acts.map(other.play))).toEqual(expected);
					await stores.close();
				},
			),
			{ numRuns: 30 },
		);
	}, 60_000);
});
