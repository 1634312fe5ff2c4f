import type { BookingStore } from "../booking/store.js";
import type { LocalDate } from "../time.js";
import { type SessionTally, tallySaturday } from "./tally.js";

/** What every session of a span of days came to. */
export type Sessions = (
	from: LocalDate,
	to: LocalDate,
) => Promise<readonly SessionTally[]>;

/**
 * Reads the numbers off the bookings, and remembers each Saturday's until it is changed: a year is read once, and costs
 * nothing after that. Nothing of it is written anywhere, so that nothing can disagree with the bookings. Saturdays of
 * long ago change by the wipe alone, which no number rests on.
 */
export function createSessions(
	bookings: Pick<BookingStore, "days" | "saturday" | "onChange">,
): Sessions {
	const known = new Map<LocalDate, Promise<readonly SessionTally[]>>();
	bookings.onChange((day) => void known.delete(day));

	function tallyOf(day: LocalDate): Promise<readonly SessionTally[]> {
		const before = known.get(day);
		if (before !== undefined) return before;
		const reading = bookings
			.saturday(day)
			.then((saturday) => tallySaturday(day, saturday));
		known.set(day, reading); // goes if the day is changed while it is read
		reading.catch(() => {
			if (known.get(day) === reading) known.delete(day);
		});
		return reading;
	}

	return async (from, to) => {
		const sessions: SessionTally[] = [];
		for (const day of await bookings.days())
			if (from <= day && day <= to) sessions.push(...(await tallyOf(day)));
		return sessions;
	};
}
