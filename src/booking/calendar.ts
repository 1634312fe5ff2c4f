import type { Calendar, DayKind, Desk } from "../knowledge/schema.js";
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

/** Why a desk is shut on a day. */
export type Shut =
	| { readonly kind: "not-saturday" }
	| { readonly kind: "past" }
	/** Farther ahead than the desk takes bookings; `last` is the farthest Saturday. */
	| { readonly kind: "too-far"; readonly last: LocalDate }
	/** The calendar shuts it; `name` is the holiday's or the swap's. */
	| { readonly kind: DayKind; readonly name: string }
	/** Nobody comes, by the desk's own decision. */
	| { readonly kind: "closed-by-desk" };

const MINUTES = 30;

/** The Saturdays on which one may book, from today on. */
export function openSaturdays(
	today: LocalDate,
	desk: Desk,
	calendar: Calendar,
): LocalDate[] {
	const first = saturdayFrom(today);
	return Array.from({ length: desk.weeksAhead }, (_, week) =>
		addDays(first, week * 7),
	).filter((day) => whyShut(day, today, desk, calendar) === undefined);
}

/** The reason to give when somebody asks for a day; undefined when the desk is open. */
export function whyShut(
	day: LocalDate,
	today: LocalDate,
	desk: Desk,
	calendar: Calendar,
): Shut | undefined {
	if (weekday(day) !== 6) return { kind: "not-saturday" };
	if (day < today) return { kind: "past" };
	const row = rowOf(day, calendar);
	if (row?.kind === "statutory") return { kind: row.kind, name: row.name };
	if (desk.closed.includes(day)) return { kind: "closed-by-desk" };
	if (row !== undefined && !desk.opened.includes(day))
		return { kind: row.kind, name: row.name };
	const last = addDays(saturdayFrom(today), (desk.weeksAhead - 1) * 7);
	return day > last ? { kind: "too-far", last } : undefined;
}

/** A Saturday that somebody has booked is shut after all: a holiday was decreed, or nobody can come. */
export const isShutAfterAll = (
	day: LocalDate,
	desk: Desk,
	calendar: Calendar,
): boolean => whyShut(day, day, desk, calendar) !== undefined;

/** The beginnings of a session's half hours, earliest first. */
export const halfHours = (desk: Desk): LocalTime[] =>
	desk.sessions
		.flatMap(({ from, to }) =>
			Array.from(
				{ length: Math.floor((minutesOf(to) - minutesOf(from)) / MINUTES) },
				(_, step) => addMinutes(from, step * MINUTES),
			),
		)
		.sort();

/** The moment from which a half hour can no longer be booked, moved or cancelled. */
export const closingOf = (
	day: LocalDate,
	time: LocalTime,
	closesMinutesBefore: number,
): Date =>
	new Date(instantAt(day, time).getTime() - closesMinutesBefore * 60_000);

/** The half hours of a session that have not closed. */
export const hoursLeft = (now: Date, day: LocalDate, desk: Desk): LocalTime[] =>
	halfHours(desk).filter(
		(time) => now < closingOf(day, time, desk.closesMinutesBefore),
	);

/** The Saturdays with a half hour that has not closed: what a person can choose from. */
export const openSessions = (
	now: Date,
	desk: Desk,
	calendar: Calendar,
): LocalDate[] =>
	openSaturdays(dayAt(now), desk, calendar).filter(
		(day) => hoursLeft(now, day, desk).length > 0,
	);

/** A statutory day inside a longer break stays statutory. */
function rowOf(day: LocalDate, calendar: Calendar) {
	const rows = calendar.days.filter(
		({ from, to = from }) => from <= day && day <= to,
	);
	return rows.find((row) => row.kind === "statutory") ?? rows[0];
}
