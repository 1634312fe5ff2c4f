import type { LocalDate } from "../../../time.js";
import type { MoveForm } from "../../forms.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { closed, enter, offer, say, type Turn } from "../../turn.js";
import { dayFull } from "../../wording/book.js";
import { kept, LABEL } from "../../wording/general.js";
import { askDay, askDesk, desksOn } from "../slots.js";
import { keep, questionOf } from "./questions.js";

/** Asks for the day, whatever was chosen before. */
export async function toDay(
	scene: Scene,
	state: State,
	form: MoveForm,
	before?: string,
): Promise<Turn> {
	const { day: _, desk: __, time: ___, ...rest } = form;
	const sessions = await scene.booking.sessions();
	return enter(
		scene,
		state,
		{ ...rest, ask: "day" },
		askDay(sessions, keep),
		before,
	);
}

/** Asks for the desk where the day has several, else for the hour. */
export async function chooseDesk(
	scene: Scene,
	state: State,
	form: MoveForm & { day: LocalDate },
): Promise<Turn> {
	const sessions = await scene.booking.sessions();
	const [only, other] = desksOn(sessions, form.day);
	if (!only) return toDay(scene, state, form, dayFull(form.day));
	if (!other) return toHour(scene, state, { ...form, desk: only.desk.id });
	const question = askDesk(sessions, form.day, keep);
	return enter(scene, state, { ...form, ask: "desk" }, question);
}

/** Asks for the hour of the day chosen. */
export async function toHour(
	scene: Scene,
	state: State,
	form: MoveForm,
	before?: string,
): Promise<Turn> {
	const { time: _, ...rest } = form;
	const next: MoveForm = { ...rest, ask: "hour" };
	return enter(
		scene,
		state,
		next,
		await questionOf(scene, state, next),
		before,
	);
}

export const leave = async (_: Scene, state: State) =>
	say(closed(state), kept, [offer(LABEL.bookings, { kind: "bookings" })]);
