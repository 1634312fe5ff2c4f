import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { REMEMBERED_MS } from "../../channels/inbox.js";
import type { Clock } from "../../time.js";
import type { Disk } from "./disk.js";

/** Which ids were seen in the last 24 hours. */
export interface Seen {
	has(id: string): boolean;
	add(ids: readonly string[]): Promise<void>;
}

const HOUR_MS = 60 * 60 * 1000;

/**
 * A file for each hour, added to at its end and removed a day later: neither the cost of a message nor the room taken
 * grows with the years. Ids stand on lines of their own as JSON, so that one cut short by a kill reads as none.
 */
export async function openSeen(
	folder: string,
	disk: Disk,
	clock: Clock,
): Promise<Seen> {
	await disk.folder(folder);
	const hours = new Map<string, Set<string>>();
	for (const hour of (await readdir(folder)).sort())
		hours.set(hour, readIds(await disk.read(join(folder, hour))));

	async function dropOld(now: Date): Promise<void> {
		const oldest = hourOf(new Date(now.getTime() - REMEMBERED_MS - HOUR_MS));
		for (const hour of [...hours.keys()].filter((name) => name < oldest)) {
			await disk.remove(join(folder, hour));
			hours.delete(hour);
		}
	}

	return {
		has: (id) => [...hours.values()].some((ids) => ids.has(id)),
		async add(ids) {
			const now = clock();
			const hour = hourOf(now);
			const lines = ids.map((id) => `\n${JSON.stringify(id)}`).join("");
			await disk.append(join(folder, hour), lines);
			const known = hours.get(hour);
			for (const id of ids) known?.add(id);
			if (known !== undefined) return;
			hours.set(hour, new Set(ids));
			await dropOld(now);
		},
	};
}

/** `2026-11-23T09`, in the time that files are compared in. */
const hourOf = (instant: Date): string => instant.toISOString().slice(0, 13);

function readIds(bytes: Uint8Array): Set<string> {
	const lines = new TextDecoder().decode(bytes).split("\n");
	return new Set(lines.flatMap((line) => readId(line) ?? []));
}

function readId(line: string): string | undefined {
	try {
		const id: unknown = JSON.parse(line);
		return typeof id === "string" ? id : undefined;
	} catch {
		return undefined; // empty, or the end of an hour that was cut short: its message is still pending
	}
}
