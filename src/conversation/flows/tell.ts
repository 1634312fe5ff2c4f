import type { Aspect, Procedure } from "../../knowledge/schema.js";
import type { Choice } from "../reply.js";
import type { Scene } from "../scene.js";
import type { State, Told } from "../state.js";
import { lead, offer, say, type Turn } from "../turn.js";
import {
	ASPECT_LABEL,
	HAS,
	sayAspect,
	sayFaq,
	sayOverview,
} from "../wording/answer.js";
import {
	entryGone,
	nothingTold,
	replacedCode,
	unusedCode,
} from "../wording/ask.js";
import { LABEL } from "../wording/general.js";
import { procedureOf } from "../wording/show.js";

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
		? sayFaq(faq, procedure.title, knowledge.replaced)
		: told.aspect
			? sayAspect(procedure, told.aspect, {
					carried,
					again: state.topic === procedure.id,
					replaced: knowledge.replaced,
				})
			: sayOverview(procedure, knowledge.replaced);
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

const CODE = /(?<![\d.])\d\.\d{6}(?!\d)/g;

/** An official code in the text names its procedure; one no longer used, what took its place. */
export function tellCode(
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
