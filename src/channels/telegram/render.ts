import type { InlineKeyboardButton } from "telegraf/types";
import { numbered } from "../../conversation/choice.js";
import type { Choice, Reply } from "../../conversation/reply.js";
import { sendable } from "../sendable.js";
import { inMessages, split } from "../split.js";

/** One message of Telegram's. The text is plain: no parse mode, so nothing a person typed needs escaping. */
export interface Rendered {
	readonly text: string;
	readonly buttons?: InlineKeyboardButton[][];
}

/** Telegram's limit for one message, in UTF-16 units. */
const LONGEST_TEXT = 4_096;
/** Telegram's limit for what a button sends back. */
const LONGEST_VALUE_BYTES = 64;
/** About what a phone shows of a button that has the row for itself, and of one of two. */
const WIDE = 36;
const NARROW = 17;

/**
 * A reply as messages, the buttons under the last. Labels longer than a phone shows are written out above them.
 * @throws {RangeError} when a choice's value does not fit a button
 */
export const render = ({ text, choices = [] }: Reply): Rendered[] =>
	rendered(
		text,
		numbered(choices).map(({ number, choice }) => ({
			label: `${number}. ${choice.label}`,
			choice,
		})),
	);

/**
 * A reply that nobody asked for just now. Its buttons have no numbers: a number typed next belongs to the menu that was
 * shown last, which is another one.
 */
export const renderNotice = ({ text, choices = [] }: Reply): Rendered[] =>
	rendered(
		text,
		choices.map((choice) => ({ label: choice.label, choice })),
	);

/** A choice as it is shown: with the number it can be typed by, where it has one. */
interface Row {
	readonly label: string;
	readonly choice: Choice;
}

function rendered(text: string, rows: readonly Row[]): Rendered[] {
	const long = rows.some(({ label }) => label.length > WIDE);
	const whole = long
		? `${text}\n\n${rows.map(({ label }) => label).join("\n")}`
		: text;
	const parts = inMessages(sendable(whole), LONGEST_TEXT);
	return parts.map((part, index) => ({
		text: part,
		...(rows.length > 0 &&
			index === parts.length - 1 && { buttons: keyboard(rows) }),
	}));
}

function keyboard(rows: readonly Row[]): InlineKeyboardButton[][] {
	const lines: InlineKeyboardButton[][] = [];
	for (const row of rows) {
		const button = {
			text: shortened(sendable(row.label)),
			callback_data: fitting(row.choice),
		};
		const line = lines.at(-1);
		const beside = line?.length === 1 && line[0];
		if (
			line &&
			beside &&
			beside.text.length <= NARROW &&
			button.text.length <= NARROW
		) {
			line.push(button);
		} else {
			lines.push([button]);
		}
	}
	return lines;
}

/** Cut at a word; the whole label stands in the text. */
function shortened(label: string): string {
	if (label.length <= WIDE) return label;
	const [cut = ""] = split(label, WIDE - 1);
	return `${cut.trimEnd()}…`;
}

function fitting({ label, value }: Choice): string {
	const bytes = Buffer.byteLength(value);
	if (bytes < 1 || bytes > LONGEST_VALUE_BYTES) {
		throw new RangeError(
			`the value of the choice "${label}" has ${bytes} bytes; a button takes 1 to ${LONGEST_VALUE_BYTES}`,
		);
	}
	return value;
}
