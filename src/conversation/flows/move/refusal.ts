import type { Booking, Slot } from "../../../booking/store.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { closed, offer, say, type Turn } from "../../turn.js";
import * as wording from "../../wording/bookings.js";
import { LABEL } from "../../wording/general.js";
import { deskOf } from "../../wording/show.js";
import { NEAREST } from "../slots.js";

/** Why not, and what is free nearby. */
export const refusal = async (
	{ booking, knowledge }: Scene,
	to: Slot,
	why: keyof typeof wording.NOT_MOVED,
	other?: Booking,
) => {
	const near = await booking.nearest(to, NEAREST);
	return [
		wording.NOT_MOVED[why](to, knowledge, other),
		wording.nearestAre(near.map(({ time }) => time)),
	]
		.filter(Boolean)
		.join(" ");
};

/** After the cut-off or the session. */
export const tooLate = (
	{ knowledge }: Scene,
	state: State,
	booking: Booking,
): Turn =>
	say(
		closed(state),
		wording.tooLateToChange(booking, deskOf(knowledge, booking)),
		[
			offer(LABEL.book, { kind: "book" }),
			offer(LABEL.person, { kind: "person" }),
		],
	);

export const sameSlot = (a: Slot, b: Slot) =>
	a.desk === b.desk && a.day === b.day && a.time === b.time;
