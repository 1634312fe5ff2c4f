import type { GroupId } from "../../../questions/book.js";
import type { GroupView } from "../../../questions/desk.js";
import { addDays } from "../../../time.js";
import type { Editing } from "../../editing.js";
import type { QuestionAct } from "../../question-act.js";
import type { Choice } from "../../reply.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { closed, lead, offer, say, type Turn } from "../../turn.js";
import * as wording from "../../wording/staff/questions.js";
import { startAnswer, startAttach, startFaq, unpublish } from "./faq/start.js";

const { QUESTION_LABEL } = wording;
/** As many as are read in one message. */
const SHOWN = 5;

/** What administrators do with the questions that found no answer, and with the answers. */
export async function performQuestion(
	scene: Scene,
	state: State,
	act: QuestionAct,
): Promise<Turn> {
	const { editing } = scene;
	if (!editing) return say(closed(state), wording.noEditing);
	switch (act.kind) {
		case "questions":
			return tellQuestions(scene, closed(state), editing);
		case "faq":
			return startFaq(scene, state, act.words);
		case "unpublish":
			return unpublish(scene, closed(state), editing, act.record);
		case "question":
			return withGroup(scene, state, editing, act);
	}
}

/** The groups most asked of the last seven days; if there are none, those before. */
async function tellQuestions(
	{ today }: Scene,
	state: State,
	{ questions }: Editing,
): Promise<Turn> {
	const since = addDays(today, -6);
	const week = await questions.open(since);
	const views = (week.length > 0 ? week : await questions.open()).slice(
		0,
		SHOWN,
	);
	if (views.length === 0) return say(state, wording.nothingOpen, [offerFaq]);
	return say(
		state,
		week.length > 0
			? wording.weekText(await questions.asked(since), views)
			: wording.olderText(views),
		[
			...views.map((view) =>
				offerStep(wording.groupLabel(view), view.group.id, "show"),
			),
			offerFaq,
		],
	);
}

async function withGroup(
	scene: Scene,
	state: State,
	editing: Editing,
	{ group, step }: Extract<QuestionAct, { kind: "question" }>,
): Promise<Turn> {
	const view = await editing.questions.find(group);
	if (!view)
		return lead(
			wording.groupGone,
			await tellQuestions(scene, closed(state), editing),
		);
	switch (step) {
		case "show":
			return tellGroup(scene, closed(state), view);
		case "answer":
			return startAnswer(scene, state, view);
		case "attach":
			return startAttach(scene, state, view);
		case "outside":
			return end(scene, closed(state), editing, view, "out-of-scope");
		case "dismiss":
			return end(scene, closed(state), editing, view, "dismissed");
		case "reopen":
			await editing.questions.reopen(group);
			return say(closed(state), wording.reopened(view.text), [
				offerStep(QUESTION_LABEL.answer, group, "answer"),
				offerStep(QUESTION_LABEL.attach, group, "attach"),
				offerList,
			]);
	}
}

const tellGroup = (
	{ knowledge }: Scene,
	state: State,
	view: GroupView,
): Turn => {
	const { id, settled } = view.group;
	return say(state, wording.groupText(view, knowledge), [
		...(settled
			? [offerStep(QUESTION_LABEL.reopen, id, "reopen")]
			: [
					offerStep(QUESTION_LABEL.answer, id, "answer"),
					offerStep(QUESTION_LABEL.attach, id, "attach"),
					offerStep(QUESTION_LABEL.outside, id, "outside"),
					offerStep(QUESTION_LABEL.dismiss, id, "dismiss"),
				]),
		offerList,
	]);
};

async function end(
	{ actor, today }: Scene,
	state: State,
	{ questions }: Editing,
	{ text, group: { id } }: GroupView,
	as: "out-of-scope" | "dismissed",
): Promise<Turn> {
	if (actor.kind === "member")
		await questions.settle(id, { as }, actor.member.id, today);
	return say(state, wording.settledAs(text, as), [
		offerStep(QUESTION_LABEL.reopen, id, "reopen"),
		offerList,
	]);
}

const offerStep = (
	label: string,
	group: GroupId,
	step: Extract<QuestionAct, { kind: "question" }>["step"],
): Choice =>
	offer(label, { kind: "staff", does: { kind: "question", group, step } });

const offerList = offer(QUESTION_LABEL.list, {
	kind: "staff",
	does: { kind: "questions" },
});
const offerFaq = offer(QUESTION_LABEL.faq, {
	kind: "staff",
	does: { kind: "faq" },
});
