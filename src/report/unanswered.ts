import type { LocalDate } from "../time.js";

/** Questions that mean the same and found no answer, in the most common words, which name nobody. */
export interface Unanswered {
	readonly words: string;
	readonly times: number;
}

/** Those of a span of days, the most often asked first. */
export type ReadUnanswered = (
	from: LocalDate,
	to: LocalDate,
) => Promise<readonly Unanswered[]>;
