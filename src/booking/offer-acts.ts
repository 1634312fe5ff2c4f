import { dayAt, type LocalDate, type LocalTime } from "../time.js";
import { closingOf, hoursLeft } from "./calendar.js";
import { freePlace, isInLine } from "./places.js";
import { planOf, type Rules } from "./plan-acts.js";
import type { Saturday, SaturdayAct } from "./seats.js";
import type { Offer } from "./session.js";
import { hoursOpen, replaced, withoutLine } from "./waiting-acts.js";

/**
 * Ends what has ended and offers every free seat, the earliest half hour first, to whoever waits longest. Gives back the
 * same Saturday when there is nothing to do.
 */
export const offerSeats =
	(day: LocalDate, rules: Rules): SaturdayAct<void> =>
	(saturday) => {
		const { desk } = rules;
		if (saturday.waiting.every((one) => one.desk !== desk.id))
			return { saturday, outcome: undefined };
		return {
			saturday: isOver(saturday, day, rules)
				? withoutLine(saturday, desk.id)
				: offered(lapsed(saturday, day, rules), day, rules),
			outcome: undefined,
		};
	};

/** The last half hour has closed: there is nothing left to wait for. */
const isOver = (saturday: Saturday, day: LocalDate, { desk, now }: Rules) =>
	hoursLeft(now, day, desk, planOf(saturday, desk.id)).length === 0;

/** Offers whose time is over, or whose half hour is shut after all. */
function lapsed(saturday: Saturday, day: LocalDate, rules: Rules): Saturday {
	const { desk, now } = rules;
	const hours = hoursOpen(saturday, day, rules);
	const hasEnded = ({ time, until }: Offer) =>
		until <= now || !hours.includes(time);
	return saturday.waiting
		.filter(({ desk: id, offer }) => id === desk.id && offer && hasEnded(offer))
		.reduce((left, entry) => {
			const { offer: _, ...rest } = entry;
			return replaced(left, entry, { ...rest, lapsed: true });
		}, saturday);
}

/** One seat after the other, as long as somebody is in line. */
function offered(saturday: Saturday, day: LocalDate, rules: Rules): Saturday {
	const { desk, now } = rules;
	let after = saturday;
	for (const time of hoursOpen(saturday, day, rules)) {
		for (;;) {
			const first = after.waiting.find(
				(one) => one.desk === desk.id && isInLine(one),
			);
			if (first === undefined) return after;
			const slot = { desk: desk.id, time };
			const place = freePlace(after, slot, now, desk.placesPerHalfHour);
			if (place === undefined) break;
			const until = offeredUntil(day, time, rules);
			after = replaced(after, first, {
				...first,
				offer: { time, place, until },
			});
		}
	}
	return after;
}

const TWO_HOURS_MS = 2 * 60 * 60 * 1000;
const THIRTY_MINUTES_MS = 30 * 60 * 1000;

/** Two hours, thirty minutes on the day itself, and no longer than the seat can be booked. */
function offeredUntil(
	day: LocalDate,
	time: LocalTime,
	{ desk, now }: Rules,
): Date {
	const long = dayAt(now) === day ? THIRTY_MINUTES_MS : TWO_HOURS_MS;
	const closing = closingOf(day, time, desk.closesMinutesBefore);
	return new Date(Math.min(now.getTime() + long, closing.getTime()));
}
