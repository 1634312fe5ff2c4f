import { words } from "../reading/words.js";
import type { State } from "../state.js";
import { offer, say, type Turn } from "../turn.js";
import { helloBack, smallTalk, youAreWelcome } from "../wording/ask.js";
import { LABEL } from "../wording/general.js";

const THANKS =
	/\b(cam on|cam un|thank|thanks|tks|ok|oke|duoc roi|tam biet|bye)\b/;

const GREETING = /\b(chao|hello|hi|alo|xin chao|hey)\b/;

/** Greets back, is welcome, and leads to what it can do. */
export function chat(state: State, text: string): Turn {
	const said = words(text);
	const choices = [
		offer(LABEL.help, { kind: "help" }),
		offer(LABEL.book, { kind: "book" }),
	];
	if (THANKS.test(said)) return say(state, youAreWelcome);
	return say(state, GREETING.test(said) ? helloBack : smallTalk, choices);
}
