import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { loadKnowledge } from "../knowledge/load.js";
import { type Change, firstAnswer } from "../search/effect.js";
import { createSearch } from "../search/search.js";
import type { Understand } from "../search/understanding.js";

const run = promisify(execFile);
/** The knowledge folder is some megabytes. */
const ARCHIVE_BYTES = 64 * 1024 * 1024;

export const showChange = ({ question, before, after }: Change): string =>
	`${question.id} "${question.text}"\n    trước: ${firstAnswer(before)}\n    sau:   ${firstAnswer(after)}`;

/** The understanding that the last commit's knowledge gives: what is in force before the working copy's edits. */
export async function committedUnderstanding(
	knowledgeDir: string,
): Promise<Understand> {
	const scratch = await mkdtemp(join(tmpdir(), "knowledge-"));
	try {
		const { stdout } = await run(
			"git",
			["-C", knowledgeDir, "archive", "--format=tar", "HEAD", "."],
			{ encoding: "buffer", maxBuffer: ARCHIVE_BYTES },
		);
		const archive = join(scratch, "knowledge.tar");
		await writeFile(archive, stdout);
		await run("tar", ["-xf", archive, "-C", scratch]);
		return createSearch(await loadKnowledge(scratch)).understand;
	} catch (cause) {
		throw new Error(
			`${relative(".", knowledgeDir) || "."} cannot be compared: --effect needs git and a commit that holds the folder`,
			{ cause },
		);
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}
