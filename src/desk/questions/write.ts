import type { Context } from "hono";
import { html } from "hono/html";
import * as z from "zod";
import { withFaqDraft } from "../../knowledge/draft.js";
import { ABSENT } from "../../knowledge/entry.js";
import type { GroupView } from "../../questions/desk.js";
import { dayAt } from "../../time.js";
import { readForm } from "../form.js";
import type { DeskEnv } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { answerForm, readDraft, Typed } from "./answer-form.js";
import { answerAddress } from "./at.js";
import type { createForesight } from "./foreseen.js";
import { previewPage } from "./preview-page.js";
import type { createPublish } from "./publish.js";
import { type QuestionPages, stateOf } from "./show.js";
import { endingOf } from "./target.js";
import { toldOf } from "./told.js";
import { faultWords } from "./words.js";

const Step = z.object({
	buoc: z.string().optional(),
	cu: z.string().optional(),
});

const SAME_NAME =
	"Vừa có một câu cùng tên được công bố. Anh/chị bấm Sửa để đặt câu hỏi khác, hoặc quay lại nhóm và gắn vào câu đó.";

/** A new answer to a group: written, looked at as the citizen will see it, then published. */
export function writeHandlers(
	{ editor, knowledge, understand, office, clock }: DeskParts,
	show: QuestionPages,
	foresee: ReturnType<typeof createForesight>,
	publish: ReturnType<typeof createPublish>,
) {
	const near = (view: GroupView) =>
		understand()(view.text).candidates.map(({ code }) => code);
	const form = (
		c: Context<DeskEnv>,
		view: GroupView,
		typed: Typed,
		fault?: string,
	) =>
		c.html(
			answerForm({
				office: office(),
				actor: c.var.actor,
				knowledge: knowledge(),
				view,
				typed,
				near: near(view),
				fault,
			}),
			fault ? 422 : 200,
		);

	return {
		async form(c: Context<DeskEnv>) {
			const view = await show.find(c);
			if (!view) return show.missing(c);
			const [procedure = ""] = near(view);
			const question = view.text;
			return form(c, view, { question, procedure, answer: "", source: "" });
		},

		async sent(c: Context<DeskEnv>) {
			const view = await show.find(c);
			const sent = await readForm(c, Typed.and(Step));
			if (!view || !sent) return show.missing(c);
			const { group } = view;
			const typed: Typed = Typed.parse(sent);
			if (sent.buoc === "sua") return form(c, view, typed);
			const draft = readDraft(typed, knowledge());
			if ("fault" in draft) return form(c, view, typed, draft.fault);
			const asks = [
				...new Set([draft.question, ...group.wordings.map(({ text }) => text)]),
			];
			const edit = withFaqDraft(
				knowledge(),
				{ ...draft, asks },
				dayAt(clock()),
			);
			const target = { kind: "faq", id: edit.entry.id } as const;

			const preview = async (fault?: string) => {
				const tried = await editor.preview(edit);
				if (tried.kind === "faults")
					return form(c, view, typed, faultWords(tried.faults));
				const candidate = tried.kind === "ready" ? tried.candidate : undefined;
				const now = candidate?.knowledge ?? knowledge();
				return c.html(
					previewPage({
						office: office(),
						actor: c.var.actor,
						view,
						heading: "Viết câu trả lời",
						about: html`<p><strong>${draft.question}</strong></p>
<p>Thuộc: ${now.procedures.get(draft.procedure)?.title}. Cách hỏi: ${asks.map((ask) => `“${ask}”`).join(", ")}.</p>`,
						told: toldOf(now, target, null),
						foreseen: candidate && (await foresee(candidate, target, asks)),
						action: answerAddress(group.id),
						fields: [...Object.entries(typed), ["cu", stateOf(group)]],
						mend: true,
						fault,
					}),
					fault ? 409 : 200,
				);
			};

			if (sent.buoc !== "cong-bo") return preview();
			if (sent.cu !== stateOf(group)) return show.endedMeanwhile(c, view);
			const published = await publish({
				group: group.id,
				edit,
				version: ABSENT,
				by: c.var.member.id,
				ending: (now) => endingOf(target, now, null),
			});
			if (published.kind === "clash") return preview(SAME_NAME);
			if (published.kind === "faults")
				return form(c, view, typed, faultWords(published.faults));
			return show.ended(c, view, `Đã công bố câu “${draft.question}”.`, true);
		},
	};
}
