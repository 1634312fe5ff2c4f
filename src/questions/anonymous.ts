import { stripPrivate } from "../people/private-numbers.js";
import { foldWord, plain } from "../search/fold.js";

/** Long enough to be understood; a letter of somebody's life is not kept whole. */
export const LONGEST = 300;

/** What stands where something was taken out. */
const GONE = "…";

/**
 * A question as it may be kept: without numbers that are somebody's, without names that are clearly given as names, cut
 * to a length. Undefined where nothing is left that anybody could answer.
 */
export function anonymous(text: string): string | undefined {
	const nameless = withoutNames(withoutNumbers(stripPrivate(text).text));
	const kept = nameless.replace(SEVERAL_GONE, GONE).replace(/\s+/g, " ").trim();
	const cut = shortened(kept);
	return (cut.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS
		? cut
		: undefined;
}

const FEWEST_LETTERS = 4;
const SEVERAL_GONE = new RegExp(`${GONE}(?:[\\s,.]*${GONE})+`, "g");

/** Cut between two words. */
function shortened(text: string): string {
	if (text.length <= LONGEST) return text;
	const start = text.slice(0, LONGEST);
	return `${start.slice(0, start.lastIndexOf(" ") + 1 || LONGEST).trimEnd()} ${GONE}`;
}

const NUMBERS: readonly RegExp[] = [
	/https?:\/\/\S+/giu,
	/\bT7-?[2-9A-Z]{6}\b/giu, // opens a booking
	/(?<=\b(?:số nhà|nhà số|số)\s)\d+[\p{L}\d/]*(?=\s+(?:đường|ngõ|kiệt|hẻm|thôn|xóm|ấp|khu phố))/giu,
];
/** Seven digits and more belong to somebody, unless they are an amount (1.500.000) or a procedure (2.001583). */
const LONG = /(?<![\d/])\d(?:[ .-]?\d){6,}(?![\d/])/g;
const HARMLESS = /^(?:\d{1,3}(?:\.\d{3})+|\d\.\d{6}|[1-9]0+)$/;

const withoutNumbers = (text: string): string =>
	NUMBERS.reduce((left, pattern) => left.replace(pattern, GONE), text).replace(
		LONG,
		(digits) => (HARMLESS.test(digits) ? digits : GONE),
	);

interface Word {
	readonly written: string;
	readonly folded: string;
	readonly at: number;
	/** Nothing but a space between it and the word before. */
	readonly joined: boolean;
}

/** Takes out names that are introduced as such, and full names that begin with a family name. */
function withoutNames(text: string): string {
	const words = wordsOf(text);
	const names: [number, number][] = [];
	for (let at = 0; at < words.length; ) {
		const [start, end] = introduced(words, at) ?? fullName(words, at) ?? [0, 0];
		if (end > start) names.push([start, end]);
		at = Math.max(at + 1, end);
	}
	return names.reduceRight((left, [start, end]) => {
		const first = words[start];
		const last = words[end - 1];
		return first && last
			? `${left.slice(0, first.at)}${GONE}${left.slice(last.at + last.written.length)}`
			: left;
	}, text);
}

function wordsOf(text: string): readonly Word[] {
	let end = 0;
	return [...text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)].map((found) => {
		const [written] = found;
		const joined = /^ *$/.test(text.slice(end, found.index));
		end = found.index + written.length;
		return { written, folded: foldWord(written), at: found.index, joined };
	});
}

const I = "toi tui em minh chau con anh chi bac chu co ong ba".split(" ");
const TITLES = new Set("anh chi bac chu co ong ba cau di thay".split(" "));

