import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import * as z from "zod";
import type { SessionStore } from "../../conversation/session.js";
import type { Clock } from "../../time.js";
import type { Disk } from "./disk.js";
import { hashedPath } from "./hashed.js";
import { Instant } from "./instant.js";
import { JsonFile } from "./json-file.js";
import { type Kept, openRecent } from "./recent.js";
import { createTurns } from "./turns.js";

const SessionFile = z.strictObject({ writtenAt: Instant, state: z.unknown() });
type SessionFile = z.infer<typeof SessionFile>;

export interface Limits {
	/** A talk that was quiet for so long is over; what comes of it later is read from its own file. */
	readonly quietMs: number;
	/** How often quiet ones are looked for, at most. */
	readonly lookMs: number;
	/** The log holds no more than this in use: half of it moves to files then, whether quiet or not. */
	readonly recentBytes: number;
}

const LIMITS: Limits = {
	quietMs: 60 * 60 * 1000,
	lookMs: 10 * 60 * 1000,
	recentBytes: 32 * 2 ** 20,
};

/**
 * Conversations under way stand in one log, which flushes many messages at once; each that has become quiet moves to a
 * small file of its own, so that neither memory nor the start grows with all who ever wrote. A state that an earlier
 * version left in another shape is read as none: the conversation begins anew.
 */
export async function openSessions<State>(
	folder: string,
	disk: Disk,
	clock: Clock,
	schema: z.ZodType<State>,
	limits: Limits = LIMITS,
): Promise<SessionStore<State>> {
	const inTurn = createTurns();
	const recent = await openRecent(join(folder, LOG), disk);
	let looked = Number.NEGATIVE_INFINITY;
	let settling: Promise<void> | undefined;

	const pathOf = (key: string) => join(folder, key);
	const fileAt = (path: string) =>
		new Low<SessionFile | null>(
			new JsonFile<SessionFile | null>(disk, path, SessionFile),
			null,
		);

	async function read(key: string): Promise<unknown> {
		if (recent.last(key)) return recent.read(key);
		const file = fileAt(pathOf(key));
		await file.read();
		return file.data?.state;
	}

	/** The file goes first: what a kill leaves between the two is the whole conversation. */
	async function remove(key: string): Promise<void> {
		await disk.remove(pathOf(key));
		await recent.forget(key);
	}

	/** Moves a conversation from the log to its file; false when it spoke again meanwhile. */
	const moveOut = (kept: Kept): Promise<boolean> =>
		inTurn(kept.key, async () => {
			const { key, writtenAt } = kept;
			if (recent.last(key) !== kept) return false;
			const file = fileAt(pathOf(key));
			file.data = { writtenAt, state: recent.read(key) };
			await file.write();
			return true;
		});

	/** One after the other: nobody waits for it. What cannot be moved stays in the log and is tried again later. */
	async function settle(quiet: readonly Kept[]): Promise<void> {
		const moved: Kept[] = [];
		for (const kept of quiet)
			if (await moveOut(kept).catch(() => false)) moved.push(kept);
		if (moved.length > 0) await recent.release(moved);
	}

	function quietAt(now: number): readonly Kept[] {
		const full = recent.bytes > limits.recentBytes;
		if (!full && now - looked < limits.lookMs) return [];
		looked = now;
		const quiet: Kept[] = [];
		let bytes = 0;
		for (const kept of recent.all()) {
			const isQuiet = now - kept.writtenAt.getTime() >= limits.quietMs;
			if (!isQuiet && !(full && bytes < limits.recentBytes / 2)) break;
			quiet.push(kept);
			bytes += kept.place.bytes;
		}
		return quiet;
	}

	function lookForQuiet(now: Date): void {
		if (settling) return;
		const quiet = quietAt(now.getTime());
		if (quiet.length === 0) return;
		settling = settle(quiet)
			.catch(() => {}) // they stand in both places, which is one too many and no harm
			.finally(() => {
				settling = undefined;
			});
	}

	return {
		read(conversation) {
			const key = hashedPath("", conversation);
			return inTurn(key, async () => schema.safeParse(await read(key)).data);
		},

		async write(conversation, state) {
			const key = hashedPath("", conversation);
			const now = clock();
			if (recent.bytes > 2 * limits.recentBytes) await settling;
			await inTurn(key, () => recent.write(key, now, state));
			lookForQuiet(now);
		},

		delete(conversation) {
			const key = hashedPath("", conversation);
			return inTurn(key, () => remove(key));
		},

		/** A file that cannot be read does not keep the others from going, and is told at the end. */
		async deleteBefore(instant) {
			const old = new Set<string>();
			for (const { key, writtenAt } of recent.all())
				if (writtenAt < instant) old.add(key);
			const drop = async (key: string) => {
				const file = fileAt(pathOf(key));
				await file.read();
				const writtenAt = recent.last(key)?.writtenAt ?? file.data?.writtenAt;
				if (writtenAt === undefined || writtenAt >= instant) return 0;
				await remove(key);
				return 1;
			};
			const failures: unknown[] = [];
			let dropped = 0;
			const tryTo = async (key: string) => {
				dropped += await inTurn(key, () => drop(key)).catch((error) => {
					failures.push(error);
					return 0;
				});
			};
			for (const key of old) await tryTo(key);
			for await (const key of everyFile(folder)) await tryTo(key);
			if (failures.length > 0) throw failures[0];
			return dropped;
		},
	};
}

const LOG = "recent.jsonl";

/** One folder at a time: there may be very many files. */
async function* everyFile(folder: string) {
	for (const part of await readdir(folder, { withFileTypes: true }))
		if (part.isDirectory())
			for (const name of await readdir(join(folder, part.name)))
				yield join(part.name, name);
}
