import { join } from "node:path";
import { Low } from "lowdb";
import * as z from "zod";
import type { AskedCounts, AskedStore } from "../../report/asked.js";
import type { Month } from "../../report/period.js";
import { plusCounts } from "../asked-counts.js";
import type { Disk } from "./disk.js";
import { JsonFile } from "./json-file.js";
import { createTurns } from "./turns.js";

const Counts = z.record(z.string(), z.int().min(0));

/** One small file for each month: no larger than the knowledge has entries. */
export async function openAsked(
	folder: string,
	disk: Disk,
): Promise<AskedStore> {
	await disk.folder(folder);
	const inTurn = createTurns();
	const read = async (month: Month) => {
		const file = new Low<AskedCounts>(
			new JsonFile<AskedCounts>(disk, join(folder, `${month}.json`), Counts),
			{},
		);
		await file.read();
		return file;
	};
	return {
		of: (month) => inTurn(month, async () => (await read(month)).data),
		add: (month, counts) =>
			inTurn(month, async () => {
				const file = await read(month);
				file.data = plusCounts(file.data, counts);
				await file.write();
			}),
	};
}
