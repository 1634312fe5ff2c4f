import type { Candidate } from "../../../../knowledge/editor.js";
import type { Fault } from "../../../../knowledge/fault.js";
import type { GroupView } from "../../../../questions/desk.js";
import type { FaqForm } from "../../../forms.js";
import type { Scene } from "../../../scene.js";
import type { State } from "../../../state.js";
import { closed, enter, paragraphs, say, type Turn } from "../../../turn.js";
import { sayFaq } from "../../../wording/answer.js";
import { titleOf } from "../../../wording/show.js";
import * as wording from "../../../wording/staff/faq.js";
import { question } from "./ask.js";
import { type Drafted, draft } from "./edit.js";
import { publish } from "./publish.js";

/** Goes to a step of the form. */
export const goTo = async (
	scene: Scene,
	state: State,
	form: FaqForm,
	before?: string,
): Promise<Turn> => enter(scene, state, form, question(scene, form), before);

/** Asks for what is missing; when nothing is, shows what the citizen will see and what it does. */
export async function proceed(
	scene: Scene,
	state: State,
	form: FaqForm,
	before?: string,
): Promise<Turn> {
	const missing = missingIn(form);
	if (missing) return goTo(scene, state, { ...form, ask: missing }, before);
	const { editing } = scene;
	const view = await groupOf(scene, form);
	const drafted = editing && (await draft(scene, editing, form, view));
	if (!editing || !drafted) return say(closed(state), wording.entryTakenAway);
	const preview = await editing.editor.preview(drafted.edit);
	switch (preview.kind) {
		case "faults":
			return goTo(
				scene,
				state,
				{ ...form, ask: form.alias ? "target" : "edit" },
				wording.faulty(problems(preview.faults)),
			);
		case "unchanged":
			return publish(scene, state, form);
		case "ready": {
			const effect = wording.effectText(
				view?.times ?? 0,
				await editing.editor.effect(preview.candidate),
			);
			const shown = sayPreview(
				preview.candidate,
				drafted,
				form.alias === true,
				effect,
			);
			const { version } = drafted;
			return goTo(
				scene,
				state,
				{ ...form, ask: "confirm", version, shown },
				before,
			);
		}
	}
}

function missingIn(form: FaqForm): FaqForm["ask"] | undefined {
	if (form.alias) return form.entry ? undefined : "target";
	if (!form.entry && !form.procedure) return "subject";
	if (!form.entry && !form.question) return "question";
	if (!form.answer) return "answer";
	return form.source ? undefined : "source";
}

export const groupOf = async (
	{ editing }: Scene,
	{ group }: FaqForm,
): Promise<GroupView | undefined> =>
	group === undefined ? undefined : editing?.questions.find(group);

function sayPreview(
	{ knowledge }: Candidate,
	{ title, asks, answerIn }: Drafted,
	isAlias: boolean,
	effect: string,
): string {
	const faq = knowledge.faq.get(answerIn(knowledge)?.faq ?? "");
	const seen =
		faq &&
		`${faq.question}\n${sayFaq(faq, titleOf(knowledge, faq.procedure), knowledge.replaced)}`;
	return paragraphs(
		isAlias && wording.waysOfAsking(title, asks),
		seen && wording.asSeen(seen),
		effect,
	);
}

/** What is wrong and how it is mended; where in which file is for the page. */
export const problems = (faults: readonly Fault[]): readonly string[] =>
	faults.map(({ problem, remedy }) => `${problem}. Cách sửa: ${remedy}`);
