import { Hono } from "hono";
import * as z from "zod";
import { dayAt } from "../../time.js";
import { readForm } from "../form.js";
import { type DeskEnv, UNNOTED } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { QUESTIONS } from "./at.js";
import { attachHandler } from "./attach.js";
import { createForesight } from "./foreseen.js";
import { createPublish } from "./publish.js";
import { createQuestionPages } from "./show.js";
import { writeHandlers } from "./write.js";

const Ended = z.object({ la: z.enum(["out-of-scope", "dismissed"]) });

/**
 * `/quan-tri/cau-hoi`: what could not be answered, and the ways to end that. Nothing here says who asked, so that nothing
 * is noted; who published what stands in the history of the knowledge.
 */
export function questionsRoutes(parts: DeskParts) {
	const { questions, editor, clock, log, requires } = parts;
	const show = createQuestionPages(parts);
	const foresee = createForesight(editor, log);
	const publish = createPublish(parts);
	const write = writeHandlers(parts, show, foresee, publish);
	const sees = requires("see-questions", UNNOTED);
	const edits = requires("edit-knowledge", UNNOTED);
	const group = `${QUESTIONS}/:group` as const;

	return new Hono<DeskEnv>()
		.get(QUESTIONS, sees, show.list)
		.get(group, sees, async (c) => {
			const view = await show.find(c);
			return view ? show.group(c, view) : show.missing(c);
		})
		.post(`${group}/gan`, edits, attachHandler(parts, show, foresee, publish))
		.get(`${group}/tra-loi`, edits, write.form)
		.post(`${group}/tra-loi`, edits, write.sent)
		.post(`${group}/xong`, sees, async (c) => {
			const view = await show.find(c);
			const sent = await readForm(c, Ended);
			if (!view || !sent) return show.missing(c);
			const by = c.var.member.id;
			await questions.settle(
				view.group.id,
				{ as: sent.la },
				by,
				dayAt(clock()),
			);
			return show.ended(
				c,
				view,
				sent.la === "dismissed"
					? `Đã bỏ qua “${view.text}”.`
					: `Đã ghi “${view.text}” là ngoài phạm vi.`,
				false,
			);
		});
}
