import type { Booking } from "../booking/store.js";
import type { LocalDate } from "../time.js";
import type { MemberId } from "./roles.js";

/**
 * The phone number of a visitor, for the one volunteer whom they are assigned to and on the day itself. For nobody else:
 * being an administrator changes nothing.
 */
export function phoneFor(
	{ day, status, visitor }: Pick<Booking, "day" | "status" | "visitor">,
	{
		reader,
		concerned,
		today,
	}: {
		readonly reader: MemberId;
		/** Whom the visitor is assigned to; undefined while nobody is. */
		readonly concerned: MemberId | undefined;
		readonly today: LocalDate;
	},
): string | undefined {
	return day === today && status === "booked" && concerned === reader
		? visitor?.phone
		: undefined;
}
