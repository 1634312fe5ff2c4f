import { withAsk, withFaqDraft } from "../../../../knowledge/draft.js";
import type { Edit } from "../../../../knowledge/edit.js";
import { ABSENT, type Opened } from "../../../../knowledge/entry.js";
import type { Knowledge } from "../../../../knowledge/schema.js";
import type { Answered } from "../../../../questions/book.js";
import type { GroupView } from "../../../../questions/desk.js";
import type { Editing } from "../../../editing.js";
import type { FaqForm } from "../../../forms.js";
import type { Scene } from "../../../scene.js";
import { readEntry } from "./entry-name.js";

/** What the form comes to, and what it was made over. */
export interface Drafted {
	readonly edit: Edit;
	/** What the entry said when the person looked at it. */
	readonly version: string;
	/** What people will find. */
	readonly title: string;
	/** The ways of asking that are added. */
	readonly asks: readonly string[];
	/** What answers the questions then; read off the knowledge with the edit in it. */
	answerIn(knowledge: Knowledge): Answered | undefined;
}

/** The edit that the form is for; nothing when its entry is not there any more, or something is missing. */
export async function draft(
	scene: Scene,
	editing: Editing,
	form: FaqForm,
	view: GroupView | undefined,
): Promise<Drafted | undefined> {
	const asks = asksOf(view);
	const entry = readEntry(form.entry);
	if (!entry) return drafted(scene, form, asks);
	const opened = await editing.editor.open(entry);
	if (!opened) return undefined;
	const version = form.version ?? opened.version;
	const asked = withAsks(opened as Known, asks);
	const { title } = opened;
	if (form.alias || entry.kind !== "faq") {
		return {
			edit: { entry, content: asked.content } as Edit,
			version,
			title,
			asks,
			answerIn: (knowledge) =>
				entry.kind === "faq"
					? answerOf(knowledge, entry.id)
					: {
							procedure: entry.id,
							aspect: view ? scene.understand(view.text).aspect : null,
						},
		};
	}
	const content = asked.content as Opened<"faq">["content"];
	const { question = content.question, answer, source } = form;
	if (answer === undefined || source === undefined) return undefined;
	return {
		edit: {
			entry: { kind: "faq", id: entry.id },
			content: { ...content, question, answer, source, checkedOn: scene.today },
		},
		version,
		title: question,
		asks,
		answerIn: (knowledge) => answerOf(knowledge, entry.id),
	};
}

function drafted(
	{ knowledge, today }: Scene,
	{ question, procedure, answer, source }: FaqForm,
	asks: readonly string[],
): Drafted | undefined {
	if (!question || !procedure || !answer || !source) return undefined;
	const ways = asks.length > 0 ? [...asks] : [question];
	const edit = withFaqDraft(
		knowledge,
		{ question, procedure, answer, source, asks: ways },
		today,
	);
	return {
		edit,
		version: ABSENT,
		title: question,
		asks,
		answerIn: (changed) => answerOf(changed, edit.entry.id),
	};
}

function answerOf({ faq }: Knowledge, id: string): Answered | undefined {
	const found = faq.get(id);
	return (
		found && {
			procedure: found.procedure,
			aspect: found.aspect ?? null,
			faq: id,
		}
	);
}

type Known = Opened<"faq"> | Opened<"procedure">;

function withAsks(opened: Known, asks: readonly string[]): Known {
	let known = opened;
	for (const ask of asks)
		known = { ...opened, content: withAsk(known, ask).content } as Known;
	return known;
}

/** In the words of those who asked, except where something was taken out of them. */
const asksOf = (view: GroupView | undefined): readonly string[] =>
	(view?.group.wordings ?? [])
		.map(({ text }) => text)
		.filter((text) => !text.includes("…"));
