import type { Scene } from "../scene.js";
import type { State } from "../state.js";
import { offer, say, type Turn } from "../turn.js";
import { LABEL, person } from "../wording/general.js";

/** How to reach a human being, as far as it is known. */
export const tellPerson = ({ knowledge }: Scene, state: State): Turn =>
	say(state, person(knowledge.office, knowledge.desks), [
		offer(LABEL.book, { kind: "book" }),
		offer(LABEL.askElse, { kind: "help" }),
	]);
