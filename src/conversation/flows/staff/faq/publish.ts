import type { Opened } from "../../../../knowledge/entry.js";
import type { Knowledge } from "../../../../knowledge/schema.js";
import type { FaqForm } from "../../../forms.js";
import type { Choice } from "../../../reply.js";
import type { Scene } from "../../../scene.js";
import type { State } from "../../../state.js";
import { closed, offer, say, type Turn } from "../../../turn.js";
import { bullets } from "../../../wording/show.js";
import * as wording from "../../../wording/staff/faq.js";
import { QUESTION_LABEL } from "../../../wording/staff/questions.js";
import { type Drafted, draft } from "./edit.js";
import { goTo, groupOf, problems, proceed } from "./proceed.js";

/** Publishes what the form came to; then its group of questions is answered, and whoever waited is told. */
export async function publish(
	scene: Scene,
	state: State,
	form: FaqForm,
): Promise<Turn> {
	const { editing, actor, now, knowledge } = scene;
	const view = await groupOf(scene, form);
	const drafted = editing && (await draft(scene, editing, form, view));
	if (!editing || !drafted || actor.kind !== "member")
		return say(closed(state), wording.entryTakenAway);
	const { edit, version, title } = drafted;
	const outcome = await editing.editor.publish(
		edit,
		version,
		actor.member.id,
		now,
	);
	switch (outcome.kind) {
		case "faults":
			return goTo(
				scene,
				state,
				{ ...form, ask: form.alias ? "target" : "edit" },
				wording.faulty(problems(outcome.faults)),
			);
		case "clash": {
			const { current } = outcome;
			return current
				? proceed(
						scene,
						state,
						{ ...form, version: current.version },
						wording.clash(saysNow(current)),
					)
				: say(closed(state), wording.entryTakenAway, [find]);
		}
		case "unchanged":
			await answered(scene, form, drafted, knowledge);
			return say(closed(state), wording.nothingChanged, [list, find]);
		case "published": {
			await answered(scene, form, drafted, outcome.knowledge);
			return say(
				closed(state),
				wording.published(title, view?.followers ?? 0),
				[
					list,
					find,
					offer(wording.UNPUBLISH, {
						kind: "staff",
						does: { kind: "unpublish", record: outcome.id },
					}),
				],
			);
		}
	}
}

async function answered(
	{ editing, actor, today }: Scene,
	{ group }: FaqForm,
	{ answerIn }: Drafted,
	knowledge: Knowledge,
): Promise<void> {
	const answer = answerIn(knowledge);
	if (group === undefined || !answer || actor.kind !== "member") return;
	await editing?.questions.settle(
		group,
		{ as: "answered", answer },
		actor.member.id,
		today,
	);
}

/** What somebody else made of the entry. */
function saysNow({ entry, content, title }: Opened): string {
	if (entry.kind === "faq") {
		const { question, answer, source } = content as Opened<"faq">["content"];
		return `${question}\n${answer}\n${source.join("; ")}`;
	}
	const { asks = [] } = content as Partial<Opened<"procedure">["content"]>;
	return `${title}\n${bullets(asks.slice(-5))}`;
}

const list: Choice = offer(QUESTION_LABEL.list, {
	kind: "staff",
	does: { kind: "questions" },
});
const find: Choice = offer(QUESTION_LABEL.faq, {
	kind: "staff",
	does: { kind: "faq" },
});
