import type { Desk, Knowledge } from "../knowledge/schema.js";
import {
	addDays,
	type Clock,
	dayAt,
	type LocalDate,
	saturdayFrom,
	timeAt,
} from "../time.js";
import type { Volunteer } from "./assign.js";
import { halfHours, whyShut } from "./calendar.js";
import type { BookingCode, CodeGenerator } from "./code.js";
import {
	type DropOutOutcome,
	dropOut,
	type RelieveOutcome,
	relieve,
	type ServeOutcome,
	serve,
} from "./duty-acts.js";
import { nextCode } from "./next-code.js";
import { offerSeats } from "./offer-acts.js";
import {
	hitsOf,
	type PlanOutcome,
	planOf,
	planSession,
	type Rules,
	standingShut,
} from "./plan-acts.js";
import { type Roster, rosterOf } from "./roster.js";
import type { Saturday } from "./seats.js";
import type { MemberId, Plan } from "./session.js";
import { type SessionView, viewOf } from "./session-view.js";
import type { Booking, BookingStore, Visitor } from "./store.js";
import type { VisitAct } from "./visit.js";
import {
	type ForwardOutcome,
	forward,
	halfHourAt,
	type RecordOutcome,
	recordVisit,
	walkIn,
} from "./visit-acts.js";
import { withoutLine } from "./waiting-acts.js";

/** Earlier than any Saturday: a line left from before a long stop is ended too. */
const EVER: LocalDate = "0001-01-01";

export type WalkInOutcome =
	| { readonly kind: "recorded"; readonly booking: Booking }
	/** A walk-in is recorded on the day itself, at a desk that is known. */
	| { readonly kind: "shut" };

/** Somebody whose booking stands although its half hour is shut. */
export interface ShutOut {
	readonly booking: Booking;
	/** Told; to be told as soon as can be; or not to be reached by any message. */
	readonly told: "yes" | "soon" | "cannot";
}

/** What the acts of members come to, and what they are shown. */
export type { Volunteer } from "./assign.js";
export type {
	DropOutOutcome,
	RelieveOutcome,
	ServeOutcome,
} from "./duty-acts.js";
export type { PlanOutcome } from "./plan-acts.js";
export type {
	Paper,
	Roster,
	RosterHour,
	RosterLine,
	RosterTotals,
} from "./roster.js";
export type { SessionView } from "./session-view.js";
export type { ForwardOutcome, RecordOutcome } from "./visit-acts.js";

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
	/** Those who stand before a shut door, as the session is now, and whether they know it. */
	shutOut(desk: string, day: LocalDate): Promise<readonly ShutOut[]>;
	/** Of these, those who do not know it and whom nobody can tell. */
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
	/** Notes what became of a booking. The same tap twice is one; of two different ones, the later counts. */
	record(
		code: BookingCode,
		act: VisitAct,
		by: MemberId,
	): Promise<RecordOutcome>;
	/** Hands a booking to a volunteer on duty. */
	forward(code: BookingCode, to: MemberId): Promise<ForwardOutcome>;
	/** Somebody who came without booking is there now. */
	walkIn(
		desk: string,
		day: LocalDate,
		who: { readonly visitor?: Visitor; readonly procedure?: string },
		by: MemberId,
	): Promise<WalkInOutcome>;
	/** Ends offers whose time is over, and offers every free seat to whoever waits longest. */
	offerSeats(): Promise<void>;
	/** Tells of each session in which something may have changed, by whomever. Gives back how to stop listening. */
	onChange(listener: (desk: string, day: LocalDate) => void): () => void;
}

