import type { Form } from "../forms.js";
import type { Scene } from "../scene.js";
import type { State } from "../state.js";
import type { Turn } from "../turn.js";
import { bookHandler } from "./book/book.js";
import { cancelHandler } from "./cancel.js";
import type { Handler } from "./handler.js";
import { moveHandler } from "./move/move.js";
import { correctHandler } from "./my-data/correct.js";
import { forgetHandler } from "./my-data/forget.js";
import { openHandler } from "./open.js";
import { readyHandler } from "./ready.js";
import { enterHandler } from "./staff/enter.js";
import { faqHandler } from "./staff/faq/faq.js";
import { inviteHandler } from "./staff/invite.js";
import { planHandler } from "./staff/plan.js";
import { noteHandler } from "./staff/roster/note.js";
import { walkInHandler } from "./staff/roster/walk-in.js";

const HANDLERS: {
	readonly [Kind in Form["kind"]]: Handler<Extract<Form, { kind: Kind }>>;
} = {
	book: bookHandler,
	move: moveHandler,
	cancel: cancelHandler,
	open: openHandler,
	correct: correctHandler,
	forget: forgetHandler,
	enter: enterHandler,
	invite: inviteHandler,
	plan: planHandler,
	ready: readyHandler,
	"visit-note": noteHandler,
	"walk-in": walkInHandler,
	faq: faqHandler,
};

/** The form that is open, with what can be done to it. */
export interface OpenStep {
	readonly menu: string;
	readonly form: Form;
	choose(answer: string): Promise<Turn>;
	hear(text: string): Promise<Turn | undefined>;
	/** With the state as the answer to something else left it. */
	resume(state: State): Promise<Turn>;
	back(): Promise<Turn>;
	leave(): Promise<Turn>;
}

export function openStep(scene: Scene, state: State): OpenStep | undefined {
	if (!state.step) return undefined;
	const { menu, form } = state.step;
	const handler = HANDLERS[form.kind] as Handler<Form>; // each handler is only given forms of its own kind
	return {
		menu,
		form,
		choose: (answer) => handler.choose(scene, state, form, answer),
		hear: (text) => handler.hear(scene, state, form, text),
		resume: (now) => handler.resume(scene, now, now.step?.form ?? form),
		back: () => handler.back(scene, state, form),
		leave: () => handler.leave(scene, state, form),
	};
}
