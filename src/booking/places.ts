import type { LocalTime } from "../time.js";
import { isActive, type Saturday } from "./seats.js";
import type { Offer, Waiting } from "./session.js";
import type { Booking, PersonKey, Slot } from "./store.js";

/** Places in each half hour of a session: as planned, else as many as volunteers come, else as usual. */
export const placesOf = (
	{ plans, duties }: Saturday,
	desk: string,
	usual: number,
): number =>
	plans.find((plan) => plan.desk === desk)?.places ??
	(duties.filter((duty) => duty.desk === desk).length || usual);

/**
 * The place a person gets: the one kept for them, or the lowest free one. While others wait for the session, what is
 * free is theirs.
 */
export function placeFor(
	person: PersonKey | undefined,
	saturday: Saturday,
	slot: Slot,
	now: Date,
	usual: number,
): number | undefined {
	const kept = seats(saturday, now).find(
		(seat) =>
			"until" in seat && seat.person === person && isSameHour(seat, slot),
	);
	if (kept !== undefined) return kept.place;
	return somebodyWaits(saturday, slot.desk)
		? undefined
		: freePlace(saturday, slot, now, usual);
}

/**
 * The lowest free place, whoever may have it. Counted as well as numbered, so that a desk that took places away does not
 * fill the gaps below the places it lost.
 */
export function freePlace(
	saturday: Saturday,
	slot: Pick<Slot, "desk" | "time">,
	now: Date,
	usual: number,
): number | undefined {
	const sitting = seats(saturday, now).filter((seat) => isSameHour(seat, slot));
	if (sitting.length >= placesOf(saturday, slot.desk, usual)) return undefined;
	return lowestBut([...sitting, ...walkInsAt(saturday, slot)]);
}

/** A place above all others, for somebody whom no place was kept for. */
export function extraPlace(
	saturday: Saturday,
	slot: Pick<Slot, "desk" | "time">,
	now: Date,
	usual: number,
): number {
	const taken = [...seats(saturday, now), ...walkInsAt(saturday, slot)]
		.filter((seat) => isSameHour(seat, slot))
		.map(({ place }) => place);
	return Math.max(placesOf(saturday, slot.desk, usual), ...taken) + 1;
}

/** Seats that anybody may take now, of those in a half hour. */
export const freeFor = (
	saturday: Saturday,
	slot: Pick<Slot, "desk" | "time">,
	taken: ReadonlyMap<LocalTime, number>,
	usual: number,
): number =>
	somebodyWaits(saturday, slot.desk)
		? 0
		: Math.max(
				0,
				placesOf(saturday, slot.desk, usual) - (taken.get(slot.time) ?? 0),
			);

/** Whether somebody waits for a seat of the session and has none offered. */
export const somebodyWaits = ({ waiting }: Saturday, desk: string): boolean =>
	waiting.some((one) => one.desk === desk && isInLine(one));

/** Waits, and nothing is kept for them yet. */
export const isInLine = ({ offer, lapsed }: Waiting): boolean =>
	offer === undefined && lapsed === undefined;

/** What is kept for the person at this half hour because they waited. */
export const offerAt = (
	person: PersonKey,
	{ waiting }: Saturday,
	{ desk, time }: Slot,
	now: Date,
): Offer | undefined =>
	waiting.find(
		(one) =>
			one.person === person &&
			one.desk === desk &&
			one.offer?.time === time &&
			one.offer.until > now,
	)?.offer;

/** Seats taken in each half hour of a session; holds and offers that have not ended included, walk-ins not. */
export function takenIn(
	saturday: Saturday,
	desk: string,
	now: Date,
): Map<LocalTime, number> {
	const taken = new Map<LocalTime, number>();
	for (const seat of seats(saturday, now)) {
		if (seat.desk === desk)
			taken.set(seat.time, (taken.get(seat.time) ?? 0) + 1);
	}
	return taken;
}

interface Seat {
	readonly desk: string;
	readonly time: LocalTime;
	readonly place: number;
	/** Of a seat that is kept for a while, for whom and how long. */
	readonly person?: PersonKey;
	readonly until?: Date;
}

const isSameHour = (a: Seat, b: Pick<Slot, "desk" | "time">): boolean =>
	a.desk === b.desk && a.time === b.time;

/** Who sits on the places there are, or may. */
const seats = (saturday: Saturday, now: Date): Seat[] => [
	...saturday.bookings.filter(
		(booking) => isActive(booking) && booking.walkIn === undefined,
	),
	...saturday.holds.filter((hold) => hold.until > now),
	...saturday.waiting.flatMap(({ desk, person, offer }) =>
		offer !== undefined && offer.until > now
			? [{ desk, person, ...offer }]
			: [],
	),
];

const walkInsAt = (
	{ bookings }: Saturday,
	slot: Pick<Slot, "desk" | "time">,
): Booking[] =>
	bookings.filter(
		(booking) =>
			booking.walkIn && isActive(booking) && isSameHour(booking, slot),
	);

function lowestBut(sitting: readonly Pick<Seat, "place">[]): number {
	const taken = new Set(sitting.map(({ place }) => place));
	let place = 1;
	while (taken.has(place)) place++;
	return place;
}
