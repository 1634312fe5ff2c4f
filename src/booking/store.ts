import type { LocalDate, LocalTime } from "../time.js";
import type { BookingCode } from "./code.js";
import type { SeatNotice } from "./seat-notice.js";
import type { Saturday, SaturdayAct } from "./seats.js";
import type { MemberId } from "./session.js";
import type { Rating, Visit } from "./visit.js";

/** Who books: a conversation's key, `telegram:123`, until a code links several of them. */
export type PersonKey = string;

/** A half hour at a desk. A seat (chỗ) is one of its numbered places. */
export interface Slot {
	readonly desk: string;
	readonly day: LocalDate;
	readonly time: LocalTime;
}

/** A seat kept for somebody who is still typing. */
export interface Hold extends Slot {
	readonly person: PersonKey;
	/** 1 … places of the half hour. */
	readonly place: number;
	readonly until: Date;
}

/** What the person agreed to have kept. */
export interface Visitor {
	/** What the volunteer calls them: `chị Hoa`. */
	readonly name: string;
	readonly phone?: string;
	/** Who comes, when somebody booked for them: `mẹ`. */
	readonly onBehalfOf?: string;
}

/** What a person asks for when they confirm. */
export interface SeatRequest extends Slot {
	readonly code: BookingCode;
	readonly person: PersonKey;
	readonly visitor: Visitor;
	/** The procedure it is about. */
	readonly procedure?: string;
}

export interface Booking extends Slot {
	readonly code: BookingCode;
	/** Absent once wiped. */
	readonly person?: PersonKey;
	readonly place: number;
	readonly status: "booked" | "cancelled";
	/** How often it was moved or cancelled: the SEQUENCE of its calendar entry (RFC 5545, 3.8.7.4). */
	readonly sequence: number;
	/** The procedure it is about. */
	readonly procedure?: string;
	/** Absent once wiped. */
	readonly visitor?: Visitor;
	readonly bookedAt: Date;
	/** The sequence that its person knows of; absent while they were told nothing. What they do not know is due. */
	readonly told?: number;
	/** What is not owed about this seat any more: it was given, or its moment had passed when the seat was taken. */
	readonly given?: readonly SeatNotice[];
	/** Other conversations that opened it with its code and name, the latest last. */
	readonly links?: readonly PersonKey[];
	/** What became of it on its day. */
	readonly visit?: Visit;
	/** Whom it was forwarded to, or who took it. */
	readonly volunteer?: MemberId;
	/** The papers that the person has ready, by their names; absent: not said. Wiped with the visitor. */
	readonly ready?: readonly string[];
	/** What they want to ask, kept with consent. Wiped with the visitor. */
	readonly question?: string;
	/** Came without booking, and takes no place from those who booked. */
	readonly walkIn?: true;
	readonly rating?: Rating;
}

/** What a person has come to know of a booking. */
export interface Told {
	readonly sequence: number;
	readonly given?: readonly SeatNotice[];
}

export interface Limits {
	/** Places in each half hour, unless planned otherwise or staffed by volunteers. */
	readonly places: number;
	/** Active bookings one person may have from `today` on. */
	readonly ahead: number;
	readonly today: LocalDate;
}

/** The half hour has begun or is about to, or its visit is recorded; `slot` is the one it is too late for. */
export type TooLate = { readonly kind: "too-late"; readonly slot: Slot };
/** The desk does not open then. */
export type Closed = { readonly kind: "closed"; readonly slot: Slot };

export type HoldOutcome =
	| { readonly kind: "held"; readonly hold: Hold }
	| { readonly kind: "full" }
	| Closed
	/** One active booking per person and session. */
	| { readonly kind: "already-booked"; readonly booking: Booking }
	| { readonly kind: "too-many"; readonly bookings: readonly Booking[] };

export type ConfirmOutcome =
	| { readonly kind: "booked"; readonly booking: Booking }
	/** The hold had ended and no seat was left. */
	| { readonly kind: "full" }
	| Closed
	/** The same tap twice: the booking made by the first. */
	| { readonly kind: "already-booked"; readonly booking: Booking }
	| { readonly kind: "too-many"; readonly bookings: readonly Booking[] }
	/** The generator hit a code in use; nothing was written. */
	| { readonly kind: "code-taken" };

