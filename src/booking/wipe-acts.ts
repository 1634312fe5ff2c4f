import { dayAt, type LocalDate } from "../time.js";
import { linksBut } from "./booking-acts.js";
import {
	type Act,
	change,
	type Ledger,
	type Step,
	unchanged,
} from "./ledger.js";
import { asCancelled } from "./seat-acts.js";
import {
	bookingsOf,
	type Saturday,
	withBooking,
	withoutHold,
} from "./seats.js";
import type { Booking, PersonKey } from "./store.js";

export const forget =
	(person: PersonKey, today: LocalDate): Act<number> =>
	(ledger) =>
		everySaturday(ledger, (saturday, day) => {
			const theirs = bookingsOf(person, saturday);
			const forgotten = theirs.map((booking) =>
				wiped(
					day >= today && booking.status === "booked" && !booking.visit
						? asCancelled(booking)
						: booking,
				),
			);
			const unlinked = saturday.bookings
				.filter(({ links }) => links?.includes(person))
				.map((booking) => withoutLink(person, booking));
			const waiting = saturday.waiting.filter((one) => one.person !== person);
			return {
				count: theirs.length,
				changed: unlinked.length > 0,
				saturday: [...unlinked, ...forgotten].reduce(
					withBooking,
					withoutHold({ ...saturday, waiting }, person),
				),
			};
		});

/** Holds count as conversation too: those that ended before the day go as well, wherever they were. */
export const wipeBefore =
	(before: LocalDate): Act<number> =>
	(ledger) =>
		everySaturday(ledger, (saturday, day) => wipe(saturday, day, before));

/** Nobody can be told from what is left of it. */
export const isNameless = ({ bookings, holds, waiting }: Saturday): boolean =>
	holds.length === 0 && waiting.length === 0 && !bookings.some(isTrace);

/** One Saturday's part of the wipe. */
function wipe(saturday: Saturday, day: LocalDate, before: LocalDate) {
	const holds = saturday.holds.filter(({ until }) => dayAt(until) >= before);
	const traces = day < before ? saturday.bookings.filter(isTrace) : [];
	const waiting = day < before ? [] : saturday.waiting;
	return {
		count: traces.length,
		saturday: traces
			.map(wiped)
			.reduce(withBooking, { ...saturday, holds, waiting }),
	};
}

function everySaturday(
	ledger: Ledger,
	rule: (
		saturday: Saturday,
		day: LocalDate,
	) => { count: number; saturday: Saturday; changed?: boolean },
): Step<number> {
	return [...ledger].reduce<Step<number>>(
		(step, [day, before]) => {
			const { count, saturday, changed } = rule(before, day);
			return changed ||
				count > 0 ||
				saturday.holds.length < before.holds.length ||
				saturday.waiting.length < before.waiting.length
				? change(step, day, step.outcome + count, () => saturday)
				: step;
		},
		unchanged(ledger, 0),
	);
}

/** What it was about, how it ended and how content somebody was stay: they are counts, and nobody's. */
function wiped(booking: Booking): Booking {
	const { person, visitor, links, ready, question, visit, ...rest } = booking;
	if (visit === undefined) return rest;
	const { note: _, ...counted } = visit;
	return { ...rest, visit: counted };
}

const isTrace = ({ person, visitor, links, ready, question, visit }: Booking) =>
	[person, visitor, links, ready, question, visit?.note].some(
		(trace) => trace !== undefined,
	);

function withoutLink(person: PersonKey, booking: Booking): Booking {
	const { links: _, ...rest } = booking;
	const links = linksBut(person, booking);
	return links.length > 0 ? { ...rest, links } : rest;
}
