import type { LocalDate } from "../time.js";
import type { BookingCode } from "./code.js";
import {
	bookingsOf,
	bookingWith,
	EMPTY,
	inOrder,
	isActive,
	type Saturday,
	type SaturdayAct,
	withBooking,
} from "./seats.js";
import type { Booking, PersonKey } from "./store.js";

/** Every Saturday that is kept. Never changed, only replaced: a store decides when the new one counts. */
export type Ledger = ReadonlyMap<LocalDate, Saturday>;

/** What an act comes to: the outcome, and the ledger in which it is true. */
export interface Step<Outcome> {
	readonly outcome: Outcome;
	readonly ledger: Ledger;
	/**
	 * The Saturdays to be written, in this order: where a booking arrives before where it leaves, so that one cut short
	 * leaves it twice rather than nowhere.
	 */
	readonly changed: readonly LocalDate[];
}

/** The rules of the desk as a function: no disk, no waiting, and so nothing can come between check and change. */
export type Act<Outcome> = (ledger: Ledger) => Step<Outcome>;

/** A rule for one Saturday as an act. */
export const onSaturday =
	<Outcome>(day: LocalDate, act: SaturdayAct<Outcome>): Act<Outcome> =>
	(ledger) => {
		const before = saturdayOf(ledger, day);
		const { saturday, outcome } = act(before);
		return saturday === before
			? unchanged(ledger, outcome)
			: change(unchanged(ledger, undefined), day, outcome, () => saturday);
	};

export const saturdayOf = (ledger: Ledger, day: LocalDate): Saturday =>
	ledger.get(day) ?? EMPTY;

export const find = (ledger: Ledger, code: BookingCode): Booking | undefined =>
	firstOf(ledger.values(), (saturday) => bookingWith(code, saturday));

/** The person's active bookings from `today` on, earliest first. */
export const ahead = (
	ledger: Ledger,
	person: PersonKey,
	today: LocalDate,
): Booking[] =>
	inOrder(
		[...ledger]
			.filter(([day]) => day >= today)
			.flatMap(([, saturday]) => bookingsOf(person, saturday))
			.filter(isActive),
	);

/** Every booking from the day on, cancelled ones too. */
export const since = (ledger: Ledger, day: LocalDate): Booking[] =>
	[...ledger]
		.filter(([other]) => other >= day)
		.flatMap(([, { bookings }]) => bookings);

export const unchanged = <Outcome>(
	ledger: Ledger,
	outcome: Outcome,
): Step<Outcome> => ({ outcome, ledger, changed: [] });

/** One more Saturday changed; it is written before those that the step has changed so far. */
export const change = <Outcome>(
	step: Step<unknown>,
	day: LocalDate,
	outcome: Outcome,
	rule: (saturday: Saturday) => Saturday,
): Step<Outcome> => ({
	outcome,
	ledger: new Map(step.ledger).set(day, rule(saturdayOf(step.ledger, day))),
	changed: [day, ...step.changed.filter((other) => other !== day)],
});

/** One booking changed, in its own Saturday. */
export const changeBooking = <Outcome>(
	ledger: Ledger,
	booking: Booking,
	outcome: Outcome,
): Step<Outcome> =>
	change(unchanged(ledger, undefined), booking.day, outcome, (saturday) =>
		withBooking(saturday, booking),
	);

function firstOf<Item, Found>(
	items: Iterable<Item>,
	look: (item: Item) => Found | undefined,
): Found | undefined {
	for (const item of items) {
		const found = look(item);
		if (found !== undefined) return found;
	}
	return undefined;
}
