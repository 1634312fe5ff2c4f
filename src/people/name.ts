import { stripPrivate } from "./private-numbers.js";

/** Long enough for any name with a title before it. */
const LONGEST = 60;

/** What a member wants to be called, as typed into a form; undefined when it is no name. */
export function readMemberName(text: string): string | undefined {
	const name = text
		.normalize("NFC")
		.replace(/[\p{Cf}\p{Cc}\p{Surrogate}]+/gu, " ")
		.replace(/\s+/g, " ")
		.trim();
	const fits =
		[...name].length <= LONGEST &&
		/^[\p{L}\p{M}\p{N} .,'’()-]+$/u.test(name) &&
		/\p{L}/u.test(name);
	return fits && !stripPrivate(name).stripped ? name : undefined;
}
