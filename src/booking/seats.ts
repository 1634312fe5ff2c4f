import type { BookingCode } from "./code.js";
import type { Duty, Gap, Plan, Waiting } from "./session.js";
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
