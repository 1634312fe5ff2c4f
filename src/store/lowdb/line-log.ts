import { constants, readSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Disk } from "./disk.js";

/** Where a line stands in its log, its end of line included. */
export interface Place {
	readonly at: number;
	readonly bytes: number;
}

type Moving = { -readonly [Key in keyof Place]: Place[Key] };

const END = 0x0a;

/**
 * A file of lines that is added to at its end and stays open: one write and one flush keep whatever came together,
 * where files of their own cost two flushes and six more calls each. Its changes must not overlap: whoever uses it lets
 * one wait for the other.
 */
export class LineLog {
	readonly #path: string;
	readonly #disk: Disk;
	#file: FileHandle;
	#size: number;

	private constructor(
		path: string,
		disk: Disk,
		file: FileHandle,
		size: number,
	) {
		this.#path = path;
		this.#disk = disk;
		this.#file = file;
		this.#size = size;
	}

	/** The log with its whole lines; what a kill cut short at its end is written over. */
	static async open(
		path: string,
		disk: Disk,
	): Promise<{ log: LineLog; lines: readonly (readonly [Place, string])[] }> {
		const file = await opened(path, disk);
		const bytes = await everythingIn(file, (await file.stat()).size);
		const lines: [Place, string][] = [];
		let at = 0;
		for (let end = 0; ; at = end + 1) {
			end = bytes.indexOf(END, at);
			if (end < 0) break;
			const line = bytes.toString("utf8", at, end);
			if (line.trim()) lines.push([{ at, bytes: end + 1 - at }, line]);
		}
		const log = new LineLog(path, disk, file, at);
		if (at < bytes.length) await log.#cut();
		return { log, lines };
	}

	/** In bytes, blanked lines included. */
	get size(): number {
		return this.#size;
	}

	/** Where the lines came to stand, durably. When it rejects, none of them is there. */
	async append(lines: readonly string[]): Promise<readonly Place[]> {
		let at = this.#size;
		const places = lines.map((line) => {
			const place = { at, bytes: Buffer.byteLength(line) + 1 };
			at += place.bytes;
			return place;
		});
		const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
		await this.#disk.work(this.#path, async () => {
			try {
				await writeAt(this.#file, bytes, this.#size);
				await this.#file.datasync();
			} catch (error) {
				await this.#cut().catch(() => {}); // else the next line goes over it
				throw error;
			}
		});
		this.#size = at;
		return places;
	}

	/** At once: what was written lately is in the system's memory, and is had sooner than a promise of it. */
	read({ at, bytes }: Place): string {
		const line = Buffer.alloc(bytes - 1);
		readSync(this.#file.fd, line, 0, line.length, at);
		return line.toString();
	}

	/** Writes spaces over lines. Needs no room on the disk. */
	blank(places: readonly Place[]): Promise<void> {
		return this.#disk.work(this.#path, async () => {
			for (const { at, bytes } of places)
				await writeAt(this.#file, Buffer.alloc(bytes - 1, " "), at);
			await this.#file.datasync();
		});
	}

	/** Writes the file anew with these lines alone, in this order; the places are put right, all in one moment. */
	async keep(places: readonly Place[]): Promise<void> {
		const all = await everythingIn(this.#file, this.#size);
		const kept = places.map(({ at, bytes }) => all.subarray(at, at + bytes));
		await this.#disk.replace(this.#path, Buffer.concat(kept));
		const before = this.#file;
		try {
			this.#file = await opened(this.#path, this.#disk);
		} catch (error) {
			await before.close(); // nothing more may be added to a file that has no name any more
			throw error;
		}
		this.#size = 0;
		for (const place of places as readonly Moving[]) {
			place.at = this.#size;
			this.#size += place.bytes;
		}
		await before.close();
	}

	close(): Promise<void> {
		return this.#file.close();
	}

	/** Ends the file after its last whole line. */
	#cut(): Promise<void> {
		return this.#file.truncate(this.#size);
	}
}

async function opened(path: string, disk: Disk): Promise<FileHandle> {
	const { O_RDWR, O_CREAT } = constants;
	const file = await open(path, O_RDWR | O_CREAT, 0o600);
	await disk.named(path);
	return file;
}

async function everythingIn(file: FileHandle, size: number): Promise<Buffer> {
	const bytes = Buffer.alloc(size);
	for (let at = 0; at < size; ) {
		const { bytesRead } = await file.read(bytes, at, size - at, at);
		if (bytesRead === 0) return bytes.subarray(0, at);
		at += bytesRead;
	}
	return bytes;
}

/** Goes on after a short write. */
async function writeAt(
	file: FileHandle,
	bytes: Uint8Array,
	at: number,
): Promise<void> {
	for (let done = 0; done < bytes.length; ) {
		const rest = bytes.length - done;
		done += (await file.write(bytes, done, rest, at + done)).bytesWritten;
	}
}
