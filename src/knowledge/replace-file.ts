import { chmod, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** The steps of replacing a file. Passed in, so that a test can break off after any of them. */
export interface FileSteps {
	/** A new file with this text, on the disk for good. */
	write(path: string, text: string, mode: number): Promise<void>;
	rename(from: string, to: string): Promise<void>;
	remove(path: string): Promise<void>;
	/** A new name in a folder stays only when the folder itself is on disk. */
	sync(folder: string): Promise<void>;
}

export const onDisk: FileSteps = {
	async write(path, text, mode) {
		await rm(path, { force: true });
		const file = await open(path, "wx", mode);
		try {
			await file.writeFile(text);
			await file.sync();
		} finally {
			await file.close();
		}
		await chmod(path, mode); // what the process takes away from new files stays given here
	},
	rename,
	remove: (path) => rm(path, { force: true }),
	async sync(folder) {
		if (process.platform === "win32") return; // folders cannot be opened there
		const handle = await open(folder);
		try {
			await handle.sync();
		} finally {
			await handle.close();
		}
	},
};

/** Neither the loader nor the watcher looks at names that begin with a dot. */
const unfinished = (path: string) =>
	join(dirname(path), `.${basename(path)}.new`);
const UNFINISHED = /(^|[\\/])\.[^\\/]+\.yaml\.new$/;

const READABLE_BY_ALL = 0o644;

/** Puts a text in a file's place, or takes the file away. At any moment the file is the old one or the new one, whole. */
export async function replaceFile(
	path: string,
	text: string | null,
	steps: FileSteps,
): Promise<void> {
	if (text === null) await steps.remove(path);
	else {
		const mode = await stat(path).then(
			({ mode }) => mode & 0o777,
			() => READABLE_BY_ALL, // a new file
		);
		await steps.write(unfinished(path), text, mode);
		await steps.rename(unfinished(path), path);
	}
	await steps.sync(dirname(path));
}

/** Throws away what a kill left unfinished. */
export async function clearUnfinished(folder: string): Promise<void> {
	const names = await readdir(folder, { recursive: true });
	for (const name of names.filter((name) => UNFINISHED.test(name))) {
		await rm(join(folder, name), { force: true });
	}
}
