import type { CalendarRow, Desk } from "../knowledge/schema.js";
import { dayAt, type LocalDate, type LocalTime } from "../time.js";
import { halfHours, hoursLeft, rowOn, type Shut, whyShut } from "./calendar.js";
import { dutiesAt, gapsAt } from "./duty-acts.js";
import { freeFor, placesOf, takenIn } from "./places.js";
import { planOf, type Rules, standingShut } from "./plan-acts.js";
import { isActive, type Saturday } from "./seats.js";
import type { Duty, Gap, Plan } from "./session.js";

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
	/** Seats that anybody may take now; none while people wait. */
	readonly free: number;
	/** Bookings ahead that stand although their half hour is shut after all. */
	readonly hit: number;
	/** Who wait, those with an offer too. */
	readonly waiting: number;
	readonly duties: readonly Duty[];
	readonly gaps: readonly Gap[];
}

/** One desk's Saturday as whoever plans it sees it. */
export function viewOf(
	saturday: Saturday,
	day: LocalDate,
	rules: Rules,
): SessionView {
	const { desk, calendar, now } = rules;
	const plan = planOf(saturday, desk.id);
	const shut = whyShut(day, dayAt(now), desk, calendar, plan);
	const row = rowOn(day, calendar);
	const usual = desk.placesPerHalfHour;
	const taken = takenIn(saturday, desk.id, now);
	const free = hoursLeft(now, day, desk, plan).map((time) =>
		freeFor(saturday, { desk: desk.id, time }, taken, usual),
	);
	return {
		desk,
		day,
		...(shut && { shut }),
		...(row && { row }),
		...(plan && { plan }),
		hours: halfHours(desk, plan),
		places: placesOf(saturday, desk.id, usual),
		booked: saturday.bookings.filter(
			(booking) =>
				booking.desk === desk.id && isActive(booking) && !booking.walkIn,
		).length,
		free: shut ? 0 : free.reduce((a, b) => a + b, 0),
		hit: standingShut(saturday, rules).length,
		waiting: saturday.waiting.filter(
			(one) => one.desk === desk.id && !one.lapsed,
		).length,
		duties: dutiesAt(saturday, desk.id),
		gaps: gapsAt(saturday, desk.id),
	};
}
