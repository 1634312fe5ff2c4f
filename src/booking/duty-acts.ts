import { dayAt, type LocalDate } from "../time.js";
import { type Shut, whyShut } from "./calendar.js";
import { planOf, type Rules } from "./plan-acts.js";
import type { Saturday, SaturdayAct } from "./seats.js";
import type { Duty, Gap, MemberId } from "./session.js";

export type ServeOutcome =
	| { readonly kind: "serving" }
	| { readonly kind: "already-serving" }
	| { readonly kind: "refused"; readonly why: Shut };
export type DropOutOutcome =
	| { readonly kind: "dropped-out"; readonly gap: Gap }
	| { readonly kind: "not-serving" };
export type RelieveOutcome =
	| { readonly kind: "taken"; readonly gap: Gap }
	| { readonly kind: "already-filled" }
	| { readonly kind: "already-serving" };

/** Takes part, and fills the oldest gap, where there is one. A day too far ahead to be booked can be staffed already. */
export const serve =
	(
		day: LocalDate,
		member: MemberId,
		{ desk, calendar, now }: Rules,
	): SaturdayAct<ServeOutcome> =>
	(saturday) => {
		const plan = planOf(saturday, desk.id);
		const why = whyShut(day, dayAt(now), desk, calendar, plan);
		if (why !== undefined && why.kind !== "too-far")
			return { saturday, outcome: { kind: "refused", why } };
		if (isOnDuty(saturday, desk.id, member))
			return { saturday, outcome: { kind: "already-serving" } };
		const gaps = gapsAt(saturday, desk.id);
		const own = gaps.find((gap) => gap.member === member);
		return {
			saturday: joined(saturday, desk.id, member, now, own ?? gaps[0]),
			outcome: { kind: "serving" },
		};
	};

/** Leaves a gap; whoever was forwarded to them is assigned anew. */
export const dropOut =
	(desk: string, member: MemberId, now: Date): SaturdayAct<DropOutOutcome> =>
	(saturday) => {
		if (!isOnDuty(saturday, desk, member))
			return { saturday, outcome: { kind: "not-serving" } };
		const gap: Gap = { desk, member, since: now };
		return {
			saturday: {
				...saturday,
				duties: saturday.duties.filter((duty) => !isOf(duty, desk, member)),
				gaps: [...saturday.gaps, gap],
				bookings: saturday.bookings.map((booking) => {
					if (booking.desk !== desk || booking.volunteer !== member)
						return booking;
					const { volunteer: _, ...rest } = booking;
					return booking.visit?.state === "done" ? booking : rest;
				}),
			},
			outcome: { kind: "dropped-out", gap },
		};
	};

/** Fills the oldest gap. */
export const relieve =
	(desk: string, member: MemberId, now: Date): SaturdayAct<RelieveOutcome> =>
	(saturday) => {
		if (isOnDuty(saturday, desk, member))
			return { saturday, outcome: { kind: "already-serving" } };
		const gap = gapsAt(saturday, desk)[0];
		return gap === undefined
			? { saturday, outcome: { kind: "already-filled" } }
			: {
					saturday: joined(saturday, desk, member, now, gap),
					outcome: { kind: "taken", gap },
				};
	};

export const dutiesAt = ({ duties }: Saturday, desk: string): Duty[] =>
	duties.filter((duty) => duty.desk === desk);

export const gapsAt = ({ gaps }: Saturday, desk: string): Gap[] =>
	gaps.filter((gap) => gap.desk === desk);

export const isOnDuty = (
	saturday: Saturday,
	desk: string,
	member: MemberId,
): boolean => saturday.duties.some((duty) => isOf(duty, desk, member));

const joined = (
	saturday: Saturday,
	desk: string,
	member: MemberId,
	now: Date,
	filled: Gap | undefined,
): Saturday => ({
	...saturday,
	duties: [...saturday.duties, { desk, member, since: now }],
	gaps: saturday.gaps.filter((gap) => gap !== filled),
});

const isOf = (duty: Duty, desk: string, member: MemberId) =>
	duty.desk === desk && duty.member === member;
