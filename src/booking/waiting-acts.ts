import { dayAt, type LocalDate, type LocalTime } from "../time.js";
import { hoursLeft, whyShut } from "./calendar.js";
import { isInLine, placesOf, takenIn } from "./places.js";
import { planOf, type Rules } from "./plan-acts.js";
import {
	bookingsOf,
	isActive,
	type Saturday,
	type SaturdayAct,
	withoutWaiting,
} from "./seats.js";
import type { Waiting } from "./session.js";
import type { Booking, PersonKey, Visitor } from "./store.js";

/** A line so long that nobody at its end has a chance; more would only make the Saturday's file long. */
const LONGEST_LINE = 100;

export type WaitOutcome =
	/** `position` counts from 1; also for somebody who waits already. */
	| { readonly kind: "waiting"; readonly position: number }
	/** There are seats: they need only be booked. */
	| { readonly kind: "free" }
	| { readonly kind: "already-booked"; readonly booking: Booking }
	| { readonly kind: "line-full" }
	/** Shut, or its last half hour has closed. */
	| { readonly kind: "closed" };

export interface WaitRequest {
	readonly person: PersonKey;
	readonly visitor: Visitor;
	readonly procedure?: string;
}

/** Puts somebody at the end of a full session's line. */
export const wait =
	(
		day: LocalDate,
		{ person, visitor, procedure }: WaitRequest,
		rules: Rules,
	): SaturdayAct<WaitOutcome> =>
	(saturday) => {
		const { desk, now } = rules;
		const refused = (outcome: WaitOutcome) => ({ saturday, outcome });
		const hours = hoursOpen(saturday, day, rules);
		if (hours.length === 0) return refused({ kind: "closed" });
		const booking = bookingsOf(person, saturday).find(
			(one) => one.desk === desk.id && isActive(one),
		);
		if (booking !== undefined)
			return refused({ kind: "already-booked", booking });
		const before = positionOf(saturday, desk.id, person);
		if (before !== undefined)
			return refused({ kind: "waiting", position: before });
		const line = saturday.waiting.filter((one) => one.desk === desk.id);
		const taken = takenIn(saturday, desk.id, now);
		const places = placesOf(saturday, desk.id, desk.placesPerHalfHour);
		const free = hours.reduce(
			(sum, time) => sum + Math.max(0, places - (taken.get(time) ?? 0)),
			0,
		);
		if (free > line.filter(isInLine).length) return refused({ kind: "free" });
		if (line.length >= LONGEST_LINE) return refused({ kind: "line-full" });
		const left = withoutWaiting(saturday, desk.id, person);
		const entry: Waiting = {
			desk: desk.id,
			person,
			visitor,
			...(procedure !== undefined && { procedure }),
			since: now,
		};
		const next = {
			...left,
			waiting: [...left.waiting, entry],
			waited: {
				...left.waited,
				[desk.id]: (left.waited[desk.id] ?? 0) + 1,
			},
		};
		const position = positionOf(next, desk.id, person) ?? 1;
		return { saturday: next, outcome: { kind: "waiting", position } };
	};

/** Takes somebody off the line; what was offered to them is free for the next. */
export const leaveLine =
	(desk: string, person: PersonKey): SaturdayAct<boolean> =>
	(saturday) =>
		saturday.waiting.some((one) => isOf(one, desk, person))
			? { saturday: withoutWaiting(saturday, desk, person), outcome: true }
			: { saturday, outcome: false };

/** The person knows of their offer; or that it lapsed, and then nothing is kept of them any more. */
export const tellWaiting =
	(
		desk: string,
		person: PersonKey,
		what: "offer" | "lapsed",
	): SaturdayAct<void> =>
	(saturday) => {
		const known = saturday.waiting.find((one) => isOf(one, desk, person));
		if (what === "lapsed" && known?.lapsed)
			return {
				saturday: withoutWaiting(saturday, desk, person),
				outcome: undefined,
			};
		if (what === "lapsed" || !known?.offer || known.offer.told)
			return { saturday, outcome: undefined };
		const told: Waiting = { ...known, offer: { ...known.offer, told: true } };
		return { saturday: replaced(saturday, known, told), outcome: undefined };
	};

/** What is kept about people who wait is set right along with their bookings. */
export const correctWaiting =
	(desk: string, person: PersonKey, visitor: Visitor): SaturdayAct<void> =>
	(saturday) => {
		const known = saturday.waiting.find((one) => isOf(one, desk, person));
		return {
			saturday: known
				? replaced(saturday, known, { ...known, visitor })
				: saturday,
			outcome: undefined,
		};
	};

/** Where somebody stands in a line, from 1; undefined when they are not in it. */
export function positionOf(
	{ waiting }: Saturday,
	desk: string,
	person: PersonKey,
): number | undefined {
	const line = waiting.filter((one) => one.desk === desk && !one.lapsed);
	const index = line.findIndex((one) => one.person === person);
	return index < 0 ? undefined : index + 1;
}

export const withoutLine = (saturday: Saturday, desk: string): Saturday => ({
	...saturday,
	waiting: saturday.waiting.filter((one) => one.desk !== desk),
});

/** The half hours that can still be booked. */
export function hoursOpen(
	saturday: Saturday,
	day: LocalDate,
	{ desk, calendar, now }: Rules,
): LocalTime[] {
	const plan = planOf(saturday, desk.id);
	return whyShut(day, dayAt(now), desk, calendar, plan) === undefined
		? hoursLeft(now, day, desk, plan)
		: [];
}

/** One entry of a line changed. */
export const replaced = (
	saturday: Saturday,
	entry: Waiting,
	by: Waiting,
): Saturday => ({
	...saturday,
	waiting: saturday.waiting.map((one) => (one === entry ? by : one)),
});

const isOf = (one: Waiting, desk: string, person: PersonKey) =>
	one.desk === desk && one.person === person;
