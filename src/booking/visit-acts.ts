import { dayAt, type LocalTime } from "../time.js";
import type { BookingCode } from "./code.js";
import { isOnDuty } from "./duty-acts.js";
import { extraPlace } from "./places.js";
import { asCancelled } from "./seat-acts.js";
import {
	bookingWith,
	type Saturday,
	type SaturdayAct,
	withBooking,
} from "./seats.js";
import type { MemberId } from "./session.js";
import type { Booking, Slot, Visitor } from "./store.js";
import type { Visit, VisitAct } from "./visit.js";

export type RecordOutcome =
	| { readonly kind: "recorded"; readonly booking: Booking }
	/** Its day has not come. */
	| { readonly kind: "too-early"; readonly booking: Booking }
	| { readonly kind: "cancelled"; readonly booking: Booking }
	/** Done, so that they neither come nor stay away; undo it first. */
	| { readonly kind: "already-done"; readonly booking: Booking }
	| { readonly kind: "not-found" };
export type ForwardOutcome =
	| { readonly kind: "forwarded"; readonly booking: Booking }
	| { readonly kind: "not-on-duty" }
	| { readonly kind: "cancelled"; readonly booking: Booking }
	| { readonly kind: "not-found" };

/** Notes what became of a booking. The same tap twice is one; of two different ones, the later counts. */
export const recordVisit =
	(
		code: BookingCode,
		act: VisitAct,
		by: MemberId,
		now: Date,
	): SaturdayAct<RecordOutcome> =>
	(saturday) => {
		const booking = bookingWith(code, saturday);
		if (booking === undefined)
			return { saturday, outcome: { kind: "not-found" } };
		const no = (kind: "too-early" | "cancelled" | "already-done") => ({
			saturday,
			outcome: { kind, booking },
		});
		if (booking.status === "cancelled") return no("cancelled");
		if (dayAt(now) < booking.day) return no("too-early");
		if (isSame(act, booking.visit))
			return { saturday, outcome: { kind: "recorded", booking } };
		if (booking.visit?.state === "done" && !["done", "undo"].includes(act.kind))
			return no("already-done");
		return recorded(saturday, after(booking, act, by, now));
	};

/** Hands a booking to a volunteer on duty. */
export const forward =
	(code: BookingCode, to: MemberId): SaturdayAct<ForwardOutcome> =>
	(saturday) => {
		const booking = bookingWith(code, saturday);
		if (booking === undefined)
			return { saturday, outcome: { kind: "not-found" } };
		if (booking.status === "cancelled")
			return { saturday, outcome: { kind: "cancelled", booking } };
		if (!isOnDuty(saturday, booking.desk, to))
			return { saturday, outcome: { kind: "not-on-duty" } };
		const forwarded = { ...booking, volunteer: to };
		return {
			saturday: withBooking(saturday, forwarded),
			outcome: { kind: "forwarded", booking: forwarded },
		};
	};

/** Somebody who came without booking: there, and on a place above the rest. */
export const walkIn =
	(
		slot: Slot,
		code: BookingCode,
		who: { readonly visitor?: Visitor; readonly procedure?: string },
		by: MemberId,
		now: Date,
		usual: number,
	): SaturdayAct<Booking> =>
	(saturday) => {
		const booking: Booking = {
			...slot,
			code,
			place: extraPlace(saturday, slot, now, usual),
			status: "booked",
			sequence: 0,
			...(who.visitor && { visitor: who.visitor }),
			...(who.procedure !== undefined && { procedure: who.procedure }),
			bookedAt: now,
			walkIn: true,
			visit: { state: "arrived", at: now, by, arrivedAt: now },
			...(isOnDuty(saturday, slot.desk, by) && { volunteer: by }),
		};
		return { saturday: withBooking(saturday, booking), outcome: booking };
	};

/** The half hour that a moment of the day falls into; before and after the session, its first and last. */
export const halfHourAt = (
	times: readonly LocalTime[],
	time: LocalTime,
): LocalTime | undefined =>
	times.filter((one) => one <= time).at(-1) ?? times[0];

const recorded = (saturday: Saturday, booking: Booking) => ({
	saturday: withBooking(saturday, booking),
	outcome: { kind: "recorded", booking } as const,
});

function after(
	booking: Booking,
	act: VisitAct,
	by: MemberId,
	now: Date,
): Booking {
	const { visit, ...rest } = booking;
	const came = visit?.arrivedAt && { arrivedAt: visit.arrivedAt };
	switch (act.kind) {
		case "arrived":
			return {
				...rest,
				visit: { state: "arrived", at: now, by, arrivedAt: now },
			};
		case "no-show":
			return { ...rest, visit: { state: "no-show", at: now, by } };
		case "done": {
			const { outcome, note } = act;
			const text = note?.trim();
			return {
				...rest,
				visit: {
					state: "done",
					at: now,
					by,
					...came,
					outcome,
					...(text && { note: text }),
				},
			};
		}
		case "undo":
			if (visit?.state === "done" && came)
				return { ...rest, visit: { state: "arrived", at: now, by, ...came } };
			return booking.walkIn ? asCancelled(rest) : rest;
	}
}

function isSame(act: VisitAct, visit: Visit | undefined): boolean {
	switch (act.kind) {
		case "undo":
			return visit === undefined;
		case "done":
			return (
				visit?.state === "done" &&
				visit.outcome === act.outcome &&
				visit.note === (act.note?.trim() || undefined)
			);
		default:
			return visit?.state === act.kind;
	}
}
