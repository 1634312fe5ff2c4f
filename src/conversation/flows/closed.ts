import type { Booking, Slot } from "../../booking/store.js";
import type { Reply } from "../reply.js";
import { offer } from "../turn.js";
import { LABEL } from "../wording/general.js";
import { closed, moveTo, OTHER_TIME } from "../wording/notices.js";

/** The desk does not open then after all: with other times to choose from. */
export const sayClosed = (
	booking: Booking,
	instead: readonly Slot[],
): Reply => ({
	text: closed(booking, instead),
	choices: [
		...instead.map(({ day, time }) =>
			offer(moveTo(day, time), {
				kind: "move",
				code: booking.code,
				wish: { day, time },
			}),
		),
		offer(instead.length > 0 ? OTHER_TIME : LABEL.move, {
			kind: "move",
			code: booking.code,
		}),
	],
});
