import type { LocalDate } from "../time.js";
import { sameLetters } from "./same-letters.js";

/** What one conversation may leave in a day. */
const MOST_A_DAY = 20;
/** Conversations remembered; beyond, they begin anew. */
const MOST_SOURCES = 10_000;

/**
 * Keeps one person from being taken for many: the same words count once a day, and so many altogether. In memory alone,
 * for the day.
 */
export function createSources() {
	const said = new Map<string, Set<string>>();
	let today: LocalDate | undefined;
	return {
		takes(
			from: string,
			what: "asked" | "rated",
			text: string,
			day: LocalDate,
		): boolean {
			if (day !== today || said.size >= MOST_SOURCES) said.clear();
			today = day;
			const own = said.get(from) ?? new Set();
			const one = `${what} ${sameLetters(text)}`;
			if (own.has(one) || own.size >= MOST_A_DAY) return false;
			said.set(from, own.add(one));
			return true;
		},
	};
}
