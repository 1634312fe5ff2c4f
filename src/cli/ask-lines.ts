import * as z from "zod";
import { understandAfter } from "../search/labelled.js";
import type { Understand } from "../search/understanding.js";

const Question = z.object({
	id: z.union([z.string(), z.number()]),
	text: z.string(),
	/** What the same person asked just before. */
	previous: z.string().optional(),
});

/** One line of `ask --jsonl`: a question as JSON in, its understanding as JSON out. Never throws. */
export function answerLine(line: string, understand: Understand): string {
	const question = readQuestion(line);
	if ("error" in question) return JSON.stringify({ id: null, ...question });
	const { id, text, previous } = question;
	const { intent, decision, aspect, candidates } = understandAfter(
		previous,
		text,
		understand,
	);
	return JSON.stringify({ id, intent, decision, aspect, candidates });
}

function readQuestion(
	line: string,
): z.infer<typeof Question> | { error: string } {
	if (!line.trim()) return { error: "empty line: expected a JSON object" };
	let json: unknown;
	try {
		json = JSON.parse(line);
	} catch {
		return { error: "not JSON" };
	}
	const parsed = Question.safeParse(json);
	return parsed.success
		? parsed.data
		: { error: z.prettifyError(parsed.error).replaceAll("\n", " ") };
}
