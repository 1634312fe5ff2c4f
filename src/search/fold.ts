const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /\p{M}/gu;

/** Lower case, composed letters, compatibility forms (full-width, ligatures) made plain. */
export const plain = (text: string): string =>
	text.normalize("NFKC").toLowerCase().normalize("NFC");

/** Without accents, đ as d: `Đăng ký` → `dang ky`. Never changes how many words there are. */
export const fold = (text: string): string =>
	plain(text).normalize("NFD").replace(MARKS, "").replace(/đ/g, "d");

/** A language has few syllables: each is worked out once. Emptied when somebody sends many strange ones. */
const known = new Map<string, string>();
const KNOWN_AT_MOST = 20_000;

/** The same for a single word, remembered. */
export function foldWord(word: string): string {
	const before = known.get(word);
	if (before !== undefined) return before;
	if (known.size >= KNOWN_AT_MOST) known.clear();
	const folded = fold(word);
	known.set(word, folded);
	return folded;
}

/**
 * One syllable as written, in a form that does not depend on where the tone is set: `hòa` and `hoà` are the same.
 * Undefined when it carries no mark at all: then it may stand for any accented syllable.
 */
export function accents(syllable: string): string | undefined {
	const letters = plain(syllable).normalize("NFD");
	const tone = letters.match(TONES)?.[0] ?? "";
	const marked = letters.replace(TONES, "") + tone;
	return /[\p{M}đ]/u.test(marked) ? marked : undefined;
}

/** A syllable's spelling with i and y told as one where they sound alike: `kỹ` = `kĩ`, `công ti` = `công ty`. */
export const unifyY = (folded: string): string =>
	folded.replace(/^([hklmst]|qu)y$/, "$1i");
