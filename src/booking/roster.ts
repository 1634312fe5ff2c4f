import type { Desk, Procedure } from "../knowledge/schema.js";
import type { LocalDate, LocalTime } from "../time.js";
import { assign, type Volunteer } from "./assign.js";
import { halfHours, type Shut } from "./calendar.js";
import { dutiesAt, gapsAt } from "./duty-acts.js";
import { planOf } from "./plan-acts.js";
import { inOrder, isActive, type Saturday } from "./seats.js";
import type { Duty, Gap, MemberId, Plan } from "./session.js";
import type { Booking } from "./store.js";
import { OUTCOMES, type Outcome } from "./visit.js";

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

export interface RosterHour {
	readonly time: LocalTime;
	/** By place; cancelled bookings are left out. */
	readonly lines: readonly RosterLine[];
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
	/** Every half hour of the session, and those outside it in which somebody is booked; walk-ins among the others. */
	readonly hours: readonly RosterHour[];
	readonly duties: readonly Duty[];
	readonly gaps: readonly Gap[];
	readonly totals: RosterTotals;
}

export function rosterOf(
	saturday: Saturday,
	desk: Desk,
	day: LocalDate,
	{
		shut,
		volunteers,
		procedures,
	}: {
		readonly shut: Shut | undefined;
		/** All there are; who is on duty is read off the Saturday. */
		readonly volunteers: readonly Volunteer[];
		readonly procedures: ReadonlyMap<string, Procedure>;
	},
): Roster {
	const bookings = inOrder(
		saturday.bookings.filter((booking) => booking.desk === desk.id),
	);
	const active = bookings.filter(isActive);
	const duties = dutiesAt(saturday, desk.id);
	const plan = planOf(saturday, desk.id);
	const procedureOf = ({ procedure }: Booking) =>
		procedures.get(procedure ?? "");
	const assigned = assign(
		active,
		duties.map(
			({ member }) =>
				volunteers.find(({ id }) => id === member) ?? {
					id: member,
					fields: [],
				},
		),
		(booking) => procedureOf(booking)?.field,
	);
	const lineOf = (booking: Booking): RosterLine => {
		const volunteer = assigned.get(booking.code);
		return {
			booking,
			...(volunteer !== undefined && { volunteer }),
			papers: (procedureOf(booking)?.documents ?? []).map((name) => ({
				name,
				ready: booking.ready?.includes(name),
			})),
		};
	};
	const times = new Set([
		...halfHours(desk, plan),
		...active.map(({ time }) => time),
	]);
	return {
		desk,
		day,
		...(shut && { shut }),
		...(plan && { plan }),
		hours: [...times].sort().map((time) => ({
			time,
			lines: active.filter((booking) => booking.time === time).map(lineOf),
		})),
		duties,
		gaps: gapsAt(saturday, desk.id),
		totals: {
			...totalsOf(bookings),
			waiting: saturday.waiting.filter(
				(one) => one.desk === desk.id && !one.lapsed,
			).length,
		},
	};
}

function totalsOf(bookings: readonly Booking[]): Omit<RosterTotals, "waiting"> {
	const active = bookings.filter(isActive);
	const count = (is: (booking: Booking) => boolean) => active.filter(is).length;
	const inState = (state: string) =>
		count(({ visit }) => visit?.state === state);
	return {
		booked: count(({ walkIn }) => walkIn === undefined),
		walkIns: count(({ walkIn }) => walkIn === true),
		arrived: inState("arrived"),
		done: inState("done"),
		noShow: inState("no-show"),
		cancelled: bookings.length - active.length,
		outcomes: Object.fromEntries(
			OUTCOMES.map((outcome) => [
				outcome,
				count(
					({ visit }) => visit?.state === "done" && visit.outcome === outcome,
				),
			]),
		) as Record<Outcome, number>,
	};
}
