import type { Aspect, Knowledge } from "../knowledge/schema.js";
import { createAspectFinder } from "./aspect.js";
import { buildIndex, type Feature, featuresOf } from "./index.js";
import { createLexicon, type Unit } from "./lexicon.js";
import { type Ranked, rank, subjectsOf } from "./rank.js";
import { createSpelling } from "./spelling.js";
import { type Token, tokenize } from "./tokens.js";
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

	const read = (text: string) => {
		const typed = tokenize(
			readTyping(text.slice(0, LETTERS_READ), index.words),
		);
		const tokens = lexicon.expand(
			correct(lexicon.expand(typed.slice(0, WORDS_READ))),
		);
		const { aspect, words } = findAspect(tokens);
		const units = lexicon.read(tokens);
		const features = featuresOf(units, tuning, index.rarity, (unit) =>
			unit.tokens.every((token) => words.has(token)) ? tuning.aspectWord : 1,
		);
		const content = units.filter(
			(unit) => !unit.tokens.every((token) => words.has(token)),
		);
		return { tokens, aspect, units, content, features };
	};
	const subjectOf = (id: string | undefined): readonly Feature[] => {
		const entry = index.entries.find(
			(entry) => entry.kind === "procedure" && entry.id === id,
		);
		return [...(entry?.subjects ?? [])].slice(0, 1).map((key) => ({
			key,
			weight: index.rarity(key) * tuning.carriedSubject,
		}));
	};

	const understand = (text: string, context: Context = {}): Understanding => {
		const exact = codeIn(text, knowledge);
		const { aspect, content, features, tokens } = read(text);
		if (exact) {
			return answerAbout(exact, aspect, knowledge, false);
		}
		const known = content.filter(({ key }) => index.postings.has(key));
		if (context.procedure && isElliptic(known, tokens)) {
			return answerAbout(context.procedure, aspect, knowledge, true);
		}
		const carried =
			context.procedure && subjectsOf(features).size === 0
				? subjectOf(context.procedure)
				: [];
		const ranked = rank(index, [...features, ...carried], tuning);
		return decide(ranked, aspect, tuning);
	};

	return {
		understand,
		rank: (text) => rank(index, read(text).features, tuning),
	};
}

/** A question with nothing of its own to find: "thế phí bao nhiêu ạ". */
const isElliptic = (content: readonly Unit[], tokens: readonly Token[]) =>
	content.length === 0 && tokens.length > 0;

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
