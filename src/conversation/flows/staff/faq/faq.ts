import { may } from "../../../../people/roles.js";
import { LEAVE } from "../../../choice.js";
import type { FaqForm } from "../../../forms.js";
import type { Scene } from "../../../scene.js";
import type { State } from "../../../state.js";
import { closed, lead, offer, present, say, type Turn } from "../../../turn.js";
import { stopped } from "../../../wording/general.js";
import * as wording from "../../../wording/staff/faq.js";
import { QUESTION_LABEL } from "../../../wording/staff/questions.js";
import type { Handler } from "../../handler.js";
import { refuse } from "../refuse.js";
import { ADD, chosenEntry, EDIT, KEEP, PUBLISH, question } from "./ask.js";
import { entryName, readEntry } from "./entry-name.js";
import { find } from "./find.js";
import { goTo, proceed } from "./proceed.js";
import { publish } from "./publish.js";
import { asQuestion, search } from "./start.js";

async function choose(
	scene: Scene,
	state: State,
	form: FaqForm,
	answer: string,
): Promise<Turn> {
	if (!may(scene.actor, "edit-knowledge")) return refuse(state);
	switch (form.ask) {
		case "which":
			return answer === ADD
				? add(scene, state, form)
				: choosing(scene, state, form, answer);
		case "target":
		case "subject":
			return choosing(scene, state, form, answer);
		case "answer":
		case "source":
			return answer === KEEP
				? keepAsIs(scene, state, form, form.ask)
				: leave(scene, state, form);
		case "question":
			return goTo(scene, state, { ...form, ask: "edit" });
		case "edit":
			return answer === LEAVE
				? proceed(scene, state, form)
				: changePart(scene, state, form, answer);
		case "confirm":
			if (answer === PUBLISH) return publish(scene, state, form);
			return answer === EDIT
				? goTo(scene, state, { ...form, ask: "edit" })
				: leave(scene, state, form);
		case "words":
			return leave(scene, state, form);
	}
}

async function choosing(
	scene: Scene,
	state: State,
	form: FaqForm,
	answer: string,
): Promise<Turn> {
	const name = chosenEntry(form, answer);
	const entry = readEntry(name);
	if (name === undefined || !entry) return leave(scene, state, form);
	if (form.ask === "subject")
		return proceed(scene, state, { ...form, procedure: entry.id });
	const opened = await scene.editing?.editor.open(entry);
	return proceed(scene, state, {
		...form,
		entry: name,
		...(opened && { version: opened.version }),
	});
}

/** A new question, in the words that were looked for; of the procedure that they surely mean, or that is asked for. */
function add(scene: Scene, state: State, form: FaqForm): Promise<Turn> {
	const { words = "" } = form;
	const { decision, candidates } = scene.understand(words);
	const sure = decision === "answer" ? candidates[0]?.code : undefined;
	const found = find(scene, words).procedures.map((id) =>
		entryName("procedure", id),
	);
	return proceed(scene, state, {
		...form,
		found,
		question: asQuestion(words),
		...(sure !== undefined && { procedure: sure }),
	});
}

/** What the entry says already. */
function keepAsIs(
	scene: Scene,
	state: State,
	form: FaqForm,
	part: "answer" | "source",
): Promise<Turn> {
	const now = scene.knowledge.faq.get(readEntry(form.entry)?.id ?? "");
	return proceed(scene, state, now ? { ...form, [part]: now[part] } : form);
}

function changePart(
	scene: Scene,
	state: State,
	form: FaqForm,
	part: string,
): Promise<Turn> {
	switch (part) {
		case "question":
		case "answer":
		case "source":
		case "subject":
			return goTo(scene, state, { ...form, ask: part });
		default:
			return goTo(scene, state, form);
	}
}

const MOST = { question: 200, answer: 1_500, source: 600 } as const;

async function hear(
	scene: Scene,
	state: State,
	form: FaqForm,
	text: string,
): Promise<Turn | undefined> {
	if (!may(scene.actor, "edit-knowledge")) return refuse(state);
	switch (form.ask) {
		case "words":
		case "which":
		case "subject":
		case "target":
			return search(scene, state, form, text);
		case "question":
		case "answer":
		case "source": {
			const most = MOST[form.ask];
			if (text.length > most)
				return lead(wording.tooLong(most), await resume(scene, state, form));
			return proceed(scene, state, { ...form, ...typed(form.ask, text) });
		}
		case "edit":
		case "confirm":
			return undefined;
	}
}

function typed(
	part: "question" | "answer" | "source",
	text: string,
): Partial<FaqForm> {
	switch (part) {
		case "question":
			return { question: asQuestion(text) };
		case "answer":
			return { answer: text };
		case "source":
			return {
				source: text
					.split(";")
					.map((one) => one.trim())
					.filter(Boolean),
			};
	}
}

const resume = async (
	scene: Scene,
	state: State,
	form: FaqForm,
): Promise<Turn> =>
	may(scene.actor, "edit-knowledge")
		? present(state, question(scene, form))
		: refuse(state);

const leave = async (_: Scene, state: State, { group }: FaqForm) =>
	say(closed(state), stopped, [
		...(group === undefined
			? []
			: [
					offer(QUESTION_LABEL.list, {
						kind: "staff",
						does: { kind: "questions" },
					}),
				]),
		offer(QUESTION_LABEL.faq, { kind: "staff", does: { kind: "faq" } }),
	]);

/** Correcting an answer of the FAQ, adding one, or adding a way of asking for what there is. */
export const faqHandler: Handler<FaqForm> = {
	choose,
	hear,
	resume,
	back: async (scene, state, form) =>
		form.ask === "question" || form.ask === "confirm"
			? goTo(scene, state, { ...form, ask: form.alias ? "target" : "edit" })
			: leave(scene, state, form),
	leave,
};
