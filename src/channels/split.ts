/** Where a long text is best cut, best first: after a paragraph, a line, a sentence, a word. */
const ENDS = [/\n{2,}/g, /\n/g, /[.!?…;:] +/g, /\s+/g];

/** A part this short would look torn off: then a lesser end is looked for. */
const SHORTEST = 1 / 3;

/** A text as messages of at most `longest` UTF-16 units, without the blanks where it was cut; none for an empty one. */
export const inMessages = (text: string, longest: number): string[] =>
	split(text, longest)
		.map((part) => part.trim())
		.filter(Boolean);

/** Cuts a text into parts of at most `longest` units that joined are the text again. */
export function split(text: string, longest: number): string[] {
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
		if (end > longest * SHORTEST && characterAt(text, end) === end) return end;
	}
	// One character longer than any real one may be cut, but never a surrogate pair.
	return (
		characterAt(text, longest) || longest - (splitsPair(text, longest) ? 1 : 0)
	);
}

/** Where the character begins, as a reader sees characters, that this unit belongs to. */
function characterAt(text: string, at: number): number {
	const from = Math.max(0, at - NEAR);
	const near = CHARACTERS.segment(text.slice(from, at + NEAR));
	const begins = near.containing(at - from)?.index ?? 0;
	return begins > 0 ? from + begins : 0;
}

/** Longer than any character people write: a family of four with skin tones has 19 units. */
const NEAR = 128;
const CHARACTERS = new Intl.Segmenter("vi", { granularity: "grapheme" });

const splitsPair = (text: string, at: number) =>
	/^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1));
