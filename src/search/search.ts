import type { Aspect, Knowledge, Procedure } from "../knowledge/schema.js";
import { createAspectFinder } from "./aspect.js";
import { plain } from "./fold.js";
import {
	buildIndex,
	type Entry,
	type Feature,
	featuresOf,
	SUBJECT_OF,
	SUBJECTS,
} from "./index.js";
import { createLexicon, type Unit } from "./lexicon.js";
import { DOINGS, type Ranked, rank, subjectsOf } from "./rank.js";
import { createSpelling } from "./spelling.js";
import { tokenize } from "./tokens.js";
import { TUNING, type Tuning } from "./tuning.js";
import { readTyping } from "./typing.js";
import type {
	Candidate,
	Context,
	Intent,
	Understand,
	Understanding,
} from "./understanding.js";

/** Longer messages are read up to here: a question is in there, and the cost of an answer stays flat. */
const WORDS_READ = 150;
const LETTERS_READ = 1_200;

export interface Search {
	readonly understand: Understand;
	/** The entries that fit a text, best first, whatever it is meant for. */
	readonly rank: (text: string) => readonly Ranked[];
}

/** Makes the knowledge findable. Costs some tenths of a second; done once, and again when the knowledge changes. */
export function createSearch(
	knowledge: Knowledge,
	tuning: Tuning = TUNING,
): Search {
	const lexicon = createLexicon(knowledge.synonyms);
	const index = buildIndex(knowledge, lexicon, tuning);
	const findAspect = createAspectFinder(knowledge.aspects, lexicon.expand);
	const correct = createSpelling(index.words);

	const read = (text: string): Reading => {
		const typed = tokenize(
			readTyping(text.slice(0, LETTERS_READ), index.words),
		).slice(0, WORDS_READ);
		const tokens = lexicon.expand(correct(lexicon.expand(typed)));
		const { aspect, words } = findAspect(tokens);
		const units = lexicon.read(tokens);
		const isAspect = (unit: Unit) =>
			unit.tokens.every((token) => words.has(token));
		return {
			aspect,
			content: units.filter((unit) => !isAspect(unit)),
			features: featuresOf(units, tuning, index.rarity, (unit) =>
				isAspect(unit) ? tuning.aspectWord : 1,
			),
		};
	};

	/** In a text of several sentences, clauses that tell a wish weigh more than those that tell the story. */
	const find = (
		text: string,
		spokenOf: readonly Feature[],
	): readonly Ranked[] => {
		const sentences = text
			.slice(0, LETTERS_READ)
			.split(SENTENCE_END)
			.filter((sentence) => sentence.trim());
		if (sentences.length < 2) {
			return rank(index, [...read(text).features, ...spokenOf], tuning);
		}
		const features = [...storyFeatures(sentences), ...spokenOf];
		return rank(index, features, tuning).map(({ entry, score }) => ({
			entry,
			score: Math.min(1, score * tuning.storyScale),
		}));
	};

	const storyFeatures = (sentences: readonly string[]): readonly Feature[] => {
		const heaviest = new Map<string, Feature>();
		sentences.forEach((sentence, position) => {
			const isLast = position === sentences.length - 1;
			for (const clause of sentence.split(CLAUSE_END)) {
				const factor = WISH.test(plain(clause))
					? 1
					: isLast
						? tuning.lastSentence
						: tuning.story;
				for (const feature of read(clause).features) {
					const weight = feature.weight * (names(feature) ? 1 : factor);
					if ((heaviest.get(feature.key)?.weight ?? 0) < weight) {
						heaviest.set(feature.key, { ...feature, weight });
					}
				}
			}
		});
		return [...heaviest.values()];
	};

	const understand = (text: string, context: Context = {}): Understanding => {
		const { aspect, content, features } = read(text);
		const exact = codeIn(text, knowledge);
		if (exact) return answerAbout(exact, aspect, knowledge, false);
		const spoken = context.procedure
			? knowledge.procedures.get(context.procedure)
			: undefined;
		if (!spoken) return decide(find(text, []), aspect, tuning);

		const fresh = find(text, []);
		const own = fresh[0]?.score ?? 0;
		const isIntent =
			fresh[0]?.entry.kind === "intent" && own > tuning.answerFrom;
		const known = content.filter(({ keys }) =>
			keys.some((key) => index.postings.has(key)),
		);
		if (
			known.length === 0 ||
			(aspect !== null && !isIntent && own < tuning.carryBelow)
		) {
			return answerAbout(spoken.id, aspect, knowledge, true);
		}
		if (subjectsOf(features).size > 0) return decide(fresh, aspect, tuning);
		const near = find(text, spokenFeatures(spoken, features))
			.map(({ entry, score }) => ({
				entry,
				score: score * (isKin(entry, spoken) ? tuning.kin : 1),
			}))
			.sort(byScore);
		return decide(near, aspect, tuning);
	};

	/** What was spoken of before, as far as it still matters: its own words, more lightly; a new deed replaces its deed. */
	const spokenFeatures = (
		procedure: Procedure,
		asked: readonly Feature[],
	): readonly Feature[] => {
		const newDeed = asked.some(({ key }) => DOINGS.has(key));
		return read(procedure.title)
			.features.filter(
				({ key }) =>
					!newDeed || !key.split(" ").some((unit) => DOINGS.has(unit)),
			)
			.map((feature) => ({
				...feature,
				weight: feature.weight * tuning.spokenOf,
			}));
	};

	return { understand, rank: (text) => find(text, []) };
}

