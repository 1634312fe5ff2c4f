import type { Catalogue } from "./catalogue.js";
import type { Contestant, Find } from "./contestants/contestant.js";
import { heapInUse } from "./heap.js";
import { median, percentile } from "./statistics.js";

/** A contestant with its index built, and what that took. */
export interface Ready {
	readonly contestant: Contestant;
	readonly find: Find;
	readonly indexMs: number;
	/** Megabytes. */
	readonly heapGrowth: number;
}

export async function prepare(
	contestant: Contestant,
	catalogue: Catalogue,
): Promise<Ready> {
	const before = heapInUse();
	const start = performance.now();
	const find = await contestant.build(catalogue);
	const indexMs = performance.now() - start;
	return { contestant, find, indexMs, heapGrowth: heapInUse() - before };
}

/** Which questions are asked how often. */
export interface Course {
	readonly questions: readonly string[];
	readonly rounds: number;
	/** Slow contestants are asked this many of the questions, once. */
	readonly questionsForSlow: number;
}

/** What a contestant did: for each question it was asked, what it found and how long that took each time. */
export interface Run {
	readonly found: ReadonlyMap<string, readonly string[]>;
	readonly times: ReadonlyMap<string, readonly number[]>;
}

/** How many questions are asked before any is measured; one question warms a slow contestant up by itself. */
const WARM_UP = 20;

/**
 * Asks every contestant the same questions, in rounds, each round led by another one, so that a busy moment of the
 * machine or a warm cache does not always meet the same contestant.
 */
export async function race(
	field: readonly Ready[],
	course: Course,
): Promise<ReadonlyMap<string, Run>> {
	const few = spread(course.questions, course.questionsForSlow);
	const questionsFor = ({ contestant }: Ready) =>
		contestant.slow ? few : course.questions;
	for (const { contestant, find } of field) {
		if (contestant.slow) continue;
		for (const question of course.questions.slice(0, WARM_UP)) {
			await find(question);
		}
	}
	const runs = new Map(
		field.map(({ contestant }) => [
			contestant.name,
			{
				found: new Map<string, readonly string[]>(),
				times: new Map<string, number[]>(),
			},
		]),
	);
	for (let round = 0; round < course.rounds; round++) {
		const lead = round % field.length;
		for (const ready of [...field.slice(lead), ...field.slice(0, lead)]) {
			const run = runs.get(ready.contestant.name);
			if (!run || (ready.contestant.slow && round > 0)) continue;
			for (const question of questionsFor(ready)) {
				const { found, ms } = await timed(ready.find, question);
				run.found.set(question, found);
				const times = run.times.get(question) ?? [];
				times.push(ms);
				run.times.set(question, times);
			}
		}
	}
	return runs;
}

async function timed(find: Find, question: string) {
	const start = performance.now();
	const pending = find(question);
	const found = pending instanceof Promise ? await pending : pending;
	return { found, ms: performance.now() - start };
}

/** Some of the questions, as long and as short as all of them are. */
export function spread(
	questions: readonly string[],
	count: number,
): readonly string[] {
	if (count >= questions.length) return questions;
	const byLength = [...questions].sort((a, b) => a.length - b.length);
	return Array.from({ length: count }, (_, at) =>
		byLength.at(Math.floor(((at + 0.5) * byLength.length) / count)),
	).filter((question) => question !== undefined);
}

export const medianOf = ({ times }: Run): number =>
	median([...times.values()].flat());

export const p99Of = ({ times }: Run): number =>
	percentile([...times.values()].flat(), 0.99);

/** How many times as long one takes as the other. */
export const ratio = (run: Run, other: Run): number =>
	medianOf(run) / medianOf(other);
