import type { Candidate, Understanding } from "../../search/understanding.js";
import type { Scene } from "../scene.js";
import type { State } from "../state.js";
import { lead, offer, paragraphs, say, type Turn } from "../turn.js";
import { sayAspect, sayOverview } from "../wording/answer.js";
import {
	alsoNeeded,
	askWhich,
	notKnown,
	notOurs,
	privateNumbersNotNeeded,
} from "../wording/ask.js";
import { LABEL } from "../wording/general.js";
import { procedureOf, titleOf } from "../wording/show.js";
import { withFollowing, withNoneFits, withRating } from "./feedback.js";
import { isElsewhere, type Question } from "./question.js";
import { chat } from "./small-talk.js";
import { tell, tellCode } from "./tell.js";

/** Answers what the search understood: a question, small talk, or something that is not ours. */
export async function answer(
	scene: Scene,
	state: State,
	{ text, stripped, understanding }: Question,
): Promise<Turn> {
	const turn =
		tellCode(scene, state, text, understanding.aspect) ??
		(await tellUnderstood(scene, state, text, understanding));
	return lead(
		stripped ? privateNumbersNotNeeded : undefined,
		turn.state.told === state.told ? turn : withRating(scene, turn, text),
	);
}

async function tellUnderstood(
	scene: Scene,
	state: State,
	text: string,
	understanding: Understanding,
): Promise<Turn> {
	const { intent, decision, candidates } = understanding;
	if (intent === "smalltalk") return chat(state, text);
	if (isElsewhere(understanding))
		return sendElsewhere(scene, state, understanding);
	const known = candidates.filter(({ code }) =>
		scene.knowledge.procedures.has(code),
	);
	const [first] = known;
	if (first && decision === "answer")
		return tellFirst(scene, state, first, understanding);
	if (first && decision === "clarify")
		return withNoneFits(scene, ask(scene, state, known, understanding), text);
	return withFollowing(scene, await admit(scene, state), text);
}

function tellFirst(
	scene: Scene,
	state: State,
	{ code, faq }: Candidate,
	{ aspect, carried, also }: Understanding,
): Turn {
	const told = { procedure: code, aspect, ...(faq !== undefined && { faq }) };
	const turn = tell(scene, state, told, carried);
	const second = also === code ? undefined : procedureOf(scene.knowledge, also);
	if (!second) return turn;
	const choices = turn.reply.choices ?? [];
	const { replaced } = scene.knowledge;
	return say(
		turn.state,
		paragraphs(
			turn.reply.text,
			alsoNeeded,
			aspect
				? sayAspect(second, aspect, { replaced })
				: sayOverview(second, replaced),
		),
		[
			...choices.slice(0, -1),
			offer(second.title, { kind: "ask", procedure: second.id, aspect: null }),
			...choices.slice(-1),
		],
	);
}

/** A few are easily compared; of five one is chosen by chance. */
const ASKED_AT_ONCE = 4;

function ask(
	{ knowledge }: Scene,
	state: State,
	candidates: readonly Candidate[],
	{ aspect }: Understanding,
): Turn {
	const asked = [...new Set(candidates.map(({ code }) => code))]
		.slice(0, ASKED_AT_ONCE)
		.flatMap((id) => procedureOf(knowledge, id) ?? []);
	return say(
		state,
		askWhich(asked),
		asked.map(({ id, title }) =>
			offer(title, { kind: "ask", procedure: id, aspect }),
		),
	);
}

async function admit({ booking }: Scene, state: State): Promise<Turn> {
	const session = (await booking.sessions()).find(({ free }) => free > 0);
	const hours = session
		? await booking.hours(session.desk.id, session.day)
		: [];
	const hour = hours.find(({ free }) => free > 0);
	return say(
		state,
		notKnown(session && hour && { day: session.day, time: hour.time }),
		[
			offer(LABEL.person, { kind: "person" }),
			...(hour ? [offer(LABEL.book, { kind: "book" })] : []),
		],
	);
}

function sendElsewhere(
	{ knowledge }: Scene,
	state: State,
	{ topic }: Understanding,
): Turn {
	const found = knowledge.outOfScope.topics.find(({ id }) => id === topic);
	return say(state, found?.answer ?? notOurs, [
		...(found?.related ?? []).flatMap((id) => {
			const title = titleOf(knowledge, id);
			return title
				? [offer(title, { kind: "ask", procedure: id, aspect: null })]
				: [];
		}),
		offer(LABEL.askElse, { kind: "help" }),
		offer(LABEL.person, { kind: "person" }),
	]);
}
