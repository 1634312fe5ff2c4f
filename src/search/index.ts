import type { Sample } from "./classify.js";
import type { Entry, Source } from "./entries.js";
import { featuresOf, weighed } from "./features.js";
import type { Lexicon } from "./lexicon.js";
import { agreement, type Token, tokenize } from "./tokens.js";
import type { Tuning } from "./tuning.js";

/** Where one feature stands, as columns: a question touches many thousand of these. */
export interface Postings {
	/** The wordings that have the feature, and its weight in each. */
	readonly wordings: Int32Array;
	readonly weights: Float32Array;
	/** Which spelling each wording has it in. */
	readonly spellings: Uint16Array;
	/** The spellings that occur, of words; none for meanings and pairs. */
	readonly tokens: readonly Token[];
	/** The entries that have it, and how commonly their wordings do, from 0 to 1. */
	readonly entries: Int32Array;
	readonly shares: Float32Array;
	readonly has: ReadonlySet<number>;
}

export interface SearchIndex {
	readonly entries: readonly Entry[];
	/** All wordings, the entry that each belongs to, and its whole weight. */
	readonly wordings: readonly string[];
	readonly entryOf: Int32Array;
	readonly lengths: Float32Array;
	readonly postings: ReadonlyMap<string, Postings>;
	/** How much a feature tells: rare ones more. Unknown features weigh as the rarest. */
	rarity(key: string): number;
	/** Every word that occurs, folded. */
	readonly words: ReadonlySet<string>;
	/** The class of each entry to a classifier: FAQ answers belong to their procedure. */
	readonly classOf: readonly number[];
	readonly classes: number;
}

interface Collected {
	readonly wordings: number[];
	readonly weights: number[];
	readonly spellings: number[];
	readonly tokens: Token[];
	readonly counts: Map<number, number>;
}

/** The index, and what telling its entries apart can be learned from. */
export function buildIndex(
	sources: readonly Source[],
	lexicon: Lexicon,
	tuning: Tuning,
): { readonly index: SearchIndex; readonly samples: readonly Sample[] } {
	const words = new Set(lexicon.words);
	const texts = sources.map(({ wordings }) =>
		wordings.map((wording) => {
			const tokens = lexicon.expand(tokenize(wording));
			for (const { folded } of tokens) words.add(folded);
			return featuresOf(lexicon.read(tokens), tuning);
		}),
	);

	const entriesWith = new Map<string, number>();
	for (const wordings of texts) {
		const keys = new Set<string>();
		for (const features of wordings) {
			for (const { key } of features) keys.add(key);
		}
		for (const key of keys) {
			entriesWith.set(key, (entriesWith.get(key) ?? 0) + 1);
		}
	}
	const rarityOf = (count: number) =>
		Math.log(1 + (sources.length - count + 0.5) / (count + 0.5));
	const rarities = new Map(
		[...entriesWith].map(([key, count]) => [key, rarityOf(count)]),
	);
	const unknown = rarityOf(0);
	const rarity = (key: string) => rarities.get(key) ?? unknown;

	const classes = new Map<string, number>();
	const classOf = sources.map(({ entry: { kind, id, procedure } }) => {
		const name = procedure?.id ?? `${kind}:${id}`;
		const known = classes.get(name) ?? classes.size;
		classes.set(name, known);
		return known;
	});
	const samples: Sample[] = [];

	const entryOf: number[] = [];
	const lengths: number[] = [];
	const collected = new Map<string, Collected>();
	texts.forEach((wordings, entry) => {
		for (const plain of wordings) {
			const features = weighed(plain, rarity);
			samples.push({ features, label: classOf[entry] as number });
			const wording = entryOf.push(entry) - 1;
			let length = 0;
			for (const { key, weight, token } of features) {
				length += weight;
				let list = collected.get(key);
				if (!list) {
					list = {
						wordings: [],
						weights: [],
						spellings: [],
						tokens: [],
						counts: new Map(),
					};
					collected.set(key, list);
				}
				list.wordings.push(wording);
				list.weights.push(weight);
				list.spellings.push(token ? spellingIn(list.tokens, token) : 0);
				list.counts.set(entry, (list.counts.get(entry) ?? 0) + 1);
			}
			lengths.push(length);
		}
	});
	const index: SearchIndex = {
		entries: sources.map(({ entry }) => entry),
		wordings: sources.flatMap(({ wordings }) => wordings),
		entryOf: Int32Array.from(entryOf),
		lengths: Float32Array.from(lengths),
		postings: new Map(
			[...collected].map(([key, list]) => [key, packed(list, tuning)]),
		),
		rarity,
		words,
		classOf,
		classes: classes.size,
	};
	return { index, samples };
}

const packed = (
	{ wordings, weights, spellings, tokens, counts }: Collected,
	{ halfShared }: Tuning,
): Postings => ({
	wordings: Int32Array.from(wordings),
	weights: Float32Array.from(weights),
	spellings: Uint16Array.from(spellings),
	tokens,
	entries: Int32Array.from(counts.keys()),
	shares: Float32Array.from(counts.values(), (n) => n / (n + halfShared)),
	has: new Set(counts.keys()),
});

function spellingIn(tokens: Token[], token: Token): number {
	const known = tokens.findIndex(({ accented }) => accented === token.accented);
	return known >= 0 ? known : tokens.push(token) - 1;
}

/** How well each spelling of a feature agrees with what was typed. */
export const agreements = (
	{ tokens }: Postings,
	typed: Token | undefined,
): readonly number[] | undefined =>
	typed && tokens.length > 0
		? tokens.map((known) => agreement(typed, known))
		: undefined;
