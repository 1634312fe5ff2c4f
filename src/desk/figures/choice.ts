import type { Desk } from "../../knowledge/schema.js";
import type { Actor } from "../../people/roles.js";
import { desksWhere } from "../../people/roles.js";
import { type Period, quarterPeriod, readPeriod } from "../../report/period.js";
import type { LocalDate } from "../../time.js";

/** What the figures are wanted of. */
export interface Choice {
	readonly period: Period;
	/** Absent: all desks together. */
	readonly desk?: Desk;
	/** Those there are to choose from. */
	readonly desks: readonly Desk[];
	/** All desks together may be chosen. */
	readonly whole: boolean;
}

/**
 * What an address asks for: the present quarter, where it names no period; every desk, or the only one that the actor
 * may see. Undefined when there is no such period or desk. The gate has asked for the desk that is named.
 */
export function readChoice(
	asked: {
		readonly period?: string | undefined;
		readonly desk?: string | undefined;
	},
	actor: Actor,
	all: readonly Desk[],
	today: LocalDate,
): Choice | undefined {
	const desks = desksWhere(actor, "see-figures", all);
	const whole = actor.kind === "member" && actor.member.desk === null;
	const period = asked.period ? readPeriod(asked.period) : quarterPeriod(today);
	const desk = asked.desk
		? desks.find(({ id }) => id === asked.desk)
		: whole
			? undefined
			: desks[0];
	if (!period || (!desk && (asked.desk || !whole))) return undefined;
	return { period, ...(desk && { desk }), desks, whole };
}

/** The address of another page about the same. */
export const addressOf = (path: string, { period, desk }: Choice): string =>
	`${path}?${new URLSearchParams({ ky: period.key, ...(desk && { ban: desk.id }) })}`;

export const ALL_DESKS = "Tất cả các bàn";
export const nameOf = ({ desk }: Choice): string => desk?.name ?? ALL_DESKS;
