import { fold } from "./fold.js";

/** What a tone key stands for: sắc, huyền, hỏi, ngã, nặng. */
const TONE_OF: Readonly<Record<string, string>> = {
	s: "\u0301",
	f: "\u0300",
	r: "\u0309",
	x: "\u0303",
	j: "\u0323",
	1: "\u0301",
	2: "\u0300",
	3: "\u0309",
	4: "\u0303",
	5: "\u0323",
};
const HAT = "\u0302";
const HORN = "\u031b";
const BREVE = "\u0306";

/** How many words are remembered. */
const REMEMBERED = 20_000;

/**
 * Undoes what a switched-off keyboard leaves behind, word by word: `thanhf laapj` (Telex) and `thanh2 la65p` (VNI)
 * are read as `thành lập`. A word that is known as it stands is left alone, and so is one whose decoding is not known.
 */
export function createTyping(
	known: ReadonlySet<string>,
): (text: string) => string {
	const isKnown = (reading: string | undefined) =>
		reading !== undefined && known.has(fold(reading));
	const read = (word: string): string => {
		if (isKnown(word)) return word;
		const plain = word.toLowerCase();
		return [telex(plain), vni(plain)].find(isKnown) ?? word;
	};
	// A language has few syllables.
	const remembered = new Map<string, string>();
	const readOnce = (word: string): string => {
		const before = remembered.get(word);
		if (before !== undefined) return before;
		if (remembered.size >= REMEMBERED) remembered.clear();
		const reading = read(word);
		remembered.set(word, reading);
		return reading;
	};
	return (text) => text.replace(WORD, readOnce);
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Doubled letters and w make another letter; s f r x j after the vowel is the tone. */
function telex(word: string): string | undefined {
	if (!/[sfrxjw]|aa|ee|oo|dd/.test(word)) return undefined;
	const tone = word.slice(1).match(/[sfrxj](?=[a-z]*$)/)?.[0];
	const at = tone ? word.lastIndexOf(tone) : -1;
	const toneless = at > 0 ? word.slice(0, at) + word.slice(at + 1) : word;
	const letters = toneless
		.replace(/dd/, "đ")
		.replace(/d(.*)d$/, "đ$1")
		.replace(/([aeo])([^aeo]*)\1/, `$1${HAT}$2`)
		.replace(/uow|uwo|uwow/, `u${HORN}o${HORN}`)
		.replace(/([ou])([^ouw]*)w/, `$1${HORN}$2`)
		.replace(/a([^aw]*)w/, `a${BREVE}$1`)
		.replace(/w/, `u${HORN}`);
	return withTone(letters, at > 0 && tone ? TONE_OF[tone] : undefined);
}

/** 1–5 are tones, 6 a hat, 7 a horn, 8 a breve, 9 makes đ; each after its vowel or at the end. */
function vni(word: string): string | undefined {
	if (!/[a-zđ]\d/.test(word)) return undefined;
	const tone = word.match(/[1-5]/)?.[0];
	const letters = word
		.replace(/[1-5]/g, "")
		.replace(/d([a-z]*)9/, "đ$1")
		.replace(/([aeo])([a-z]*)6/, `$1${HAT}$2`)
		.replace(/uo([a-z]*)7/, `u${HORN}o${HORN}$1`)
		.replace(/([ou])([a-z]*)7/, `$1${HORN}$2`)
		.replace(/a([a-z]*)8/, `a${BREVE}$1`);
	return /\d/.test(letters)
		? undefined
		: withTone(letters, tone && TONE_OF[tone]);
}

/** Where on the syllable the tone is set does not matter here (see accents): the first vowel takes it. */
function withTone(letters: string, tone: string | undefined): string {
	const read = tone
		? letters.replace(/[aeiouy]\p{M}*/u, (vowel) => vowel + tone)
		: letters;
	return read.normalize("NFC");
}
