import { accents, fold, plain, unifyY } from "./fold.js";

/** One word of a text as the search sees it. */
export interface Token {
	/** Without accents; what is looked up. */
	readonly folded: string;
	/** With accents, where the writer gave any. */
	readonly accented?: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, in order. Codes such as `2.001583` are not words. */
export const tokenize = (text: string): Token[] =>
	[...plain(text).replace(HOUR, " $1 giờ ").matchAll(WORD)].map(([word]) =>
		token(word),
	);

/** `9h`, `9h30`, `10g`: an hour of the day. */
const HOUR = /\b(\d{1,2})[hg](\d{2})?\b/g;

/** A language has few syllables: each is worked out once. Emptied when somebody sends many strange ones. */
const known = new Map<string, Token>();
const KNOWN_AT_MOST = 20_000;

export function token(word: string): Token {
	const before = known.get(word);
	if (before) return before;
	const accented = accents(word);
	const folded = unifyY(fold(word));
	const token = accented === undefined ? { folded } : { folded, accented };
	if (known.size >= KNOWN_AT_MOST) known.clear();
	known.set(word, token);
	return token;
}

/** Hỏi and ngã sound alike to many and are often written for one another. */
const sameByEar = (accented: string) => accented.replace("\u0303", "\u0309");

/** All that is marked in the first is marked in the second as well: `thơi` was begun as `thời`. */
const isPartOf = (typed: string, known: string) => {
	let at = 0;
	for (const letter of typed) {
		at = known.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return true;
};

/**
 * How well a typed word stands for a known one with the same letters, from 0 to 1: where accents are given they
 * count, so that `bán` is not `bản`; accents left out or mistaken by ear are forgiven.
 */
export function agreement(typed: Token, known: Token): number {
	if (typed.accented === undefined)
		return known.accented === undefined ? 1 : 0.95;
	if (known.accented === undefined) return 0.5;
	if (typed.accented === known.accented) return 1;
	if (isPartOf(typed.accented, known.accented)) return 0.85;
	if (sameByEar(typed.accented) === sameByEar(known.accented)) return 0.8;
	return 0.4;
}