export function createSaturdayDesk({
	store,
	knowledge,
	volunteers,
	reaches,
	clock,
	code,
}: {
	readonly store: BookingStore;
	/** Asked each time: it changes while the desk is open. */
	readonly knowledge: () => Pick<
		Knowledge,
		"desks" | "calendar" | "procedures"
	>;
	/** Everybody who may be on duty, with the fields they know. */
	readonly volunteers: () => Promise<readonly Volunteer[]>;
	/** Whether somebody of the booking can be written to unasked. */
	readonly reaches: (booking: Booking) => Promise<boolean>;
	readonly clock: Clock;
	readonly code: CodeGenerator;
}): SaturdayDesk {
	const deskOf = (id: string) => {
		const found = knowledge().desks.find((desk) => desk.id === id);
		if (found === undefined) throw new RangeError(`there is no desk ${id}`);
		return found;
	};
	const rulesOf = (desk: Desk): Rules => ({
		desk,
		calendar: knowledge().calendar,
		now: clock(),
	});

	/** Changes the Saturday of a booking; a booking that moves away meanwhile is not found. */
	async function atDayOf<Outcome>(
		code: BookingCode,
		change: (day: LocalDate) => Promise<Outcome>,
	): Promise<Outcome | { readonly kind: "not-found" }> {
		const booking = await store.find(code);
		return booking ? change(booking.day) : { kind: "not-found" };
	}

	async function shutOut(id: string, day: LocalDate) {
		const saturday = await store.saturday(day);
		const hit = standingShut(saturday, rulesOf(deskOf(id)));
		return Promise.all(
			hit.map(async (booking): Promise<ShutOut> => {
				if (booking.given?.includes("closed")) return { booking, told: "yes" };
				return { booking, told: (await reaches(booking)) ? "soon" : "cannot" };
			}),
		);
	}

	async function offerOn(day: LocalDate, saturday: Saturday): Promise<void> {
		for (const id of new Set(saturday.waiting.map(({ desk }) => desk))) {
			const desk = knowledge().desks.find((one) => one.id === id);
			await store.change(
				day,
				desk
					? offerSeats(day, rulesOf(desk))
					: (now) => ({ saturday: withoutLine(now, id), outcome: undefined }),
			);
		}
	}

	return {
		async sessions(from, weeks, only) {
			const first = saturdayFrom(from);
			const days = Array.from({ length: weeks }, (_, week) =>
				addDays(first, week * 7),
			);
			const desks = knowledge().desks.filter(
				({ id }) => only === undefined || id === only,
			);
			const views = await Promise.all(
				days.map(async (day) => {
					const saturday = await store.saturday(day);
					return desks.map((desk) => viewOf(saturday, day, rulesOf(desk)));
				}),
			);
			return views.flat();
		},

		async hits(id, day, plan) {
			const saturday = await store.saturday(day);
			return hitsOf(saturday, day, plan, rulesOf(deskOf(id)));
		},

		plan: (id, day, plan, seen) =>
			store.change(day, planSession(day, plan, seen, rulesOf(deskOf(id)))),

		shutOut,

		unreached: async (id, day) =>
			(await shutOut(id, day))
				.filter(({ told }) => told === "cannot")
				.map(({ booking }) => booking),

		serve: (id, day, member) =>
			store.change(day, serve(day, member, rulesOf(deskOf(id)))),
		dropOut: (id, day, member) =>
			store.change(day, dropOut(day, member, rulesOf(deskOf(id)))),
		relieve: (id, day, member) =>
			store.change(day, relieve(day, member, rulesOf(deskOf(id)))),

		async roster(id, day) {
			const { desks, calendar, procedures } = knowledge();
			const desk = desks.find((one) => one.id === id);
			if (desk === undefined) return undefined;
			const saturday = await store.saturday(day);
			return rosterOf(saturday, desk, day, {
				shut: whyShut(day, day, desk, calendar, planOf(saturday, id)),
				volunteers: await volunteers(),
				procedures,
			});
		},

		record: (code, act, by) =>
			atDayOf(code, (day) =>
				store.change(day, recordVisit(code, act, by, clock())),
			),

		forward: (code, to) =>
			atDayOf(code, (day) => store.change(day, forward(code, to))),

		async walkIn(id, day, who, by) {
			const now = clock();
			const desk = knowledge().desks.find((one) => one.id === id);
			if (desk === undefined || dayAt(now) !== day) return { kind: "shut" };
			const plan = planOf(await store.saturday(day), id);
			const time = halfHourAt(halfHours(desk, plan), timeAt(now));
			if (time === undefined) return { kind: "shut" };
			const slot = { desk: id, day, time };
			const usual = desk.placesPerHalfHour;
			const booking = await nextCode(code, async (drawn) =>
				(await store.find(drawn)) === undefined
					? store.change(day, walkIn(slot, drawn, who, by, now, usual))
					: undefined,
			);
			return { kind: "recorded", booking };
		},

		async offerSeats() {
			for (const [day, saturday] of await store.saturdays(EVER))
				if (saturday.waiting.length > 0) await offerOn(day, saturday);
		},

		onChange: (listener) =>
			store.onChange((day) => {
				for (const { id } of knowledge().desks) listener(id, day);
			}),
	};
}
