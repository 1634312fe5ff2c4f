import type { Month, Period } from "./period.js";
import { monthOf } from "./period.js";
import { type SessionTally, sum, type Tally } from "./tally.js";

/** The five numbers that every report of the programme has. */
export interface Programme {
	/** Desks' Saturdays on which somebody came. */
	readonly sessions: number;
	/** Members who took part: each once, however often they came. Not the sum of the months. */
	readonly members: number;
	readonly settled: number;
	readonly received: number;
	readonly advised: number;
}

/** A field of law has no sessions and no members of its own. */
export interface FieldFigures
	extends Pick<Programme, "settled" | "received" | "advised"> {
	/** Null: it is not known what it was about. */
	readonly field: string | null;
}

export interface MonthFigures extends Programme {
	readonly month: Month;
	readonly fields: readonly FieldFigures[];
}

export interface Figures {
	readonly period: Period;
	readonly total: Programme;
	readonly months: readonly MonthFigures[];
	/** The largest first, what is not known last. */
	readonly fields: readonly FieldFigures[];
	readonly people: Tally;
	readonly waited: number;
}

/** The field of a procedure, current or former; undefined where nobody knows. */
export type FieldOf = (procedure: string) => string | undefined;

/** The figures of a period out of its sessions, and of one desk or all of them: whichever sessions are given. */
export function figuresOf(
	period: Period,
	sessions: readonly SessionTally[],
	fieldOf: FieldOf,
): Figures {
	return {
		period,
		total: programmeOf(sessions),
		months: period.months.map((month) => {
			const within = sessions.filter(({ day }) => monthOf(day) === month);
			return {
				month,
				...programmeOf(within),
				fields: fieldsOf(within, fieldOf),
			};
		}),
		fields: fieldsOf(sessions, fieldOf),
		people: peopleOf(sessions),
		waited: sessions.reduce((all, { waited }) => all + waited, 0),
	};
}

/** The people of these three numbers. */
export const servedIn = ({
	settled,
	received,
	advised,
}: Pick<Programme, "settled" | "received" | "advised">): number =>
	settled + received + advised;

const peopleOf = (sessions: readonly SessionTally[]): Tally =>
	sum(sessions.flatMap(({ byProcedure }) => [...byProcedure.values()]));

function programmeOf(sessions: readonly SessionTally[]): Programme {
	const held = sessions.filter((session) => session.held);
	const { settled, received, advised } = peopleOf(sessions);
	return {
		sessions: held.length,
		members: new Set(held.flatMap(({ members }) => members)).size,
		settled,
		received,
		advised,
	};
}

function fieldsOf(
	sessions: readonly SessionTally[],
	fieldOf: FieldOf,
): FieldFigures[] {
	const tallies = new Map<string | null, Tally[]>();
	for (const { byProcedure } of sessions)
		for (const [procedure, tally] of byProcedure) {
			const field = fieldOf(procedure) ?? null;
			const known = tallies.get(field);
			if (known) known.push(tally);
			else tallies.set(field, [tally]);
		}
	return [...tallies]
		.map(([field, within]) => {
			const { settled, received, advised } = sum(within);
			return { field, settled, received, advised };
		})
		.filter((field) => servedIn(field) > 0)
		.sort(
			(a, b) =>
				Number(a.field === null) - Number(b.field === null) ||
				servedIn(b) - servedIn(a) ||
				inVietnamese.compare(a.field ?? "", b.field ?? ""),
		);
}

const inVietnamese = new Intl.Collator("vi");
