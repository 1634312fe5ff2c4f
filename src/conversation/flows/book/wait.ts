import type { Visitor } from "../../../booking/store.js";
import { mayPush } from "../../../outbox/windows.js";
import type { BookForm } from "../../forms.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { closed, lead, offer, paragraphs, say, type Turn } from "../../turn.js";
import { alreadyBooked, bookingText, tooMany } from "../../wording/book.js";
import { LABEL } from "../../wording/general.js";
import * as wording from "../../wording/line.js";
import { lineChoices } from "../line/line.js";
import { without } from "./draft.js";
import { proceed } from "./proceed.js";

/** Puts the person's name on the line of the session that the form has chosen. */
export async function joinLine(
	scene: Scene,
	state: State,
	form: BookForm,
): Promise<Turn> {
	const { booking, person, knowledge } = scene;
	const { desk, day, name, phone, onBehalfOf, procedure } = form;
	if (desk === undefined || day === undefined || name === undefined)
		return proceed(scene, state, form);
	const visitor: Visitor = {
		name,
		...(phone && { phone }),
		...(onBehalfOf !== undefined && { onBehalfOf }),
	};
	const session = { desk, day };
	const outcome = await booking.wait(person, session, visitor, procedure);
	const out = closed(state);
	switch (outcome.kind) {
		case "waiting":
			return say(
				out,
				paragraphs(
					wording.inLine(session, outcome.position),
					`${mayPush(person) ? wording.willCall : wording.cannotCall} ${wording.LEAVE_HINT}`,
				),
				[
					...lineChoices(
						{ ...session, visitor, position: outcome.position },
						false,
					),
					offer(LABEL.askElse, { kind: "help" }),
				],
			);
		case "already-booked":
			return say(out, alreadyBooked(outcome.booking, knowledge), [
				offer(LABEL.bookings, { kind: "bookings" }),
			]);
		case "too-many":
			return say(
				out,
				paragraphs(
					tooMany,
					...outcome.bookings.map((one) => bookingText(one, knowledge)),
				),
				[offer(LABEL.bookings, { kind: "bookings" })],
			);
		case "free":
			return lead(
				wording.seatsAfterAll(session),
				await proceed(scene, state, without(form, "wait")),
			);
		case "line-full":
			return elsewhere(scene, state, form, wording.lineFull(session));
		case "closed":
			return elsewhere(scene, state, form, wording.lineClosed(session));
	}
}

const elsewhere = (
	scene: Scene,
	state: State,
	form: BookForm,
	why: string,
): Promise<Turn> =>
	proceed(scene, state, without(form, "wait", "day", "desk", "wish"), why);
