import * as z from "zod";

/** The present instant. Passed in everywhere, so that a rule can be shown any day. */
export type Clock = () => Date;

/** A calendar day at the desk, `2026-11-28`: local text, not an instant. */
export type LocalDate = `${number}-${number}-${number}`;
export const LocalDate = z.iso
	.date("expected a day such as 2026-11-28")
	.transform((text) => text as LocalDate);

/** A time of day at the desk, `08:30`. */
export type LocalTime = `${number}:${number}`;
export const LocalTime = z
	.string()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "expected a time such as 08:30")
	.transform((text) => text as LocalTime);

/** Viet Nam keeps UTC+7 all year, without summer time, since 1975. */
const OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar day a person at the counter would name for this instant. */
export const dayAt = (instant: Date): LocalDate =>
	new Date(instant.getTime() + OFFSET_MS)
		.toISOString()
		.slice(0, 10) as LocalDate;

/** The clock on the desk's wall at this instant. */
export const timeAt = (instant: Date): LocalTime =>
	new Date(instant.getTime() + OFFSET_MS)
		.toISOString()
		.slice(11, 16) as LocalTime;

/** The instant at which the desk's wall clock shows this day and time. */
export const instantAt = (day: LocalDate, time: LocalTime): Date =>
	new Date(`${day}T${time}:00+07:00`);

export const addDays = (day: LocalDate, days: number): LocalDate =>
	new Date(Date.parse(day) + days * DAY_MS)
		.toISOString()
		.slice(0, 10) as LocalDate;

/** The same day of a later month, or that month's last day. */
export function addMonths(day: LocalDate, months: number): LocalDate {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	const last = new Date(Date.UTC(year, month + months, 0));
	last.setUTCDate(Math.min(date, last.getUTCDate()));
	return last.toISOString().slice(0, 10) as LocalDate;
}

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (day: LocalDate): number => new Date(day).getUTCDay();

/** The first Saturday on or after the day. */
export const saturdayFrom = (day: LocalDate): LocalDate =>
	addDays(day, (6 - weekday(day) + 7) % 7);

export const addMinutes = (time: LocalTime, minutes: number): LocalTime => {
	const total = minutesOf(time) + minutes;
	const two = (value: number) => String(value).padStart(2, "0");
	return `${two(Math.floor(total / 60))}:${two(total % 60)}` as LocalTime;
};

/** Minutes since midnight. */
export const minutesOf = (time: LocalTime): number =>
	Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
