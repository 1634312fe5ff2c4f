import type { BookForm } from "../../forms.js";
import type { Wish } from "../../reading/wish.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import {
	closed,
	enter,
	lead,
	offer,
	paragraphs,
	present,
	say,
	type Turn,
} from "../../turn.js";
import * as wording from "../../wording/book.js";
import { LABEL } from "../../wording/general.js";
import { hasAgreed } from "./consent.js";
import { minutesHeld, slotOf } from "./draft.js";
import { questionOf } from "./questions.js";
import { type Seating, takeSeat } from "./seat.js";

/** Begins a booking, with whatever the message already said. */
export const startBooking = (
	scene: Scene,
	state: State,
	{ procedure, wish }: { procedure?: string; wish?: Wish },
): Promise<Turn> =>
	proceed(scene, state, {
		kind: "book",
		ask: "day",
		...(procedure !== undefined && { procedure }),
		...(wish && { wish }),
	});

/** Asks for the first thing that is still missing; once nothing is, for the confirmation. */
export async function proceed(
	scene: Scene,
	state: State,
	form: BookForm,
	before?: string,
): Promise<Turn> {
	return seated(scene, state, await takeSeat(scene, state, form), before);
}

/** Goes on from where choosing a seat stands: consent, then the details. */
export async function seated(
	scene: Scene,
	state: State,
	seating: Seating,
	before?: string,
): Promise<Turn> {
	if (seating.kind === "over") return lead(before, seating.turn);
	const note = paragraphs(before, seating.note);
	if (seating.kind === "ask") return goTo(scene, state, seating.form, note);
	const { form } = seating;
	if (!form.consented) {
		return (await hasAgreed(scene))
			? detail(
					scene,
					state,
					{ ...form, consented: true },
					paragraphs(note, wording.consentInForce),
				)
			: goTo(scene, state, { ...form, ask: "consent" }, note);
	}
	return detail(scene, state, form, note);
}

const detail = (scene: Scene, state: State, form: BookForm, note: string) =>
	goTo(
		scene,
		state,
		{
			...form,
			ask:
				form.name === undefined
					? "name"
					: form.phone === undefined
						? "phone"
						: "confirm",
		},
		note,
	);

/** Asks the question of the step that the form is at. */
export const goTo = async (
	scene: Scene,
	state: State,
	form: BookForm,
	note?: string,
): Promise<Turn> =>
	enter(
		scene,
		state,
		form,
		await questionOf(scene, form, hasAsked(scene, state)),
		note,
	);

/** A question asked lately, or in this very message. */
const hasAsked = ({ lastAsked }: Scene, { asked }: State): boolean =>
	asked !== undefined || lastAsked !== undefined;

/** Shows the present step again, with the minutes left of the hold; if the seat was lost meanwhile, offers others. */
export async function resume(
	scene: Scene,
	state: State,
	form: BookForm,
): Promise<Turn> {
	const slot = slotOf(form);
	if (!slot) return present(state, await questionOf(scene, form));
	const seating = await takeSeat(scene, state, form);
	if (seating.kind !== "held") return seated(scene, state, seating);
	const step = state.step && { ...state.step, form: seating.form };
	const { text, options } = await questionOf(
		scene,
		seating.form,
		hasAsked(scene, state),
	);
	const left = wording.stillHeld(
		slot.time,
		minutesHeld(seating.form, scene.now),
	);
	return present(
		{ ...state, ...(step && { step }) },
		{ text: `${text} ${left}`, options },
	);
}

/** Gives the seat back and closes the form. */
export async function leave(
	{ booking, person }: Scene,
	state: State,
): Promise<Turn> {
	await booking.release(person);
	return say(closed(state), wording.bookingStopped, [
		offer(LABEL.book, { kind: "book" }),
		offer(LABEL.askElse, { kind: "help" }),
	]);
}
