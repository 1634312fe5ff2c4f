/** `T7-` and six letters or digits that cannot be mistaken for one another. */
export type BookingCode = `T7-${string}`;

/** Without 0, O, 1, I, L and U: nothing looks or sounds like something else. */
export const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 6;

/** A source of codes; passed in, like the clock. */
export type CodeGenerator = () => BookingCode;

/**
 * Codes from a source of random whole numbers in [0, max): 30^6 = 729 million of them.
 * `randomInt` of node:crypto is the one to pass in production, so that codes cannot be guessed.
 */
export const codeGenerator =
	(randomInt: (max: number) => number): CodeGenerator =>
	() =>
		`T7-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")}`;

/** Reads a code as people type it: either case, with or without `T7-`, spaces and hyphens ignored. */
export function readCode(text: string): BookingCode | undefined {
	const letters = text.toUpperCase().replace(/[\s-]/g, "");
	const code =
		letters.length === LENGTH + 2 ? letters.replace(/^T7/, "") : letters;
	return code.length === LENGTH && [...code].every((c) => ALPHABET.includes(c))
		? `T7-${code}`
		: undefined;
}
