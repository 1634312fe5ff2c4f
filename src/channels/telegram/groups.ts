import { readCode } from "../../booking/code.js";
import { type Act, readAct } from "../../conversation/act.js";
import { readNumber } from "../../conversation/choice.js";
import {
	readCommand,
	readLeaving,
	readPhrase,
} from "../../conversation/reading/command.js";
import { readErrand } from "../../conversation/reading/errand.js";
import type { Choice, Reply } from "../../conversation/reply.js";
import { readTap } from "../../conversation/turn.js";
import { unsupported } from "../../conversation/wording/unsupported.js";
import type { LocalDate } from "../../time.js";

/** The bot as Telegram knows it. */
export interface Me {
	readonly id: number;
	readonly username: string;
}

/**
 * What a group's message says to the bot, without the bot's name; undefined when it is not meant for the bot. Groups
 * talk among themselves.
 */
export function addressed(
	text: string,
	repliesTo: number | undefined,
	{ id, username }: Me,
): string | undefined {
	const command = text.match(/^\/\S*?@(\w+)/)?.[1];
	if (command !== undefined) {
		return command.toLowerCase() === username.toLowerCase() ? text : undefined;
	}
	const name = new RegExp(`(?<!\\w)@${username}(?!\\w)`, "gi");
	if (name.test(text)) return text.replace(name, " ").trim();
	return text.startsWith("/") || repliesTo === id ? text : undefined;
}

/** Only questions are: appointments, data about a person and the steps to them belong into a private chat. */
export function isForEverybody(text: string, today: LocalDate): boolean {
	const command = readCommand(text, today);
	if (command) return command.kind === "question" || isHarmless(command.act);
	if (readTap(text) || readErrand(text) || readCode(text)) return false;
	if (readLeaving(text) || readNumber(text) !== undefined) return false;
	const act = readAct(text) ?? readPhrase(text);
	return act === undefined || isHarmless(act);
}

const isHarmless = ({ kind }: Act) =>
	["help", "person", "ask", "faq"].includes(kind);

/**
 * The second net under the first: what a question led to is shown to a group only if no booking and no step of a form
 * is in it, and with those buttons alone that anybody may press.
 */
export function forEverybody({ text, choices = [], booking }: Reply): Reply {
	if (booking || choices.some(({ value }) => readTap(value))) {
		return { text: unsupported("group") };
	}
	const open = choices.filter(isOpen);
	return { text, ...(open.length > 0 && { choices: open }) };
}

const isOpen = ({ value }: Choice) => /^(ask|faq):/.test(value);
