import type { Act } from "./act.js";
import { isAside, perform } from "./flows/acts.js";
import type { OpenStep } from "./flows/form.js";
import type { Scene } from "./scene.js";
import type { State } from "./state.js";
import { lead, type Turn } from "./turn.js";
import { bookingNow } from "./wording/book.js";
import { continueForm, orContinue } from "./wording/general.js";
import { procedureOf } from "./wording/show.js";

/** Does what was asked for; an open form goes on, or makes room. */
export async function take(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	act: Act,
): Promise<Turn> {
	if (!step) return perform(scene, state, act);
	if (isAside(act)) {
		const choosing = step.form.kind === "book" && act.kind === "data";
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
export async function aside(
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

/** What was just asked about becomes what the booking is about, once all else is filled in, or if nothing was yet. */
export function withTopic(state: State, told: boolean): State {
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
