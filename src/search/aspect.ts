import { Aspect, type Aspects } from "../knowledge/schema.js";
import { agreement, type Token, tokenize } from "./tokens.js";

interface Wording {
	readonly aspect: Aspect;
	readonly tokens: readonly Token[];
	/** What follows anywhere later, in a wording with a gap: `được … không`. */
	readonly later: readonly Token[];
}

const GAP = "…";

/** The part asked for, and at which positions the words stand that said so. */
export interface AspectFound {
	readonly aspect: Aspect | null;
	readonly positions: ReadonlySet<number>;
}

export type FindAspect = (tokens: readonly Token[]) => AspectFound;

/** The longest wording decides; of equally long ones the later in the text, where questions end. */
export function createAspectFinder(
	aspects: Aspects,
	expand: (tokens: readonly Token[]) => readonly Token[],
): FindAspect {
	const byFirst = new Map<string, Wording[]>();
	for (const aspect of Aspect.options) {
		for (const phrase of aspects[aspect] ?? []) {
			const [before = "", after = ""] = phrase.split(GAP);
			const tokens = expand(tokenize(before));
			const later = expand(tokenize(after));
			const first = tokens[0]?.folded ?? "";
			byFirst.set(first, [
				...(byFirst.get(first) ?? []),
				{ aspect, tokens, later },
			]);
		}
	}
	const length = ({ tokens, later }: Wording) => tokens.length + later.length;
	for (const list of byFirst.values()) {
		list.sort((a, b) => length(b) - length(a));
	}
	return (tokens) => {
		const stands = (known: readonly Token[], at: number) =>
			known.every((word, offset) => {
				const typed = tokens[at + offset];
				return typed?.folded === word.folded && agreement(typed, word) >= 0.5;
			});
		const laterThan = (known: readonly Token[], from: number) => {
			for (let at = from; at < tokens.length; at++) {
				if (stands(known, at)) return true;
			}
			return false;
		};
		const longest = new Map<Aspect, number>();
		const positions = new Set<number>();
		tokens.forEach((token, at) => {
			const wording = byFirst
				.get(token.folded)
				?.find(
					({ tokens: known, later }) =>
						stands(known, at) &&
						(later.length === 0 || laterThan(later, at + known.length)),
				);
			if (!wording) return;
			const { aspect, tokens: known } = wording;
			for (const offset of known.keys()) positions.add(at + offset);
			if (known.length >= (longest.get(aspect) ?? 0)) {
				longest.delete(aspect);
				longest.set(aspect, known.length);
			}
		});
		return { aspect: pick(longest), positions };
	};
}

/** Said of nearly anything ("được không", "nhận"): they yield to a part that is named beside them. */
const YIELDING: ReadonlySet<Aspect> = new Set(["conditions", "result"]);
const NAMED: readonly Aspect[] = ["online", "deadline"];

function pick(longest: ReadonlyMap<Aspect, number>): Aspect | null {
	let best: Aspect | null = null;
	for (const [aspect, length] of longest) {
		if (best === null || length >= (longest.get(best) ?? 0)) best = aspect;
	}
	return best && YIELDING.has(best)
		? (NAMED.find((aspect) => longest.has(aspect)) ?? best)
		: best;
}
