import type {
	Calendar,
	CalendarRow,
	DayKind,
	Desk,
} from "../knowledge/schema.js";
import {
	addDays,
	addMinutes,
	dayAt,
	instantAt,
	type LocalDate,
	type LocalTime,
	minutesOf,
	saturdayFrom,
	weekday,
} from "../time.js";
import type { Hours, Plan } from "./session.js";
import type { Slot } from "./store.js";

/** Why a desk is shut on a day. */
export type Shut =
	| { readonly kind: "not-saturday" }
	| { readonly kind: "past" }
	/** Farther ahead than the desk takes bookings; `last` is the farthest Saturday. */
	| { readonly kind: "too-far"; readonly last: LocalDate }
	/** The calendar shuts it; `name` is the holiday's or the swap's. */
	| { readonly kind: DayKind; readonly name: string }
	/** Nobody comes, by the desk's own decision. */
	| { readonly kind: "closed-by-desk" }
	/** The desk does not come every Saturday, and nobody opened this one. */
	| { readonly kind: "not-opened" };

/** What was planned for the Saturdays of one desk. */
export type Plans = ReadonlyMap<LocalDate, Plan>;
const NO_PLANS: Plans = new Map();

const MINUTES = 30;

/** The Saturdays on which one may book, from today on: those of the weeks ahead, and whatever was opened beyond. */
export function openSaturdays(
	today: LocalDate,
	desk: Desk,
	calendar: Calendar,
	plans = NO_PLANS,
): LocalDate[] {
	const first = saturdayFrom(today);
	const near = Array.from({ length: desk.weeksAhead }, (_, week) =>
		addDays(first, week * 7),
	);
	return [...new Set([...near, ...plans.keys()])]
		.sort()
		.filter(
			(day) =>
				whyShut(day, today, desk, calendar, plans.get(day)) === undefined,
		);
}

/**
 * The reason to give when somebody asks for a day; undefined when the desk is open. A plan opens what the calendar or the
 * distance shuts, and shuts what is open; a statutory day and one that the desk's file closes stay shut.
 */
export function whyShut(
	day: LocalDate,
	today: LocalDate,
	desk: Desk,
	calendar: Calendar,
	plan?: Plan,
): Shut | undefined {
	if (weekday(day) !== 6) return { kind: "not-saturday" };
	if (day < today) return { kind: "past" };
	const row = rowOn(day, calendar);
	if (row?.kind === "statutory") return { kind: row.kind, name: row.name };
	if (plan?.open === false || desk.closed.includes(day))
		return { kind: "closed-by-desk" };
	const opened = desk.opened.includes(day);
	if (row !== undefined && !opened && plan?.despite !== row.kind)
		return { kind: row.kind, name: row.name };
	if (!desk.weekly && !opened && plan === undefined)
		return { kind: "not-opened" };
	const last = addDays(saturdayFrom(today), (desk.weeksAhead - 1) * 7);
	return day > last && plan === undefined
		? { kind: "too-far", last }
		: undefined;
}

/** A half hour that somebody has booked is shut after all: a holiday was decreed, or nobody can come then. */
export const isShutAfterAll = (
	{ day, time }: Pick<Slot, "day" | "time">,
	desk: Desk,
	calendar: Calendar,
	plan?: Plan,
): boolean =>
	whyShut(day, day, desk, calendar, plan) !== undefined ||
	!halfHours(desk, plan).includes(time);

/** The beginnings of a session's half hours, earliest first; as planned, else as the desk usually has them. */
export const halfHours = (
	desk: Pick<Desk, "sessions">,
	plan?: Plan,
): LocalTime[] => halfHoursOf(plan?.hours ?? desk.sessions);

export const halfHoursOf = (hours: readonly Hours[]): LocalTime[] =>
	hours
		.flatMap(({ from, to }) =>
			Array.from(
				{
					length: Math.max(
						0,
						Math.floor((minutesOf(to) - minutesOf(from)) / MINUTES),
					),
				},
				(_, step) => addMinutes(from, step * MINUTES),
			),
		)
		.filter((time, index, times) => times.indexOf(time) === index)
		.sort();

/** The moment from which a half hour can no longer be booked, moved or cancelled. */
export const closingOf = (
	day: LocalDate,
	time: LocalTime,
	closesMinutesBefore: number,
): Date =>
	new Date(instantAt(day, time).getTime() - closesMinutesBefore * 60_000);

/** The half hours of a session that have not closed. */
export const hoursLeft = (
	now: Date,
	day: LocalDate,
	desk: Desk,
	plan?: Plan,
): LocalTime[] =>
	halfHours(desk, plan).filter(
		(time) => now < closingOf(day, time, desk.closesMinutesBefore),
	);

/** The Saturdays with a half hour that has not closed: what a person can choose from. */
export const openSessions = (
	now: Date,
	desk: Desk,
	calendar: Calendar,
	plans = NO_PLANS,
): LocalDate[] =>
	openSaturdays(dayAt(now), desk, calendar, plans).filter(
		(day) => hoursLeft(now, day, desk, plans.get(day)).length > 0,
	);

/** What the calendar says of a day; a statutory day inside a longer break stays statutory. */
export function rowOn(
	day: LocalDate,
	calendar: Calendar,
): CalendarRow | undefined {
	const rows = calendar.days.filter(
		({ from, to = from }) => from <= day && day <= to,
	);
	return rows.find((row) => row.kind === "statutory") ?? rows[0];
}
