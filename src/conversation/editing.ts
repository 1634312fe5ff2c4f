import type { Editor } from "../knowledge/editor.js";
import type { QuestionDesk } from "../questions/desk.js";

/** What administrators keep true from the chat: the answers, and the questions that have none. */
export interface Editing {
	readonly editor: Pick<
		Editor,
		"open" | "preview" | "effect" | "publish" | "undo"
	>;
	readonly questions: QuestionDesk;
}
