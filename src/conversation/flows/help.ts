import type { Scene } from "../scene.js";
import type { State } from "../state.js";
import { offer, paragraphs, say, type Turn } from "../turn.js";
import { help, LABEL } from "../wording/general.js";
import { staffHelp } from "../wording/staff/help.js";

export const tellHelp = ({ actor }: Scene, state: State): Turn =>
	say(state, paragraphs(help, staffHelp(actor)), [
		offer(LABEL.book, { kind: "book" }),
		offer(LABEL.bookings, { kind: "bookings" }),
		offer(LABEL.data, { kind: "data" }),
		offer(LABEL.person, { kind: "person" }),
	]);
