import type { Visitor } from "../../../booking/store.js";
import { LEAVE } from "../../choice.js";
import type { CorrectForm } from "../../forms.js";
import { readName } from "../../reading/name.js";
import { readPhone } from "../../reading/phone.js";
import { saysNo } from "../../reading/yes.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import {
	closed,
	enter,
	lead,
	offer,
	present,
	type Question,
	say,
	type Turn,
} from "../../turn.js";
import { cardNotPhone, noName, notAPhone } from "../../wording/book.js";
import * as wording from "../../wording/data.js";
import { LABEL } from "../../wording/general.js";
import type { Handler } from "../handler.js";
import { keptBookings } from "./kept.js";
import { leave } from "./leave.js";

export async function startCorrect(
	scene: Scene,
	state: State,
	what: CorrectForm["what"],
): Promise<Turn> {
	const bookings = await keptBookings(scene, state);
	const lines = await scene.booking.waiting(scene.person);
	return bookings.length + lines.length === 0
		? say(closed(state), wording.nothingToCorrect, [
				offer(LABEL.data, { kind: "data" }),
			])
		: enter(scene, state, { kind: "correct", what }, asking[what]);
}

const stop = { label: wording.STOP, answer: LEAVE };

const asking: Record<CorrectForm["what"], Question> = {
	name: { text: wording.askNewName, options: [stop] },
	phone: {
		text: wording.askNewPhone,
		options: [{ label: wording.REMOVE_PHONE, answer: "none" }, stop],
	},
};

async function hear(
	scene: Scene,
	state: State,
	form: CorrectForm,
	text: string,
): Promise<Turn | undefined> {
	const again = (why: string) => lead(why, present(state, asking[form.what]));
	if (form.what === "name") {
		const read = readName(text, scene.understand(text));
		if (read.kind === "question") return undefined;
		return read.kind === "none"
			? again(noName)
			: correctName(scene, state, read.name);
	}
	if (saysNo(text)) return correctPhone(scene, state, undefined);
	const read = readPhone(text);
	if (read.kind === "phone") return correctPhone(scene, state, read.phone);
	if (read.kind === "card") return again(cardNotPhone);
	return /\d/.test(text) ? again(notAPhone) : undefined;
}

async function correctName(scene: Scene, state: State, name: string) {
	await correctAll(scene, state, (visitor) => ({ ...visitor, name }));
	return corrected(state, wording.nameCorrected(name));
}

async function correctPhone(
	scene: Scene,
	state: State,
	phone: string | undefined,
) {
	await correctAll(scene, state, ({ phone: _, ...visitor }) => ({
		...visitor,
		...(phone !== undefined && { phone }),
	}));
	return corrected(state, wording.phoneCorrected(phone));
}

async function correctAll(
	scene: Scene,
	state: State,
	change: (visitor: Visitor) => Visitor,
) {
	for (const { code, visitor } of await keptBookings(scene, state)) {
		if (visitor) await scene.booking.correct(code, change(visitor));
	}
	const { booking, person } = scene;
	for (const line of await booking.waiting(person))
		await booking.correctWaiting(person, line, change(line.visitor));
}

const corrected = (state: State, text: string) =>
	say(closed(state), text, [
		offer(LABEL.data, { kind: "data" }),
		offer(LABEL.bookings, { kind: "bookings" }),
	]);

export const correctHandler: Handler<CorrectForm> = {
	choose: (scene, state, _, answer) =>
		answer === LEAVE
			? leave(scene, state)
			: correctPhone(scene, state, undefined),
	hear,
	resume: async (_, state, { what }) => present(state, asking[what]),
	back: leave,
	leave,
};
