import type { BookingCode } from "../../booking/code.js";
import type { Ledger } from "../../booking/ledger.js";
import { withoutBooking } from "../../booking/seats.js";
import type { Booking } from "../../booking/store.js";
import type { LocalDate } from "../../time.js";

/**
 * A move to another Saturday writes the new file, then the old one. If it was cut short between the two, the booking is
 * in both: the one with the higher sequence is where it moved to, and the other goes.
 */
export function repair(ledger: Ledger): {
	readonly ledger: Ledger;
	readonly changed: readonly LocalDate[];
} {
	const repaired = new Map(ledger);
	const changed = new Set<LocalDate>();
	const last = new Map<BookingCode, Booking>();
	for (const booking of [...ledger.values()].flatMap((day) => day.bookings)) {
		const other = last.get(booking.code);
		const [kept, left] =
			other !== undefined && isLater(other, booking)
				? [other, booking]
				: [booking, other];
		last.set(booking.code, kept);
		if (left === undefined) continue;
		const saturday = repaired.get(left.day);
		if (saturday === undefined) continue;
		repaired.set(left.day, withoutBooking(saturday, left.code));
		changed.add(left.day);
	}
	return { ledger: repaired, changed: [...changed] };
}

const isLater = (a: Booking, b: Booking): boolean =>
	a.sequence !== b.sequence
		? a.sequence > b.sequence
		: a.status === "cancelled";
