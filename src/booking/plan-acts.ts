import type { Calendar, Desk } from "../knowledge/schema.js";
import { dayAt, instantAt, type LocalDate } from "../time.js";
import {
	halfHoursOf,
	isShutAfterAll,
	rowOn,
	type Shut,
	whyShut,
} from "./calendar.js";
import { inOrder, isActive, type Saturday, type SaturdayAct } from "./seats.js";
import type { Plan } from "./session.js";
import type { Booking, Slot } from "./store.js";

export type PlanOutcome =
	| { readonly kind: "planned"; readonly hits: readonly Booking[] }
	/** It hits others than were seen: nothing was changed. */
	| { readonly kind: "changed"; readonly hits: readonly Booking[] }
	/** No plan can do this. */
	| { readonly kind: "refused"; readonly why: Shut };

/** What the knowledge says at the moment of an act. */
export interface Rules {
	readonly desk: Desk;
	readonly calendar: Calendar;
	readonly now: Date;
}

/** Puts a plan in force, if it hits as many bookings as were seen. */
export const planSession =
	(
		day: LocalDate,
		wish: Plan,
		seen: number,
		rules: Rules,
	): SaturdayAct<PlanOutcome> =>
	(saturday) => {
		const plan = completed(wish, day, rules);
		const why = refusal(plan, day, rules);
		if (why !== undefined)
			return { saturday, outcome: { kind: "refused", why } };
		const hits = hitsOf(saturday, day, plan, rules);
		return hits.length === seen
			? {
					saturday: reopened(withPlan(saturday, plan), day, plan, rules),
					outcome: { kind: "planned", hits },
				}
			: { saturday, outcome: { kind: "changed", hits } };
	};

/** The bookings that the plan would leave standing before a shut door, and that stand before an open one now. */
export function hitsOf(
	saturday: Saturday,
	day: LocalDate,
	wish: Plan,
	rules: Rules,
): Booking[] {
	const plan = completed(wish, day, rules);
	const { desk, calendar } = rules;
	const before = planOf(saturday, desk.id);
	return standing(saturday, desk.id, rules.now).filter(
		(booking) =>
			isShutAfterAll(booking, desk, calendar, plan) &&
			!isShutAfterAll(booking, desk, calendar, before),
	);
}

/** The bookings that stand before a shut door as things are. */
export function standingShut(saturday: Saturday, rules: Rules): Booking[] {
	const { desk, calendar, now } = rules;
	const plan = planOf(saturday, desk.id);
	return standing(saturday, desk.id, now).filter((booking) =>
		isShutAfterAll(booking, desk, calendar, plan),
	);
}

export const planOf = ({ plans }: Saturday, desk: string): Plan | undefined =>
	plans.find((plan) => plan.desk === desk);

/** Whether a plan shuts the half hour; where there is none, the desk's usual hours decide, and they are not kept here. */
export function isShutByPlan(saturday: Saturday, { desk, time }: Slot) {
	const plan = planOf(saturday, desk);
	if (plan === undefined) return false;
	return (
		!plan.open ||
		(plan.hours !== undefined && !halfHoursOf(plan.hours).includes(time))
	);
}

/** With what the calendar says of the day now, so that it does not open what the day becomes later. */
function completed(
	wish: Plan,
	day: LocalDate,
	{ desk, calendar }: Rules,
): Plan {
	const { despite: _, ...plan } = { ...wish, desk: desk.id };
	const row = plan.open ? rowOn(day, calendar) : undefined;
	return row ? { ...plan, despite: row.kind } : plan;
}

/** Opening needs a day that can be opened; closing only one that has not passed. */
function refusal(
	plan: Plan,
	day: LocalDate,
	{ desk, calendar, now }: Rules,
): Shut | undefined {
	const why = whyShut(day, dayAt(now), desk, calendar, plan);
	return plan.open || why?.kind === "past" || why?.kind === "not-saturday"
		? why
		: undefined;
}

const withPlan = (saturday: Saturday, plan: Plan): Saturday => ({
	...saturday,
	plans: [...saturday.plans.filter(({ desk }) => desk !== plan.desk), plan],
});

/** Who was told of a shut door that is open again is told anew, should it shut once more. */
function reopened(
	saturday: Saturday,
	day: LocalDate,
	plan: Plan,
	{ desk, calendar }: Rules,
): Saturday {
	const isOpenAgain = (booking: Booking) =>
		booking.desk === desk.id &&
		booking.given?.includes("closed") &&
		!isShutAfterAll({ day, time: booking.time }, desk, calendar, plan);
	return {
		...saturday,
		bookings: saturday.bookings.map((booking) =>
			isOpenAgain(booking) ? withoutClosed(booking) : booking,
		),
	};
}

function withoutClosed({ given = [], ...booking }: Booking): Booking {
	const others = given.filter((notice) => notice !== "closed");
	return others.length > 0 ? { ...booking, given: others } : booking;
}

/** Bookings whose person will come, as far as they know. */
const standing = (saturday: Saturday, desk: string, now: Date): Booking[] =>
	inOrder(
		saturday.bookings.filter(
			(booking) =>
				booking.desk === desk &&
				isActive(booking) &&
				booking.walkIn === undefined &&
				booking.visit === undefined &&
				now < instantAt(booking.day, booking.time),
		),
	);
