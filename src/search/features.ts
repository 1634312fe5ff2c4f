import type { Unit } from "./lexicon.js";
import type { Token } from "./tokens.js";
import type { Tuning } from "./tuning.js";

/** What texts are compared by, with its weight: a word, a meaning (`=lap`), or two neighbours (`=lap =cong-ty`). */
export interface Feature {
	readonly key: string;
	readonly weight: number;
	/** The word as typed, for features whose accents count. */
	readonly token?: Token;
}

/** The features of a text, each once with its heaviest weight; `emphasis` tells how much a unit matters in it. */
export function featuresOf(
	units: readonly Unit[],
	tuning: Tuning,
	emphasis: (unit: Unit) => number = () => 1,
): readonly Feature[] {
	const features = new Map<string, Feature>();
	const add = (key: string, weight: number, token?: Token) => {
		if ((features.get(key)?.weight ?? 0) < weight) {
			features.set(key, token ? { key, weight, token } : { key, weight });
		}
	};
	units.forEach((unit, position) => {
		const emphasised = emphasis(unit);
		const next = units[position + 1];
		for (const key of unit.keys) {
			if (isMeaning(key)) add(key, unit.sure * emphasised);
			for (const other of next?.keys ?? []) {
				if (!next || other === key) continue;
				const pair = Math.min(emphasised, emphasis(next)) * tuning.pair;
				add(`${key} ${other}`, pair * unit.sure * next.sure);
			}
		}
		const base = isMeaning(unit.keys[0] ?? "") ? tuning.wordInMeaning : 1;
		for (const token of unit.tokens) {
			add(token.folded, base * emphasised, token);
		}
	});
	return [...features.values()];
}

/** The same features, weighing more the rarer they are. */
export const weighed = (
	features: readonly Feature[],
	rarity: (key: string) => number,
): readonly Feature[] =>
	features.map(({ key, weight, token }) => {
		const weighs = weight * rarity(key);
		return token ? { key, weight: weighs, token } : { key, weight: weighs };
	});

const isMeaning = (key: string) => key.startsWith("=");
