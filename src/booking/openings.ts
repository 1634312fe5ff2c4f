import type { Calendar, Desk } from "../knowledge/schema.js";
import { type LocalDate, type LocalTime, minutesOf } from "../time.js";
import type { HourOffer, SessionOffer } from "./booking.js";
import { hoursLeft, openSessions } from "./calendar.js";
import { freeFor, takenIn } from "./places.js";
import { planOf } from "./plan-acts.js";
import { EMPTY, type Saturday } from "./seats.js";
import type { Plan } from "./session.js";
import type { Slot } from "./store.js";

/** What can be booked, as the knowledge and the Saturdays have it at a moment. */
export interface Openings {
	readonly desks: readonly Desk[];
	readonly calendar: Calendar;
	readonly saturdays: ReadonlyMap<LocalDate, Saturday>;
	readonly now: Date;
}

/** Open sessions ahead, earliest first; full ones are in the list with `free: 0`. */
export const openingsOf = ({
	desks,
	calendar,
	saturdays,
	now,
}: Openings): readonly SessionOffer[] =>
	desks
		.flatMap((desk) =>
			openSessions(now, desk, calendar, plansOf(desk.id, saturdays)).map(
				(day): SessionOffer => {
					const saturday = saturdays.get(day) ?? EMPTY;
					const free = hourOffers(saturday, desk, day, now).reduce(
						(sum, hour) => sum + hour.free,
						0,
					);
					return { desk, day, free };
				},
			),
		)
		.sort((a, b) => a.day.localeCompare(b.day));

/** The half hours of an open session that have not closed, earliest first; full ones with `free: 0`. */
export function hourOffers(
	saturday: Saturday,
	desk: Desk,
	day: LocalDate,
	now: Date,
): readonly HourOffer[] {
	const taken = takenIn(saturday, desk.id, now);
	return hoursLeft(now, day, desk, planOf(saturday, desk.id)).map((time) => ({
		time,
		free: freeFor(
			saturday,
			{ desk: desk.id, time },
			taken,
			desk.placesPerHalfHour,
		),
	}));
}

/** Those with seats, the nearest to the wished one first; of two as near, the earlier. */
export const nearestTo = (
	time: LocalTime,
	hours: readonly HourOffer[],
): HourOffer[] =>
	hours
		.filter(({ free }) => free > 0)
		.sort((a, b) => apart(a.time, time) - apart(b.time, time));

/** Seats of the same desk to come to instead: the nearest half hours of the same day, then those of the next ones. */
export function insteadOf(
	slot: Slot,
	count: number,
	openings: Openings,
): readonly Slot[] {
	const { saturdays, now } = openings;
	const sessions = openingsOf(openings).filter(
		({ desk, free }) => desk.id === slot.desk && free > 0,
	);
	const same = sessions.filter(({ day }) => day === slot.day);
	const others = sessions.filter(({ day }) => day !== slot.day);
	return [...same, ...others]
		.flatMap(({ desk, day }) =>
			nearestTo(
				slot.time,
				hourOffers(saturdays.get(day) ?? EMPTY, desk, day, now),
			).map(({ time }): Slot => ({ desk: desk.id, day, time })),
		)
		.slice(0, count)
		.sort((a, b) => `${a.day} ${a.time}`.localeCompare(`${b.day} ${b.time}`));
}

const plansOf = (
	desk: string,
	saturdays: ReadonlyMap<LocalDate, Saturday>,
): ReadonlyMap<LocalDate, Plan> =>
	new Map(
		[...saturdays].flatMap(([day, saturday]) => {
			const plan = planOf(saturday, desk);
			return plan ? [[day, plan] as const] : [];
		}),
	);

const apart = (a: LocalTime, b: LocalTime): number =>
	Math.abs(minutesOf(a) - minutesOf(b));
