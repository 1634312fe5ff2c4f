import { Aspect, type Aspects } from "../knowledge/schema.js";
import { agreement, type Token, tokenize } from "./tokens.js";

interface Wording {
	readonly aspect: Aspect;
	readonly tokens: readonly Token[];
}

/** The part asked for, and which of the words said so. */
export interface AspectFound {
	readonly aspect: Aspect | null;
	readonly words: ReadonlySet<Token>;
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
			const tokens = expand(tokenize(phrase));
			const first = tokens[0]?.folded ?? "";
			byFirst.set(first, [...(byFirst.get(first) ?? []), { aspect, tokens }]);
		}
	}
	for (const list of byFirst.values()) {
		list.sort((a, b) => b.tokens.length - a.tokens.length);
	}
	return (tokens) => {
		let best: { aspect: Aspect; length: number } | undefined;
		const words = new Set<Token>();
		tokens.forEach((token, at) => {
			const wording = byFirst.get(token.folded)?.find(({ tokens: known }) =>
				known.every((word, offset) => {
					const typed = tokens[at + offset];
					return typed?.folded === word.folded && agreement(typed, word) >= 0.5;
				}),
			);
			if (!wording) return;
			const length = wording.tokens.length;
			for (const word of tokens.slice(at, at + length)) words.add(word);
			if (!best || length >= best.length) {
				best = { aspect: wording.aspect, length };
			}
		});
		return { aspect: best?.aspect ?? null, words };
	};
}
