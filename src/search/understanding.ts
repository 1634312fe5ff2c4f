import type { Aspect } from "../knowledge/schema.js";

/** What a message is for. `ask` is a question about a procedure. */
export type Intent =
	| "ask"
	| "book"
	| "cancel"
	| "reschedule"
	| "my_booking"
	| "human"
	| "smalltalk"
	| "out_of_scope";

/** `answer`: tell about the first candidate; `clarify`: ask which is meant; `unknown`: say so and offer a person. */
export type Decision = "answer" | "clarify" | "unknown";

export interface Candidate {
	/** The entry's id. */
	readonly code: string;
	readonly name: string;
	/** From 0 to 1. */
	readonly score: number;
	/** The FAQ entry that answers better than the procedure's own page. */
	readonly faq?: string;
}

/** What one message was understood to mean. */
export interface Understanding {
	readonly intent: Intent;
	readonly decision: Decision;
	readonly aspect: Aspect | null;
	/** Best first, at most five. */
	readonly candidates: readonly Candidate[];
	/** The first candidate was carried over from what was spoken of before. */
	readonly carried: boolean;
	/** The topic of `knowledge/out-of-scope.yaml` that was recognised. */
	readonly topic?: string;
	/** A second procedure that the same message needs. */
	readonly also?: string;
}

/** What was spoken of just before, so that "thế phí bao nhiêu ạ" finds its procedure. */
export interface Context {
	/** The entry last told about. */
	readonly procedure?: string;
}

/** Reads one message. Pure: the same message in the same context means the same. */
export type Understand = (text: string, context?: Context) => Understanding;
