/** What a question never needs: identity card, phone, bank card, e-mail. */
const PRIVATE = [
	/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, // e-mail
	/(?<![\d.,])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\d.,]?\d)/g, // card: 13 to 19 digits
	/(?<![\d.,])(?:\d{12}|0\d{2}(?: \d{3}){3})(?![\d.,]?\d)/g, // căn cước: 12 digits
	/(?<![\d.,])(?:\+?84|0)[ .-]?(?:[35789](?:[ .-]?\d){8}|2(?:[ .-]?\d){9})(?![\d.,]?\d)/g, // phone
];

export interface Stripped {
	readonly text: string;
	/** Something was taken out. */
	readonly stripped: boolean;
}

/** The text without such numbers: only this may be searched for, kept or counted. */
export function stripPrivate(text: string): Stripped {
	if (!/[@\d]/.test(text)) return { text, stripped: false }; // most questions
	const kept = PRIVATE.reduce(
		(left, pattern) => left.replace(pattern, " "),
		text,
	);
	return kept === text
		? { text, stripped: false }
		: { text: kept.replace(/ {2,}/g, " ").trim(), stripped: true };
}
