import type { BookForm } from "../../forms.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import type { Turn } from "../../turn.js";
import { without } from "./draft.js";
import { goTo, leave, proceed } from "./proceed.js";

/** One step back: what was answered last is asked again. */
export async function goBack(
	scene: Scene,
	state: State,
	form: BookForm,
): Promise<Turn> {
	switch (form.ask) {
		case "day":
			return leave(scene, state);
		case "desk":
			return goTo(scene, state, {
				...without(form, "day", "desk"),
				ask: "day",
			});
		case "hour":
			return goTo(scene, state, {
				...without(form, "day", "desk"),
				ask: "day",
			});
		case "consent":
		case "name":
			if (form.onBehalfOf !== undefined) {
				return proceed(scene, state, without(form, "onBehalfOf"));
			}
			return form.wait
				? goTo(scene, state, {
						...without(form, "day", "desk", "wait"),
						ask: "day",
					})
				: goTo(scene, state, {
						...without(form, "time", "heldUntil"),
						ask: "hour",
					});
		case "behalf":
			return goTo(scene, state, { ...form, ask: "name" });
		case "name-check":
			return goTo(scene, state, {
				...without(form, "guess"),
				ask: form.guess?.of ?? "name",
			});
		case "phone":
			return proceed(scene, state, without(form, "name", "phone"));
		case "confirm":
			return proceed(scene, state, without(form, "phone"));
		case "edit":
			return proceed(scene, state, form);
		case "topic":
			return goTo(scene, state, { ...without(form, "topics"), ask: "edit" });
	}
}
