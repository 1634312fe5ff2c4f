import { dayAt, type LocalDate } from "../time.js";
import type { BookingCode } from "./code.js";
import { remindersBy, type SeatNotice } from "./seat-notice.js";
import {
	bookingsOf,
	bookingWith,
	EMPTY,
	hasHold,
	inOrder,
	isSameSlot,
	placeFor,
	type Saturday,
	type SaturdayAct,
	withBooking,
	withHold,
	withoutBooking,
	withoutEnded,
	withoutHold,
} from "./seats.js";
import type {
	Booking,
	CancelOutcome,
	ConfirmOutcome,
	HoldOutcome,
	Limits,
	MoveOutcome,
	PersonKey,
	SeatRequest,
	Slot,
	Told,
	Visitor,
} from "./store.js";

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

export const hold =
	(
		slot: Slot,
		person: PersonKey,
		until: Date,
		now: Date,
		limits: Limits,
	): Act<HoldOutcome> =>
	(ledger) => {
		const refusal = refuse(ledger, person, slot, limits);
		if (refusal !== undefined) return unchanged(ledger, refusal);
		const place = placeFor(
			person,
			saturdayOf(ledger, slot.day),
			slot,
			now,
			limits.places,
		);
		if (place === undefined) return unchanged(ledger, { kind: "full" });
		const kept = { ...slotOf(slot), person, place, until };
		const step = dropHolds(ledger, person);
		return change(step, slot.day, { kind: "held", hold: kept }, (saturday) =>
			withHold(withoutEnded(saturday, now), kept),
		);
	};

export const release =
	(person: PersonKey): Act<void> =>
	(ledger) =>
		dropHolds(ledger, person);

export const confirm =
	(request: SeatRequest, now: Date, limits: Limits): Act<ConfirmOutcome> =>
	(ledger) => {
		const { code, person, visitor, procedure } = request;
		const refusal = refuse(ledger, person, request, limits);
		if (refusal !== undefined) return unchanged(ledger, refusal);
		const saturday = saturdayOf(ledger, request.day);
		const place = placeFor(person, saturday, request, now, limits.places);
		if (place === undefined) return unchanged(ledger, { kind: "full" });
		if (find(ledger, code) !== undefined)
			return unchanged(ledger, { kind: "code-taken" });
		const booking: Booking = {
			...slotOf(request),
			code,
			person,
			place,
			status: "booked",
			sequence: 0,
			...(procedure !== undefined && { procedure }),
			visitor,
			bookedAt: now,
			...givenBy(now, request),
		};
		const step = dropHolds(ledger, person);
		return change(step, request.day, { kind: "booked", booking }, (day) =>
			withBooking(withoutEnded(day, now), booking),
		);
	};

export const move =
	(code: BookingCode, to: Slot, now: Date, limits: Limits): Act<MoveOutcome> =>
	(ledger) => {
		const old = find(ledger, code);
		if (old?.status !== "booked")
			return unchanged(ledger, { kind: "not-found" });
		const from = slotOf(old);
		if (isSameSlot(from, to))
			return unchanged(ledger, { kind: "moved", booking: old, from });
		const other = activeIn(ledger, old.person, to).find(
			(booking) => booking.code !== code,
		);
		if (other !== undefined)
			return unchanged(ledger, { kind: "already-booked", booking: other });
		const target = saturdayOf(ledger, to.day);
		const place = placeFor(old.person, target, to, now, limits.places);
		if (place === undefined) return unchanged(ledger, { kind: "full" });
		const { given: _, ...rest } = old;
		const booking: Booking = {
			...rest,
			...slotOf(to),
			place,
			sequence: old.sequence + 1,
			...givenBy(now, to),
		};
		const left = change(
			dropHolds(ledger, old.person),
			from.day,
			undefined,
			(saturday) => withoutBooking(saturday, code),
		);
		return change(left, to.day, { kind: "moved", booking, from }, (saturday) =>
			withBooking(withoutEnded(saturday, now), booking),
		);
	};

export const cancel =
	(code: BookingCode): Act<CancelOutcome> =>
	(ledger) => {
		const booking = find(ledger, code);
		if (booking === undefined) return unchanged(ledger, { kind: "not-found" });
		if (booking.status === "cancelled")
			return unchanged(ledger, { kind: "cancelled", booking });
		const cancelled = asCancelled(booking);
		return change(
			unchanged(ledger, undefined),
			booking.day,
			{ kind: "cancelled", booking: cancelled },
			(saturday) => withBooking(saturday, cancelled),
		);
	};

export const correct =
	(code: BookingCode, visitor: Visitor): Act<Booking | undefined> =>
	(ledger) => {
		const booking = find(ledger, code);
		if (booking?.visitor === undefined) return unchanged(ledger, undefined);
		const corrected = { ...booking, visitor };
		return change(
			unchanged(ledger, undefined),
			booking.day,
			corrected,
			(saturday) => withBooking(saturday, corrected),
		);
	};

export const tell =
	(code: BookingCode, { sequence, given = [] }: Told): Act<void> =>
	(ledger) => {
		const booking = find(ledger, code);
		if (booking === undefined) return unchanged(ledger, undefined);
		const known = {
			...booking,
			told: Math.max(sequence, booking.told ?? sequence),
			...(sequence === booking.sequence && withGiven(booking, given)),
		};
		return change(
			unchanged(ledger, undefined),
			booking.day,
			undefined,
			(saturday) => withBooking(saturday, known),
		);
	};

