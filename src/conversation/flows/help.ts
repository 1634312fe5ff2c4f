import type { State } from "../state.js";
import { offer, say, type Turn } from "../turn.js";
import { help, LABEL } from "../wording/general.js";

export const tellHelp = (state: State): Turn =>
	say(state, help, [
		offer(LABEL.book, { kind: "book" }),
		offer(LABEL.bookings, { kind: "bookings" }),
		offer(LABEL.data, { kind: "data" }),
		offer(LABEL.person, { kind: "person" }),
	]);
