import type { Desk } from "../knowledge/schema.js";
import type { LocalDate, LocalTime } from "../time.js";
import type { BookingCode } from "./code.js";
import type {
	Booking,
	CancelOutcome,
	ConfirmOutcome,
	HoldOutcome,
	MoveOutcome,
	PersonKey,
	Slot,
	Visitor,
} from "./store.js";

/** A session that can be booked: a desk on an open Saturday. */
export interface SessionOffer {
	readonly desk: Desk;
	readonly day: LocalDate;
	/** Seats left in half hours that have not closed. */
	readonly free: number;
}

export interface HourOffer {
	readonly time: LocalTime;
	readonly free: number;
}

/** The half hour has begun or is about to; `until` was the last moment. */
export type TooLate = { readonly kind: "too-late"; readonly slot: Slot };
/** The desk does not open then. */
export type Closed = { readonly kind: "closed"; readonly slot: Slot };

/** The Saturdays, the seats, and who holds them: everything the conversation needs, over one store. */
export interface BookingDesk {
	/** Open sessions ahead, earliest first; full ones are in the list with `free: 0`. */
	sessions(): Promise<readonly SessionOffer[]>;
	/** The half hours of a session that have not closed, earliest first; full ones with `free: 0`. */
	hours(desk: string, day: LocalDate): Promise<readonly HourOffer[]>;
	/** Up to `count` half hours with seats nearest to the wished one on the same day, nearest first. */
	nearest(slot: Slot, count: number): Promise<readonly HourOffer[]>;
	/** Holds a seat for ten minutes. */
	hold(person: PersonKey, slot: Slot): Promise<HoldOutcome | TooLate | Closed>;
	release(person: PersonKey): Promise<void>;
	confirm(
		person: PersonKey,
		slot: Slot,
		visitor: Visitor,
		procedure?: string,
	): Promise<
		Exclude<ConfirmOutcome, { kind: "code-taken" }> | TooLate | Closed
	>;
	move(code: BookingCode, to: Slot): Promise<MoveOutcome | TooLate | Closed>;
	cancel(code: BookingCode): Promise<CancelOutcome | TooLate>;
	/** The person's active bookings, earliest first. */
	mine(person: PersonKey): Promise<readonly Booking[]>;
	find(code: BookingCode): Promise<Booking | undefined>;
	/** One more conversation of the same person may see the booking from now on, and is told of it. */
	link(code: BookingCode, person: PersonKey): Promise<Booking | undefined>;
	correct(code: BookingCode, visitor: Visitor): Promise<Booking | undefined>;
	/** Wipes what is kept about the person; bookings ahead are cancelled. Gives how many bookings were touched. */
	forget(person: PersonKey): Promise<number>;
}
