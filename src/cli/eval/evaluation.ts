import { fold } from "../../search/fold.js";
import {
	KINDS,
	type Kind,
	type LabelledQuestion,
	understandAfter,
} from "../../search/labelled.js";
import type { Intent, Understand } from "../../search/understanding.js";
import { SPELLINGS, spellingOf } from "./spelling.js";

export interface Answered {
	readonly question: LabelledQuestion;
	readonly answer: ReturnType<Understand>;
	/** Where the first right candidate stands, from 0; -1 when none is right. */
	readonly position: number;
}

/** Shares from 0 to 1; null where no question of the kind was asked. */
export interface Figures {
	readonly n: number;
	/** `ask` questions whose first candidate is right. */
	readonly r1: number | null;
	/** The same for the first three. */
	readonly r3: number | null;
	/** The mean of 1, 1/2, 1/3 … for the first right candidate's place. */
	readonly mrr: number | null;
	/** Told outright something wrong, or something at all where nothing of ours was asked. */
	readonly harm: number | null;
	/** Messages that are not for us and were not answered with a procedure. */
	readonly reject: number | null;
	/** `ask` questions that were answered with "I do not know". */
	readonly refused: number | null;
	/** Named parts (fee, papers …) that were recognised. */
	readonly aspect: number | null;
	/** Intents that were recognised, small talk and what is not for us told as one. */
	readonly intent: number | null;
}

export const answerAll = (
	questions: readonly LabelledQuestion[],
	understand: Understand,
): readonly Answered[] =>
	questions.map((question) => {
		const answer = understandAfter(
			question.previous,
			question.text,
			understand,
		);
		return {
			question,
			answer,
			position: answer.candidates.findIndex(({ code }) =>
				question.codes.includes(code),
			),
		};
	});

export function figuresOf(answered: readonly Answered[]): Figures {
	const asks = answered.filter(({ question }) => question.intent === "ask");
	const others = answered.filter(({ question }) => isOutside(question.intent));
	const withAspect = asks.filter(({ question }) => question.aspect !== null);
	return {
		n: answered.length,
		r1: share(asks, ({ position }) => position === 0),
		r3: share(asks, ({ position }) => position >= 0 && position < 3),
		mrr: mean(
			asks.map(({ position }) => (position < 0 ? 0 : 1 / (position + 1))),
		),
		harm: share(
			[...asks, ...others],
			({ question, answer, position }) =>
				answer.decision === "answer" &&
				(isOutside(question.intent) || position !== 0),
		),
		reject: share(others, ({ answer }) => answer.decision !== "answer"),
		refused: share(asks, ({ answer }) => answer.decision === "unknown"),
		aspect: share(
			withAspect,
			({ question, answer }) => answer.aspect === question.aspect,
		),
		intent: share(
			answered,
			({ question, answer }) =>
				answer.intent === question.intent ||
				(isOutside(answer.intent) && isOutside(question.intent)),
		),
	};
}

/** Figures under the name of the questions they are about. */
export type Named = readonly [name: string, figures: Figures];

export const byKind = (answered: readonly Answered[]): readonly Named[] =>
	(Object.keys(KINDS) as Kind[]).map((kind) => [
		`${kind} ${KINDS[kind]}`,
		figuresOf(answered.filter(({ question }) => question.kind === kind)),
	]);

/**
 * The last row asks the accented questions once more without their accents: what accents tell, on the very same
 * questions.
 */
export function bySpelling(
	answered: readonly Answered[],
	understand: Understand,
): readonly Named[] {
	const written = (spelling: string) =>
		answered.filter(({ question }) => spellingOf(question) === spelling);
	const stripped = written("accented").map(({ question }) => ({
		...question,
		text: fold(question.text),
		...(question.previous && { previous: fold(question.previous) }),
	}));
	return [
		...SPELLINGS.map(
			(spelling): Named => [spelling, figuresOf(written(spelling))],
		),
		["accents taken off", figuresOf(answerAll(stripped, understand))],
	];
}

/** The first questions whose first candidate is wrong, one line each. */
export const missesIn = (
	answered: readonly Answered[],
	count: number,
): readonly string[] =>
	answered
		.filter(
			({ question, position }) => question.intent === "ask" && position !== 0,
		)
		.slice(0, count)
		.map(({ question: { id, kind, text, codes }, answer }) => {
			const got = answer.candidates.slice(0, 3).map(({ code }) => code);
			return `${id} [${kind}] ${text}\n    wanted ${codes.join(" | ")}; got ${got.join(", ") || "nothing"} (${answer.intent}, ${answer.decision})`;
		});

const isOutside = (intent: Intent) =>
	intent === "out_of_scope" || intent === "smalltalk";

const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean) =>
	mean(items.map((item) => (holds(item) ? 1 : 0)));

const mean = (values: readonly number[]) =>
	values.length === 0
		? null
		: values.reduce((sum, value) => sum + value, 0) / values.length;
