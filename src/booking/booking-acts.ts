import type { BookingCode } from "./code.js";
import { type Act, changeBooking, find, unchanged } from "./ledger.js";
import { remindersBy, type SeatNotice } from "./seat-notice.js";
import type { Booking, PersonKey, Told, Visitor } from "./store.js";
import type { Rating } from "./visit.js";

export const correct = (
	code: BookingCode,
	visitor: Visitor,
): Act<Booking | undefined> =>
	amend(code, (booking) => ({ ...booking, visitor }));

/** The papers that the person has; those of before are replaced. */
export const tick = (
	code: BookingCode,
	ready: readonly string[],
): Act<Booking | undefined> =>
	amend(code, (booking) => ({ ...booking, ready }));

/** What the person wants to ask; undefined takes it back. */
export const ask = (
	code: BookingCode,
	question: string | undefined,
): Act<Booking | undefined> =>
	amend(code, ({ question: _, ...booking }) =>
		question === undefined ? booking : { ...booking, question },
	);

/** How content the person was, once they were there. */
export const rate =
	(code: BookingCode, rating: Rating): Act<Booking | undefined> =>
	(ledger) => {
		const booking = find(ledger, code);
		if (booking?.status !== "booked" || !hasCome(booking))
			return unchanged(ledger, undefined);
		const rated = { ...booking, rating };
		return changeBooking(ledger, rated, rated);
	};

export const tell =
	(code: BookingCode, { sequence, given = [] }: Told): Act<void> =>
	(ledger) => {
		const booking = find(ledger, code);
		if (booking === undefined) return unchanged(ledger, undefined);
		const known = {
			...booking,
			told: Math.max(sequence, booking.told ?? sequence),
			...(sequence === booking.sequence && withGiven(booking, given)),
		};
		return changeBooking(ledger, known, undefined);
	};

export const link = (
	code: BookingCode,
	person: PersonKey,
	now: Date,
): Act<Booking | undefined> =>
	amend(code, (booking) => ({
		...booking,
		told: booking.sequence,
		...withGiven(booking, remindersBy(now, booking)),
		...(person !== booking.person && {
			links: [...linksBut(person, booking), person],
		}),
	}));

export const linksBut = (person: PersonKey, { links = [] }: Booking) =>
	links.filter((other) => other !== person);

/** Changes what is kept of a person's booking: of one that was wiped, nothing. */
const amend =
	(
		code: BookingCode,
		rule: (booking: Booking) => Booking,
	): Act<Booking | undefined> =>
	(ledger) => {
		const booking = find(ledger, code);
		if (booking?.visitor === undefined) return unchanged(ledger, undefined);
		const amended = rule(booking);
		return changeBooking(ledger, amended, amended);
	};

const hasCome = ({ visit }: Booking): boolean =>
	visit?.state === "arrived" || visit?.state === "done";

const withGiven = (
	{ given: before = [] }: Booking,
	given: readonly SeatNotice[],
) => {
	const all = [...new Set([...before, ...given])];
	return all.length > 0 ? { given: all } : {};
};
