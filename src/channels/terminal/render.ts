import { numbered } from "../../conversation/choice.js";
import type { Reply } from "../../conversation/reply.js";

/** A reply as lines of text, its choices with the numbers they can be chosen by. */
export function render({ text, choices = [] }: Reply): string {
	const rows = numbered(choices).map(
		({ number, choice }) => `  ${number}. ${choice.label}`,
	);
	return [`Bàn: ${visible(text)}`, ...rows.map(visible)].join("\n");
}

/** Whatever a text holds, it moves no cursor and rings no bell. */
const visible = (text: string) => text.replace(/[^\P{Cc}\n\t]/gu, "");
