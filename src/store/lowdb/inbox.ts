import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import * as z from "zod";
import type { Incoming } from "../../channels/channel.js";
import type { InboxStore } from "../../channels/inbox.js";
import type { Clock } from "../../time.js";
import type { Disk } from "./disk.js";
import { Instant } from "./instant.js";
import { JsonFile } from "./json-file.js";
import { openSeen } from "./seen.js";
import { sharedWrite } from "./shared-write.js";

const Batch: z.ZodType<Incoming[]> = z.array(
	z.strictObject({
		id: z.string(),
		conversation: z.string(),
		kind: z.enum(["typed", "tap", "command", "unsupported"]),
		text: z.string(),
		receivedAt: Instant,
		origin: z
			.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
			.exactOptional(),
	}),
);

/** Nobody waits to hear that a message is done. */
const APART_MS = 5;

/** What came in together, in one file, until all of it is done. */
interface Open {
	readonly path: string;
	readonly left: Map<string, Incoming>;
}

/**
 * Messages that come together share one file; when all of them are answered it is removed, and only their ids stay, for
 * a day. A kill between the two leaves a file whose messages are known to be done.
 */
export async function openInbox(
	folder: string,
	disk: Disk,
	clock: Clock,
): Promise<InboxStore> {
	const waitingRoom = join(folder, "pending");
	await disk.folder(waitingRoom);
	const seen = await openSeen(join(folder, "seen"), disk, clock);
	const batches = new Map<string, Open>(); // by the id of each message that is left
	/** Being written: a second delivery of the same message must not be told "stored" before it is. */
	const coming = new Map<string, Promise<void>>();
	/** Done, and not yet written down as such because the disk refused. */
	const owed = new Set<string>();
	let last = 0;

	const fileOf = (path: string) =>
		new Low<Incoming[]>(new JsonFile<Incoming[]>(disk, path, Batch), []);

	function keep(path: string, incoming: readonly Incoming[]): void {
		const left = new Map(incoming.map((one) => [one.id, one]));
		for (const id of left.keys()) batches.set(id, { path, left });
	}

	/** Removed behind everybody's back: one that stays is known to be done at the next start. */
	function discard(path: string): void {
		disk.remove(path).catch(() => {});
	}

	for (const number of await numbersIn(waitingRoom)) {
		last = Math.max(last, number);
		const path = join(waitingRoom, `${number}.json`);
		const file = fileOf(path);
		await file.read();
		const left = file.data.filter(({ id }) => !seen.has(id));
		if (left.length === 0) discard(path);
		else keep(path, left);
	}

	const write = sharedWrite<Incoming>(async (incoming) => {
		const path = join(waitingRoom, `${++last}.json`);
		const file = fileOf(path);
		file.data = [...incoming];
		await file.write();
		keep(path, incoming);
	});

	const writeDone = sharedWrite<string>(async (ids) => {
		for (const id of ids) owed.add(id);
		const paid = [...owed];
		await seen.add(paid);
		for (const id of paid) {
			owed.delete(id);
			const batch = batches.get(id);
			batches.delete(id);
			batch?.left.delete(id);
			if (batch?.left.size === 0) discard(batch.path);
		}
	}, APART_MS);

	const isStored = (id: string) => batches.has(id) || seen.has(id);

	return {
		unseen: async (incoming) => incoming.filter(({ id }) => !isStored(id)),

		async accept(incoming) {
			const fresh: Incoming[] = [];
			const under = new Set<Promise<void>>();
			const ids = new Set<string>();
			for (const one of incoming) {
				const writing = coming.get(one.id);
				if (writing) under.add(writing);
				if (writing || ids.has(one.id) || isStored(one.id)) continue;
				ids.add(one.id);
				fresh.push(one);
			}
			if (fresh.length > 0) {
				const writing = write(fresh);
				for (const id of ids) coming.set(id, writing);
				under.add(writing);
				const settled = () => {
					for (const id of ids) coming.delete(id);
				};
				writing.then(settled, settled);
			}
			await Promise.all(under);
			return fresh;
		},

		pending: async () => [
			...new Set(
				[...batches.values()].flatMap(({ left }) => [...left.values()]),
			),
		],

		done: (ids) => writeDone(ids),
	};
}

async function numbersIn(folder: string): Promise<number[]> {
	return (await readdir(folder))
		.map((name) => Number(name.replace(/\.json$/, "")))
		.filter(Number.isInteger)
		.sort((a, b) => a - b);
}
