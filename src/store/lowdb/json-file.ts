import { statSync } from "node:fs";
import type { Adapter } from "lowdb";
import * as z from "zod";
import { StoreError } from "../store-error.js";
import type { Disk } from "./disk.js";

/** lowdb's adapter for one document in one file: checked when read, replaced as a whole when written. */
export class JsonFile<Data> implements Adapter<Data> {
	constructor(
		private readonly disk: Disk,
		private readonly path: string,
		private readonly schema: z.ZodType<Data>,
	) {}

	/** Null when there is no such file. One that is there and cannot be read is never taken for none. */
	async read(): Promise<Data | null> {
		// Most who write are new: to see so takes microseconds, to fail at opening a file a hundred times as many.
		if (!statSync(this.path, { throwIfNoEntry: false })) return null;
		const bytes = await this.disk.read(this.path).catch((error) => {
			if (error.code === "ENOENT") return null;
			throw this.#unreadable(error.code);
		});
		if (bytes === null) return null;
		const read = this.schema.safeParse(this.#parse(bytes));
		if (!read.success) throw this.#unreadable(z.prettifyError(read.error));
		return read.data;
	}

	async write(data: Data): Promise<void> {
		await this.disk.replace(this.path, JSON.stringify(data));
	}

	#parse(bytes: Uint8Array): unknown {
		try {
			return JSON.parse(strict.decode(bytes));
		} catch {
			throw this.#unreadable("it is not JSON"); // the parser's own message would quote what is inside
		}
	}

	#unreadable(reason: string): StoreError {
		return new StoreError(
			"unreadable",
			`${this.path} cannot be read: ${reason}\nIt was left as it is. Put its last backup in its place, or move it out of the folder to go on without it.`,
		);
	}
}

/** Neither repairs broken letters nor skips a byte-order mark: both mean that somebody else wrote the file. */
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
