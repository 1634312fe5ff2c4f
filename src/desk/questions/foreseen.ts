import { setImmediate as breathe } from "node:timers/promises";
import type { Candidate, Editor, Effect } from "../../knowledge/editor.js";
import type { Log } from "../../log.js";
import { createSearch } from "../../search/search.js";
import type { Target } from "./target.js";

/** What publishing would do. */
export interface Foreseen {
	/** To the labelled questions; nothing when it could not be worked out. */
	readonly effect: Effect | undefined;
	/** Of the ways this was asked, how many would then be answered by the entry. */
	readonly answered: number;
	readonly asked: number;
}

/** Somebody who looks again, or mends a word and goes back, need not wait again. */
const REMEMBERED = 8;

/** Works out what publishing would do. The same edit is worked out once; that takes some seconds. */
export function createForesight(editor: Pick<Editor, "effect">, log: Log) {
	const effects = new Map<string, Promise<Effect | undefined>>();

	const effectOf = (candidate: Candidate): Promise<Effect | undefined> => {
		const { file, before, after } = candidate.plan;
		const key = JSON.stringify([file, before, after]);
		const known = effects.get(key);
		if (known) return known;
		const measured = editor.effect(candidate).catch((err: unknown) => {
			log.error({ err }, "the effect of an edit could not be worked out");
			effects.delete(key);
			return undefined;
		});
		effects.set(key, measured);
		for (const old of effects.keys()) {
			if (effects.size <= REMEMBERED) break;
			effects.delete(old);
		}
		return measured;
	};

	return async (
		candidate: Candidate,
		target: Target,
		asks: readonly string[],
	): Promise<Foreseen> => {
		const effect = effectOf(candidate);
		const search = createSearch(candidate.knowledge);
		await search.learn();
		let answered = 0;
		for (const ask of asks) {
			if (leadsTo(search.understand(ask), target)) answered++;
			await breathe();
		}
		return { effect: await effect, answered, asked: asks.length };
	};
}

const leadsTo = (
	{
		decision,
		candidates: [first],
		topic,
	}: ReturnType<ReturnType<typeof createSearch>["understand"]>,
	{ kind, id }: Target,
): boolean => {
	if (kind === "topic") return topic === id;
	if (decision !== "answer") return false;
	return kind === "faq"
		? first?.faq === id
		: first?.code === id && first.faq === undefined;
};
