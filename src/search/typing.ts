import { fold } from "./fold.js";

/** Telex: doubled letters and w make another letter, a last s f r x j is the tone. */
const TELEX: readonly (readonly [RegExp, string])[] = [
	[/dd/g, "d"],
	[/aa/g, "a"],
	[/ee/g, "e"],
	[/oo/g, "o"],
	[/([auo])w/g, "$1"],
	[/w/g, "u"],
];
const TELEX_TONE = /[sfrxjz]/g;

/** VNI: 1–5 tones, 6–8 hats and horns, 9 for đ. */
const VNI = /^(?=.*[a-z])[a-z1-9]*[a-z][1-9]+[a-z1-9]*$/;

/**
 * Undoes what a switched-off keyboard leaves behind, word by word: `thanhf laapj` and `thanh2 la65p` are read as
 * thanh lap. A word that is known as it stands is left alone, and so is one whose decoding is not known.
 */
export function readTyping(text: string, known: ReadonlySet<string>): string {
	return text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
		const folded = fold(word);
		if (known.has(folded)) return word;
		return telex(folded, known) ?? vni(folded, known) ?? word;
	});
}

function telex(word: string, known: ReadonlySet<string>): string | undefined {
	if (!/[sfrxjwz]|aa|ee|oo|dd/.test(word)) return undefined;
	const letters = TELEX.reduce(
		(text, [pattern, letter]) => text.replace(pattern, letter),
		word,
	);
	if (letters !== word && known.has(letters)) return letters;
	// The tone key may stand anywhere after the vowel: try each place once.
	for (const match of letters.matchAll(TELEX_TONE)) {
		if (match.index === 0) continue;
		const bare = letters.slice(0, match.index) + letters.slice(match.index + 1);
		if (known.has(bare)) return bare;
		const twice = TELEX.reduce(
			(text, [pattern, letter]) => text.replace(pattern, letter),
			bare,
		);
		if (known.has(twice)) return twice;
	}
	return undefined;
}

function vni(word: string, known: ReadonlySet<string>): string | undefined {
	if (!VNI.test(word)) return undefined;
	const letters = word.replace(/[1-9]/g, "");
	return known.has(letters) ? letters : undefined;
}
