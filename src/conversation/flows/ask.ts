import type { Aspect, Procedure } from "../../knowledge/schema.js";
import { stripPrivate } from "../../people/private-numbers.js";
import type { Candidate, Understanding } from "../../search/understanding.js";
import { words } from "../reading/words.js";
import type { Choice } from "../reply.js";
import type { Scene } from "../scene.js";
import type { State, Told } from "../state.js";
import { lead, offer, paragraphs, say, type Turn } from "../turn.js";
import {
	ASPECT_LABEL,
	HAS,
	sayAspect,
	sayFaq,
	sayOverview,
} from "../wording/answer.js";
import {
	alsoNeeded,
	askWhich,
	entryGone,
	helloBack,
	nothingTold,
	notKnown,
	notOurs,
	privateNumbersNotNeeded,
	replacedCode,
	smallTalk,
	unusedCode,
	youAreWelcome,
} from "../wording/ask.js";
import { LABEL } from "../wording/general.js";
import { procedureOf, titleOf } from "../wording/show.js";

/** What a person asks for most comes first; the rest is found by asking. */
const OFFERED: readonly Aspect[] = [
	"documents",
	"fee",
	"deadline",
	"place",
	"form",
	"online",
	"result",
	"legal",
	"conditions",
	"steps",
];
/** A handful: more buttons than this are not read. */
const OFFERED_AT_ONCE = 5;

/** Tells of an entry from its page or its FAQ, and remembers it as what is spoken of. */
export function tell(
	scene: Scene,
	state: State,
	told: Told,
	carried = false,
): Turn {
	const { knowledge } = scene;
	const procedure = procedureOf(knowledge, told.procedure);
	if (!procedure)
		return say(state, entryGone, [offer(LABEL.help, { kind: "help" })]);
	const faq = told.faq === undefined ? undefined : knowledge.faq.get(told.faq);
	const text = faq
		? sayFaq(faq, procedure.title)
		: told.aspect
			? sayAspect(procedure, told.aspect, carried)
			: sayOverview(procedure);
	return say(
		{ ...state, topic: procedure.id, told: remember(state, told) },
		text,
		next(procedure, faq ? undefined : told.aspect, faq !== undefined),
	);
}

/** The last two answers that differ: enough for "quay lại câu trước". */
const remember = (state: State, told: Told) => {
	const same = (other: Told) =>
		other.procedure === told.procedure &&
		other.aspect === told.aspect &&
		other.faq === told.faq;
	return [told, ...state.told.filter((other) => !same(other))].slice(0, 2);
};

/** What can be asked next about the procedure. Where the desk cannot help itself, it offers a person to ask instead. */
function next(
	procedure: Procedure,
	shown: Aspect | null | undefined,
	overview: boolean,
): Choice[] {
	const { id, scope } = procedure;
	const aspects = OFFERED.filter(
		(aspect) => aspect !== shown && HAS[aspect](procedure),
	).slice(0, OFFERED_AT_ONCE);
	const advised = scope === "department" || scope === "commune";
	return [
		...(overview
			? [offer(LABEL.procedure, { kind: "ask", procedure: id, aspect: null })]
			: []),
		...aspects.map((aspect) =>
			offer(ASPECT_LABEL[aspect], { kind: "ask", procedure: id, aspect }),
		),
		advised
			? offer(LABEL.book, { kind: "book", procedure: id })
			: offer(LABEL.person, { kind: "person" }),
	];
}

/** The answer before the present one, given again; the last one, if something else was said since or it is the only. */
export function tellAgain(scene: Scene, state: State): Turn {
	const [last, earlier] = state.told;
	const before = state.telling ? (earlier ?? last) : last;
	return before
		? tell(scene, state, before)
		: say(state, nothingTold, [offer(LABEL.help, { kind: "help" })]);
}

export function tellFaq(scene: Scene, state: State, id: string): Turn {
	const faq = scene.knowledge.faq.get(id);
	return faq
		? tell(scene, state, {
				procedure: faq.procedure,
				aspect: faq.aspect ?? null,
				faq: id,
			})
		: say(state, entryGone, [offer(LABEL.help, { kind: "help" })]);
}

/** What is to be searched for, read in the light of what was spoken of before. */
export interface Question {
	/** Without numbers that are nobody's business. */
	readonly text: string;
	/** Something was taken out of what the person typed. */
	readonly stripped: boolean;
	readonly understanding: Understanding;
}

export function readQuestion(
	{ understand }: Scene,
	state: State,
	typed: string,
): Question {
	const { text, stripped } = stripPrivate(typed);
	const context = state.topic === undefined ? {} : { procedure: state.topic };
	return { text, stripped, understanding: understand(text, context) };
}

/** Answers what the search understood: a question, small talk, or something that is not ours. */
export async function answer(
	scene: Scene,
	state: State,
	{ text, stripped, understanding }: Question,
): Promise<Turn> {
	return lead(
		stripped ? privateNumbersNotNeeded : undefined,
		tellCode(scene, state, text, understanding.aspect) ??
			(await tellUnderstood(scene, state, text, understanding)),
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
		return ask(scene, state, known, understanding);
	return admit(scene, state);
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
	return say(
		turn.state,
		paragraphs(
			turn.reply.text,
			alsoNeeded,
			aspect ? sayAspect(second, aspect, false) : sayOverview(second),
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

/** Something that is not ours and whose place is known; otherwise nothing was found, and that is what is said. */
export const isElsewhere = ({ intent, topic }: Understanding): boolean =>
	intent === "out_of_scope" && topic !== undefined;

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

const THANKS =
	/\b(cam on|cam un|thank|thanks|tks|ok|oke|duoc roi|tam biet|bye)\b/;
const GREETING = /\b(chao|hello|hi|alo|xin chao|hey)\b/;

function chat(state: State, text: string): Turn {
	const said = words(text);
	const choices = [
		offer(LABEL.help, { kind: "help" }),
		offer(LABEL.book, { kind: "book" }),
	];
	if (THANKS.test(said)) return say(state, youAreWelcome);
	return say(state, GREETING.test(said) ? helloBack : smallTalk, choices);
}

const CODE = /(?<![\d.])\d\.\d{6}(?!\d)/g;

/** An official code in the text names its procedure; one no longer used, what took its place. */
function tellCode(
	scene: Scene,
	state: State,
	text: string,
	aspect: Aspect | null,
): Turn | undefined {
	const { procedures, legacy } = scene.knowledge;
	for (const [code] of text.matchAll(CODE)) {
		if (procedures.has(code)) {
			return tell(scene, state, { procedure: code, aspect });
		}
		const old = legacy.get(code);
		if (!old) continue;
		return old.replacedBy && procedures.has(old.replacedBy)
			? lead(
					replacedCode(old),
					tell(scene, state, { procedure: old.replacedBy, aspect }),
				)
			: say(state, unusedCode(old), [
					offer(LABEL.askElse, { kind: "help" }),
					offer(LABEL.person, { kind: "person" }),
				]);
	}
	return undefined;
}
