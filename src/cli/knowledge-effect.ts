import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { loadKnowledge } from "../knowledge/load.js";
import { createSearch } from "../search/search.js";
import type { Understand } from "../search/understanding.js";
import { understandAfter } from "./ask-lines.js";
import type { LabelledQuestion } from "./eval/question.js";

const run = promisify(execFile);
/** The knowledge folder is some megabytes. */
const ARCHIVE_BYTES = 64 * 1024 * 1024;

/** A labelled question whose first answer an edit changes. */
export interface Change {
	readonly question: LabelledQuestion;
	readonly before: string;
	readonly after: string;
}

/** Which labelled questions are answered otherwise with one understanding than with the other. */
export function changedAnswers(
	questions: readonly LabelledQuestion[],
	before: Understand,
	after: Understand,
): readonly Change[] {
	const first = (question: LabelledQuestion, understand: Understand) => {
		const { previous, text } = question;
		const { intent, decision, candidates } = understandAfter(
			previous,
			text,
			understand,
		);
		const [best] = candidates;
		return intent === "ask" && best
			? `${best.faq ?? best.code} (${decision})`
			: intent;
	};
	return questions.flatMap((question) => {
		const change = {
			question,
			before: first(question, before),
			after: first(question, after),
		};
		return change.before === change.after ? [] : [change];
	});
}

export const showChange = ({ question, before, after }: Change): string =>
	`${question.id} "${question.text}"\n    trước: ${before}\n    sau:   ${after}`;

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
