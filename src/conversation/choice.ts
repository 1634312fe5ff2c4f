import { bareWords, words } from "./reading/words.js";
import type { Choice } from "./reply.js";

/** The answer that stops or goes back; shown and typed as number 0. */
export const LEAVE = "0";

export interface Numbered {
	readonly number: number;
	readonly choice: Choice;
}

/** The numbers that choices are shown with and can be typed by: 1, 2, 3 …, and 0 for the one that leaves. */
export function numbered(choices: readonly Choice[]): readonly Numbered[] {
	let next = 1;
	return choices.map((choice) => ({
		number: leaves(choice) ? 0 : next++,
		choice,
	}));
}

const leaves = ({ value }: Choice) => value.endsWith(`:${LEAVE}`);

const NUMBER_WORDS = [
	"khong",
	"mot",
	"hai",
	"ba",
	"bon",
	"nam",
	"sau",
	"bay",
	"tam",
	"chin",
];

/** A number and nothing else: `1`, `1.`, `số 1`, `một`. `không` is a word of its own, never 0. */
export function readNumber(text: string): number | undefined {
	const bare = bareWords(text).replace(/^(so|cau|muc|y) /, "");
	if (/^\d{1,2}$/.test(bare)) return Number(bare);
	const spoken = NUMBER_WORDS.indexOf(bare);
	return spoken > 0 ? spoken : undefined;
}

/**
 * The choice meant: by value, by number, by its words, or by a part of them that only one choice has. What follows a
 * dash in a label (`— còn 9 chỗ`) is not part of its words. Where a name is asked for, `Ba`, `Năm` and `Tư` are names:
 * then only digits and whole labels choose.
 */
export function readChoice(
	text: string,
	choices: readonly Choice[],
	nameExpected = false,
): Choice | undefined {
	const tapped = choices.find(({ value }) => value === text);
	if (tapped) return tapped;
	const number =
		nameExpected && !/\d/.test(text) ? undefined : readNumber(text);
	if (number !== undefined) {
		return numbered(choices).find((one) => one.number === number)?.choice;
	}
	const labelled = choices.map((choice) => ({
		choice,
		label: words(choice.label.split(" — ")[0] ?? choice.label),
	}));
	const said = [words(text), bareWords(text)].filter((one) => one.length > 1);
	const whole = labelled.find(({ label }) => said.includes(label));
	if (whole || nameExpected) return whole?.choice;
	for (const part of said) {
		const having = labelled.filter(
			({ label }) =>
				` ${label} `.includes(` ${part} `) && denies(label) === denies(part),
		);
		if (having.length === 1) return having[0]?.choice;
	}
	return wrapped(words(text), labelled);
}

/** `đúng` does not choose `Chưa đúng ý`. */
const denies = (text: string) => /\b(?:khong|chua|thoi)\b/.test(text);

/** Words around a label that change nothing about it; `không` and `chưa` are not among them. */
const FILLING = new Set(
	"thoi da vang a em toi minh tui chi anh bac cho chon lay xin nhe nha nghe di voi thi cu vay luon giup oi roi muon hay la".split(
		" ",
	),
);

/** `thôi giữ lại nhé`: a whole label with nothing but filling words around it. */
function wrapped(
	said: string,
	labelled: readonly { readonly choice: Choice; readonly label: string }[],
): Choice | undefined {
	const inside = labelled.filter(({ label }) => {
		const around = ` ${said} `.split(` ${label} `);
		return (
			label.length > 1 &&
			around.length === 2 &&
			around.every((part) =>
				part.split(" ").every((word) => word === "" || FILLING.has(word)),
			)
		);
	});
	return inside.length === 1 ? inside[0]?.choice : undefined;
}
