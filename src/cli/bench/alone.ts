import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { loadKnowledge } from "../../knowledge/load.js";
import type { Knowledge } from "../../knowledge/schema.js";
import { createSearch } from "../../search/search.js";
import type { Understand } from "../../search/understanding.js";
import { grow } from "./grow.js";
import { hostileQuestions } from "./hostile.js";
import { median, percentile } from "./statistics.js";

/** The project by itself, as it runs in the office, in milliseconds. */
export interface Alone {
	readonly procedures: number;
	/** From the start of the process until the first question can be asked. */
	readonly ready: number;
	readonly load: number;
	readonly index: number;
	/** The very first question, nothing being warm. */
	readonly first: number;
	readonly median: number;
	readonly p99: number;
	/** The worst time of each. */
	readonly hostile: Readonly<Record<string, number>>;
}

/** How many questions are asked before any but the first is measured. */
const WARM_UP = 50;

/** Hostile questions are asked this often. */
const ATTACKS = 3;

/** Measures in this process, which should have done nothing before. */
export async function measureAlone(
	knowledgeDir: string,
	size: number,
	readQuestions: () => Promise<readonly string[]>,
	rounds: number,
): Promise<Alone> {
	const loading = performance.now();
	const loaded = await loadKnowledge(knowledgeDir);
	const load = performance.now() - loading;
	const knowledge = grow(loaded, size);

	const indexing = performance.now();
	const { understand } = createSearch(knowledge);
	const ready = performance.now();
	const questions = await readQuestions();
	const [first = Number.NaN] = questions
		.slice(0, WARM_UP)
		.map((question) => ask(understand, question));
	const warm = Array.from({ length: rounds }, () =>
		questions.map((question) => ask(understand, question)),
	).flat();
	return {
		procedures: knowledge.procedures.size,
		ready,
		load,
		index: ready - indexing,
		first,
		median: median(warm),
		p99: percentile(warm, 0.99),
		hostile: attack(knowledge, understand),
	};
}

function ask(understand: Understand, question: string): number {
	const start = performance.now();
	understand(question);
	return performance.now() - start;
}

const attack = (knowledge: Knowledge, understand: Understand) =>
	Object.fromEntries(
		[...hostileQuestions(knowledge)].map(([name, question]) => [
			name,
			Math.max(
				...Array.from({ length: ATTACKS }, () => ask(understand, question)),
			),
		]),
	);

/** The same in a process of its own, whose script prints an `Alone` as JSON. */
export async function measureInOwnProcess(
	script: string,
	size: number,
	rounds: number,
): Promise<Alone> {
	const { stdout } = await promisify(execFile)(process.execPath, [
		script,
		String(size),
		String(rounds),
	]);
	return JSON.parse(stdout);
}
