import { watch as watchFiles } from "chokidar";
import { loadKnowledge } from "./load.js";
import type { Knowledge } from "./schema.js";

/** Editors write a file in several steps, and a clerk saves several files: wait until it is quiet. */
const QUIET_MS = 300;

interface Watcher {
	close(): Promise<void>;
}

/**
 * Loads the folder again whenever it changes. A broken change is reported and leaves the old knowledge in force.
 */
export function watchKnowledge(
	folder: string,
	onChange: (knowledge: Knowledge) => void,
	onFault: (error: unknown) => void,
): Watcher {
	let timer: NodeJS.Timeout | undefined;
	let running = Promise.resolve();
	const reload = () => {
		running = running.then(async () => {
			try {
				onChange(await loadKnowledge(folder));
			} catch (error) {
				onFault(error);
			}
		});
	};
	const watcher = watchFiles(folder, { ignoreInitial: true }).on("all", () => {
		clearTimeout(timer);
		timer = setTimeout(reload, QUIET_MS);
	});
	return {
		async close() {
			clearTimeout(timer);
			await watcher.close();
			await running;
		},
	};
}
