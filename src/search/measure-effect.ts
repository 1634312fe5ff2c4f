import { Worker } from "node:worker_threads";
import type { Effect } from "../knowledge/editor.js";
import type { Overlay } from "../knowledge/load.js";
import { createLanes } from "../lanes.js";
import type { EffectTask } from "./effect-worker.js";

/** Each takes a core for some seconds and some hundred megabytes: one after the other. */
const inLane = createLanes(1);

/**
 * Which labelled questions of the folder are answered otherwise with the overlay. Done in a thread of its own: people
 * are answered meanwhile.
 */
export const measureEffect = (
	folder: string,
	overlay: Overlay,
): Promise<Effect> =>
	inLane(
		() =>
			new Promise((resolve, reject) => {
				const task: EffectTask = { folder, overlay };
				const worker = startWorker(task);
				worker.once("message", resolve);
				worker.once("error", reject);
				// Without a message before it, nothing came of it.
				worker.once("exit", (code) =>
					reject(new Error(`the effect's thread ended with code ${code}`)),
				);
			}),
	);

/** From the compiled program as it is; from the sources through tsx, which runs them in a thread of its own as well. */
function startWorker(task: EffectTask): Worker {
	if (!import.meta.url.endsWith(".ts")) {
		const url = new URL("./effect-worker.js", import.meta.url);
		return new Worker(url, { workerData: task });
	}
	const source = new URL("./effect-worker.ts", import.meta.url).href;
	const start = `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
	return new Worker(start, { eval: true, workerData: task });
}
