/** Telegram's limit for one message, in UTF-16 units. */
export const LONGEST = 4_096;

/** Where a long text is best cut, best first: after a paragraph, a line, a sentence, a word. */
const ENDS = [/\n{2,}/g, /\n/g, /[.!?…;:] +/g, /\s+/g];

/** A part this short would look torn off: then a lesser end is looked for. */
const SHORTEST = 1 / 3;

/** Cuts a text into parts of at most `longest` units that joined are the text again. */
export function split(text: string, longest = LONGEST): string[] {
	const parts: string[] = [];
	let rest = text;
	while (rest.length > longest) {
		const end = endWithin(rest, longest);
		parts.push(rest.slice(0, end));
		rest = rest.slice(end);
	}
	return [...parts, rest];
}

function endWithin(text: string, longest: number): number {
	const start = text.slice(0, longest);
	for (const pattern of ENDS) {
		const last = [...start.matchAll(pattern)].at(-1);
		const end = last ? last.index + last[0].length : 0;
		if (end > longest * SHORTEST && !splitsCharacter(text, end)) return end;
	}
	return characterEnd(text, longest);
}

/** The end of the last whole character, as a reader sees characters, within the limit. */
function characterEnd(text: string, longest: number): number {
	// One more unit than fits shows whether the last character goes on behind the limit.
	const from = Math.max(0, longest - LOOK_BACK);
	const near = text.slice(from, longest + 1);
	const last = [...CHARACTERS.segment(near)].at(-1)?.index ?? 0;
	if (last > 0) return from + last;
	// One character longer than any real one: at least its surrogate pairs stay whole.
	return splitsPair(text, longest) ? longest - 1 : longest;
}

/** Longer than any character people write: a family of four with skin tones has 19 units. */
const LOOK_BACK = 256;
const CHARACTERS = new Intl.Segmenter("vi", { granularity: "grapheme" });

const splitsPair = (text: string, at: number) =>
	/^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1));

/** Whether what follows belongs to the character before: a combining mark after a space, say. */
const splitsCharacter = (text: string, at: number) =>
	/^[\p{M}\u200d]/u.test(text.slice(at, at + 2));
