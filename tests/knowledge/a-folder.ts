import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { KnowledgeError } from "../../src/knowledge/fault.js";
import { loadKnowledge } from "../../src/knowledge/load.js";

/** A copy of the knowledge that ships, to be spoilt in a test. */
export async function aFolder() {
	const folder = await mkdtemp(join(tmpdir(), "knowledge-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	await cp("knowledge", folder, { recursive: true });
	return {
		folder,
		/** Replaces text in one file; the text must be there. */
		async change(file: string, from: string, to: string) {
			const path = join(folder, file);
			const text = await readFile(path, "utf8");
			if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
			await writeFile(path, text.replace(from, to));
		},
		/** The faults found, as they are shown. */
		async faults(): Promise<readonly string[]> {
			try {
				await loadKnowledge(folder);
				return [];
			} catch (error) {
				if (error instanceof KnowledgeError) return error.message.split("\n");
				throw error;
			}
		},
	};
}