interface Reading {
	readonly aspect: Aspect | null;
	/** The units that do not merely name the part asked for. */
	readonly content: readonly Unit[];
	readonly features: readonly Feature[];
}

/** Who it is about matters wherever it is said. */
const names = ({ key }: Feature) => SUBJECTS.has(SUBJECT_OF.get(key) ?? key);

const SENTENCE_END = /[.?!;\n]+(?=\s|$)/;
const CLAUSE_END = /,(?=\s)/;
/** Words of wanting and having to, with and without accents. */
const WISH =
	/muốn|định|tính|cần|xin|phải|quyết|đòi|nhờ|làm sao|thế nào|muon|dinh|tinh|can|phai|quyet|lam sao|the nao|want|need|how|plan/;

const byScore = (a: Ranked, b: Ranked) => b.score - a.score;

/** Cases of one procedure, and the procedure itself. */
const isKin = ({ procedure }: Entry, other: Procedure) =>
	procedure !== undefined &&
	(procedure.code === other.code || procedure.field === other.field);

function answerAbout(
	id: string,
	aspect: Aspect | null,
	{ procedures }: Knowledge,
	carried: boolean,
): Understanding {
	const procedure = procedures.get(id);
	return {
		intent: "ask",
		decision: "answer",
		aspect,
		candidates: procedure
			? [{ code: procedure.id, name: procedure.title, score: 1 }]
			: [],
		carried,
	};
}

const CODE = /\b\d\.\d{6}\b(?:#[a-z0-9-]+)?/;

/** An official code written out, read as the entry it names. */
function codeIn(
	text: string,
	{ procedures, legacy }: Knowledge,
): string | undefined {
	const code = text.match(CODE)?.[0];
	if (!code) return undefined;
	if (procedures.has(code)) return code;
	return legacy.get(code)?.replacedBy ?? undefined;
}

function decide(
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
	const [best, second] = candidates;
	const ahead = (best?.score ?? 0) - (second?.score ?? 0);
	const sure =
		(best?.score ?? 0) >= tuning.answerFrom &&
		(ahead >= tuning.answerAhead || sameProcedure(best, second));
	return {
		intent: "ask",
		decision: sure || candidates.length === 1 ? "answer" : "clarify",
		aspect,
		candidates,
		carried,
	};
}

/** A procedure and its own case: told about the first, nothing is told wrong. */
const sameProcedure = (a: Candidate | undefined, b: Candidate | undefined) =>
	a !== undefined &&
	b !== undefined &&
	a.code.split("#")[0] === b.code.split("#")[0];

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
