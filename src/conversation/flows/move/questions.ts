import type { Booking, Slot } from "../../../booking/store.js";
import { LEAVE } from "../../choice.js";
import type { MoveForm } from "../../forms.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import type { Option, Question } from "../../turn.js";
import * as wording from "../../wording/bookings.js";
import { LABEL } from "../../wording/general.js";
import { ahead, visible } from "../mine.js";
import { askDay, askDesk, askHour } from "../slots.js";

export const keep: Option = { label: LABEL.keep, answer: LEAVE };

/** What the form asks at its present step. */
export async function questionOf(
	scene: Scene,
	state: State,
	{ ask, code, day, desk, time }: MoveForm,
): Promise<Question> {
	const booking = code && (await visible(scene, state, code));
	if (!booking) return which(scene, await ahead(scene, state));
	if (ask === "desk" && day) {
		return askDesk(await scene.booking.sessions(), day, keep);
	}
	if (ask === "hour" && day && desk) {
		return askHour(scene, { day, desk }, keep, booking);
	}
	if (ask === "confirm" && day && desk && time) {
		return confirmation(booking, { day, desk, time });
	}
	return askDay(await scene.booking.sessions(), keep);
}

export const which = (
	{ knowledge }: Scene,
	bookings: readonly Booking[],
): Question => ({
	text: wording.whichToMove,
	options: [
		...bookings.map((booking) => ({
			label: wording.bookingLabel(booking, knowledge),
			answer: booking.code,
		})),
		keep,
	],
});

export const confirmation = (booking: Booking, to: Slot): Question => ({
	text: wording.confirmMove(booking, to),
	options: [
		{ label: wording.MOVE_YES, answer: "yes" },
		{ label: wording.OTHER_HOUR, answer: "other" },
		keep,
	],
});
