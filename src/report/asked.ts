import type { Log } from "../log.js";
import { type Clock, dayAt } from "../time.js";
import { type Month, monthOf } from "./period.js";

/**
 * How often something was told, by what was told: a procedure's id, or `faq:` and the id of an answer. Every answer
 * counts, also the next one about the same procedure; no answer is linked to a person, a conversation or an hour.
 */
export type AskedCounts = Readonly<Record<string, number>>;

/** Where it is counted what people ask, month by month. Durable once a promise resolves. */
export interface AskedStore {
	of(month: Month): Promise<AskedCounts>;
	/** Adds to what is counted. The reading and the writing are one step. */
	add(month: Month, counts: AskedCounts): Promise<void>;
}

export interface AskedCounter {
	/** Takes no time of the answer's, and never fails it. */
	count(entry: string): void;
	/** Writes what is counted so far. */
	flush(): Promise<void>;
}

/** Between two writes: so much is lost of the count, and of nothing else, when the process is killed. */
const PAUSE_MS = 5_000;

/** Counts in memory and writes groups. What cannot be written is logged and tried again with the next group. */
export function createAskedCounter(
	store: AskedStore,
	{
		clock,
		log,
		later = (task) => setTimeout(task, PAUSE_MS).unref(),
	}: {
		readonly clock: Clock;
		readonly log: Log;
		/** Runs a task after a pause. */
		readonly later?: (task: () => void) => unknown;
	},
): AskedCounter {
	let waiting = new Map<Month, Map<string, number>>();
	let planned = false;
	let writing: Promise<void> = Promise.resolve();

	const add = (month: Month, entry: string, times: number) => {
		const counts = waiting.get(month) ?? new Map<string, number>();
		waiting.set(month, counts.set(entry, (counts.get(entry) ?? 0) + times));
	};

	async function write(): Promise<void> {
		const group = waiting;
		waiting = new Map();
		for (const [month, counts] of group)
			await store
				.add(month, Object.fromEntries(counts))
				.catch((err: unknown) => {
					log.warn({ err }, "what people ask could not be counted yet");
					for (const [entry, times] of counts) add(month, entry, times);
				});
	}

	const flush = () => {
		writing = writing.then(write);
		return writing;
	};

	return {
		count(entry) {
			add(monthOf(dayAt(clock())), entry, 1);
			if (planned) return;
			planned = true;
			later(() => {
				planned = false;
				void flush();
			});
		},
		flush,
	};
}
