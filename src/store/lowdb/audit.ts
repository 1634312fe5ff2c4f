import { readdir } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import {
	type AuditAct,
	type AuditEntry,
	type AuditStore,
	type Month,
	monthOf,
} from "../../people/audit.js";
import type { Disk } from "./disk.js";
import { Instant } from "./instant.js";
import { createTurns } from "./turns.js";

/** Written by us, or by an earlier version that knew other acts: those are shown as they stand. */
const Entry: z.ZodType<AuditEntry> = z.object({
	at: Instant,
	by: z.string(),
	act: z.string().transform((act) => act as AuditAct),
	subject: z.string(),
	desk: z.string().exactOptional(),
});

const NAME = /^(\d{4}-\d{2})\.jsonl$/;

/** A file for each month, added to at its end. A line that a kill cut short was never acknowledged, and is left out. */
export async function openAudit(
	folder: string,
	disk: Disk,
): Promise<AuditStore> {
	await disk.folder(folder);
	const inTurn = createTurns();
	const pathOf = (month: Month) => join(folder, `${month}.jsonl`);

	return {
		note(entry) {
			const path = pathOf(monthOf(entry.at));
			return inTurn(path, () =>
				disk.append(path, `\n${JSON.stringify(entry)}`),
			);
		},

		async list(month) {
			const bytes = await disk.read(pathOf(month)).catch((error) => {
				if (error.code === "ENOENT") return new Uint8Array();
				throw error;
			});
			const lines = new TextDecoder().decode(bytes).split("\n");
			return lines.flatMap((line) => readEntry(line) ?? []);
		},

		months: async () =>
			(await readdir(folder))
				.flatMap((name) => NAME.exec(name)?.[1] ?? [])
				.sort()
				.reverse() as Month[],
	};
}

function readEntry(line: string): AuditEntry | undefined {
	try {
		return Entry.safeParse(JSON.parse(line)).data;
	} catch {
		return undefined; // the blank first line, or a last one cut short
	}
}
