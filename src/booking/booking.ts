import type { Desk } from "../knowledge/schema.js";
import type { LocalDate, LocalTime } from "../time.js";
import type { BookingCode } from "./code.js";
import type { Offer } from "./session.js";
import type {
	Booking,
	CancelOutcome,
	ConfirmOutcome,
	HoldOutcome,
	MoveOutcome,
	PersonKey,
	Slot,
	TooLate,
	Visitor,
} from "./store.js";
import type { Rating } from "./visit.js";
import type { WaitOutcome } from "./waiting-acts.js";

/** A session that can be booked: a desk on an open Saturday. */
export interface SessionOffer {
	readonly desk: Desk;
	readonly day: LocalDate;
	/** Seats left in half hours that have not closed. */
	readonly free: number;
}

export type { Closed, TooLate } from "./store.js";

/** Where somebody stands in the line for a full session. */
export interface Line {
	readonly desk: string;
	readonly day: LocalDate;
	readonly visitor: Visitor;
	/** From 1; absent once their offer has lapsed. */
	readonly position?: number;
	/** The seat that is kept for them; to be taken by `confirm`. */
	readonly offer?: Offer;
	/** They had an offer, it has ended, and they do not wait any more. */
	readonly lapsed?: true;
	readonly procedure?: string;
}

export interface HourOffer {
	readonly time: LocalTime;
	readonly free: number;
}

/** The person has as many bookings and places in line as anybody may have. */
export interface TooManyAhead {
	readonly kind: "too-many";
	readonly bookings: readonly Booking[];
}

/** The Saturdays, the seats, and who holds them: everything the conversation needs, over one store. */
export interface BookingDesk {
	/** Open sessions ahead, earliest first; full ones are in the list with `free: 0`. */
	sessions(): Promise<readonly SessionOffer[]>;
	/** The half hours of a session that have not closed, earliest first; full ones with `free: 0`. */
	hours(desk: string, day: LocalDate): Promise<readonly HourOffer[]>;
	/** Up to `count` half hours with seats nearest to the wished one on the same day, nearest first. */
	nearest(slot: Slot, count: number): Promise<readonly HourOffer[]>;
	/** Up to `count` half hours with seats to come at instead, of the same desk: on the same day first, then later. */
	instead(slot: Slot, count: number): Promise<readonly Slot[]>;
	/** Holds a seat for ten minutes; a seat that was offered to the person is held already. */
	hold(person: PersonKey, slot: Slot): Promise<HoldOutcome | TooLate>;
	release(person: PersonKey): Promise<void>;
	confirm(
		person: PersonKey,
		slot: Slot,
		visitor: Visitor,
		procedure?: string,
	): Promise<Exclude<ConfirmOutcome, { kind: "code-taken" }> | TooLate>;
	move(code: BookingCode, to: Slot): Promise<MoveOutcome>;
	cancel(code: BookingCode): Promise<CancelOutcome>;
	/** Puts the person's name on the line of a full session. */
	wait(
		person: PersonKey,
		session: Pick<Slot, "desk" | "day">,
		visitor: Visitor,
		procedure?: string,
	): Promise<WaitOutcome | TooManyAhead>;
	/** The lines that the person stands in, or stood in until their offer lapsed; earliest day first. */
	waiting(person: PersonKey): Promise<readonly Line[]>;
	/** Leaves the line, and the seat that was offered, to the next. False when they were not in it. */
	leaveLine(
		person: PersonKey,
		session: Pick<Slot, "desk" | "day">,
	): Promise<boolean>;
	/** The person knows of their offer, or that it has lapsed. */
	tellWaiting(person: PersonKey, line: Line): Promise<void>;
	/** The person's active bookings, earliest first. */
	mine(person: PersonKey): Promise<readonly Booking[]>;
	find(code: BookingCode): Promise<Booking | undefined>;
	/** The desk does not open then after all: by the calendar, by its own file or by a plan. */
	isShut(slot: Slot): Promise<boolean>;
	/** The person knows that what they booked is shut. */
	tellShut(booking: Booking): Promise<void>;
	/** One more conversation of the same person may see the booking from now on, and is told of it. */
	link(code: BookingCode, person: PersonKey): Promise<Booking | undefined>;
	correct(code: BookingCode, visitor: Visitor): Promise<Booking | undefined>;
	/** Sets right what is kept about somebody who waits. */
	correctWaiting(
		person: PersonKey,
		line: Line,
		visitor: Visitor,
	): Promise<void>;
	/** Notes the papers that the person has ready. */
	tick(
		code: BookingCode,
		ready: readonly string[],
	): Promise<Booking | undefined>;
	/** Notes what the person wants to ask; undefined takes it back. */
	ask(
		code: BookingCode,
		question: string | undefined,
	): Promise<Booking | undefined>;
	/** The person's visits that they may still say something of, the latest last. */
	visited(person: PersonKey): Promise<readonly Booking[]>;
	/** Notes how content somebody was who was there; undefined for anybody else. */
	rate(code: BookingCode, rating: Rating): Promise<Booking | undefined>;
	/** Wipes what is kept about the person; bookings ahead are cancelled. Gives how many bookings were touched. */
	forget(person: PersonKey): Promise<number>;
}
