import { addDays, instantAt, type LocalDate, timeAt } from "../time.js";
import type { Saturday } from "./seats.js";
import type { Booking, PersonKey } from "./store.js";

/** Time to get home, and to find out whether the advice was any good. */
const AFTER_MS = 60 * 60 * 1000;
/** Nobody is asked at night for the sake of a number. */
const FROM = "07:00";
const TO = "20:00";

/** The evening of the next day: until then it may be said how it was, and said differently. */
export const ratedUntil = (day: LocalDate): Date =>
	instantAt(addDays(day, 1), TO);

/** Whether somebody may say how content they were. */
export const mayRate = ({ status, visit, day }: Booking, now: Date): boolean =>
	status === "booked" && visit?.state === "done" && now < ratedUntil(day);

/** Whether they are to be asked: once, unless they said it by themselves. */
export function isRatingAsked(booking: Booking, now: Date): boolean {
	const { visit, rating, given = [] } = booking;
	if (!visit || !mayRate(booking, now)) return false;
	const time = timeAt(now);
	return (
		rating === undefined &&
		!given.includes("rating") &&
		now.getTime() >= visit.at.getTime() + AFTER_MS &&
		time >= FROM &&
		time < TO
	);
}

/** The visits that a person may rate now, whether they made the booking or opened it; the latest last. */
export const visitsOf = (
	person: PersonKey,
	saturdays: ReadonlyMap<LocalDate, Saturday>,
	now: Date,
): Booking[] =>
	[...saturdays.values()]
		.flatMap(({ bookings }) => bookings)
		.filter(
			(booking) =>
				mayRate(booking, now) &&
				(booking.person === person || booking.links?.includes(person)),
		)
		.sort((a, b) => doneAt(a) - doneAt(b));

const doneAt = ({ visit }: Booking): number => visit?.at.getTime() ?? 0;
