import type { SearchIndex } from "./index.js";
import type { Ranked } from "./rank.js";
import type { Reading } from "./reading.js";
import type { Tuning } from "./tuning.js";
import type { Understanding } from "./understanding.js";
import { rivalOf } from "./verdict.js";

/** How many entries and features are worth reading. */
const ENTRIES = 4;
const FEATURES = 8;

/** Why a message was understood as it was: which words were read as what, what they matched, how the verdict fell. */
export function explain(
	{ content, aspect, features, isStory }: Reading,
	ranked: readonly Ranked[],
	{ intent, decision }: Understanding,
	index: SearchIndex,
	tuning: Tuning,
): string {
	const units = content.map(({ keys, tokens }) => {
		const typed = tokens.map(({ folded }) => folded).join(" ");
		return keys[0] === typed ? typed : `${keys.join("|")} (${typed})`;
	});
	const heaviest = [...features].sort((a, b) => b.weight - a.weight);
	const entries = ranked.slice(0, ENTRIES).map(({ entry, score, wording }) => {
		const position = index.entries.indexOf(entry);
		const matched = heaviest
			.filter(({ key }) => index.postings.get(key)?.has.has(position))
			.slice(0, FEATURES)
			.map(({ key, weight }) => `${key} ${weight.toFixed(1)}`);
		return `${score.toFixed(3)}  ${entry.kind} ${entry.id}\n       most alike: ${wording}\n       matched: ${matched.join(", ")}`;
	});
	const [first] = ranked;
	const rival = first && rivalOf(first, ranked);
	const measures = first
		? `best ${first.score.toFixed(3)} (answered from ${tuning.answerFrom}, unknown below ${tuning.unknownBelow}), ahead of the next by ${(first.score - (rival?.score ?? 0)).toFixed(3)} (wanted ${tuning.answerAhead})`
		: "nothing was found";
	return [
		`read as: ${units.join(" · ") || "nothing of its own"}${isStory ? " (a story)" : ""}`,
		`part asked for: ${aspect ?? "the whole"}`,
		...entries,
		`verdict: ${intent}, ${decision}: ${measures}`,
	].join("\n");
}
