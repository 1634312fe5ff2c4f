import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, rm, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createLanes } from "../../lanes.js";
import { StoreError } from "../store-error.js";

/** As much as a full Saturday takes, so that "writable" means room for a booking and not for one byte. */
const PROBE = " ".repeat(64 * 1024);

/** Files open at once. Node works on four; a thousand messages in one moment must not run out of file handles. */
const LANES = 32;

/**
 * Replaces whole files. At any moment a file is entirely the old one or entirely the new one, and the new one stays
 * once the promise resolves, even when the power fails.
 */
export class Disk {
	readonly #temporary: string;
	readonly #folders = new Set<string>();
	readonly #inHand = new Set<Promise<void>>();
	readonly #inLane = createLanes(LANES);
	readonly #open: (() => Promise<void>)[] = [];
	#count = 0;
	#closed = false;

	/** `temporary` must be on the same file system as what is written; whatever was left in it is thrown away. */
	static async open(temporary: string): Promise<Disk> {
		await rm(temporary, { recursive: true, force: true });
		const disk = new Disk(temporary);
		await disk.folder(temporary);
		return disk;
	}

	private constructor(temporary: string) {
		this.#temporary = temporary;
	}

	read(path: string): Promise<Uint8Array> {
		return this.#inLane(() => readFile(path));
	}

	replace(path: string, content: string | Uint8Array): Promise<void> {
		return this.work(path, async () => {
			await this.folder(dirname(path));
			await this.#write(content, (written) => rename(written, path));
			await sync(dirname(path));
		});
	}

	/** Adds to the end of a file. What a kill cuts short is a part of what was added, never of what was there before. */
	append(path: string, text: string): Promise<void> {
		return this.work(path, async () => {
			await this.folder(dirname(path));
			const isNew = !existsSync(path);
			const file = await open(path, "a", 0o600);
			try {
				await file.writeFile(text);
				await file.datasync();
			} finally {
				await file.close();
			}
			if (isNew) await sync(dirname(path));
		});
	}

	remove(path: string): Promise<void> {
		return this.work(path, async () => {
			if (await unlinked(path)) await sync(dirname(path));
		});
	}

	/** Makes a folder that only we may enter. */
	async folder(path: string): Promise<void> {
		if (this.#folders.has(path)) return;
		const made = await mkdir(path, { recursive: true, mode: 0o700 });
		if (made !== undefined) await sync(dirname(made));
		this.#folders.add(path);
	}

	/** Tries it, rather than asking for permissions and free blocks that promise nothing. */
	async writable(): Promise<boolean> {
		try {
			await this.work(this.#temporary, () => this.#write(PROBE, rm));
			return true;
		} catch {
			return false; // the answer to the question
		}
	}

	/** Waits for what is being written; refuses what comes later. */
	async close(): Promise<void> {
		this.#closed = true;
		await Promise.allSettled(this.#inHand);
		await Promise.allSettled(this.#open.map((close) => close()));
	}

	/** For a file that stays open until we close. */
	atClose(close: () => Promise<void>): void {
		this.#open.push(close);
	}

	/** Makes the name of a new file stay. */
	named(path: string): Promise<void> {
		return sync(dirname(path));
	}

	/** Any other change of a file: refused once we are closed, waited for when we close, its failures told alike. */
	async work(path: string, work: () => Promise<void>): Promise<void> {
		if (this.#closed)
			throw new StoreError("closed", "The store was closed; nothing was kept.");
		const inHand = this.#inLane(work).catch((cause) => {
			throw writeError(path, cause);
		});
		this.#inHand.add(inHand);
		try {
			await inHand;
		} finally {
			this.#inHand.delete(inHand);
		}
	}

	async #write(
		content: string | Uint8Array,
		publish: (written: string) => Promise<void>,
	): Promise<void> {
		const path = join(this.#temporary, String(++this.#count));
		try {
			const file = await open(path, "wx", 0o600);
			try {
				await file.writeFile(content); // goes on after a short write, which fs.write leaves to its caller
				await file.sync();
			} finally {
				await file.close();
			}
			await publish(path);
		} catch (error) {
			// What cannot be removed now goes at the next start; the first error is the one to tell.
			await rm(path, { force: true }).catch(() => {});
			throw error;
		}
	}
}

/** False when there was no such file. */
async function unlinked(path: string): Promise<boolean> {
	try {
		await unlink(path);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
		throw error;
	}
}

/** A new name in a folder stays only when the folder itself is on disk. */
async function sync(folder: string): Promise<void> {
	if (process.platform === "win32") return; // folders cannot be opened there; NTFS journals names itself
	const handle = await open(folder);
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

function writeError(path: string, cause: unknown): StoreError {
	const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
	return reason === "ENOSPC" || reason === "EDQUOT"
		? new StoreError(
				"full-disk",
				`${path} could not be written: the disk is full. Nothing was changed; it works again once there is room.`,
				{ cause },
			)
		: new StoreError(
				"write-failed",
				`${path} could not be written (${reason}). Nothing was changed; check that the folder is there and ours to write.`,
				{ cause },
			);
}
