import { GroupId } from "../questions/book.js";

/** What is done with questions that found no answer. */
export const QUESTION_STEPS = [
	"show",
	/** Writes the answer. */
	"answer",
	/** Takes it for another way of asking what is known. */
	"attach",
	"outside",
	"dismiss",
	"reopen",
] as const;
export type QuestionStep = (typeof QUESTION_STEPS)[number];

export type QuestionAct =
	| { readonly kind: "questions" }
	| {
			readonly kind: "question";
			readonly group: GroupId;
			readonly step: QuestionStep;
	  }
	/** Finds an answer of the FAQ to correct, or adds one. */
	| { readonly kind: "faq"; readonly words?: string }
	/** Takes back what was published. */
	| { readonly kind: "unpublish"; readonly record: string };

/** What a button sends back, after its kind. */
export function questionDetail(act: QuestionAct): readonly string[] {
	switch (act.kind) {
		case "question":
			return [act.group, act.step];
		case "unpublish":
			return [act.record];
		case "questions":
		case "faq":
			return [];
	}
}

export function readQuestionAct(
	kind: string,
	detail: string | undefined,
	more: string | undefined,
): QuestionAct | undefined {
	switch (kind) {
		case "questions":
		case "faq":
			return detail === undefined ? { kind } : undefined;
		case "question": {
			const group = GroupId.safeParse(detail).data;
			const step = QUESTION_STEPS.find((one) => one === more);
			return group !== undefined && step ? { kind, group, step } : undefined;
		}
		case "unpublish":
			return detail ? { kind, record: detail } : undefined;
		default:
			return undefined;
	}
}
