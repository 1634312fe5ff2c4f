import type { LocalDate } from "../time.js";
import type { Alike } from "./alike.js";
import { anonymous } from "./anonymous.js";
import {
	type Act,
	type Answered,
	type Asked,
	type GroupId,
	note,
	rate,
} from "./book.js";
import { createSources } from "./sources.js";
import type { FollowerStore, QuestionStore } from "./store.js";

/** What a person asked, as they typed it, and what they were told, if anything. */
export interface Told {
	readonly text: string;
	readonly answered?: Answered;
}

export type Following =
	/** They will be told. */
	| { readonly kind: "following" }
	/** There is an answer already. */
	| { readonly kind: "answered"; readonly answer: Answered }
	/** They wait for as many as one may. */
	| { readonly kind: "too-many" }
	/** There is nothing to wait for: too many new questions today, or it will not be answered here. */
	| { readonly kind: "not-kept" };

/** Where the conversation leaves what it could not answer. */
export interface QuestionLog {
	/** Takes no time of the answer's and never fails it. `from` is not kept: it only tells one source from many. */
	note(from: string, told: Told): void;
	/** An answer helped. Counted, of nobody, without the question. */
	helped(from: string, told: Told): void;
	/** Keeps that a person wants to be told when the question has its answer: only once they have agreed. */
	follow(person: string, told: Told, since: Date): Promise<Following>;
	/** How many answers the person waits for. */
	following(person: string): Promise<number>;
	forget(person: string): Promise<void>;
	/** Resolves when all that was left here is kept, or has failed. */
	idle(): Promise<void>;
}

/** What waits to be written when the disk stands still: beyond, nothing more is taken. */
const MOST_WAITING = 500;
/** Nobody waits for more answers than these. */
const MOST_FOLLOWED = 5;

export function createQuestionLog({
	questions,
	followers,
	alike,
	today,
	trouble,
	later = setImmediate,
}: {
	readonly questions: QuestionStore;
	readonly followers: FollowerStore;
	/** Asked for each time, because the knowledge changes while the bot runs. */
	readonly alike: () => Alike;
	readonly today: () => LocalDate;
	readonly trouble: (error: unknown) => void;
	/** Runs a task when the answer is on its way. */
	readonly later?: (task: () => void) => unknown;
}): QuestionLog {
	const sources = createSources();
	const inHand = new Set<Promise<void>>();

	function write(act: () => Act<unknown>): void {
		if (inHand.size >= MOST_WAITING) return;
		const written = new Promise<void>((resolve) => later(() => resolve()))
			.then(async () => void (await questions.change(act())))
			.catch(trouble)
			.finally(() => inHand.delete(written));
		inHand.add(written);
	}

	return {
		note(from, { text, answered }) {
			const day = today();
			const kept = anonymous(text);
			if (kept && sources.takes(from, "asked", kept, day)) {
				const asked: Asked = { text: kept, ...(answered && { answered }) };
				write(() => note(asked, day, alike()));
			}
			if (answered && sources.takes(from, "rated", text, day)) {
				write(() => rate(answered, false, day));
			}
		},
		helped(from, { text, answered }) {
			const day = today();
			if (answered && sources.takes(from, "rated", text, day)) {
				write(() => rate(answered, true, day));
			}
		},
		async follow(person, { text, answered }, since) {
			const kept = anonymous(text);
			if (!kept) return { kind: "not-kept" };
			const followed = await followers.by(person);
			const asked: Asked = { text: kept, ...(answered && { answered }) };
			const group = await questions.change(groupOf(asked, today(), alike()));
			const settled = (await questions.read()).groups.get(group ?? "")?.settled;
			if (settled?.answer) return { kind: "answered", answer: settled.answer };
			if (group === undefined || settled) return { kind: "not-kept" };
			if (followed.length >= MOST_FOLLOWED) return { kind: "too-many" };
			await followers.follow({ group, person, since });
			return { kind: "following" };
		},
		following: async (person) => (await followers.by(person)).length,
		forget: (person) => followers.forget(person),
		idle: async () => void (await Promise.all(inHand)),
	};
}

/** Hears nothing and keeps nothing. */
export const DEAF: QuestionLog = {
	note() {},
	helped() {},
	follow: async () => ({ kind: "not-kept" }),
	following: async () => 0,
	forget: async () => {},
	idle: async () => {},
};

/** The group of a question that was noted before, without counting it twice; begun, if it is not there. */
const groupOf =
	(asked: Asked, day: LocalDate, alike: Alike): Act<GroupId | undefined> =>
	(book) => {
		const known = alike(book, asked.text);
		return known === undefined
			? note(asked, day, alike)(book)
			: { book, outcome: known, changed: [] };
	};
