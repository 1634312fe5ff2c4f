import { LEAVE } from "../../../choice.js";
import type { FaqForm } from "../../../forms.js";
import type { Scene } from "../../../scene.js";
import { back, type Option, paragraphs, type Question } from "../../../turn.js";
import { titleOf } from "../../../wording/show.js";
import * as wording from "../../../wording/staff/faq.js";
import { readEntry } from "./entry-name.js";

export const ADD = "add";
export const KEEP = "keep";
export const PUBLISH = "yes";
export const EDIT = "edit";

const stop: Option = { label: wording.STOP, answer: LEAVE };
const keep: Option = { label: wording.KEEP, answer: KEEP };

/** What the form asks at its step; an entry is chosen by its place in what was found. */
export function question(scene: Scene, form: FaqForm): Question {
	const { knowledge } = scene;
	const { words = "", question: asked = "" } = form;
	switch (form.ask) {
		case "words":
			return { text: wording.askWords, options: [stop] };
		case "which":
			return {
				text: wording.chooseFound(words),
				options: [
					...found(scene, form),
					{ label: wording.ADD_NEW, answer: ADD },
					stop,
				],
			};
		case "subject":
			return {
				text: wording.chooseSubject(asked),
				options: [...found(scene, form), stop],
			};
		case "target":
			return {
				text: wording.chooseTarget(words),
				options: [...found(scene, form), stop],
			};
		case "question":
			return { text: wording.askQuestion, options: [back] };
		case "answer": {
			const entry = readEntry(form.entry);
			const now = entry && knowledge.faq.get(entry.id);
			return now
				? {
						text: paragraphs(wording.faqNow(now), wording.askNewAnswer),
						options: [keep, stop],
					}
				: { text: wording.askAnswer(asked), options: [stop] };
		}
		case "source":
			return {
				text: wording.askSource,
				options: [...(form.entry ? [keep] : []), stop],
			};
		case "edit":
			return {
				text: wording.chooseEdit,
				options: [
					...(["question", "answer", "source"] as const).map((part) => ({
						label: wording.EDIT_LABEL[part],
						answer: part,
					})),
					...(form.entry
						? []
						: [{ label: wording.EDIT_LABEL.subject, answer: "subject" }]),
					back,
				],
			};
		case "confirm":
			return {
				text: form.shown ?? "",
				options: [
					{ label: wording.PUBLISH, answer: PUBLISH },
					...(form.alias ? [] : [{ label: wording.EDIT, answer: EDIT }]),
					stop,
				],
			};
	}
}

const found = (scene: Scene, { found = [] }: FaqForm): readonly Option[] =>
	found.flatMap((name, place) => {
		const label = labelOf(scene, name);
		return label ? [{ label, answer: `e${place + 1}` }] : [];
	});

/** What was chosen, by its place. */
export const chosenEntry = (
	{ found = [] }: FaqForm,
	answer: string,
): string | undefined => found[Number(/^e(\d+)$/.exec(answer)?.[1]) - 1];

function labelOf({ knowledge }: Scene, name: string): string | undefined {
	const entry = readEntry(name);
	return entry?.kind === "faq"
		? knowledge.faq.get(entry.id)?.question
		: titleOf(knowledge, entry?.id);
}
