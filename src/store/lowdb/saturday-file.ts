import * as z from "zod";
import { type BookingCode, readCode } from "../../booking/code.js";
import { SEAT_NOTICES } from "../../booking/seat-notice.js";
import type { Saturday } from "../../booking/seats.js";
import { OUTCOMES, RATINGS } from "../../booking/visit.js";
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

const Visit = z.strictObject({
	state: z.enum(["arrived", "done", "no-show"]),
	at: Instant,
	by: z.string(),
	arrivedAt: Instant.exactOptional(),
	outcome: z.enum(OUTCOMES).exactOptional(),
	note: z.string().exactOptional(),
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
	visit: Visit.exactOptional(),
	volunteer: z.string().exactOptional(),
	ready: z.array(z.string()).exactOptional(),
	question: z.string().exactOptional(),
	walkIn: z.literal(true).exactOptional(),
	rating: z.literal(RATINGS).exactOptional(),
});

const Hold = z.strictObject({
	...slot,
	person: z.string(),
	place: z.int().min(1),
	until: Instant,
});

const Plan = z.strictObject({
	desk: z.string(),
	open: z.boolean(),
	hours: z
		.array(z.strictObject({ from: LocalTime, to: LocalTime }))
		.exactOptional(),
	places: z.int().min(1).exactOptional(),
	note: z.string().exactOptional(),
	despite: z.string().exactOptional(),
});

const Duty = z.strictObject({
	desk: z.string(),
	member: z.string(),
	since: Instant,
});

const Gap = Duty.extend({ asked: z.array(z.string()).exactOptional() });

const Offer = z.strictObject({
	time: LocalTime,
	place: z.int().min(1),
	until: Instant,
	told: z.literal(true).exactOptional(),
});

const Waiting = z.strictObject({
	desk: z.string(),
	person: z.string(),
	visitor: Visitor,
	procedure: z.string().exactOptional(),
	since: Instant,
	offer: Offer.exactOptional(),
	lapsed: z.literal(true).exactOptional(),
});

/** What one file holds: one Saturday, all desks. Stricter than its shape: a seat has one person, a code one booking. */
export const saturdayFile = (day: LocalDate): z.ZodType<Saturday> =>
	z
		.strictObject({
			bookings: z.array(Booking),
			holds: z.array(Hold),
			// Files of before there were sessions to plan have none of these.
			plans: z.array(Plan).default([]),
			duties: z.array(Duty).default([]),
			gaps: z.array(Gap).default([]),
			filled: z.array(Gap).default([]),
			waiting: z.array(Waiting).default([]),
			waited: z.record(z.string(), z.int().min(0)).default({}),
		})
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
		)
		.refine(
			({ plans }) =>
				new Set(plans.map(({ desk }) => desk)).size === plans.length,
			"a desk has two plans",
		);

function hasSeatTwice(bookings: Saturday["bookings"]): boolean {
	const seats = bookings
		.filter(({ status }) => status === "booked")
		.map(({ desk, time, place }) => `${desk} ${time} ${place}`);
	return new Set(seats).size < seats.length;
}
