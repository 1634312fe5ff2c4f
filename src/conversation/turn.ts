import { type Act, actValue } from "./act.js";
import { LEAVE } from "./choice.js";
import type { Form } from "./forms.js";
import type { BookingNotice, Choice, Reply } from "./reply.js";
import type { Scene } from "./scene.js";
import type { State } from "./state.js";

/** What one message led to. One reply a message: some channels count them. */
export interface Turn {
	readonly state: State;
	readonly reply: Reply;
	/** Nothing of this conversation may be kept. */
	readonly wiped?: true;
	/** Said in place of the reply, should it have to be said again: the reply holds a secret, and is kept nowhere. */
	readonly again?: string;
}

/** A choice that can be taken at any time. */
export const offer = (label: string, act: Act): Choice => ({
	label,
	value: actValue(act),
});

/** A choice of one step of a form. */
export interface Option {
	readonly label: string;
	readonly answer: string;
}

/** What a form asks at its present step. */
export interface Question {
	readonly text: string;
	readonly options: readonly Option[];
}

/** Says something; an open form stays open. */
export const say = (
	state: State,
	text: string,
	choices: readonly Choice[] = [],
	booking?: BookingNotice,
): Turn => ({
	state,
	reply: {
		text,
		...(choices.length > 0 && { choices }),
		...(booking && { booking }),
	},
});

/** Paragraphs, empty ones left out. */
export const paragraphs = (...texts: (string | undefined | false)[]): string =>
	texts.filter(Boolean).join("\n\n");

/** Says something before what the turn says. */
export const lead = (text: string | undefined, turn: Turn): Turn => ({
	...turn,
	reply: { ...turn.reply, text: paragraphs(text, turn.reply.text) },
});

/** Closes the form that is open, if any; what was typed into it is dropped. */
export function closed(state: State): State {
	const { step: _, ...rest } = state;
	return rest;
}

/** Goes to a step of a form, under a new menu number: choices of every earlier step are old from now on. */
export function enter(
	{ now }: Scene,
	state: State,
	form: Form,
	question: Question,
	before?: string,
): Turn {
	const number = Math.max(now.getTime(), state.lastMenu + 1);
	const step = { menu: number.toString(36), form };
	return lead(before, present({ ...state, lastMenu: number, step }, question));
}

/** Shows the step that is open again, under the number it has. */
export function present(state: State, { text, options }: Question): Turn {
	const menu = state.step?.menu ?? "";
	return say(
		state,
		text,
		options.map(({ label, answer }) => ({
			label,
			value: `${STEP}:${menu}:${answer}`,
		})),
	);
}

const STEP = "step";

export interface Tap {
	readonly menu: string;
	readonly answer: string;
}

/** Reads the value of a form's choice. */
export function readTap(value: string): Tap | undefined {
	const [kind, menu, ...answer] = value.split(":");
	return kind === STEP && menu && answer.length > 0
		? { menu, answer: answer.join(":") }
		: undefined;
}

export const back: Option = { label: "Quay lại", answer: LEAVE };
