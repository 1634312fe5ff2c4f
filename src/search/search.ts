import { setImmediate as breathe } from "node:timers/promises";
import type { Aspect, Knowledge, Procedure } from "../knowledge/schema.js";
import { bothAsked } from "./both.js";
import { learnerOf } from "./classify.js";
import { type Entry, entriesOf } from "./entries.js";
import { explain } from "./explain.js";
import type { Feature } from "./features.js";
import { buildIndex } from "./index.js";
import { createLexicon } from "./lexicon.js";
import { createRank, type Ranked, subjectsOf } from "./rank.js";
import { createReader, type Reading } from "./reading.js";
import { TUNING, type Tuning } from "./tuning.js";
import type { Understand, Understanding } from "./understanding.js";
import { decide } from "./verdict.js";

export interface Search {
	readonly understand: Understand;
	/** The entries that fit a text, best first, whatever it is meant for. */
	readonly rank: (text: string) => readonly Ranked[];
	/** What a text is compared by, rare words and meanings weighing more. */
	readonly features: (text: string) => readonly Feature[];
	/** Why a message is understood as it is, for people. */
	readonly explain: (text: string) => string;
	/** Learns what tells entries apart while others work. Not waited for, the first question learns what is left. */
	readonly learn: () => Promise<void>;
}

/** Makes the knowledge findable. Costs some tenths of a second; done once, and again when the knowledge changes. */
export function createSearch(
	knowledge: Knowledge,
	tuning: Tuning = TUNING,
): Search {
	const lexicon = createLexicon(knowledge.synonyms);
	const { kinds } = lexicon;
	const sources = entriesOf(knowledge, lexicon);
	const { index, samples } = buildIndex(sources, lexicon, tuning);
	const learner = learnerOf(samples, index.classes);
	const rank = createRank(index, kinds, learner.classify);
	const read = createReader(knowledge, lexicon, index, tuning);

	const find = (
		{ features, isStory }: Reading,
		spokenOf: readonly Feature[] = [],
	): readonly Ranked[] => {
		const asked = [...features, ...spokenOf];
		if (!isStory) return rank(asked, tuning);
		// A story tells of many deeds besides the one that is asked about.
		const ranked = rank(asked, {
			...tuning,
			otherDeed: 1,
		});
		return scaled(ranked, () => tuning.storyScale);
	};

	const followUp = (reading: Reading, spoken: Procedure): Understanding => {
		const { aspect, content, features } = reading;
		const fresh = find(reading);
		const [first] = fresh;
		const own = first?.score ?? 0;
		const isIntent = first?.entry.kind === "intent" && own > tuning.answerFrom;
		const saysSomething = content.some(({ keys }) =>
			keys.some((key) => index.postings.has(key)),
		);
		if (
			!saysSomething ||
			(aspect !== null && !isIntent && own < tuning.carryBelow)
		) {
			return answerAbout(spoken, aspect, true);
		}
		if (subjectsOf(features, kinds).size > 0)
			return decide(fresh, aspect, tuning);
		const near = find(reading, spokenFeatures(spoken, features));
		return decide(
			scaled(near, (entry) => (isKin(entry, spoken) ? tuning.kin : 1)),
			aspect,
			tuning,
		);
	};

	/** What was spoken of before, as far as it still matters: its words, more lightly; a new deed replaces its deed. */
	const spokenFeatures = (
		{ title }: Procedure,
		asked: readonly Feature[],
	): readonly Feature[] => {
		const newDeed = asked.some(({ key }) => kinds.deeds.has(key));
		const stays = ({ key }: Feature) =>
			!newDeed || !key.split(" ").some((unit) => kinds.deeds.has(unit));
		return read(title)
			.features.filter(stays)
			.map((feature) => ({
				...feature,
				weight: feature.weight * tuning.spokenOf,
			}));
	};

	const understand: Understand = (text, context = {}) => {
		const reading = read(text);
		const named = procedureNamed(text, knowledge);
		if (named) return answerAbout(named, reading.aspect, false);
		const spoken = knowledge.procedures.get(context.procedure ?? "");
		return spoken
			? followUp(reading, spoken)
			: withBoth(text, decide(find(reading), reading.aspect, tuning));
	};

	/** Both procedures are told where two are asked for and one of them came first. */
	const withBoth = (text: string, single: Understanding): Understanding => {
		if (single.intent !== "ask" || text.length > tuning.bothWithin) {
			return single;
		}
		const rankAlone = (features: readonly Feature[]) => rank(features, tuning);
		const [one, two] = bothAsked(text, read, rankAlone, kinds, tuning) ?? [];
		const [first, ...others] = single.candidates;
		if (!one || !two || !first) return single;
		const both = { ...single, decision: "answer" } as const;
		if (first.code === one.id) return { ...both, also: two.id };
		if (first.code === two.id) return { ...both, also: one.id };
		// The procedure that holds both as its cases: its cases tell more.
		if (first.code !== one.caseOf || first.code !== two.caseOf) return single;
		const lead = { code: one.id, name: one.title, score: first.score };
		const rest = others.filter(({ code }) => code !== one.id);
		return {
			...both,
			candidates: [lead, first, ...rest].slice(0, 5),
			also: two.id,
		};
	};

	return {
		understand,
		async learn() {
			while (learner.step()) await breathe();
		},
		rank: (text) => find(read(text)),
		features: (text) => read(text).features,
		explain(text) {
			const reading = read(text);
			return explain(reading, find(reading), understand(text), index, tuning);
		},
	};
}

const scaled = (
	ranked: readonly Ranked[],
	factor: (entry: Entry) => number,
): readonly Ranked[] =>
	ranked
		.map((found) => ({
			...found,
			score: Math.min(1, found.score * factor(found.entry)),
		}))
		.sort((a, b) => b.score - a.score);

/** Cases of one procedure, the procedure itself, and its neighbours in the field. */
const isKin = ({ procedure }: Entry, other: Procedure) =>
	procedure !== undefined &&
	(procedure.code === other.code || procedure.field === other.field);

const answerAbout = (
	{ id, title }: Procedure,
	aspect: Aspect | null,
	carried: boolean,
): Understanding => ({
	intent: "ask",
	decision: "answer",
	aspect,
	candidates: [{ code: id, name: title, score: 1 }],
	carried,
});

const CODE = /\b\d\.\d{6}\b(?:#[a-z0-9-]+)?/;

/** The procedure whose official code is written out, or what replaced it. */
function procedureNamed(
	text: string,
	{ procedures, legacy }: Knowledge,
): Procedure | undefined {
	const code = text.match(CODE)?.[0] ?? "";
	return (
		procedures.get(code) ??
		procedures.get(legacy.get(code)?.replacedBy ?? "") ??
		procedures.get(code.split("#")[0] ?? "")
	);
}
