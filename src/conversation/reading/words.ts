import { fold } from "../../search/fold.js";

/** Format characters: bidi controls, zero-width spaces, soft hyphens. */
const UNSEEN = /\p{Cf}/gu;
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;

/** The longest text that is read; channels refuse longer ones before they get here. */
const LONGEST = 2_000;

/** What was typed, on one line and without what cannot be seen. */
export const clean = (text: string): string =>
	text
		.slice(0, LONGEST)
		.normalize("NFC")
		.replace(UNSEEN, "")
		.replace(CONTROL, " ")
		.replace(/ {2,}/g, " ")
		.trim();

/** Nothing to read: no letter and no digit in any script. */
export const saysNothing = (text: string): boolean =>
	!/[\p{L}\p{N}]/u.test(text);

/** Every way of reading a message begins with its words: those of the last one are remembered. */
let last = { text: "", words: "" };

/** Folded words with single spaces between them: how two wordings are compared. */
export function words(text: string): string {
	if (text !== last.text) last = { text, words: wordsOf(text) };
	return last.words;
}

const wordsOf = (text: string): string =>
	fold(text)
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();

/** Politeness around an answer: `dạ em chọn … nhé`. */
const BEFORE =
	/^(da|vang|u|um|uh|ok|oke|cho (em|toi|minh|tui|chi|anh)|(em|toi|minh|tui|chi|anh) (chon|lay|muon)|chon|lay) /;
const AFTER =
	/ (a|ah|nha|nhe|nhe em|nghe|di|em|em oi|nhen|hi|he|voi|giup|duoc|cung duoc|dau)$/;

/** The same without the politeness around it; a lone `dạ` stays what it is. */
export const bareWords = (text: string): string =>
	untilSame(untilSame(words(text), AFTER), BEFORE);

function untilSame(text: string, pattern: RegExp): string {
	const less = text.replace(pattern, "");
	return less === text ? text : untilSame(less, pattern);
}
