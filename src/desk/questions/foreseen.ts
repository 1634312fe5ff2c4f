import { setImmediate as breathe } from "node:timers/promises";
import type { Candidate, Editor } from "../../knowledge/editor.js";
import type { Log } from "../../log.js";
import { createSearch } from "../../search/search.js";
import { createEffects, type Measured } from "../effect/measure.js";
import type { Target } from "./target.js";

/** What publishing would do. */
export interface Foreseen {
	/** To the labelled questions. */
	readonly measured: Measured;
	/** Of the ways this was asked, how many would then be answered by the entry. */
	readonly answered: number;
	readonly asked: number;
}

/** Works out what publishing would do; that takes some seconds. */
export function createForesight(editor: Pick<Editor, "effect">, log: Log) {
	const effectOf = createEffects(editor, log);

	return async (
		candidate: Candidate,
		target: Target,
		asks: readonly string[],
	): Promise<Foreseen> => {
		const measuring = effectOf(candidate);
		const search = createSearch(candidate.knowledge);
		await search.learn();
		let answered = 0;
		for (const ask of asks) {
			if (leadsTo(search.understand(ask), target)) answered++;
			await breathe();
		}
		return { measured: await measuring, answered, asked: asks.length };
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
