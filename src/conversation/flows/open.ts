import type { BookingCode } from "../../booking/code.js";
import type { Booking } from "../../booking/store.js";
import type { OpenForm } from "../forms.js";
import { readName, sameName } from "../reading/name.js";
import type { Wish } from "../reading/wish.js";
import type { Scene } from "../scene.js";
import type { State } from "../state.js";
import {
	back,
	closed,
	enter,
	offer,
	present,
	say,
	type Turn,
} from "../turn.js";
import {
	askOwner,
	codeOrNameWrong,
	tooManyTries,
} from "../wording/bookings.js";
import { LABEL, stopped } from "../wording/general.js";
import { confirmCancel } from "./cancel.js";
import type { Handler } from "./handler.js";
import { showBooking, tellPapers, visible } from "./mine.js";
import { startMove } from "./move/start.js";
import { startReady } from "./ready.js";

/** A code has 729 million siblings; with ten tries an hour nobody finds one, and slips of memory are forgiven. */
const TRIES = 10;
const HOUR_MS = 60 * 60 * 1000;

/**
 * Does something with the booking of a code. One of another conversation is opened only with the name it was made
 * under; whether the code exists at all is not told before, and not told after.
 */
export async function withBooking(
	scene: Scene,
	state: State,
	code: BookingCode,
	purpose: OpenForm["purpose"],
	wish?: Wish,
): Promise<Turn> {
	const booking = await visible(scene, state, code);
	if (booking) return carryOn(scene, state, booking, purpose, wish);
	if (recentMisses(scene, state).length >= TRIES) return refuse(closed(state));
	const form: OpenForm = { kind: "open", code, purpose };
	return enter(scene, state, form, { text: askOwner(code), options: [back] });
}

function carryOn(
	scene: Scene,
	state: State,
	booking: Booking,
	purpose: OpenForm["purpose"],
	wish?: Wish,
): Turn | Promise<Turn> {
	switch (purpose) {
		case "show":
			return showBooking(scene, state, booking);
		case "papers":
			return tellPapers(scene, state, booking);
		case "ready":
			return startReady(scene, state, booking);
		case "move":
			return startMove(scene, state, booking, wish);
		case "cancel":
			return confirmCancel(scene, state, booking);
	}
}

const recentMisses = ({ now }: Scene, { misses }: State) =>
	misses.filter((at) => now.getTime() - Date.parse(at) < HOUR_MS);

const refuse = (state: State) =>
	say(state, tooManyTries, [offer(LABEL.person, { kind: "person" })]);

async function hear(
	scene: Scene,
	state: State,
	{ code, purpose }: OpenForm,
	text: string,
): Promise<Turn | undefined> {
	if (readName(text, scene.understand(text)).kind === "question")
		return undefined;
	const out = closed(state);
	const misses = recentMisses(scene, state);
	if (misses.length >= TRIES) return refuse(out);
	const booking = await scene.booking.find(code);
	if (booking?.visitor && sameName(text, booking.visitor.name)) {
		const opened = [...state.opened.filter((other) => other !== code), code];
		const linked = await scene.booking.link(code, scene.person);
		return carryOn(scene, { ...out, opened }, linked ?? booking, purpose);
	}
	return say(
		{ ...out, misses: [...misses, scene.now.toISOString()] },
		codeOrNameWrong,
		[
			offer(LABEL.bookings, { kind: "bookings" }),
			offer(LABEL.person, { kind: "person" }),
		],
	);
}

const leave = async (_: Scene, state: State) =>
	say(closed(state), stopped, [offer(LABEL.bookings, { kind: "bookings" })]);

export const openHandler: Handler<OpenForm> = {
	choose: leave,
	hear,
	resume: async (_, state, { code }) =>
		present(state, { text: askOwner(code), options: [back] }),
	back: leave,
	leave,
};
