import { readCode } from "../booking/code.js";
import type { Understanding } from "../search/understanding.js";
import { type Act, readAct } from "./act.js";
import { readChoice, readNumber } from "./choice.js";
import { isAside, perform } from "./flows/acts.js";
import {
	answer,
	isElsewhere,
	type Question,
	readQuestion,
} from "./flows/ask.js";
import { tellBooked } from "./flows/book/book.js";
import { tellCancelled } from "./flows/cancel.js";
import { type OpenStep, openStep } from "./flows/form.js";
import { tellHelp } from "./flows/help.js";
import { showBooking, visible } from "./flows/mine.js";
import { expectsName } from "./forms.js";
import { readCommand, readLeaving, readPhrase } from "./reading/command.js";
import { readErrand } from "./reading/errand.js";
import { readWish, type Wish } from "./reading/wish.js";
import { clean, saysNothing, words } from "./reading/words.js";
import type { Scene } from "./scene.js";
import type { State } from "./state.js";
import { lead, readTap, say, type Tap, type Turn } from "./turn.js";
import { notKnownHere } from "./wording/ask.js";
import { bookingNow, bookingStopped } from "./wording/book.js";
import {
	continueForm,
	firstContact,
	nothingToRead,
	nothingToStop,
	notUnderstoodHere,
	numberNotShown,
	oldChoice,
	oldChoiceNothingOpen,
	orContinue,
	whichNumber,
} from "./wording/general.js";
import { procedureOf } from "./wording/show.js";

/** Reads one message and answers it. */
export async function respond(
	scene: Scene,
	state: State,
	typed: string,
): Promise<Turn> {
	const turn = await read(scene, state, clean(typed));
	const { reply } = turn;
	const next: State = {
		...turn.state,
		greeted: true,
		telling: turn.state.told !== state.told,
		menu: [...(reply.choices ?? [])],
	};
	return state.greeted
		? { ...turn, state: next }
		: lead(firstContact(scene.knowledge.office), { ...turn, state: next });
}

/** From what can mean only one thing to what has to be understood. */
async function read(scene: Scene, state: State, text: string): Promise<Turn> {
	const step = openStep(scene, state);
	if (saysNothing(text)) return aside(step, say(state, nothingToRead));
	const tap = readTap(text);
	if (tap) return tapped(scene, state, step, tap);
	const act = readAct(text);
	if (act) return take(scene, state, step, act);
	const command = readCommand(text, scene.today);
	if (command?.kind === "question") {
		return understood(scene, state, step, command.text);
	}
	if (command) {
		return step && command.act.kind === "cancel"
			? step.leave()
			: take(scene, state, step, command.act);
	}
	return (
		(await leaving(scene, state, step, text)) ??
		(await chosen(scene, state, step, text)) ??
		(await phrased(scene, state, step, text)) ??
		(await step?.hear(text)) ??
		(await coded(scene, state, step, text)) ??
		understood(scene, state, step, text)
	);
}

/** A choice of a form: of the present step, or of one that is no longer asked. */
async function tapped(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	tap: Tap,
): Promise<Turn> {
	if (step?.menu === tap.menu) return step.choose(tap.answer);
	if (state.done?.menu === tap.menu) {
		const again = await sameAgain(scene, state, state.done);
		if (again) return aside(step, again);
	}
	return step
		? lead(oldChoice, await step.resume(state))
		: lead(oldChoiceNothingOpen, tellHelp(state));
}

/** The same tap twice: what the first one came to. */
async function sameAgain(
	scene: Scene,
	state: State,
	{ code, as }: NonNullable<State["done"]>,
): Promise<Turn | undefined> {
	const booking = await visible(scene, state, code);
	if (!booking) return undefined;
	if (booking.status === "cancelled") return tellCancelled(state, booking);
	return as === "booked"
		? tellBooked(scene, state, booking)
		: showBooking(scene, state, booking);
}

async function take(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	act: Act,
): Promise<Turn> {
	if (!step) return perform(scene, state, act);
	if (isAside(act)) {
		const choosing =
			step.form.kind === "book" &&
			(act.kind === "data" || act.kind === "bookings");
		return aside(step, await perform(scene, state, act), choosing);
	}
	if (act.kind === "book" && step.form.kind === "book") {
		const known = procedureOf(scene.knowledge, act.procedure);
		const next = known ? bookingAbout(state, known.id) : state;
		return lead(bookingNow, await step.resume(next));
	}
	const { state: left } = await step.leave();
	return perform(scene, left, act);
}

/** Something said in the middle of a form: then the form goes on where it stood. */
async function aside(
	step: OpenStep | undefined,
	turn: Turn,
	keepChoices = false,
): Promise<Turn> {
	if (!step) return turn;
	const resumed = await step.resume(turn.state);
	const choices = [
		...(keepChoices ? (turn.reply.choices ?? []) : []),
		...(resumed.reply.choices ?? []),
	];
	const text = `${keepChoices ? orContinue : continueForm}\n${resumed.reply.text}`;
	return lead(turn.reply.text, {
		...resumed,
		reply: { ...resumed.reply, text, choices },
	});
}

async function leaving(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	text: string,
): Promise<Turn | undefined> {
	const how = readLeaving(text);
	if (!how) return undefined;
	if (step) return how === "back" ? step.back() : step.leave();
	return how === "back"
		? perform(scene, state, { kind: "again" })
		: say(state, nothingToStop);
}

