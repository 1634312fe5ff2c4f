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
import { createTurns } from "./turns.js";

const SessionFile = z.strictObject({ writtenAt: Instant, state: z.unknown() });
type SessionFile = z.infer<typeof SessionFile>;

/**
 * One small file for each conversation. A state that an earlier version left in another shape is read as none: the
 * conversation begins anew.
 */
export function openSessions<State>(
	folder: string,
	disk: Disk,
	clock: Clock,
	schema: z.ZodType<State>,
): SessionStore<State> {
	const inTurn = createTurns();
	const fileAt = (path: string) =>
		new Low<SessionFile | null>(
			new JsonFile<SessionFile | null>(disk, path, SessionFile),
			null,
		);

	return {
		read(conversation) {
			const path = hashedPath(folder, conversation);
			return inTurn(path, async () => {
				const file = fileAt(path);
				await file.read();
				return schema.safeParse(file.data?.state).data;
			});
		},

		write(conversation, state) {
			const path = hashedPath(folder, conversation);
			return inTurn(path, async () => {
				const file = fileAt(path);
				file.data = { writtenAt: clock(), state };
				await file.write();
			});
		},

		delete(conversation) {
			const path = hashedPath(folder, conversation);
			return inTurn(path, () => disk.remove(path));
		},

		/** A file that cannot be read does not keep the others from going, and is told at the end. */
		async deleteBefore(instant) {
			const drop = async (path: string) => {
				const file = fileAt(path);
				await file.read();
				if (file.data === null || file.data.writtenAt >= instant) return 0;
				await disk.remove(path);
				return 1;
			};
			const failures: unknown[] = [];
			let dropped = 0;
			for await (const path of everyFile(folder))
				dropped += await inTurn(path, () => drop(path)).catch((error) => {
					failures.push(error);
					return 0;
				});
			if (failures.length > 0) throw failures[0];
			return dropped;
		},
	};
}

/** One folder at a time: there may be very many files. */
async function* everyFile(folder: string) {
	for (const part of await readdir(folder))
		for (const name of await readdir(join(folder, part)))
			yield join(folder, part, name);
}
