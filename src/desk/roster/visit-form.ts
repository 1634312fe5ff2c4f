import * as z from "zod";
import { OUTCOMES, type VisitAct } from "../../booking/visit.js";
import { cleanNote } from "../../people/note.js";

export const LONGEST_NAME = 60;
export const LONGEST_WORDS = 200;

const Text = z.string().catch("");

const VisitForm = z.object({
	/** Đã đến, không đến, hoàn tác, chuyển, or the outcome with which it is done. */
	act: z.enum(["arrived", "no-show", "undo", "forward", ...OUTCOMES]),
	note: Text,
	to: Text,
});

export type VisitTap =
	| VisitAct
	| { readonly kind: "forward"; readonly to: string };

/** What was tapped at a visitor; undefined for anything that our page does not send. */
export function readVisitForm(form: unknown): VisitTap | undefined {
	const read = VisitForm.safeParse(form).data;
	if (!read) return undefined;
	const { act, to } = read;
	switch (act) {
		case "arrived":
		case "no-show":
		case "undo":
			return { kind: act };
		case "forward":
			return { kind: act, to };
		default: {
			const note = cleanNote(read.note);
			return { kind: "done", outcome: act, ...(note && { note }) };
		}
	}
}

const WalkInForm = z.object({
	/** Of one rendering of the page: the same form sent twice is one visitor. */
	turn: Text,
	name: Text,
	words: Text,
	/** Chosen among those found; empty: none of them. */
	procedure: z.string().optional().catch(undefined),
});

export interface WalkInAsked {
	readonly turn: string;
	readonly name: string;
	readonly words: string;
	readonly procedure: string | undefined;
}

export function readWalkInForm(form: unknown): WalkInAsked {
	const { turn, name, words, procedure } = WalkInForm.parse(form);
	return {
		turn,
		name: cleanNote(name, LONGEST_NAME),
		words: cleanNote(words, LONGEST_WORDS),
		procedure,
	};
}
