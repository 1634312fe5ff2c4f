import type { Booking } from "../../../booking/store.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { offer, say, type Turn } from "../../turn.js";
import { booked } from "../../wording/book.js";
import { LABEL } from "../../wording/general.js";
import { notice } from "../notice.js";
import { readyChoice } from "../ready-choice.js";

/** The confirmation; said again, with the same code, when the same choice is tapped twice. */
export const tellBooked = (
	scene: Scene,
	state: State,
	booking: Booking,
): Turn =>
	say(
		state,
		booked(booking, scene.knowledge),
		[
			...readyChoice(scene, booking),
			offer(LABEL.bookings, { kind: "bookings" }),
			offer(LABEL.askElse, { kind: "help" }),
		],
		notice(booking, "booked"),
	);
