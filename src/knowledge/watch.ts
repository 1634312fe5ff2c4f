import { readdir, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { watch as watchFiles } from "chokidar";
import { createLoader } from "./load.js";
import type { Knowledge } from "./schema.js";

/** Editors write a file in several steps, and a clerk saves several files: wait until it is quiet. */
const QUIET_MS = 300;

interface Watcher {
	close(): Promise<void>;
}

/**
 * Loads the folder again whenever it changes. A broken change is reported and leaves the old knowledge in force.
 * Once the watch stands, the folder is compared with `since`: a change made while it was being set up is not missed.
 */
export function watchKnowledge(
	folder: string,
	since: Date,
	onChange: (knowledge: Knowledge) => void | Promise<void>,
	onFault: (error: unknown) => void,
	load = createLoader(folder),
): Watcher {
	let timer: NodeJS.Timeout | undefined;
	let running = Promise.resolve();
	const reload = () => {
		running = running.then(async () => {
			try {
				await onChange(await load());
			} catch (error) {
				onFault(error);
			}
		});
	};
	const soon = () => {
		clearTimeout(timer);
		timer = setTimeout(reload, QUIET_MS);
	};
	// A name with a dot before it is being written, and gets its own name when it is whole.
	const ignored = (path: string) =>
		relative(folder, path) !== "" && basename(path).startsWith(".");
	const watcher = watchFiles(folder, { ignoreInitial: true, ignored })
		.on("all", soon)
		.on("ready", () => {
			// A file replaced just now may be gone between two looks: that is a change as well.
			lastChange(folder).then((last) => last > since && soon(), soon);
		});
	return {
		async close() {
			clearTimeout(timer);
			await watcher.close();
			await running;
		},
	};
}

async function lastChange(folder: string): Promise<Date> {
	const names = await readdir(folder, { recursive: true });
	const stats = await Promise.all(
		names.map((name) => stat(join(folder, name))),
	);
	return new Date(Math.max(0, ...stats.map(({ mtimeMs }) => mtimeMs)));
}
