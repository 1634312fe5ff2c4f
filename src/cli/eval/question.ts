import { readFile } from "node:fs/promises";
import * as z from "zod";
import { Aspect } from "../../knowledge/schema.js";
import type { Intent } from "../../search/understanding.js";

/** The ways people write that the labelled questions cover. */
export const KINDS = {
	a: "whole sentences",
	b: "no accents",
	c: "typing errors",
	d: "short forms",
	e: "stories",
	f: "everyday words",
	g: "English",
	h: "a part asked for",
	i: "follow-ups",
	j: "not for us",
	k: "bookings",
	l: "codes and names",
	n: "may I, must I",
} as const;
export type Kind = keyof typeof KINDS;

const INTENTS = [
	"ask",
	"book",
	"cancel",
	"reschedule",
	"my_booking",
	"human",
	"smalltalk",
	"out_of_scope",
] as const satisfies readonly Intent[];

/** A question with what a careful reader would understand by it. */
export const LabelledQuestion = z.strictObject({
	id: z.string(),
	kind: z.enum(Object.keys(KINDS) as Kind[]),
	text: z.string(),
	/** What the same person asked just before. */
	previous: z.string().optional(),
	intent: z.enum(INTENTS),
	/** The entries that are a right answer. */
	codes: z.array(z.string()).readonly(),
	/** Null when the question is about the procedure as a whole. */
	aspect: Aspect.nullable(),
});
export type LabelledQuestion = z.infer<typeof LabelledQuestion>;

/** `tuning` may be looked at and tuned to, `validation` only counts. */
export type Part = "tuning" | "validation";

export async function readQuestions(
	part: Part,
): Promise<readonly LabelledQuestion[]> {
	const file = `tests/questions/${part}.jsonl`;
	const text = await readFile(file, "utf8");
	return text.split("\n").flatMap((line, at) => {
		if (!line.trim()) return [];
		const parsed = LabelledQuestion.safeParse(JSON.parse(line));
		if (parsed.success) return [parsed.data];
		throw new Error(`${file}:${at + 1}\n${z.prettifyError(parsed.error)}`);
	});
}