export const link =
	(code: BookingCode, person: PersonKey, now: Date): Act<Booking | undefined> =>
	(ledger) => {
		const booking = find(ledger, code);
		if (booking?.visitor === undefined) return unchanged(ledger, undefined);
		const linked: Booking = {
			...booking,
			told: booking.sequence,
			...withGiven(booking, remindersBy(now, booking)),
			...(person !== booking.person && {
				links: [...linksBut(person, booking), person],
			}),
		};
		return change(
			unchanged(ledger, undefined),
			booking.day,
			linked,
			(saturday) => withBooking(saturday, linked),
		);
	};

export const forget =
	(person: PersonKey, today: LocalDate): Act<number> =>
	(ledger) =>
		everySaturday(ledger, (saturday, day) => {
			const theirs = bookingsOf(person, saturday);
			const forgotten = theirs.map((booking) =>
				wiped(
					day >= today && booking.status === "booked"
						? asCancelled(booking)
						: booking,
				),
			);
			const unlinked = saturday.bookings
				.filter(({ links }) => links?.includes(person))
				.map((booking) => withoutLink(person, booking));
			return {
				count: theirs.length,
				changed: unlinked.length > 0,
				saturday: [...unlinked, ...forgotten].reduce(
					withBooking,
					withoutHold(saturday, person),
				),
			};
		});

/** Holds count as conversation too: those that ended before the day go as well, wherever they were. */
export const wipeBefore =
	(before: LocalDate): Act<number> =>
	(ledger) =>
		everySaturday(ledger, (saturday, day) => wipe(saturday, day, before));

/** One Saturday's part of the wipe, for those that a store keeps out of the ledger. */
export function wipe(saturday: Saturday, day: LocalDate, before: LocalDate) {
	const holds = saturday.holds.filter(({ until }) => dayAt(until) >= before);
	const traces =
		day < before
			? saturday.bookings.filter(({ person, visitor }) => person ?? visitor)
			: [];
	return {
		count: traces.length,
		saturday: traces.map(wiped).reduce(withBooking, { ...saturday, holds }),
	};
}

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

/** What stands against one more booking of this person, before any seat is looked for. */
function refuse(ledger: Ledger, person: PersonKey, slot: Slot, limits: Limits) {
	const booking = activeIn(ledger, person, slot)[0];
	if (booking !== undefined)
		return { kind: "already-booked", booking } as const;
	const bookings = ahead(ledger, person, limits.today);
	return bookings.length >= limits.ahead
		? ({ kind: "too-many", bookings } as const)
		: undefined;
}

/** A person's active bookings in the session that the slot belongs to. */
const activeIn = (
	ledger: Ledger,
	person: PersonKey | undefined,
	{ desk, day }: Slot,
): Booking[] =>
	person === undefined
		? []
		: bookingsOf(person, saturdayOf(ledger, day)).filter(
				(booking) => booking.desk === desk && isActive(booking),
			);

const dropHolds = (ledger: Ledger, person: PersonKey | undefined): Step<void> =>
	[...ledger]
		.filter(([, saturday]) => person !== undefined && hasHold(person, saturday))
		.reduce<Step<void>>(
			(step, [day]) =>
				change(step, day, undefined, (saturday) =>
					withoutHold(saturday, person ?? ""),
				),
			unchanged(ledger, undefined),
		);

const everySaturday = (
	ledger: Ledger,
	rule: (
		saturday: Saturday,
		day: LocalDate,
	) => { count: number; saturday: Saturday; changed?: boolean },
): Step<number> =>
	[...ledger].reduce<Step<number>>(
		(step, [day, before]) => {
			const { count, saturday, changed } = rule(before, day);
			return changed || count > 0 || saturday.holds.length < before.holds.length
				? change(step, day, step.outcome + count, () => saturday)
				: step;
		},
		unchanged(ledger, 0),
	);

const unchanged = <Outcome>(
	ledger: Ledger,
	outcome: Outcome,
): Step<Outcome> => ({ outcome, ledger, changed: [] });

/** One more Saturday changed; it is written before those that the step has changed so far. */
const change = <Outcome>(
	step: Step<unknown>,
	day: LocalDate,
	outcome: Outcome,
	rule: (saturday: Saturday) => Saturday,
): Step<Outcome> => ({
	outcome,
	ledger: new Map(step.ledger).set(day, rule(saturdayOf(step.ledger, day))),
	changed: [day, ...step.changed.filter((other) => other !== day)],
});

const asCancelled = (booking: Booking): Booking => ({
	...booking,
	status: "cancelled",
	sequence: booking.sequence + 1,
});

function wiped({ person, visitor, links, ...rest }: Booking): Booking {
	return rest;
}

function withoutLink(person: PersonKey, booking: Booking): Booking {
	const { links: _, ...rest } = booking;
	const links = linksBut(person, booking);
	return links.length > 0 ? { ...rest, links } : rest;
}

const linksBut = (person: PersonKey, { links = [] }: Booking) =>
	links.filter((other) => other !== person);

/** A reminder whose moment has passed is of no use to somebody who has just taken the seat. */
const givenBy = (now: Date, slot: Slot) => {
	const given = remindersBy(now, slot);
	return given.length > 0 ? { given } : {};
};

const withGiven = (
	{ given: before = [] }: Booking,
	given: readonly SeatNotice[],
) => {
	const all = [...new Set([...before, ...given])];
	return all.length > 0 ? { given: all } : {};
};

const isActive = ({ status }: Booking): boolean => status === "booked";

const slotOf = ({ desk, day, time }: Slot): Slot => ({ desk, day, time });

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