/** `tên là`, `em tên`, `gọi tôi là`: a name follows, however it is written. */
const NAMING: readonly (readonly string[])[] = [
	["ten", "la"],
	["ho", "ten"],
	["ho", "va", "ten"],
	["ten", "day", "du"],
	...I.flatMap((i) => [
		["ten", i, "la"],
		["ten", i],
		[i, "ten", "la"],
		[i, "ten"],
		["goi", i, "la"],
	]),
].sort((a, b) => b.length - a.length);
/** `tôi là`: a name only if it is written as one, for one may be `chủ hộ` as well. */
const BEING = I.map((i) => [i, "la"]);
/** What either begins with: most words begin neither. */
const INTRODUCING = new Set([...NAMING, ...BEING].map(([first]) => first));

function introduced(
	words: readonly Word[],
	at: number,
): [number, number] | undefined {
	if (!INTRODUCING.has(words[at]?.folded)) return undefined;
	const says = (phrase: readonly string[]) =>
		phrase.every((word, offset) => words[at + offset]?.folded === word);
	const naming = NAMING.find(says);
	if (naming) return nameAt(words, at + naming.length, false);
	const being = BEING.find(says);
	return being && nameAt(words, at + being.length, true);
}

/** A name has at most so many words. */
const MOST_WORDS = 5;

function nameAt(
	words: readonly Word[],
	from: number,
	onlyCapitals: boolean,
): [number, number] {
	const titled = TITLES.has(words[from]?.folded ?? "");
	const start = titled ? from + 1 : from;
	let end = start;
	for (let word = words[end]; word?.joined; word = words[++end]) {
		if (end - start >= MOST_WORDS) break;
		if (isCapital(word) && !isCommon(word)) continue;
		const named = end - start < (isFamily(words[start]) ? MOST_SMALL : 1);
		if (onlyCapitals || !named || NO_NAME.has(word.folded)) break;
	}
	return [start, end];
}

/** A name that is written small: one word, or a family name with two more. */
const MOST_SMALL = 3;

const isCapital = ({ written }: Word) => /^\p{Lu}/u.test(written);
/** What one may be rather than be called, with a capital by habit. */
const COMMON = new Set(
	"giám công chủ hộ người doanh kế sinh nhà cán trưởng phó đại thành cổ nhân hợp đang bạn luật kỹ bên".split(
		" ",
	),
);
const isCommon = ({ written }: Word) => COMMON.has(plain(written));

/** What goes on after a name that is written small. */
const NO_NAME = new Set(
	"muon can xin hoi o tai la dang hien sinh nam co va voi cho den nha lam mo lap nhu nay thi da dinh que song tru so sdt cccd cmnd chu giam doc ho cong cty thon xa phuong ban kinh nho giup gi nao sao the cu moi doanh hop thuong duoc khong ko k a dk dang ky day du cua nguoi".split(
		" ",
	),
);

const FAMILIES = new Set(
	"nguyễn trần lê phạm huỳnh võ vũ đặng bùi đỗ ngô trịnh đinh đoàn trương phan hoàng".split(
		" ",
	),
);
/** Without accents, only those that are no other words: `vo cong ty`, `dang ky`. */
const PLAIN_FAMILIES = new Set("nguyen tran pham huynh ngo trinh".split(" "));
const MIDDLES = new Set(
	"văn thị hữu đức ngọc xuân quang van thi huu duc ngoc xuan quang".split(" "),
);

const isFamily = (word: Word | undefined): boolean => {
	const written = plain(word?.written ?? "");
	return FAMILIES.has(written) || PLAIN_FAMILIES.has(written);
};

/** `Nguyễn Văn An`, `nguyen thi hoa`: a family name and at least one more, or two that only people have. */
function fullName(
	words: readonly Word[],
	at: number,
): [number, number] | undefined {
	const [first, second, third] = words.slice(at, at + 3);
	if (!first || !second?.joined || !isFamily(first)) return undefined;
	if (isCapital(first) && isCapital(second)) {
		let end = at + 2;
		for (let word = words[end]; word?.joined; word = words[++end])
			if (!isCapital(word) || end - at >= MOST_WORDS) break;
		return [at, end];
	}
	return MIDDLES.has(plain(second.written)) && third?.joined
		? [at, at + 3]
		: undefined;
}
