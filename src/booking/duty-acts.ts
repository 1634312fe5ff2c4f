import { addMinutes, dayAt, instantAt, type LocalDate } from "../time.js";
import { halfHours, type Shut, whyShut } from "./calendar.js";
import { planOf, type Rules } from "./plan-acts.js";
import type { Saturday, SaturdayAct } from "./seats.js";
import type { Duty, Gap, MemberId } from "./session.js";

export type ServeOutcome =
	| { readonly kind: "serving" }
	| { readonly kind: "already-serving" }
	| { readonly kind: "refused"; readonly why: Shut };
export type DropOutOutcome =
	| { readonly kind: "dropped-out"; readonly gap: Gap }
	| { readonly kind: "not-serving" }
	/** The session is behind. */
	| { readonly kind: "over" };
export type RelieveOutcome =
	| { readonly kind: "taken"; readonly gap: Gap }
	| { readonly kind: "already-filled" }
	| { readonly kind: "already-serving" }
	| { readonly kind: "refused"; readonly why: Shut }
	| { readonly kind: "over" };

/** Takes part, and fills the oldest gap, where there is one. */
export const serve =
	(day: LocalDate, member: MemberId, rules: Rules): SaturdayAct<ServeOutcome> =>
	(saturday) => {
		const why = whyNobodyCanCome(saturday, day, rules);
		if (why) return { saturday, outcome: { kind: "refused", why } };
		const desk = rules.desk.id;
		if (isOnDuty(saturday, desk, member))
			return { saturday, outcome: { kind: "already-serving" } };
		const gaps = gapsAt(saturday, desk);
		const own = gaps.find((gap) => gap.member === member);
		return {
			saturday: joined(saturday, desk, member, rules.now, own ?? gaps[0]),
			outcome: { kind: "serving" },
		};
	};

/** Leaves a gap; whoever was forwarded to them is assigned anew. */
export const dropOut =
	(
		day: LocalDate,
		member: MemberId,
		rules: Rules,
	): SaturdayAct<DropOutOutcome> =>
	(saturday) => {
		const desk = rules.desk.id;
		if (!isOnDuty(saturday, desk, member))
			return { saturday, outcome: { kind: "not-serving" } };
		if (isOver(saturday, day, rules))
			return { saturday, outcome: { kind: "over" } };
		const gap: Gap = { desk, member, since: rules.now };
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
	(
		day: LocalDate,
		member: MemberId,
		rules: Rules,
	): SaturdayAct<RelieveOutcome> =>
	(saturday) => {
		const desk = rules.desk.id;
		if (isOnDuty(saturday, desk, member))
			return { saturday, outcome: { kind: "already-serving" } };
		if (isOver(saturday, day, rules))
			return { saturday, outcome: { kind: "over" } };
		const why = whyNobodyCanCome(saturday, day, rules);
		if (why) return { saturday, outcome: { kind: "refused", why } };
		const gap = gapsAt(saturday, desk)[0];
		return gap === undefined
			? { saturday, outcome: { kind: "already-filled" } }
			: {
					saturday: joined(saturday, desk, member, rules.now, gap),
					outcome: { kind: "taken", gap },
				};
	};

/** Notes who were asked about a gap, if it is still there. */
export const asked =
	(gap: Gap, members: readonly MemberId[]): SaturdayAct<void> =>
	(saturday) => ({
		saturday: saturday.gaps.some((one) => isSame(one, gap))
			? {
					...saturday,
					gaps: saturday.gaps.map((one) =>
						isSame(one, gap) ? { ...one, asked: members } : one,
					),
				}
			: saturday,
		outcome: undefined,
	});

/** Those who were asked know that somebody comes. */
export const toldFilled =
	(gap: Gap): SaturdayAct<void> =>
	(saturday) => ({
		saturday: {
			...saturday,
			filled: saturday.filled.filter((one) => !isSame(one, gap)),
		},
		outcome: undefined,
	});

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
	filled: filled?.asked?.length
		? [...saturday.filled, filled]
		: saturday.filled,
});

const isSame = (one: Gap, other: Gap) =>
	isOf(one, other.desk, other.member) &&
	one.since.getTime() === other.since.getTime();

/** Its last half hour is behind: who was there stays in the count. */
function isOver(saturday: Saturday, day: LocalDate, { desk, now }: Rules) {
	const last = halfHours(desk, planOf(saturday, desk.id)).at(-1) ?? "00:00";
	return instantAt(day, addMinutes(last, 30)) <= now;
}

/** A day too far ahead to be booked can be staffed already. */
function whyNobodyCanCome(
	saturday: Saturday,
	day: LocalDate,
	{ desk, calendar, now }: Rules,
): Shut | undefined {
	const plan = planOf(saturday, desk.id);
	const why = whyShut(day, dayAt(now), desk, calendar, plan);
	return why?.kind === "too-far" ? undefined : why;
}

const isOf = (duty: Duty, desk: string, member: MemberId) =>
	duty.desk === desk && duty.member === member;
