import type { Group, Ratings } from "../questions/book.js";
import type { LocalDate } from "../time.js";

/** Questions that mean the same and found no answer yet, in the words most used, which name nobody. */
export interface Unanswered {
	readonly words: string;
	readonly times: number;
}

/** How often each group was asked in a span of days, the most often first. */
export const unansweredIn = (
	groups: readonly Group[],
	from: LocalDate,
	to: LocalDate,
): readonly Unanswered[] =>
	groups
		.map(({ wordings, asked }) => ({
			words: wordings[0]?.text ?? "",
			times: Object.entries(asked)
				.filter(([day]) => from <= day && day <= to)
				.reduce((all, [, times]) => all + times, 0),
		}))
		.filter(({ times }) => times > 0)
		.sort((a, b) => b.times - a.times);

/** How often people said of an answer that it helped, and that it did not. */
export interface Helpful {
	readonly helped: number;
	readonly not: number;
}

export const helpfulIn = (months: readonly Ratings[]): Helpful => {
	const all = months.flatMap((ratings) => Object.values(ratings));
	return {
		helped: all.reduce((sum, [helped]) => sum + helped, 0),
		not: all.reduce((sum, [, not]) => sum + not, 0),
	};
};
