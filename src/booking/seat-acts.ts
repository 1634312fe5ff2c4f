import type { BookingCode } from "./code.js";
import {
	type Act,
	ahead,
	change,
	changeBooking,
	find,
	type Ledger,
	type Step,
	saturdayOf,
	unchanged,
} from "./ledger.js";
import { offerAt, placeFor } from "./places.js";
import { isShutByPlan } from "./plan-acts.js";
import { remindersBy } from "./seat-notice.js";
import {
	bookingsOf,
	hasHold,
	isActive,
	isSameSlot,
	withBooking,
	withHold,
	withoutBooking,
	withoutEnded,
	withoutHold,
	withoutWaiting,
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
} from "./store.js";

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
		const saturday = saturdayOf(ledger, slot.day);
		const offer = offerAt(person, saturday, slot, now);
		if (offer !== undefined) {
			const { place, until } = offer;
			const kept = { ...slotOf(slot), person, place, until };
			return unchanged(ledger, { kind: "held", hold: kept });
		}
		const place = placeFor(person, saturday, slot, now, limits.places);
		if (place === undefined) return unchanged(ledger, { kind: "full" });
		const kept = { ...slotOf(slot), person, place, until };
		const step = dropHolds(ledger, person);
		return change(step, slot.day, { kind: "held", hold: kept }, (day) =>
			withHold(withoutEnded(day, now), kept),
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
			withBooking(
				withoutWaiting(withoutEnded(day, now), request.desk, person),
				booking,
			),
		);
	};

export const move =
	(code: BookingCode, to: Slot, now: Date, limits: Limits): Act<MoveOutcome> =>
	(ledger) => {
		const old = find(ledger, code);
		if (old?.status !== "booked")
			return unchanged(ledger, { kind: "not-found" });
		const from = slotOf(old);
		if (old.visit !== undefined)
			return unchanged(ledger, { kind: "too-late", slot: from });
		if (isSameSlot(from, to))
			return unchanged(ledger, { kind: "moved", booking: old, from });
		const target = saturdayOf(ledger, to.day);
		if (isShutByPlan(target, to))
			return unchanged(ledger, { kind: "closed", slot: slotOf(to) });
		const other = activeIn(ledger, old.person, to).find(
			(booking) => booking.code !== code,
		);
		if (other !== undefined)
			return unchanged(ledger, { kind: "already-booked", booking: other });
		const place = placeFor(old.person, target, to, now, limits.places);
		if (place === undefined) return unchanged(ledger, { kind: "full" });
		const { given: _, volunteer: __, ...rest } = old;
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
			withBooking(
				withoutWaiting(withoutEnded(saturday, now), to.desk, old.person),
				booking,
			),
		);
	};

export const cancel =
	(code: BookingCode): Act<CancelOutcome> =>
	(ledger) => {
		const booking = find(ledger, code);
		if (booking === undefined) return unchanged(ledger, { kind: "not-found" });
		if (booking.status === "cancelled")
			return unchanged(ledger, { kind: "cancelled", booking });
		if (booking.visit !== undefined)
			return unchanged(ledger, { kind: "too-late", slot: slotOf(booking) });
		const cancelled = asCancelled(booking);
		return changeBooking(ledger, cancelled, {
			kind: "cancelled",
			booking: cancelled,
		});
	};

export const asCancelled = (booking: Booking): Booking => ({
	...booking,
	status: "cancelled",
	sequence: booking.sequence + 1,
});

/** What stands against one more booking of this person, before any seat is looked for. */
function refuse(ledger: Ledger, person: PersonKey, slot: Slot, limits: Limits) {
	const booking = activeIn(ledger, person, slot)[0];
	if (booking !== undefined)
		return { kind: "already-booked", booking } as const;
	if (isShutByPlan(saturdayOf(ledger, slot.day), slot))
		return { kind: "closed", slot: slotOf(slot) } as const;
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

/** A reminder whose moment has passed is of no use to somebody who has just taken the seat. */
const givenBy = (now: Date, slot: Slot) => {
	const given = remindersBy(now, slot);
	return given.length > 0 ? { given } : {};
};

const slotOf = ({ desk, day, time }: Slot): Slot => ({ desk, day, time });