export type MoveOutcome =
	| {
			readonly kind: "moved";
			readonly booking: Booking;
			readonly from: Slot;
	  }
	/** No seat there: the old one is kept. */
	| { readonly kind: "full" }
	/** The person has another booking in that session. */
	| { readonly kind: "already-booked"; readonly booking: Booking }
	| TooLate
	| Closed
	| { readonly kind: "not-found" };

export type CancelOutcome =
	| { readonly kind: "cancelled"; readonly booking: Booking }
	| TooLate
	| { readonly kind: "not-found" };

/**
 * Where bookings and holds are kept. Each act checks and writes in one step, and is durable once its promise
 * resolves; a rejected promise means that nothing was changed, in memory either.
 */
export interface BookingStore {
	/** Takes a free seat until `until`; the person's earlier hold, if any, is given back in the same step. */
	hold(
		slot: Slot,
		person: PersonKey,
		until: Date,
		now: Date,
		limits: Limits,
	): Promise<HoldOutcome>;
	/** Gives the person's hold back, if there is one. */
	release(person: PersonKey): Promise<void>;
	/** Turns the person's hold on the slot into a booking, or takes a seat if the hold has ended. */
	confirm(
		request: SeatRequest,
		now: Date,
		limits: Limits,
	): Promise<ConfirmOutcome>;
	/** Gets the new seat and gives up the old one, or leaves all as it was. To its own half hour: nothing changes. */
	move(
		code: BookingCode,
		to: Slot,
		now: Date,
		limits: Limits,
	): Promise<MoveOutcome>;
	/** Gives the seat back. Cancelling twice is one cancellation. */
	cancel(code: BookingCode): Promise<CancelOutcome>;
	find(code: BookingCode): Promise<Booking | undefined>;
	/** The person's active bookings from `today` on, earliest first. */
	ahead(person: PersonKey, today: LocalDate): Promise<readonly Booking[]>;
	/** Seats taken in each half hour of a session, holds that have not ended included. */
	taken(
		desk: string,
		day: LocalDate,
		now: Date,
	): Promise<ReadonlyMap<LocalTime, number>>;
	/** Every booking of a session, cancelled ones too, by time and place. */
	session(desk: string, day: LocalDate): Promise<readonly Booking[]>;
	/** Every booking from the day on, cancelled ones too. */
	since(day: LocalDate): Promise<readonly Booking[]>;
	/** Notes what the person knows. What they know of a seat that was given up since then counts for nothing. */
	tell(code: BookingCode, told: Told): Promise<void>;
	/**
	 * Links one more conversation of the same person, who sees the booking as it is now. Undefined when the code is unknown
	 * or its visitor was wiped.
	 */
	link(
		code: BookingCode,
		person: PersonKey,
		now: Date,
	): Promise<Booking | undefined>;
	/** Changes what is kept about a visitor; undefined when the code is unknown or its visitor was wiped. */
	correct(code: BookingCode, visitor: Visitor): Promise<Booking | undefined>;
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
	/** Notes how content somebody was who was there; undefined for anybody else. */
	rate(code: BookingCode, rating: Rating): Promise<Booking | undefined>;
	/**
	 * Wipes name, phone and conversations from all bookings of a person; gives how many. Cancels those ahead. Of bookings
	 * that the person has only opened, the link goes.
	 */
	forget(person: PersonKey, today: LocalDate): Promise<number>;
	/** Wipes name, phone and conversation from all bookings before the day; gives how many. */
	wipeBefore(day: LocalDate): Promise<number>;
	/** The days of which something is kept, earliest first. */
	days(): Promise<readonly LocalDate[]>;
	/** All that is kept about one Saturday, however long ago. */
	saturday(day: LocalDate): Promise<Saturday>;
	/** The Saturdays of the last 30 days and ahead, from this one on. */
	saturdays(from: LocalDate): Promise<ReadonlyMap<LocalDate, Saturday>>;
	/** Checks and changes one Saturday in one step. An act that gives back what it was given writes nothing. */
	change<Outcome>(day: LocalDate, act: SaturdayAct<Outcome>): Promise<Outcome>;
	/** Tells of each Saturday that was changed, once the change is durable. Gives back how to stop listening. */
	onChange(listener: (day: LocalDate) => void): () => void;
}
