import Fuse from "fuse.js";
import type { Token } from "./tokens.js";

/** Shorter words are within one letter of nearly every other: only habits are undone in them. */
const SHORTEST = 5;
/** Words that differ in more letters than this are not compared: counting letters costs less than fuzzy matching. */
const LETTERS_APART = 3;
const FUZZY = { includeScore: true, threshold: 0.34, distance: 8 } as const;
/** How many corrections are remembered. */
const REMEMBERED = 5_000;

/** Reads misspelt words as the known word nearest to them. */
export type Correct = (tokens: readonly Token[]) => readonly Token[];

/**
 * Corrects words that are not in the vocabulary: run-together syllables are taken apart, other words are looked for
 * among known words with the same first letter and about the same length, by fuse.js.
 */
export function createSpelling(words: ReadonlySet<string>): Correct {
	const bucketKey = (word: string, length: number) => `${word[0]}${length}`;
	const buckets = new Map<string, string[]>();
	for (const word of words) {
		const key = bucketKey(word, word.length);
		buckets.set(key, [...(buckets.get(key) ?? []), word]);
	}
	const nearest = (word: string): string | undefined => {
		const alike = [word.length, word.length - 1, word.length + 1]
			.flatMap((length) => buckets.get(bucketKey(word, length)) ?? [])
			.filter((known) => lettersApart(word, known) <= LETTERS_APART);
		return new Fuse(alike, FUZZY).search(word, { limit: 1 })[0]?.item;
	};

	const remembered = new Map<string, readonly string[]>();
	const correct = (word: string): readonly string[] => {
		const known = remembered.get(word);
		if (known) return known;
		const habit = habits(word).find((reading) => words.has(reading));
		const near = () =>
			word.length < SHORTEST ? undefined : nearest(collapsed(word));
		const one = (reading: string | undefined) =>
			reading === undefined ? undefined : [reading];
		const read = one(habit) ?? split(word, words) ?? one(near()) ?? [word];
		if (remembered.size >= REMEMBERED) remembered.clear();
		remembered.set(word, read);
		return read;
	};

	return (tokens) =>
		tokens.flatMap((token) => {
			const { folded } = token;
			if (words.has(folded) || folded.length < 3 || /\d/.test(folded)) {
				return [token];
			}
			const read = correct(folded);
			return read.length === 1 && read[0] === folded
				? [token]
				: read.map((word) => ({ folded: word }));
		});
}

/** How many letters one word has and the other has not, whatever their order; both counted. */
function lettersApart(a: string, b: string): number {
	let rest = b;
	let missing = 0;
	for (const letter of a) {
		const shorter = rest.replace(letter, "");
		if (shorter.length === rest.length) missing++;
		rest = shorter;
	}
	return missing + rest.length;
}

const collapsed = (word: string) => word.replace(/(.)\1+/g, "$1");

/** Common slips of the hand: `nhượg`, `doah`, `tôii`, `nghành`, and teencode's `f` and `w`. */
function habits(word: string): readonly string[] {
	const once = collapsed(word);
	return [
		once,
		once.replace(/([aeiouy])([gh])$/, "$1n$2"),
		once.replace(/^ngh(?=[aou])/, "ng"),
		once.replace(/^ng(?=[ei])/, "ngh"),
		once.replace(/^g(?=[ei])/, "gh"),
		once.replace(/^f/, "ph"),
		once.replace(/^c(?=[ei])|^k(?=[aou])/, (letter) =>
			letter === "c" ? "k" : "c",
		),
		once.replace(/^w/, "qu"),
		once.replace(/^z/, "d"),
	].filter((reading) => reading !== word);
}

/** `thanhlap` → thanh lap: all parts known, the fewest parts, two letters or more each. */
function split(
	word: string,
	words: ReadonlySet<string>,
): readonly string[] | undefined {
	if (word.length > 40) return undefined;
	const best: (readonly string[] | undefined)[] = [[]];
	for (let end = 1; end <= word.length; end++) {
		for (let start = Math.max(0, end - 7); start <= end - 2; start++) {
			const before = best[start];
			const part = word.slice(start, end);
			if (!before || !words.has(part)) continue;
			if (before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY)) {
				best[end] = [...before, part];
			}
		}
	}
	return best[word.length];
}
