import { readCode } from "../../booking/code.js";
import type { Booking } from "../../booking/store.js";
import { LEAVE } from "../choice.js";
import type { CancelForm } from "../forms.js";
import { saysNo, saysYes } from "../reading/yes.js";
import type { Scene } from "../scene.js";
import type { State } from "../state.js";
import {
	closed,
	enter,
	offer,
	present,
	type Question,
	say,
	type Turn,
} from "../turn.js";
import * as wording from "../wording/bookings.js";
import { kept, LABEL } from "../wording/general.js";
import { deskOf } from "../wording/show.js";
import type { Handler } from "./handler.js";
import { ahead, isPast, listBookings, showBooking, visible } from "./mine.js";
import { notice } from "./notice.js";

/** Begins cancelling: the only booking there is, or the one chosen. */
export async function startCancel(scene: Scene, state: State): Promise<Turn> {
	const bookings = await ahead(scene, state);
	const [only, other] = bookings;
	if (!only) return listBookings(scene, closed(state));
	if (!other) return confirmCancel(scene, state, only);
	const form: CancelForm = { kind: "cancel" };
	return enter(scene, state, form, which(scene, bookings));
}

const which = (
	{ knowledge }: Scene,
	bookings: readonly Booking[],
): Question => ({
	text: wording.whichToCancel,
	options: [
		...bookings.map((booking) => ({
			label: wording.bookingLabel(booking, knowledge),
			answer: booking.code,
		})),
		{ label: LABEL.keep, answer: LEAVE },
	],
});

/** Asks before anything is given up. */
export function confirmCancel(
	scene: Scene,
	state: State,
	booking: Booking,
): Turn {
	if (booking.status === "cancelled")
		return showBooking(scene, closed(state), booking);
	if (isPast(scene, booking)) {
		return say(
			closed(state),
			wording.tooLateToChange(booking, deskOf(scene.knowledge, booking)),
			[
				offer(LABEL.book, { kind: "book" }),
				offer(LABEL.person, { kind: "person" }),
			],
		);
	}
	return enter(
		scene,
		state,
		{ kind: "cancel", code: booking.code },
		question(scene, booking),
	);
}

const question = ({ knowledge }: Scene, booking: Booking): Question => ({
	text: wording.confirmCancel(booking, knowledge),
	options: [
		{ label: wording.CANCEL_YES, answer: "yes" },
		{ label: wording.CANCEL_NO, answer: LEAVE },
	],
});

async function choose(
	scene: Scene,
	state: State,
	form: CancelForm,
	answer: string,
): Promise<Turn> {
	if (answer === LEAVE) return leave(scene, state);
	const chosen = form.code ?? readCode(answer);
	const booking = chosen && (await visible(scene, state, chosen));
	if (!booking) return listBookings(scene, closed(state));
	return form.code
		? cancel(scene, state, booking)
		: confirmCancel(scene, state, booking);
}

async function cancel(
	scene: Scene,
	state: State,
	booking: Booking,
): Promise<Turn> {
	const outcome = await scene.booking.cancel(booking.code);
	const out = closed(state);
	switch (outcome.kind) {
		case "cancelled":
			return tellCancelled(
				{
					...out,
					...(state.step && {
						done: {
							menu: state.step.menu,
							code: booking.code,
							as: "cancelled",
						},
					}),
				},
				outcome.booking,
			);
		case "too-late":
			return confirmCancel(scene, state, booking);
		case "not-found":
			return say(out, wording.nothingToCancel, [
				offer(LABEL.bookings, { kind: "bookings" }),
			]);
	}
}

export const tellCancelled = (state: State, booking: Booking): Turn =>
	say(
		state,
		wording.cancelled(booking),
		[
			offer(LABEL.book, {
				kind: "book",
				...(booking.procedure !== undefined && {
					procedure: booking.procedure,
				}),
			}),
			offer(LABEL.askElse, { kind: "help" }),
		],
		notice(booking, "cancelled"),
	);

async function hear(
	scene: Scene,
	state: State,
	form: CancelForm,
	text: string,
): Promise<Turn | undefined> {
	if (!form.code) return undefined;
	if (saysYes(text)) return choose(scene, state, form, "yes");
	return saysNo(text) ? leave(scene, state) : undefined;
}

async function resume(
	scene: Scene,
	state: State,
	form: CancelForm,
): Promise<Turn> {
	const booking = form.code && (await visible(scene, state, form.code));
	return booking
		? present(state, question(scene, booking))
		: present(state, which(scene, await ahead(scene, state)));
}

const leave = async (_: Scene, state: State) =>
	say(closed(state), kept, [offer(LABEL.bookings, { kind: "bookings" })]);

export const cancelHandler: Handler<CancelForm> = {
	choose,
	hear,
	resume,
	back: leave,
	leave,
};
