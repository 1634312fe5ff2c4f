import type { CalendarRow, Desk } from "../knowledge/schema.js";
import type { LocalDate, LocalTime } from "../time.js";
import type { Shut } from "./calendar.js";
import type { BookingCode } from "./code.js";
import type { Duty, Gap, MemberId, Plan } from "./session.js";
import type { Booking, Visitor } from "./store.js";
import type { Outcome, VisitAct } from "./visit.js";

/** Somebody who may be given visitors: what the roster must know of a member. */
export interface Volunteer {
	readonly id: MemberId;
	/** Fields of procedures they know. */
	readonly fields: readonly string[];
}

/** One desk's Saturday, whether it is open or not. */
export interface SessionView {
	readonly desk: Desk;
	readonly day: LocalDate;
	/** Why it is shut; absent when it is open. */
	readonly shut?: Shut;
	/** The holiday, break or swap that the calendar has on this day. */
	readonly row?: CalendarRow;
	readonly plan?: Plan;
	/** The beginnings of its half hours, as planned or as usual. */
	readonly hours: readonly LocalTime[];
	/** Places in each half hour. */
	readonly places: number;
	/** Bookings that stand, walk-ins left out. */
	readonly booked: number;
	/** Seats that anybody may take; none while people wait. */
	readonly free: number;
	/** Bookings that stand although their half hour is shut after all. */
	readonly hit: number;
	readonly waiting: number;
	readonly duties: readonly Duty[];
	readonly gaps: readonly Gap[];
}

export type PlanOutcome =
	| { readonly kind: "planned"; readonly hits: readonly Booking[] }
	/** It hits others than were seen: nothing was changed. */
	| { readonly kind: "changed"; readonly hits: readonly Booking[] }
	/** No plan can open this day. */
	| { readonly kind: "refused"; readonly why: Shut };

/** A paper of the procedure, and whether the person has it; undefined: they said nothing about papers. */
export interface Paper {
	readonly name: string;
	readonly ready: boolean | undefined;
}

export interface RosterLine {
	readonly booking: Booking;
	/** Whom it is assigned to; absent when nobody is on duty. */
	readonly volunteer?: MemberId;
	readonly papers: readonly Paper[];
}

export interface RosterTotals {
	/** Bookings that stand, walk-ins left out. */
	readonly booked: number;
	readonly walkIns: number;
	/** Who are there and not done, walk-ins too. */
	readonly arrived: number;
	readonly done: number;
	readonly noShow: number;
	readonly cancelled: number;
	readonly waiting: number;
	readonly outcomes: Readonly<Record<Outcome, number>>;
}

/** Who comes to one desk on one Saturday. */
export interface Roster {
	readonly desk: Desk;
	readonly day: LocalDate;
	readonly shut?: Shut;
	readonly plan?: Plan;
	/** Every half hour of the session, and those in which somebody is booked after all; walk-ins among the others. */
	readonly hours: readonly {
		readonly time: LocalTime;
		readonly lines: readonly RosterLine[];
	}[];
	readonly duties: readonly Duty[];
	readonly gaps: readonly Gap[];
	readonly totals: RosterTotals;
}

export type ServeOutcome =
	| { readonly kind: "serving" }
	| { readonly kind: "already-serving" }
	| { readonly kind: "refused"; readonly why: Shut };
export type DropOutOutcome =
	| { readonly kind: "dropped-out"; readonly gap: Gap }
	| { readonly kind: "not-serving" };
export type RelieveOutcome =
	| { readonly kind: "taken"; readonly gap: Gap }
	| { readonly kind: "already-filled" }
	| { readonly kind: "already-serving" };

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
export type WalkInOutcome =
	| { readonly kind: "recorded"; readonly booking: Booking }
	/** A walk-in is recorded on the day itself, at a desk that is open. */
	| { readonly kind: "shut" };

/** The Saturdays as members see them: planned, staffed, and recorded. Over the same store as the booking desk. */
export interface SaturdayDesk {
	/** Every Saturday of so many weeks, of one desk or all, past ones too; by day, then as the desks are listed. */
	sessions(
		from: LocalDate,
		weeks: number,
		desk?: string,
	): Promise<readonly SessionView[]>;
	/** The bookings that the plan would leave standing before a shut door. */
	hits(desk: string, day: LocalDate, plan: Plan): Promise<readonly Booking[]>;
	/** Puts the plan in force, if it hits as many bookings as were `seen`; each person is then told, once. */
	plan(
		desk: string,
		day: LocalDate,
		plan: Plan,
		seen: number,
	): Promise<PlanOutcome>;
	/** Those who stand before a shut door and whom nobody could tell. */
	unreached(desk: string, day: LocalDate): Promise<readonly Booking[]>;
	/** Takes part in the session; fills a gap, where there is one. */
	serve(desk: string, day: LocalDate, member: MemberId): Promise<ServeOutcome>;
	dropOut(
		desk: string,
		day: LocalDate,
		member: MemberId,
	): Promise<DropOutOutcome>;
	/** Comes instead of somebody who dropped out: of several, exactly one for each gap. */
	relieve(
		desk: string,
		day: LocalDate,
		member: MemberId,
	): Promise<RelieveOutcome>;
	/** Undefined for a desk that nobody knows. */
	roster(desk: string, day: LocalDate): Promise<Roster | undefined>;
	record(
		code: BookingCode,
		act: VisitAct,
		by: MemberId,
	): Promise<RecordOutcome>;
	/** Hands a visitor to another volunteer on duty. */
	forward(
		code: BookingCode,
		to: MemberId,
		by: MemberId,
	): Promise<ForwardOutcome>;
	/** Somebody who came without booking is there now. */
	walkIn(
		desk: string,
		day: LocalDate,
		who: { readonly visitor?: Visitor; readonly procedure?: string },
		by: MemberId,
	): Promise<WalkInOutcome>;
	/** Ends offers whose time is over and offers every free seat to whoever waits first. */
	offerSeats(): Promise<void>;
	/** Tells of each session in which something was changed, by whomever. Gives back how to stop listening. */
	onChange(listener: (desk: string, day: LocalDate) => void): () => void;
}