async function phrased(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	text: string,
): Promise<Turn | undefined> {
	const act = readPhrase(text);
	if (!act) return undefined;
	if (act.kind === "cancel") return cancelWish(scene, state, step);
	return act.kind === "move" && step?.form.kind === "book"
		? undefined // the booking being made is what changes
		: take(scene, state, step, act);
}

/** One of the choices last shown, by number or in words. */
async function chosen(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	text: string,
): Promise<Turn | undefined> {
	const nameExpected = step !== undefined && expectsName(step.form);
	const choice = readChoice(text, state.menu, nameExpected);
	if (choice) {
		const tap = readTap(choice.value);
		if (tap) return tapped(scene, state, step, tap);
		const act = readAct(choice.value);
		if (act) return take(scene, state, step, act);
	}
	const number = readNumber(text);
	if (number === undefined || (nameExpected && !/\d/.test(text)))
		return undefined;
	if (step) return lead(numberNotShown(number), await step.resume(state));
	if (number === 0) return say(state, nothingToStop);
	return state.menu.length > 0
		? say(state, numberNotShown(number), state.menu)
		: say(state, whichNumber(number));
}

/** A booking code, typed. Without its `T7-` it could be a word: then it has to be known here, or hold a digit. */
async function coded(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	text: string,
): Promise<Turn | undefined> {
	const code = readCode(text);
	if (!code) return undefined;
	const certain =
		/^t7/i.test(text.trim()) ||
		(/\d/.test(text) && !/\s/.test(text.trim())) ||
		(await visible(scene, state, code)) !== undefined;
	return certain ? take(scene, state, step, { kind: "show", code }) : undefined;
}

async function understood(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	text: string,
): Promise<Turn> {
	const question = readQuestion(scene, state, text);
	const { intent } = question.understanding;
	const errand = readErrand(question.text);
	const wish = readWish(text, scene.today);
	switch (errand?.kind ?? intent) {
		case "book": {
			const procedure = subjectOf(scene, question, errand?.rest);
			return take(scene, state, step, {
				kind: "book",
				wish,
				...(procedure !== undefined && { procedure }),
			});
		}
		case "cancel":
			return cancelWish(scene, state, step);
		case "move":
		case "reschedule":
			return moveWish(scene, state, step, wish);
		case "my_booking":
			return take(scene, state, step, { kind: "bookings" });
		case "human":
			return take(scene, state, step, { kind: "person" });
		case "ask":
		case "smalltalk":
		case "out_of_scope":
			return step
				? inTheMiddle(scene, state, step, question)
				: answer(scene, state, question);
	}
}

/** What a message that books is about, if it says so beyond doubt. */
function subjectOf(
	scene: Scene,
	{ understanding }: Question,
	rest = "",
): string | undefined {
	const about = ({ decision, carried, candidates }: Understanding) =>
		decision === "answer" && !carried ? candidates[0]?.code : undefined;
	return (
		about(understanding) ?? (rest ? about(scene.understand(rest)) : undefined)
	);
}

/** "hủy" in the middle of a form that books leaves it; only a booking that exists can be cancelled. */
async function cancelWish(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
): Promise<Turn> {
	if (step?.form.kind !== "book") {
		return take(scene, state, step, { kind: "cancel" });
	}
	const left = await step.leave();
	return (await scene.booking.mine(scene.person)).length > 0
		? lead(bookingStopped, await perform(scene, left.state, { kind: "cancel" }))
		: left;
}

/** Before anything is booked there is nothing to move but the booking being made. */
async function moveWish(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	wish: Wish,
): Promise<Turn> {
	const drafting =
		step?.form.kind === "book" &&
		(await scene.booking.mine(scene.person)).length === 0;
	return drafting
		? lead(bookingNow, await step.resume(state))
		: take(scene, state, step, { kind: "move", wish });
}

async function inTheMiddle(
	scene: Scene,
	state: State,
	step: OpenStep,
	question: Question,
): Promise<Turn> {
	const { intent, decision, aspect } = question.understanding;
	const short = words(question.text).split(" ").length <= SHORT;
	const found =
		decision === "answer" ||
		(decision === "clarify" && (aspect !== null || !short)) ||
		intent === "smalltalk" ||
		isElsewhere(question.understanding);
	if (!found) {
		return lead(
			short ? notUnderstoodHere : notKnownHere,
			await step.resume(state),
		);
	}
	const turn = await answer(scene, state, question);
	return aside(
		step,
		{ ...turn, state: withTopic(turn.state, decision === "answer") },
		decision === "clarify",
	);
}

/** So few words that were not understood are rather a slip than a question. */
const SHORT = 3;

/** What was just asked about becomes what the booking is about, once all else is filled in, or if nothing was yet. */
function withTopic(state: State, told: boolean): State {
	const { step, topic } = state;
	if (!told || topic === undefined || step?.form.kind !== "book") return state;
	const { form } = step;
	return form.ask === "confirm" || form.procedure === undefined
		? bookingAbout(state, topic)
		: state;
}

function bookingAbout(state: State, procedure: string): State {
	const { step } = state;
	return step?.form.kind === "book"
		? { ...state, step: { ...step, form: { ...step.form, procedure } } }
		: state;
}
