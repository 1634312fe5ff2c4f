import { LocalDate, LocalTime } from "../../../time.js";
import { LEAVE } from "../../choice.js";
import type { BookForm } from "../../forms.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { closed, offer, say, type Turn } from "../../turn.js";
import { consentRefused } from "../../wording/book.js";
import { LABEL } from "../../wording/general.js";
import { readLine } from "../slots.js";
import { goBack } from "./back.js";
import { confirm } from "./confirm.js";
import { giveConsent } from "./consent.js";
import { without } from "./draft.js";
import { goTo, leave, proceed, resume } from "./proceed.js";
import { ALONG } from "./questions.js";

/** Takes one of the choices of the present step. */
export async function choose(
	scene: Scene,
	state: State,
	form: BookForm,
	answer: string,
): Promise<Turn> {
	if (answer === LEAVE) {
		return form.ask === "confirm"
			? leave(scene, state)
			: goBack(scene, state, form);
	}
	const line =
		form.ask === "day" || form.ask === "desk" ? readLine(answer) : undefined;
	if (line) return proceed(scene, state, { ...form, ...line, wait: true });
	switch (form.ask) {
		case "day": {
			const day = LocalDate.safeParse(answer).data;
			return proceed(scene, state, day ? { ...form, day } : form);
		}
		case "desk":
			return proceed(scene, state, { ...form, desk: answer });
		case "hour": {
			const time = LocalTime.safeParse(answer).data;
			return proceed(scene, state, time ? { ...form, time } : form);
		}
		case "consent":
			return answer === "yes"
				? agree(scene, state, form)
				: refuse(scene, state);
		case "name":
			return goTo(scene, state, { ...form, ask: "behalf" });
		case "name-check":
			return proceed(scene, state, acceptGuess(form));
		case "phone":
			return proceed(scene, state, { ...form, phone: null });
		case "confirm":
			return answer === "edit"
				? goTo(scene, state, { ...form, ask: "edit" })
				: confirm(scene, state, form, answer === ALONG);
		case "edit":
			return edit(scene, state, form, answer);
		case "topic":
			return proceed(
				scene,
				state,
				scene.knowledge.procedures.has(answer)
					? { ...without(form, "topics"), procedure: answer }
					: without(form, "procedure", "topics"),
			);
		case "behalf":
			return resume(scene, state, form);
	}
}

/** Keeps the proof of consent before anything personal is asked for. */
export async function agree(
	scene: Scene,
	state: State,
	form: BookForm,
): Promise<Turn> {
	await giveConsent(scene);
	return proceed(scene, state, { ...form, consented: true });
}

/** Without consent nothing is kept: the seat is given back. */
export async function refuse({ booking, person }: Scene, state: State) {
	await booking.release(person);
	return say(closed(state), consentRefused, [
		offer(LABEL.askElse, { kind: "help" }),
		offer(LABEL.person, { kind: "person" }),
	]);
}

/** The text that was asked about is the name. */
export function acceptGuess(form: BookForm): BookForm {
	const { guess } = form;
	const rest = without(form, "guess");
	if (!guess) return rest;
	return guess.of === "name"
		? { ...rest, name: guess.text }
		: { ...rest, onBehalfOf: guess.text };
}

function edit(scene: Scene, state: State, form: BookForm, what: string) {
	switch (what) {
		case "slot":
			return proceed(
				scene,
				state,
				without(form, "day", "desk", "time", "heldUntil", "wait"),
			);
		case "name":
			return proceed(scene, state, without(form, "name", "onBehalfOf"));
		case "phone":
			return proceed(scene, state, without(form, "phone"));
		default:
			return goTo(scene, state, { ...without(form, "topics"), ask: "topic" });
	}
}
