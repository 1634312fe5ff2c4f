/** Where a text may be parted, best first: between paragraphs, between lines, between words. */
const SEAMS = ["\n\n", "\n", " "] as const;

/**
 * Parts a text into messages of at most `limit` UTF-16 units. Only a word longer than a message is cut, and then never
 * inside a letter: not between the halves of a surrogate pair, nor before an accent that is a character of its own.
 */
export function split(text: string, limit: number): readonly string[] {
	const parts: string[] = [];
	let rest = text.trim();
	while (rest.length > limit) {
		const end = seamIn(rest, limit);
		const part = rest.slice(0, end).trimEnd();
		if (part) parts.push(part);
		rest = rest.slice(end).trimStart();
	}
	return rest ? [...parts, rest] : parts;
}

/** A seam in the first half would leave a crumb: then a lesser seam further on is better. */
function seamIn(text: string, limit: number): number {
	for (const seam of SEAMS) {
		const at = text.lastIndexOf(seam, limit);
		if (at >= limit / 2) return at;
	}
	for (const seam of SEAMS) {
		const at = text.lastIndexOf(seam, limit);
		if (at > 0) return at;
	}
	return letterEnd(text, limit);
}

function letterEnd(text: string, limit: number): number {
	let end = limit;
	while (end > 1 && /^(?:[\uDC00-\uDFFF]|\p{M}|\u200D)/u.test(text.slice(end)))
		end--;
	return end > 1 ? end : pairEnd(text, limit);
}

/** For a text of nothing but accents, where any place is as bad. */
const pairEnd = (text: string, limit: number): number =>
	/^[\uDC00-\uDFFF]/.test(text.slice(limit)) ? limit - 1 : limit;
