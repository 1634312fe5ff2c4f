import type { Aspect } from "../knowledge/schema.js";
import type { Entry } from "./entries.js";
import type { Ranked } from "./rank.js";
import type { Tuning } from "./tuning.js";
import type { Candidate, Intent, Understanding } from "./understanding.js";

/** What is done with a ranking: how good the best is, and how far ahead of the next, decide. */
export function decide(
	ranked: readonly Ranked[],
	aspect: Aspect | null,
	tuning: Tuning,
): Understanding {
	const [first] = ranked;
	const candidates = candidatesOf(ranked);
	const carried = false;
	if (!first || first.score < tuning.unknownBelow) {
		return {
			intent: "out_of_scope",
			decision: "unknown",
			aspect,
			candidates,
			carried,
		};
	}
	if (first.entry.kind === "intent") {
		return {
			intent: first.entry.id as Intent,
			decision: "unknown",
			aspect: null,
			candidates: [],
			carried,
		};
	}
	if (first.entry.kind === "topic") {
		return {
			intent: "out_of_scope",
			decision: "unknown",
			aspect: null,
			candidates: [],
			carried,
			topic: first.entry.id,
		};
	}
	const ahead = first.score - (rivalOf(first, ranked)?.score ?? 0);
	const sure = first.score >= tuning.answerFrom && ahead >= tuning.answerAhead;
	return {
		intent: "ask",
		decision: sure || candidates.length === 1 ? "answer" : "clarify",
		aspect,
		candidates,
		carried,
	};
}

/** The best that means something else than the first. */
export const rivalOf = (
	first: Ranked,
	ranked: readonly Ranked[],
): Ranked | undefined =>
	ranked.find(({ entry }) => !isAlike(entry, first.entry));

/** A procedure and one of its cases, or its FAQ: telling of one where the other was meant tells nothing wrong. */
const isAlike = ({ procedure: a }: Entry, { procedure: b }: Entry) =>
	a !== undefined &&
	b !== undefined &&
	(a.id === b.id || a.id === b.caseOf || b.id === a.caseOf);

/** The procedures of the best entries, each once, with the FAQ answer where that fits better. */
function candidatesOf(ranked: readonly Ranked[]): readonly Candidate[] {
	const candidates: Candidate[] = [];
	for (const { entry, score } of ranked) {
		const { procedure } = entry;
		if (!procedure || candidates.some(({ code }) => code === procedure.id)) {
			continue;
		}
		candidates.push({
			code: procedure.id,
			name: procedure.title,
			score: Math.round(score * 1000) / 1000,
			...(entry.kind === "faq" && { faq: entry.id }),
		});
		if (candidates.length === 5) break;
	}
	return candidates;
}
