import { Low } from "lowdb";
import * as z from "zod";
import type { FollowerStore } from "../../questions/store.js";
import { createFollowerStore, type FollowerRecord } from "../follower-store.js";
import type { Disk } from "./disk.js";
import { Instant } from "./instant.js";
import { JsonFile } from "./json-file.js";
import { createTurns } from "./turns.js";

const Followers: z.ZodType<FollowerRecord> = z.array(
	z.strictObject({ group: z.string(), person: z.string(), since: Instant }),
);

/** One small file, read once: few ask to be told, and none for long. */
export async function openFollowers(
	path: string,
	disk: Disk,
): Promise<FollowerStore> {
	const inTurn = createTurns();
	const file = new Low<FollowerRecord>(
		new JsonFile<FollowerRecord>(disk, path, Followers),
		[],
	);
	await file.read();
	let record = file.data;
	return createFollowerStore({
		record: () => record,
		change: (next) =>
			inTurn(path, async () => {
				const before = record;
				const after = next(before);
				if (after.length === before.length) return 0;
				file.data = after;
				await file.write();
				record = after;
				return before.length - after.length;
			}),
	});
}
