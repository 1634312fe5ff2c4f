import { Low } from "lowdb";
import { UsageRecord, type UsageStore } from "../../channels/zalo/usage.js";
import type { Disk } from "./disk.js";
import { JsonFile } from "./json-file.js";
import { createTurns } from "./turns.js";

/** One small file. */
export function openUsage(path: string, disk: Disk): UsageStore {
	const inTurn = createTurns();
	const file = () =>
		new Low<UsageRecord | null>(
			new JsonFile<UsageRecord | null>(disk, path, UsageRecord),
			null,
		);

	return {
		read: () =>
			inTurn(path, async () => {
				const usage = file();
				await usage.read();
				return usage.data ?? undefined;
			}),

		write: (record) =>
			inTurn(path, async () => {
				const usage = file();
				usage.data = record;
				await usage.write();
			}),
	};
}
