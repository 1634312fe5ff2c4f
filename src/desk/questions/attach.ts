import type { Context } from "hono";
import { html } from "hono/html";
import * as z from "zod";
import { KnowledgeError } from "../../knowledge/fault.js";
import { readForm, ticked } from "../form.js";
import type { DeskEnv } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { attachAddress } from "./at.js";
import type { createForesight } from "./foreseen.js";
import { previewPage } from "./preview-page.js";
import type { createPublish } from "./publish.js";
import { type QuestionPages, stateOf } from "./show.js";
import { endingOf, readTarget, type Target, withAsks } from "./target.js";
import { aspectOf, toldOf } from "./told.js";
import { CLASH, faultWords, TARGET } from "./words.js";

const Sent = z.object({
	vao: z.string(),
	cach: z.unknown().optional(),
	buoc: z.string().optional(),
	/** The version that was looked at, and how the group stood. */
	ban: z.string().optional(),
	cu: z.string().optional(),
});

/** A group's ways of asking, added to an entry that is there: looked at first, then published. */
export function attachHandler(
	{ editor, knowledge, understand, office }: DeskParts,
	show: QuestionPages,
	foresee: ReturnType<typeof createForesight>,
	publish: ReturnType<typeof createPublish>,
) {
	const open = (target: Target) =>
		editor.open(target).catch((error: unknown) => {
			if (error instanceof KnowledgeError) return error;
			throw error;
		});

	return async (c: Context<DeskEnv>) => {
		const view = await show.find(c);
		const sent = await readForm(c, Sent);
		if (!view || !sent) return show.missing(c);
		const { group } = view;
		const chosen = ticked(sent.cach);
		const asks = group.wordings
			.map(({ text }) => text)
			.filter((text) => chosen.includes(text));
		const again = (fault: string) =>
			show.group(c, view, { fault, ticked: asks });
		if (asks.length === 0)
			return again("Anh/chị chọn ít nhất một cách hỏi để gắn.");
		const target = readTarget(sent.vao);
		const opened = target && (await open(target));
		if (opened instanceof KnowledgeError)
			return again(faultWords(opened.faults));
		if (!target || !opened)
			return again("Câu này nay không còn. Anh/chị chọn câu khác.");
		const edit = withAsks(opened, asks);
		const aspect = aspectOf(
			knowledge(),
			target,
			understand()(view.text).aspect,
		);

		const preview = async (fault?: string) => {
			const tried = await editor.preview(edit);
			if (tried.kind === "faults") return again(faultWords(tried.faults));
			const candidate = tried.kind === "ready" ? tried.candidate : undefined;
			return c.html(
				previewPage({
					office: office(),
					actor: c.var.actor,
					view,
					heading:
						target.kind === "topic"
							? "Gắn vào việc ngoài phạm vi"
							: "Gắn vào câu có sẵn",
					about: html`<p><span class="what">${TARGET[target.kind]}</span> <strong>${opened.title}</strong></p>
<p>Thêm cách hỏi: ${asks.map((ask) => `“${ask}”`).join(", ")}.</p>`,
					told: toldOf(candidate?.knowledge ?? knowledge(), target, aspect),
					foreseen: candidate && (await foresee(candidate, target, asks)),
					action: attachAddress(group.id),
					fields: [
						["vao", sent.vao],
						...asks.map((ask) => ["cach", ask] as const),
						["ban", opened.version],
						["cu", stateOf(group)],
					],
					fault,
				}),
				fault ? 409 : 200,
			);
		};

		if (sent.buoc !== "cong-bo" || sent.ban === undefined) return preview();
		if (sent.cu !== stateOf(group)) return show.endedMeanwhile(c, view);
		const published = await publish({
			group: group.id,
			edit,
			version: sent.ban,
			by: c.var.member.id,
			ending: (now) => endingOf(target, now, aspect),
		});
		if (published.kind === "clash") return preview(CLASH);
		if (published.kind === "faults") return again(faultWords(published.faults));
		return show.ended(
			c,
			view,
			target.kind === "topic"
				? `Đã công bố: “${view.text}” nay được chỉ đường như “${opened.title}”.`
				: `Đã công bố: “${view.text}” nay được trả lời bằng “${opened.title}”.`,
			target.kind !== "topic",
		);
	};
}
