import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { Aspect } from "../knowledge/schema.js";
import type { Intent, Understand, Understanding } from "./understanding.js";

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

/** Where the knowledge folder keeps its labelled questions: one a line, and a clerk may add to them. */
export const labelledIn = (knowledgeDir: string): string =>
	join(knowledgeDir, "questions", "labelled.jsonl");

export async function readLabelled(
	file: string,
): Promise<readonly LabelledQuestion[]> {
	const text = await readFile(file, "utf8");
	return text.split("\n").flatMap((line, at) => {
		if (!line.trim()) return [];
		const parsed = LabelledQuestion.safeParse(asJson(line));
		if (parsed.success) return [parsed.data];
		throw new Error(`${file}:${at + 1}\n${z.prettifyError(parsed.error)}`);
	});
}

/** Undefined for what is no JSON: the schema then says that an object was expected. */
function asJson(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

/** Understands a text as somebody's next message after the previous one. */
export function understandAfter(
	previous: string | undefined,
	text: string,
	understand: Understand,
): Understanding {
	const spokenOf =
		previous === undefined ? undefined : understand(previous).candidates[0];
	return understand(text, spokenOf ? { procedure: spokenOf.code } : {});
}
