import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import * as z from "zod";
import type { EntryKind } from "../../knowledge/entry.js";
import type { HistoryRecord, HistoryStore } from "../../knowledge/history.js";
import { KIND_LABEL } from "../../knowledge/labels.js";
import { historyId } from "../history-id.js";
import type { Disk } from "./disk.js";
import { Instant } from "./instant.js";
import { JsonFile } from "./json-file.js";
import { createTurns } from "./turns.js";

const lines = z.string().nullable();
const Recorded: z.ZodType<HistoryRecord> = z.strictObject({
	id: z.string(),
	by: z.string(),
	at: Instant,
	entry: z.strictObject({
		kind: z.enum(Object.keys(KIND_LABEL) as EntryKind[]),
		id: z.string(),
	}),
	summary: z.string(),
	file: z.string(),
	change: z.strictObject({
		at: z.int().min(0),
		removed: z.string(),
		inserted: z.string(),
	}),
	before: z.string().nullable(),
	after: z.string().nullable(),
	linesBefore: lines,
	linesAfter: lines,
	undoes: z.string().exactOptional(),
});

const DONE = /^(\d{8})\.json$/;
const PENDING = /^(\d{8})\.pending\.json$/;

/** One file for each record, so that a publish costs the same however many there were. */
export async function openHistory(
	folder: string,
	disk: Disk,
): Promise<HistoryStore> {
	await disk.folder(folder);
	const inTurn = createTurns();

	const done = (id: string) => join(folder, `${id}.json`);
	const pending = (id: string) => join(folder, `${id}.pending.json`);
	const file = (path: string) =>
		new Low<HistoryRecord | null>(
			new JsonFile<HistoryRecord | null>(disk, path, Recorded.nullable()),
			null,
		);
	const read = async (path: string) => {
		const record = file(path);
		await record.read();
		return record.data ?? undefined;
	};
	const write = async (path: string, data: HistoryRecord) => {
		const record = file(path);
		record.data = data;
		await record.write();
	};
	const ids = async (form: RegExp) =>
		(await readdir(folder))
			.flatMap((name) => name.match(form)?.[1] ?? [])
			.sort();
	const readAll = async (paths: readonly string[]) =>
		(await Promise.all(paths.map(read))).filter(
			(record) => record !== undefined,
		);

	const known = [...(await ids(DONE)), ...(await ids(PENDING))];
	let last = Math.max(0, ...known.map(Number));

	return {
		begin: async (publication) => {
			const id = historyId(++last);
			await write(pending(id), { ...publication, id });
			return id;
		},
		complete: (id) =>
			inTurn(id, async () => {
				const record = await read(pending(id));
				if (!record) return;
				// Cut short here, it is in both places, and completed once more at the next start.
				await write(done(id), record);
				await disk.remove(pending(id));
			}),
		drop: (id) => inTurn(id, () => disk.remove(pending(id))),
		pending: async () => readAll((await ids(PENDING)).map(pending)),
		list: async (limit) =>
			readAll((await ids(DONE)).reverse().slice(0, limit).map(done)),
		read: async (id) => (DONE.test(`${id}.json`) ? read(done(id)) : undefined),
	};
}
