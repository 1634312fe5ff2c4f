import type { Booking, Visitor } from "../../../booking/store.js";
import { cleanNote } from "../../../people/note.js";
import type { BookForm } from "../../forms.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { closed, lead, type Turn } from "../../turn.js";
import { questionLost } from "../../wording/ready.js";
import { slotOf } from "./draft.js";
import { proceed, seated } from "./proceed.js";
import { refused } from "./seat.js";
import { tellBooked } from "./tell-booked.js";
import { joinLine } from "./wait.js";

/** Books the seat that the form has chosen; where it is gone, offers others. */
export async function confirm(
	scene: Scene,
	state: State,
	form: BookForm,
	/** What they asked before goes along, by their word. */
	along = false,
): Promise<Turn> {
	if (form.wait) return joinLine(scene, state, form);
	const slot = slotOf(form);
	const { name, phone, onBehalfOf, procedure } = form;
	if (!slot || name === undefined) return proceed(scene, state, form);
	const visitor: Visitor = {
		name,
		...(phone && { phone }),
		...(onBehalfOf !== undefined && { onBehalfOf }),
	};
	const outcome = await scene.booking.confirm(
		scene.person,
		slot,
		visitor,
		procedure,
	);
	const same =
		outcome.kind === "already-booked" &&
		outcome.booking.time === slot.time &&
		outcome.booking.desk === slot.desk;
	if (outcome.kind === "booked" || same) {
		const { booking } = outcome;
		if (!along) return tellBooked(scene, done(state, booking), booking);
		const sent = await sendAlong(scene, booking);
		return lead(
			sent ? undefined : questionLost,
			tellBooked(scene, done(state, booking), sent ?? booking),
		);
	}
	return seated(scene, state, await refused(scene, state, form, slot, outcome));
}

/** Gives the booking with the question; undefined when the question is not at hand any more. */
async function sendAlong(
	{ booking: desk, lastAsked }: Scene,
	{ code }: Booking,
): Promise<Booking | undefined> {
	return lastAsked === undefined
		? undefined
		: desk.ask(code, cleanNote(lastAsked));
}

const done = (state: State, { code }: Booking): State => ({
	...closed(state),
	booked: [...state.booked.filter((other) => other !== code), code],
	...(state.step && {
		done: { menu: state.step.menu, code, as: "booked" as const },
	}),
});
