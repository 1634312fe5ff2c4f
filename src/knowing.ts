import { createLoader } from "./knowledge/load.js";
import type { Knowledge } from "./knowledge/schema.js";
import { watchKnowledge } from "./knowledge/watch.js";
import type { Log } from "./log.js";
import { createSearch } from "./search/search.js";
import type { Knowing } from "./talk.js";

/** Hears what was in force until now, and what is. */
export type TakenOver = (before: Knowledge, now: Knowledge) => Promise<void>;

/** What the bot knows, as its folder has it. */
export async function openKnowing(folder: string, log: Log) {
	const load = createLoader(folder);
	let knowing = know(await load());
	// Whoever asks before it is done waits for the rest.
	void knowing.search.learn();
	let watching: ReturnType<typeof watchKnowledge> | undefined;
	let heard: TakenOver = async () => {};

	const takeOver = async (changed: Knowledge) => {
		const next = isFoundAlike(knowing.knowledge, changed)
			? { knowledge: changed, search: knowing.search }
			: know(changed);
		await next.search.learn(); // people are answered from the old until the new is ready
		const before = knowing.knowledge;
		knowing = next;
		log.info({ entries: changed.procedures.size }, "knowledge taken over");
		await heard(before, changed).catch((err: unknown) => {
			log.error({ err }, "people could not be told of a change");
		});
	};
	return {
		now: () => knowing,
		/** What an editor of the same folder loads with, so that it reads no file twice. */
		load,
		/** Takes edits over from now on, those made after `since` included. */
		follow(since: Date) {
			watching = watchKnowledge(
				folder,
				since,
				takeOver,
				(err) =>
					log.error({ err }, "knowledge is broken: the old stays in force"),
				load,
			);
		},
		/** One who hears of each change from now on. */
		onTakenOver(listener: TakenOver) {
			heard = listener;
		},
		async close() {
			await watching?.close();
		},
	};
}

const know = (knowledge: Knowledge): Knowing => ({
	knowledge,
	search: createSearch(knowledge),
});

/** Whether the search finds with one what it finds with the other. Files that did not change give the same objects. */
const isFoundAlike = (one: Knowledge, other: Knowledge): boolean =>
	one.synonyms === other.synonyms &&
	one.intents === other.intents &&
	one.aspects === other.aspects &&
	one.outOfScope === other.outOfScope &&
	areSame(one.procedures, other.procedures) &&
	areSame(one.legacy, other.legacy) &&
	areSame(one.faq, other.faq);

const areSame = (
	one: ReadonlyMap<string, unknown>,
	other: ReadonlyMap<string, unknown>,
): boolean =>
	one.size === other.size &&
	[...one].every(([id, entry]) => other.get(id) === entry);
