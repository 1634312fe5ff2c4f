import type { BookingCode } from "../../booking/code.js";
import type { Booking, Visitor } from "../../booking/store.js";
import { LEAVE } from "../choice.js";
import type { CorrectForm, ForgetForm } from "../forms.js";
import { readName } from "../reading/name.js";
import { readPhone } from "../reading/phone.js";
import { saysNo, saysYes } from "../reading/yes.js";
import type { Scene } from "../scene.js";
import { newState, type State } from "../state.js";
import {
	closed,
	enter,
	lead,
	offer,
	present,
	type Question,
	say,
	type Turn,
} from "../turn.js";
import { cardNotPhone, noName, notAPhone } from "../wording/book.js";
import * as wording from "../wording/data.js";
import { LABEL, stopped } from "../wording/general.js";
import type { Handler } from "./handler.js";

/** Every booking that still holds something about the person: ahead, past and cancelled. */
async function keptBookings(
	{ booking, person }: Scene,
	state: State,
): Promise<readonly Booking[]> {
	const ahead = await booking.mine(person);
	const known = (code: BookingCode) => ahead.some((one) => one.code === code);
	const others = await Promise.all(
		state.booked
			.filter((code) => !known(code))
			.map((code) => booking.find(code)),
	);
	return [...others, ...ahead].filter(
		(one): one is Booking =>
			one?.visitor !== undefined && one.person === person,
	);
}

export async function showData(scene: Scene, state: State): Promise<Turn> {
	const bookings = await keptBookings(scene, state);
	const consents = await scene.consents.of(scene.person);
	if (bookings.length === 0 && consents.length === 0) {
		return say(state, wording.nothingKept, [
			offer(wording.DATA_LABEL.forget, { kind: "forget" }),
			offer(LABEL.askElse, { kind: "help" }),
		]);
	}
	return say(
		state,
		wording.everythingKept(bookings, consents, scene.knowledge),
		[
			...(bookings.length > 0
				? [
						offer(wording.DATA_LABEL.name, { kind: "correct", what: "name" }),
						offer(wording.DATA_LABEL.phone, { kind: "correct", what: "phone" }),
					]
				: []),
			offer(wording.DATA_LABEL.forget, { kind: "forget" }),
		],
	);
}

export async function startCorrect(
	scene: Scene,
	state: State,
	what: CorrectForm["what"],
): Promise<Turn> {
	const bookings = await keptBookings(scene, state);
	return bookings.length === 0
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
}

const corrected = (state: State, text: string) =>
	say(closed(state), text, [
		offer(LABEL.data, { kind: "data" }),
		offer(LABEL.bookings, { kind: "bookings" }),
	]);

const leave = async (_: Scene, state: State) =>
	say(closed(state), stopped, [offer(LABEL.data, { kind: "data" })]);

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

/** Asks before everything is deleted. */
export async function startForget(scene: Scene, state: State): Promise<Turn> {
	const question = await forgetQuestion(scene);
	return enter(scene, state, { kind: "forget" }, question);
}

const forgetQuestion = async ({
	booking,
	person,
}: Scene): Promise<Question> => ({
	text: wording.confirmForget(await booking.mine(person)),
	options: [
		{ label: wording.FORGET_YES, answer: "yes" },
		{ label: wording.FORGET_NO, answer: LEAVE },
	],
});

async function forget(scene: Scene): Promise<Turn> {
	const { booking, consents, person, now } = scene;
	const ahead = await booking.mine(person);
	const proofs = await consents.of(person);
	await booking.release(person);
	await booking.forget(person);
	await consents.withdraw(person, now);
	return {
		...say(newState, wording.forgotten(ahead.length, proofs.length > 0)),
		wiped: true,
	};
}

export const forgetHandler: Handler<ForgetForm> = {
	choose: (scene, state, _, answer) =>
		answer === LEAVE ? leave(scene, state) : forget(scene),
	hear: async (scene, state, _, text) => {
		if (saysYes(text)) return forget(scene);
		return saysNo(text) ? leave(scene, state) : undefined;
	},
	resume: async (scene, state) => present(state, await forgetQuestion(scene)),
	back: leave,
	leave,
};
