import type { Knowledge } from "../../knowledge/schema.js";
import { tokenize } from "../../search/tokens.js";

const LETTERS = 2_000;

/** Messages that are meant to take long. */
export function hostileQuestions(
	knowledge: Knowledge,
): ReadonlyMap<string, string> {
	const words = [...knowledge.procedures.values()].flatMap(({ name }) =>
		tokenize(name).map(({ folded }) => folded),
	);
	return new Map([
		["one letter", "a".repeat(LETTERS)],
		["nested brackets", "(".repeat(LETTERS / 2) + ")".repeat(LETTERS / 2)],
		["500 known words", [...new Set(words)].slice(0, 500).join(" ")],
		["combining marks", `a${"\u0301".repeat(LETTERS - 1)}`],
	]);
}
