import type { GroupView } from "../../../../questions/desk.js";
import type { Editing } from "../../../editing.js";
import type { FaqForm } from "../../../forms.js";
import type { Scene } from "../../../scene.js";
import type { State } from "../../../state.js";
import { offer, say, type Turn } from "../../../turn.js";
import * as wording from "../../../wording/staff/faq.js";
import { QUESTION_LABEL } from "../../../wording/staff/questions.js";
import { entryName } from "./entry-name.js";
import { find } from "./find.js";
import { goTo, proceed } from "./proceed.js";

/** `/faq nộp phí chuyển khoản`: finds an answer to correct, or adds one. */
export const startFaq = (
	scene: Scene,
	state: State,
	words: string | undefined,
): Promise<Turn> =>
	words
		? search(scene, state, { kind: "faq", ask: "words" }, words)
		: goTo(scene, state, { kind: "faq", ask: "words" });

/** Looks for what the words mean, and asks which. */
export async function search(
	scene: Scene,
	state: State,
	form: FaqForm,
	text: string,
): Promise<Turn> {
	const { answers, procedures } = find(scene, text);
	const faq = answers.map((id) => entryName("faq", id));
	const pages = procedures.map((id) => entryName("procedure", id));
	switch (form.ask) {
		case "subject":
		case "target": {
			const found = form.ask === "target" ? [...faq, ...pages] : pages;
			return found.length > 0
				? goTo(scene, state, { ...form, found })
				: goTo(scene, state, form, wording.nothingFound(text));
		}
		default:
			return goTo(scene, state, {
				...form,
				ask: "which",
				words: text,
				found: faq,
			});
	}
}

/** Writes the answer to a group of questions. */
export function startAnswer(
	scene: Scene,
	state: State,
	{ text, group }: GroupView,
): Promise<Turn> {
	const told = group.unhelpful[0]?.answered.procedure;
	const found = find(scene, text).procedures;
	return proceed(scene, state, {
		kind: "faq",
		ask: "subject",
		group: group.id,
		question: asQuestion(text),
		found: [...new Set([...(told ? [told] : []), ...found])].map((id) =>
			entryName("procedure", id),
		),
	});
}

/** Takes a group for another way of asking what is known. */
export function startAttach(
	scene: Scene,
	state: State,
	{ text, group }: GroupView,
): Promise<Turn> {
	const form: FaqForm = {
		kind: "faq",
		ask: "target",
		alias: true,
		group: group.id,
		words: text,
	};
	return search(scene, state, form, text);
}

/** A question as it is written: with a capital and its mark. */
export const asQuestion = (text: string): string => {
	const whole = text.charAt(0).toLocaleUpperCase("vi") + text.slice(1).trim();
	return /[?.!…]$/.test(whole) ? whole : `${whole}?`;
};

export async function unpublish(
	{ actor, now }: Scene,
	state: State,
	{ editor }: Editing,
	record: string,
): Promise<Turn> {
	const undone =
		actor.kind === "member"
			? await editor.undo(record, actor.member.id, now)
			: undefined;
	return say(
		state,
		undone?.kind === "published"
			? wording.unpublished
			: wording.cannotUnpublish,
		[
			offer(QUESTION_LABEL.faq, { kind: "staff", does: { kind: "faq" } }),
			offer(QUESTION_LABEL.list, {
				kind: "staff",
				does: { kind: "questions" },
			}),
		],
	);
}
