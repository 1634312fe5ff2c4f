import * as z from "zod";
import { type BookingCode, readCode } from "../../booking/code.js";
import { SEAT_NOTICES } from "../../booking/seat-notice.js";
import type { Saturday } from "../../booking/seats.js";
import { LocalDate, LocalTime } from "../../time.js";
import { Instant } from "./instant.js";

const Code = z
	.string()
	.refine((text) => readCode(text) === text, "expected a booking code")
	.transform((text) => text as BookingCode);

const slot = { desk: z.string(), day: LocalDate, time: LocalTime };

const Visitor = z.strictObject({
	name: z.string(),
	phone: z.string().exactOptional(),
	onBehalfOf: z.string().exactOptional(),
});

const Booking = z.strictObject({
	...slot,
	code: Code,
	person: z.string().exactOptional(),
	place: z.int().min(1),
	status: z.enum(["booked", "cancelled"]),
	sequence: z.int().min(0),
	procedure: z.string().exactOptional(),
	visitor: Visitor.exactOptional(),
	bookedAt: Instant,
	told: z.int().min(0).exactOptional(),
	given: z.array(z.enum(SEAT_NOTICES)).exactOptional(),
	links: z.array(z.string()).exactOptional(),
});

const Hold = z.strictObject({
	...slot,
	person: z.string(),
	place: z.int().min(1),
	until: Instant,
});

/** What one file holds: one Saturday, all desks. Stricter than its shape: a seat has one person, a code one booking. */
export const saturdayFile = (day: LocalDate): z.ZodType<Saturday> =>
	z
		.strictObject({ bookings: z.array(Booking), holds: z.array(Hold) })
		.refine(
			({ bookings, holds }) =>
				[...bookings, ...holds].every((seat) => seat.day === day),
			"it holds another day's bookings",
		)
		.refine(
			({ bookings }) =>
				new Set(bookings.map(({ code }) => code)).size === bookings.length,
			"a booking code is in it twice",
		)
		.refine(
			({ bookings }) => !hasSeatTwice(bookings),
			"a seat is given to two people",
		);

function hasSeatTwice(bookings: Saturday["bookings"]): boolean {
	const seats = bookings
		.filter(({ status }) => status === "booked")
		.map(({ desk, time, place }) => `${desk} ${time} ${place}`);
	return new Set(seats).size < seats.length;
}
