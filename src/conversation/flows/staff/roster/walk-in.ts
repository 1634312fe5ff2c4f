import type { Slot } from "../../../../booking/store.js";
import { cleanNote } from "../../../../people/note.js";
import { may } from "../../../../people/roles.js";
import { LEAVE } from "../../../choice.js";
import type { WalkInForm } from "../../../forms.js";
import { readName } from "../../../reading/name.js";
import { saysNo } from "../../../reading/yes.js";
import type { Scene } from "../../../scene.js";
import type { State } from "../../../state.js";
import {
	closed,
	enter,
	present,
	type Question,
	say,
	type Turn,
} from "../../../turn.js";
import { noName } from "../../../wording/book.js";
import { titleOf } from "../../../wording/show.js";
import { walkInWords } from "../../../wording/staff/roster.js";
import * as wording from "../../../wording/staff/roster-chat.js";
import type { Handler } from "../../handler.js";
import { readQuestion } from "../../question.js";
import { refuse } from "../refuse.js";
import { choice } from "./list.js";
import { readerOf } from "./open.js";
import { next } from "./visit.js";

type Session = Pick<Slot, "desk" | "day">;

const NONE = "none";
/** As many as are compared at a glance. */
const OFFERED = 4;
/** A name to call, not a story. */
const LONGEST_NAME = 60;

const { LABEL } = wording;
const stop = { label: LABEL.stop, answer: LEAVE };

/** Somebody who came without booking: a name if they like, a few words about what, and they are there. */
export function startWalkIn(
	scene: Scene,
	state: State,
	{ desk, day }: Session,
): Turn {
	return may(scene.actor, "record-visit", desk)
		? ask(scene, state, { kind: "walk-in", desk, day, ask: "name" })
		: refuse(state);
}

const ask = (
	scene: Scene,
	state: State,
	form: WalkInForm,
	before?: string,
): Turn => enter(scene, state, form, questionOf(scene, form), before);

const questionOf = ({ knowledge }: Scene, form: WalkInForm): Question =>
	form.ask === "name"
		? {
				text: wording.askWalkInName,
				options: [{ label: LABEL.noName, answer: NONE }, stop],
			}
		: {
				text: form.topics ? wording.whichTopic : wording.askWalkInTopic,
				options: [
					...(form.topics ?? []).flatMap((id) => {
						const label = titleOf(knowledge, id);
						return label ? [{ label, answer: id }] : [];
					}),
					{ label: LABEL.noTopic, answer: NONE },
					stop,
				],
			};

async function choose(
	scene: Scene,
	state: State,
	form: WalkInForm,
	answer: string,
): Promise<Turn> {
	if (answer === LEAVE) return leave(scene, state, form);
	if (form.ask === "name") return ask(scene, state, { ...form, ask: "topic" });
	const known = scene.knowledge.procedures.has(answer);
	return add(scene, state, form, known ? answer : undefined);
}

async function hear(
	scene: Scene,
	state: State,
	form: WalkInForm,
	text: string,
): Promise<Turn | undefined> {
	if (saysNo(text)) return choose(scene, state, form, NONE);
	if (form.ask === "name") {
		const read = readName(text, scene.understand(text));
		if (read.kind === "none") return ask(scene, state, form, noName);
		const name = cleanNote(
			read.kind === "question" ? text : read.name,
			LONGEST_NAME,
		);
		return ask(scene, state, { ...form, ask: "topic", name });
	}
	const { decision, candidates } = readQuestion(
		scene,
		state,
		text,
	).understanding;
	const found = [...new Set(candidates.map(({ code }) => code))].filter((id) =>
		scene.knowledge.procedures.has(id),
	);
	const [first] = found;
	if (first === undefined || decision === "unknown")
		return ask(scene, state, form, wording.topicNotFound);
	return decision === "answer"
		? add(scene, state, form, first)
		: ask(scene, state, { ...form, topics: found.slice(0, OFFERED) });
}

async function add(
	scene: Scene,
	state: State,
	{ desk, day, name }: WalkInForm,
	procedure: string | undefined,
): Promise<Turn> {
	const reader = readerOf(scene);
	if (!reader || !may(scene.actor, "record-visit", desk)) return refuse(state);
	const outcome = await scene.saturday.walkIn(
		desk,
		day,
		{
			...(name && { visitor: { name } }),
			...(procedure !== undefined && { procedure }),
		},
		reader.id,
	);
	if (outcome.kind !== "recorded")
		return say(closed(state), walkInWords(outcome), [
			choice(LABEL.list, { kind: "roster", session: { desk, day } }),
		]);
	const { booking } = outcome;
	await scene.people.note(scene.actor, "walk-in-added", booking.code, desk);
	return say(closed(state), walkInWords(outcome), next(scene, booking));
}

const leave = async (
	_: Scene,
	state: State,
	{ desk, day }: WalkInForm,
): Promise<Turn> =>
	say(closed(state), wording.noWalkIn, [
		choice(LABEL.list, { kind: "roster", session: { desk, day } }),
	]);

export const walkInHandler: Handler<WalkInForm> = {
	choose,
	hear,
	resume: async (scene, state, form) => present(state, questionOf(scene, form)),
	back: async (scene, state, form) => {
		if (form.ask === "name") return leave(scene, state, form);
		const { desk, day } = form;
		return ask(scene, state, { kind: "walk-in", desk, day, ask: "name" });
	},
	leave,
};
