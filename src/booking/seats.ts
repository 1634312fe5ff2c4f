import type { LocalTime } from "../time.js";
import type { BookingCode } from "./code.js";
import type { Duty, Gap, Offer, Plan, Waiting } from "./session.js";
import type { Booking, Hold, PersonKey, Slot } from "./store.js";

/** All that is kept about one Saturday, over all desks. Never changed, only replaced. */
export interface Saturday {
	readonly bookings: readonly Booking[];
	readonly holds: readonly Hold[];
	/** At most one for each desk. */
	readonly plans: readonly Plan[];
	readonly duties: readonly Duty[];
	readonly gaps: readonly Gap[];
	/** Gaps that somebody fills, until those who were asked have been told so. */
	readonly filled: readonly Gap[];
	/** In the order in which they came. */
	readonly waiting: readonly Waiting[];
	/** How many ever put their name on a desk's waiting list: a count that stays when they are forgotten. */
	readonly waited: Readonly<Record<string, number>>;
}

export const EMPTY: Saturday = {
	bookings: [],
	holds: [],
	plans: [],
	duties: [],
	gaps: [],
	filled: [],
	waiting: [],
	waited: {},
};

/** A rule for one Saturday: what it becomes, and what came of it. The same Saturday means that nothing changed. */
export type SaturdayAct<Outcome> = (saturday: Saturday) => {
	readonly saturday: Saturday;
	readonly outcome: Outcome;
};

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

/** The bookings of one person, cancelled ones too. */
export const bookingsOf = (
	person: PersonKey,
	saturday: Saturday,
): readonly Booking[] => index(saturday).byPerson.get(person) ?? [];

export const bookingWith = (
	code: BookingCode,
	saturday: Saturday,
): Booking | undefined => index(saturday).byCode.get(code);

export const hasHold = (person: PersonKey, saturday: Saturday): boolean =>
	saturday.holds.some((hold) => hold.person === person);

export const withBooking = (
	saturday: Saturday,
	booking: Booking,
): Saturday => ({
	...saturday,
	bookings: [...withoutBooking(saturday, booking.code).bookings, booking],
});

export const withoutBooking = (
	saturday: Saturday,
	code: BookingCode,
): Saturday => ({
	...saturday,
	bookings: saturday.bookings.filter((booking) => booking.code !== code),
});

export const withoutWaiting = (
	saturday: Saturday,
	desk: string,
	person: PersonKey | undefined,
): Saturday => ({
	...saturday,
	waiting: saturday.waiting.filter(
		(one) => one.desk !== desk || one.person !== person,
	),
});

export const withHold = (saturday: Saturday, hold: Hold): Saturday => ({
	...saturday,
	holds: [...saturday.holds, hold],
});

export const withoutHold = (
	saturday: Saturday,
	person: PersonKey,
): Saturday => ({
	...saturday,
	holds: saturday.holds.filter((hold) => hold.person !== person),
});

/** Holds that have ended are nobody's; they go when the Saturday is next written. */
export const withoutEnded = (saturday: Saturday, now: Date): Saturday => ({
	...saturday,
	holds: saturday.holds.filter((hold) => hold.until > now),
});

/** By time and place: the order of the volunteers' list. */
export const inOrder = (bookings: readonly Booking[]): Booking[] =>
	bookings.toSorted(
		(a, b) =>
			a.day.localeCompare(b.day) ||
			a.time.localeCompare(b.time) ||
			a.place - b.place,
	);

export const isSameSlot = (a: Slot, b: Slot): boolean =>
	a.desk === b.desk && a.day === b.day && a.time === b.time;

export const isActive = ({ status }: Booking): boolean => status === "booked";

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

interface Index {
	readonly byCode: ReadonlyMap<BookingCode, Booking>;
	readonly byPerson: ReadonlyMap<PersonKey, readonly Booking[]>;
}

/** Built when first asked for and gone with the Saturday it describes, so that it is never out of date. */
const indexes = new WeakMap<Saturday, Index>();

function index(saturday: Saturday): Index {
	const known = indexes.get(saturday);
	if (known !== undefined) return known;
	const byCode = new Map<BookingCode, Booking>();
	const byPerson = new Map<PersonKey, Booking[]>();
	for (const booking of saturday.bookings) {
		byCode.set(booking.code, booking);
		if (booking.person === undefined) continue;
		const theirs = byPerson.get(booking.person);
		if (theirs === undefined) byPerson.set(booking.person, [booking]);
		else theirs.push(booking);
	}
	const built = { byCode, byPerson };
	indexes.set(saturday, built);
	return built;
}
