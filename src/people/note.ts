import { stripPrivate } from "./private-numbers.js";

/** A short note on a visit, or a question taken along: not a file. */
export const LONGEST_NOTE = 300;

/** What somebody typed about a visitor, fit to be kept: one line, no longer than that, without private numbers. */
export const cleanNote = (text: string, longest = LONGEST_NOTE): string =>
	[
		...stripPrivate(
			text
				.normalize("NFC")
				.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
				.trim(),
		).text,
	]
		.slice(0, longest)
		.join("");
