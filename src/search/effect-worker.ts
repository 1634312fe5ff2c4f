import { parentPort, workerData } from "node:worker_threads";
import { loadKnowledge, type Overlay } from "../knowledge/load.js";
import { effectOf } from "./effect.js";
import { labelledIn, readLabelled } from "./labelled.js";
import { createSearch } from "./search.js";

/** What the thread is given. */
export interface EffectTask {
	readonly folder: string;
	readonly overlay: Overlay;
}

const { folder, overlay } = workerData as EffectTask;

async function knowing(overlay: Overlay) {
	const knowledge = await loadKnowledge(folder, overlay);
	return { knowledge, understand: createSearch(knowledge).understand };
}

const questions = await readLabelled(labelledIn(folder)).catch((error) => {
	if (error.code === "ENOENT") return []; // a folder need not have any
	throw error;
});
parentPort?.postMessage(
	effectOf(questions, await knowing(new Map()), await knowing(overlay)),
);
