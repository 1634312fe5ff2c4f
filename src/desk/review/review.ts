import { type Context, Hono } from "hono";
import * as z from "zod";
import { NOT_FOUND, refuse } from "../../channels/web/refusals.js";
import { showDate } from "../../conversation/wording/show.js";
import { markReplaced, reviewed } from "../../knowledge/draft.js";
import { ABSENT, type Opened } from "../../knowledge/entry.js";
import { type Fault, KnowledgeError } from "../../knowledge/fault.js";
import { reviewBy, toReview } from "../../knowledge/review.js";
import type { Knowledge } from "../../knowledge/schema.js";
import { addMonths, dayAt } from "../../time.js";
import { readForm } from "../form.js";
import { type DeskEnv, UNNOTED } from "../gate.js";
import type { DeskParts } from "../parts.js";
import { readTarget } from "../questions/target.js";
import { faultWords } from "../questions/words.js";
import { createShownOnce } from "../shown-once.js";
import { REPLACED, REVIEW, REVIEWED } from "./at.js";
import { listPage } from "./list-page.js";
import { previewPage } from "./preview-page.js";
import { seenIn } from "./seen.js";
import { NOTHING, readWish, Typed } from "./typed.js";

const MONTHS_AHEAD = 3;
/** Publishes looked through for the marks that can be taken back here. */
const MARKS = 500;

interface Notice {
	readonly done?: string;
	readonly fault?: string;
}

const Reviewed = z.object({ muc: z.string(), thay: z.string() });
const Step = z.object({
	buoc: z.string().optional(),
	ban: z.string().optional(),
});

/** `/quan-tri/ra-soat`: what has to be held against its sources again. Who did stands in the history of the knowledge. */
export function reviewRoutes({
	editor,
	knowledge,
	office,
	clock,
	requires,
}: DeskParts) {
	const notices = createShownOnce<Notice>(clock);
	const edits = requires("edit-knowledge", UNNOTED);
	const today = () => dayAt(clock());

	const list = async (
		c: Context<DeskEnv>,
		again: { readonly typed?: Typed; readonly fault?: string } = {},
	) => {
		const ahead = c.req.query("den") === "3-thang";
		const until = ahead ? addMonths(today(), MONTHS_AHEAD) : today();
		const notice = notices.get(c.var.member.id, c.req.query("xem"));
		return c.html(
			listPage({
				office: office(),
				actor: c.var.actor,
				knowledge: knowledge(),
				due: toReview(knowledge(), until),
				today: today(),
				ahead,
				marked: (await editor.history(MARKS)).filter(
					({ entry, linesAfter }) =>
						entry.kind === "replaced" && linesAfter !== null,
				),
				typed: again.typed ?? NOTHING,
				...notice,
				...(again.fault !== undefined && { fault: again.fault }),
			}),
			again.fault === undefined ? 200 : 422,
		);
	};
	const then = (c: Context<DeskEnv>, notice: Notice) =>
		c.redirect(`${REVIEW}?xem=${notices.put(c.var.member.id, notice)}`, 303);

	return new Hono<DeskEnv>()
		.get(REVIEW, edits, (c) => list(c))
		.post(REVIEWED, edits, async (c) => {
			const sent = await readForm(c, Reviewed);
			const target = sent && readTarget(sent.muc);
			if (!target || target.kind === "topic")
				return refuse(c, NOT_FOUND, office());
			const opened = await readable(
				editor.open({ kind: target.kind, id: target.id }),
			);
			if ("faults" in opened)
				return then(c, { fault: faultWords(opened.faults) });
			const entry = opened.value as
				| Opened<"faq">
				| Opened<"procedure">
				| undefined;
			if (!entry) return then(c, { fault: "Mục này nay không còn." });
			if (seenIn(entry) !== sent.thay)
				return then(c, { fault: changedSince(entry.title) });
			const published = await editor.publish(
				reviewed(entry, today()),
				entry.version,
				c.var.member.id,
				clock(),
			);
			switch (published.kind) {
				case "clash":
					return then(c, { fault: changedSince(entry.title) });
				case "faults":
					return then(c, { fault: faultWords(published.faults) });
				case "unchanged":
				case "published": {
					const now =
						published.kind === "published" ? published.knowledge : knowledge();
					const by = nextReview(now, target);
					return then(c, {
						done: `Đã rà soát “${entry.title}”.${by ? ` Lần sau: trước ngày ${showDate(by)}.` : ""}`,
					});
				}
			}
		})
		.post(REPLACED, edits, async (c) => {
			const sent = await readForm(c, Typed.and(Step));
			if (!sent) return refuse(c, NOT_FOUND, office());
			const typed = Typed.parse(sent);
			if (sent.buoc === "sua") return list(c, { typed });
			const wish = readWish(typed);
			if ("fault" in wish) return list(c, { typed, fault: wish.fault });
			const edit = markReplaced(wish, today());
			const again = (faults: readonly Fault[]) =>
				list(c, { typed, fault: faultWords(faults) });

			const preview = async (fault?: string) => {
				const opened = await readable(editor.open(edit.entry));
				if ("faults" in opened) return again(opened.faults);
				const tried = await editor.preview(edit);
				if (tried.kind === "faults") return again(tried.faults);
				const now =
					tried.kind === "ready" ? tried.candidate.knowledge : knowledge();
				return c.html(
					previewPage({
						office: office(),
						actor: c.var.actor,
						wish,
						typed,
						version: opened.value?.version ?? ABSENT,
						resting: restingOn(now, wish.text, today()),
						fault,
					}),
					fault ? 409 : 200,
				);
			};

			if (sent.buoc !== "cong-bo" || sent.ban === undefined) return preview();
			const published = await editor.publish(
				edit,
				sent.ban,
				c.var.member.id,
				clock(),
			);
			if (published.kind === "clash") return preview(MARKED_MEANWHILE);
			if (published.kind === "faults") return again(published.faults);
			const now =
				published.kind === "published" ? published.knowledge : knowledge();
			const resting = restingOn(now, wish.text, today()).length;
			return then(c, {
				done: `Đã đánh dấu ${wish.text}: ${resting} mục kèm lời nhắc cho đến khi được rà soát.`,
			});
		});
}

const MARKED_MEANWHILE =
	"Người khác vừa đánh dấu hoặc sửa văn bản này. Anh/chị xem lại rồi bấm Công bố.";

const changedSince = (title: string) =>
	`“${title}” vừa được sửa sau khi anh/chị xem. Anh/chị mở lại mục đó, xem rồi bấm lại; chưa ghi gì.`;

/** What is told with a caution because of the text. */
const restingOn = (
	knowledge: Knowledge,
	text: string,
	today: ReturnType<typeof dayAt>,
) =>
	toReview(
		{
			...knowledge,
			replaced: knowledge.replaced.filter((one) => one.text === text),
		},
		today,
	).filter(({ replaced }) => replaced !== undefined);

const nextReview = (
	{ procedures, faq }: Knowledge,
	{ kind, id }: { readonly kind: string; readonly id: string },
) => {
	const entry = kind === "faq" ? faq.get(id) : procedures.get(id);
	return entry && reviewBy(entry);
};

/** A file that is no YAML at the moment is said, not thrown. */
const readable = async <Value>(
	reading: Promise<Value>,
): Promise<
	{ readonly value: Value } | { readonly faults: readonly Fault[] }
> => {
	try {
		return { value: await reading };
	} catch (error) {
		if (error instanceof KnowledgeError) return { faults: error.faults };
		throw error;
	}
};
