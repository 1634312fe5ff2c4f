import type { Aspect, Knowledge } from "../knowledge/schema.js";
import { createAspectFinder } from "./aspect.js";
import { type Feature, featuresOf, weighed } from "./features.js";
import { plain } from "./fold.js";
import type { SearchIndex } from "./index.js";
import type { Kinds, Lexicon, Unit } from "./lexicon.js";
import { createSpelling } from "./spelling.js";
import { tokenize } from "./tokens.js";
import type { Tuning } from "./tuning.js";
import { createTyping } from "./typing.js";

/** Longer messages are read up to here: a question is in there, and the cost of an answer stays flat. */
const LETTERS_READ = 1_200;
const WORDS_READ = 150;

/** A text as the search understands its words. */
export interface Reading {
	readonly aspect: Aspect | null;
	/** The units that do more than name the part asked for. */
	readonly content: readonly Unit[];
	readonly features: readonly Feature[];
	/** It tells a story in several sentences; the question is somewhere in it. */
	readonly isStory: boolean;
}

export type Read = (text: string) => Reading;

export function createReader(
	knowledge: Knowledge,
	lexicon: Lexicon,
	index: SearchIndex,
	tuning: Tuning,
): Read {
	const findAspect = createAspectFinder(knowledge.aspects, lexicon.expand);
	const readTyping = createTyping(index.words);
	const correct = createSpelling(index.words);

	const readPlain = (text: string): Omit<Reading, "isStory"> => {
		const typed = tokenize(readTyping(text)).slice(0, WORDS_READ);
		const tokens = lexicon.expand(correct(lexicon.expand(typed)));
		const { aspect, positions } = findAspect(tokens);
		const units = lexicon.read(tokens);
		const isAspect = ({ at, tokens }: Unit) =>
			tokens.every((_, offset) => positions.has(at + offset));
		return {
			aspect,
			content: units.filter((unit) => !isAspect(unit)),
			features: weighed(
				featuresOf(units, tuning, (unit) =>
					isAspect(unit) ? tuning.aspectWord : 1,
				),
				index.rarity,
			),
		};
	};

	return (text) => {
		const start = text.slice(0, LETTERS_READ);
		const whole = readPlain(start);
		const sentences = start
			.split(SENTENCE_END)
			.filter((sentence) => sentence.trim());
		return sentences.length < 2
			? { ...whole, isStory: false }
			: {
					...whole,
					features: storyFeatures(sentences, readPlain, lexicon.kinds, tuning),
					isStory: true,
				};
	};
}

const SENTENCE_END = /[.?!;\n]+(?=\s|$)/;
const CLAUSE_END = /,(?=\s)/;
/** Words of wanting and having to, with and without accents. */
const WISH =
	/muốn|định|tính|cần|xin|phải|quyết|đòi|nhờ|làm sao|thế nào|muon|dinh|tinh|can|phai|quyet|lam sao|the nao|want|need|how|plan/;

/** Clauses that tell a wish weigh more than those that tell the story; who it is about weighs in full anywhere. */
function storyFeatures(
	sentences: readonly string[],
	read: (text: string) => Pick<Reading, "features">,
	{ subjects }: Kinds,
	tuning: Tuning,
): readonly Feature[] {
	const heaviest = new Map<string, Feature>();
	sentences.forEach((sentence, position) => {
		const isLast = position === sentences.length - 1;
		const told = isLast ? tuning.lastSentence : tuning.story;
		for (const clause of sentence.split(CLAUSE_END)) {
			const factor = WISH.test(plain(clause)) ? 1 : told;
			for (const feature of read(clause).features) {
				const weight =
					feature.weight * (subjects.has(feature.key) ? 1 : factor);
				if ((heaviest.get(feature.key)?.weight ?? 0) < weight) {
					heaviest.set(feature.key, { ...feature, weight });
				}
			}
		}
	});
	return [...heaviest.values()];
}
