import { expect, it } from "vitest";
import { placeFor } from "../../src/booking/places.js";
import { EMPTY, withBooking } from "../../src/booking/seats.js";
import type { BookingStore } from "../../src/booking/store.js";
import { openOffice, slotAt } from "../booking/a-saturday.js";
import {
	countedCodes,
	NOW,
	places,
	request,
	THIS_SATURDAY,
} from "../booking/morning.js";
import { open, temporaryFolder } from "./folder.js";

/** A thousand people want one of eight places of 8:00; gives how many were told that they have it. */
async function race(store: Pick<BookingStore, "confirm">): Promise<number> {
	const code = countedCodes();
	const outcomes = await Promise.all(
		Array.from({ length: 1000 }, (_, index) =>
			store.confirm(
				request({ code: code(), person: `telegram:${index}` }),
				NOW,
				places(8),
			),
		),
	);
	return outcomes.filter(({ kind }) => kind === "booked").length;
}

/** What the port forbids: it looks, waits for the disk, and then writes what it decided before. */
function readThenWrite(): Pick<BookingStore, "confirm"> {
	let saturday = EMPTY;
	return {
		confirm: async ({ code, person, visitor, ...slot }, now, limits) => {
			const seen = saturday;
			const place = placeFor(person, seen, slot, now, limits.places);
			await new Promise(setImmediate);
			if (place === undefined) return { kind: "full" };
			const booking = {
				...slot,
				code,
				person,
				visitor,
				place,
				status: "booked",
				sequence: 0,
				bookedAt: now,
			} as const;
			saturday = withBooking(saturday, booking);
			return { kind: "booked", booking };
		},
	};
}

it("a store that reads and then writes oversells: the race is one that can be lost", async () => {
	expect(await race(readThenWrite())).toBe(1000);
});

it("while places are planned and the day is closed, nobody gets in behind: all who have a seat were seen", async () => {
	const stores = await open(await temporaryFolder());
	const office = openOffice(stores.bookings, { placesPerHalfHour: 8 });
	const { saturday, booking } = office;
	const opened = (places: number) =>
		saturday.plan("so", THIS_SATURDAY, { desk: "so", open: true, places }, 0);
	const shut = { desk: "so", open: false };
	async function close(): Promise<number> {
		for (;;) {
			const seen = await saturday.hits("so", THIS_SATURDAY, shut);
			const outcome = await saturday.plan(
				"so",
				THIS_SATURDAY,
				shut,
				seen.length,
			);
			if (outcome.kind === "planned") return outcome.hits.length;
		}
	}
	let next = 0;
	const rush = () =>
		Array.from({ length: 50 }, async () => {
			const person = `telegram:${next++}`;
			await new Promise((resolve) => setTimeout(resolve, next / 20));
			return booking.confirm(person, slotAt("08:00"), { name: "x" });
		});
	const before = [...rush(), ...rush()];
	await opened(12);
	const during = rush();
	await opened(3);
	const closing = close();
	const outcomes = await Promise.all([...before, ...during, ...rush()]);
	const told = await closing;
	const booked = outcomes.filter(({ kind }) => kind === "booked").length;
	expect(booked).toBeGreaterThan(0);
	expect(booked).toBeLessThanOrEqual(12);
	expect(told).toBe(booked);
	await stores.close();
});

it("a thousand people get eight seats, and the same eight after a restart", async () => {
	const folder = await temporaryFolder();
	const stores = await open(folder);
	expect(await race(stores.bookings)).toBe(8);
	const before = await stores.bookings.session("so", THIS_SATURDAY);
	await stores.close();

	const again = await open(folder);
	expect(before).toHaveLength(8);
	expect(await again.bookings.session("so", THIS_SATURDAY)).toEqual(before);
	await again.close();
});
