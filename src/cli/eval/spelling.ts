import { fold, plain } from "../../search/fold.js";
import type { LabelledQuestion } from "../../search/labelled.js";

export const SPELLINGS = [
	"accented",
	"no accents",
	"typing errors",
	"English",
] as const;
export type Spelling = (typeof SPELLINGS)[number];

/** How a question is written; undefined for a bare code, which has no spelling. */
export function spellingOf({
	kind,
	text,
}: Pick<LabelledQuestion, "kind" | "text">): Spelling | undefined {
	if (kind === "g") return "English";
	if (kind === "c") return "typing errors";
	if (fold(text) !== plain(text)) return "accented";
	return /\p{L}/u.test(text) ? "no accents" : undefined;
}
