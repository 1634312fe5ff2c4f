import type { BookForm } from "../../forms.js";
import { readName } from "../../reading/name.js";
import { readPhone } from "../../reading/phone.js";
import { words } from "../../reading/words.js";
import { saysNo, saysYes } from "../../reading/yes.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { lead, type Turn } from "../../turn.js";
import * as wording from "../../wording/book.js";
import { readQuestion } from "../question.js";
import { changeOf, wishedFor } from "../wish.js";
import { goBack } from "./back.js";
import { acceptGuess, agree, choose, refuse } from "./choose.js";
import { confirm } from "./confirm.js";
import { without } from "./draft.js";
import { goTo, proceed, resume } from "./proceed.js";

/** Reads what was typed as an answer to the present step. */
export async function hear(
	scene: Scene,
	state: State,
	form: BookForm,
	text: string,
): Promise<Turn | undefined> {
	switch (form.ask) {
		case "day":
		case "desk":
		case "hour":
			return hearWish(scene, state, form, text);
		case "consent":
			if (saysYes(text)) return agree(scene, state, form);
			if (saysNo(text)) return refuse(scene, state);
			if (words(text) === "da") {
				return lead(wording.consentUnclear, await resume(scene, state, form));
			}
			return hearChange(scene, state, form, text);
		case "name":
		case "behalf":
			return hearName(scene, state, form, text, form.ask);
		case "name-check":
			if (saysYes(text)) return proceed(scene, state, acceptGuess(form));
			if (saysNo(text)) return goBack(scene, state, form);
			return hearName(scene, state, form, text, form.guess?.of ?? "name");
		case "phone":
			return hearPhone(scene, state, form, text);
		case "confirm":
			if (saysYes(text)) return confirm(scene, state, form);
			if (saysNo(text)) return choose(scene, state, form, "edit");
			return hearChange(scene, state, form, text);
		case "edit":
			return hearChange(scene, state, form, text);
		case "topic":
			return hearTopic(scene, state, form, text);
	}
}

async function hearWish(
	scene: Scene,
	state: State,
	form: BookForm,
	text: string,
): Promise<Turn | undefined> {
	const wish = wishedFor(scene, state, text);
	if (!wish) return undefined;
	const base = wish.day ? without(form, "day", "desk", "time") : form;
	return proceed(scene, state, { ...base, wish });
}

/** "đổi sang 10h" while the booking is being made; of day and hour, what was not named stays. */
async function hearChange(
	scene: Scene,
	state: State,
	form: BookForm,
	text: string,
): Promise<Turn | undefined> {
	const wish = changeOf(scene, state, text);
	if (!wish) return undefined;
	if (wish.time && !wish.day) {
		const open = without(form, "time", "heldUntil", "wait");
		return proceed(scene, state, { ...open, wish });
	}
	const time = wish.time ?? (wish.day && form.time);
	const open = without(form, "day", "desk", "time", "heldUntil", "wait");
	return proceed(scene, state, {
		...open,
		wish: { ...wish, ...(time && { time }) },
	});
}

async function hearName(
	scene: Scene,
	state: State,
	form: BookForm,
	text: string,
	of: "name" | "behalf",
): Promise<Turn | undefined> {
	const read = readName(text, scene.understand(text));
	const rest = without(form, "guess");
	const note =
		readPhone(text).kind === "card" ? wording.cardNotNeeded : undefined;
	switch (read.kind) {
		case "name":
			return proceed(
				scene,
				state,
				of === "name"
					? { ...rest, name: read.name, ...phoneIn(text) }
					: { ...rest, onBehalfOf: read.name },
				note,
			);
		case "unclear":
			return goTo(scene, state, {
				...rest,
				ask: "name-check",
				guess: { text: read.name, of },
			});
		case "question":
			return hearChange(scene, state, form, text);
		case "none":
			return lead(wording.noName, await resume(scene, state, form));
	}
}

/** A number given along with the name needs no question of its own. */
function phoneIn(text: string): { phone?: string } {
	const read = readPhone(text);
	return read.kind === "phone" ? { phone: read.phone } : {};
}

/** From so many digits on, a number was meant for a phone number. */
const PHONE_DIGITS = 6;

async function hearPhone(
	scene: Scene,
	state: State,
	form: BookForm,
	text: string,
): Promise<Turn | undefined> {
	if (saysNo(text)) return proceed(scene, state, { ...form, phone: null });
	const read = readPhone(text);
	if (read.kind === "phone") {
		return proceed(scene, state, { ...form, phone: read.phone });
	}
	if (read.kind === "card") {
		return lead(wording.cardNotPhone, await resume(scene, state, form));
	}
	return text.replace(/\D/g, "").length >= PHONE_DIGITS
		? lead(wording.notAPhone, await resume(scene, state, form))
		: hearChange(scene, state, form, text);
}

async function hearTopic(
	scene: Scene,
	state: State,
	form: BookForm,
	text: string,
): Promise<Turn> {
	if (saysNo(text)) return choose(scene, state, form, "none");
	const { understanding } = readQuestion(scene, state, text);
	const { decision, candidates } = understanding;
	const known = [...new Set(candidates.map(({ code }) => code))].filter((id) =>
		scene.knowledge.procedures.has(id),
	);
	const [first] = known;
	if (first === undefined || decision === "unknown") {
		return lead(wording.topicNotFound, await resume(scene, state, form));
	}
	return decision === "answer"
		? proceed(scene, state, { ...without(form, "topics"), procedure: first })
		: goTo(scene, state, { ...form, ask: "topic", topics: known.slice(0, 4) });
}
