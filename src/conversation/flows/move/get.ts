import type { Booking, Slot } from "../../../booking/store.js";
import type { MoveForm } from "../../forms.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { closed, lead, offer, say, type Turn } from "../../turn.js";
import * as wording from "../../wording/bookings.js";
import { LABEL } from "../../wording/general.js";
import { deskOf } from "../../wording/show.js";
import { listBookings } from "../mine.js";
import { notice } from "../notice.js";
import { refusal, sameSlot, tooLate } from "./refusal.js";
import { toDay, toHour } from "./steps.js";

/** Gets the new seat and gives up the old one; where that fails, says why and offers what is free. */
export async function move(
	scene: Scene,
	state: State,
	booking: Booking,
	form: MoveForm,
): Promise<Turn> {
	const { desk, day, time } = form;
	if (!desk || !day || !time) return toDay(scene, state, form);
	const to: Slot = { desk, day, time };
	const outcome = await scene.booking.move(booking.code, to);
	switch (outcome.kind) {
		case "moved":
			return tellMoved(
				scene,
				{
					...closed(state),
					...(state.step && {
						done: { menu: state.step.menu, code: booking.code, as: "moved" },
					}),
				},
				outcome.booking,
				outcome.from,
			);
		case "not-found":
			return lead(
				wording.NOT_MOVED["not-found"](to, scene.knowledge),
				await listBookings(scene, closed(state)),
			);
		case "already-booked":
			return say(
				closed(state),
				wording.NOT_MOVED["already-booked"](
					to,
					scene.knowledge,
					outcome.booking,
				),
				[offer(LABEL.bookings, { kind: "bookings" })],
			);
		case "too-late":
			if (sameSlot(outcome.slot, booking))
				return tooLate(scene, state, booking);
			break;
		case "full":
		case "closed":
			break;
	}
	const why = `${await refusal(scene, to, outcome.kind)} ${wording.keptOld}`;
	const left = await scene.booking.nearest(to, 1);
	return left.length > 0
		? toHour(scene, state, form, why)
		: toDay(scene, state, form, why);
}

export const tellMoved = (
	{ knowledge }: Scene,
	state: State,
	booking: Booking,
	from: Slot,
): Turn =>
	say(
		state,
		wording.moved(booking, from, deskOf(knowledge, booking)),
		[
			offer(LABEL.bookings, { kind: "bookings" }),
			offer(LABEL.askElse, { kind: "help" }),
		],
		notice(booking, "moved"),
	);
