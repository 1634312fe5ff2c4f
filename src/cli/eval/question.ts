import { type LabelledQuestion, readLabelled } from "../../search/labelled.js";

/** `tuning` may be looked at and tuned to, `validation` only counts. */
export type Part = "tuning" | "validation";

/** The tuning part is the knowledge's own: sample questions that a clerk may add to. */
const FILES: Record<Part, string> = {
	tuning: "knowledge/questions/labelled.jsonl",
	validation: "tests/questions/validation.jsonl",
};

export const readQuestions = (
	part: Part,
): Promise<readonly LabelledQuestion[]> => readLabelled(FILES[part]);
