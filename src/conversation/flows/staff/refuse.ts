import type { State } from "../../state.js";
import { closed, offer, say, type Turn } from "../../turn.js";
import { LABEL } from "../../wording/general.js";
import { staffOnly } from "../../wording/staff/access.js";

/** The same words for whatever it was, so that they say nothing about what there is. */
export const refuse = (state: State): Turn =>
	say(closed(state), staffOnly, [
		offer(LABEL.help, { kind: "help" }),
		offer(LABEL.book, { kind: "book" }),
	]);
