import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { WalkInOutcome } from "../../booking/saturday-desk.js";
import type { Markup } from "../../channels/web/layout.js";
import { createOnce } from "../../channels/web/once.js";
import { NOT_FOUND, refuse } from "../../channels/web/refusals.js";
import { turnField } from "../../channels/web/render.js";
import { walkInWords } from "../../conversation/wording/staff/roster.js";
import type { Procedure } from "../../knowledge/schema.js";
import { type DeskEnv, UNNOTED } from "../gate.js";
import { deskPage } from "../page.js";
import type { DeskParts } from "../parts.js";
import { askedOf, deskAsked } from "./asked.js";
import { type At, walkInAddress } from "./at.js";
import type { DeskBook } from "./desk-book.js";
import type { Notices } from "./notice.js";
import { backToList } from "./record.js";
import { readWalkInForm, type WalkInAsked } from "./visit-form.js";

/** As many as are compared at a glance. */
const OFFERED = 4;

/** Somebody who came without booking. */
export function walkInRoutes(
	parts: DeskParts,
	book: DeskBook,
	notices: Notices,
) {
	const { requires, saturday, knowledge, understand, clock, office } = parts;

	/** What the words may mean; one where there is no doubt. */
	function procedures(words: string): readonly Procedure[] {
		const { candidates, decision } = understand()(words);
		const found = [...new Set(candidates.map(({ code }) => code))].flatMap(
			(id) => knowledge().procedures.get(id) ?? [],
		);
		return found.slice(0, decision === "answer" ? 1 : OFFERED);
	}

	/** The same form sent twice, by an impatient thumb or a reload, is one visitor. */
	const once = createOnce<WalkInOutcome>(clock);

	async function add(
		c: Context<DeskEnv>,
		at: At,
		{ turn, name }: WalkInAsked,
		procedure: string | undefined,
	) {
		const { member, note } = c.var;
		const act = async () => {
			const outcome = await saturday.walkIn(
				at.desk,
				at.day,
				{
					...(name && { visitor: { name } }),
					...(procedure && { procedure }),
				},
				member.id,
			);
			if (outcome.kind === "recorded")
				await note("walk-in-added", outcome.booking.code, at.desk);
			return outcome;
		};
		const outcome = await (turn ? once(`${member.id} ${turn}`, act) : act());
		return backToList(c, book, notices, at, {
			words: walkInWords(outcome),
			...(outcome.kind === "recorded" && { code: outcome.booking.code }),
		});
	}

	return new Hono<DeskEnv>().post(
		"/ban/:day/khach-moi",
		requires("record-visit", UNNOTED, { desk: deskAsked }),
		async (c) => {
			const { day, desk } = askedOf(c);
			const at = day && desk ? { day, desk } : undefined;
			if (!at || !(await book.open(c.var.member, at)))
				return refuse(c, NOT_FOUND, office());
			const asked = readWalkInForm(await c.req.parseBody().catch(() => ({})));
			const { words, procedure } = asked;
			if (procedure !== undefined) {
				const known = knowledge().procedures.has(procedure);
				return add(c, at, asked, known ? procedure : undefined);
			}
			if (!words) return add(c, at, asked, undefined);
			const found = procedures(words);
			const [only, other] = found;
			return only && !other
				? add(c, at, asked, only.id)
				: c.html(whichPage(c, at, asked, found, office()));
		},
	);
}

const whichPage = (
	{ var: { actor } }: Context<DeskEnv>,
	at: At,
	{ turn, name, words }: WalkInAsked,
	found: readonly Procedure[],
	office: string,
): Markup =>
	deskPage({
		title: "Khách không hẹn",
		office,
		actor,
		at: "home",
		body: html`<h1>Khách hỏi việc nào?</h1>
<p role="status">${found.length > 0 ? "Các việc gần nhất với" : "Chưa tìm thấy việc nào cho"} <bdi>“${words}”</bdi>.</p>
<form class="form" method="post" action="${walkInAddress(at)}">
${turnField(turn)}<input type="hidden" name="name" value="${name}">
${found.map(({ id, title }) => html`<button class="second" name="procedure" value="${id}">${title}</button>`)}
<button class="second" name="procedure" value="">Ghi mà không nêu việc</button>
</form>
<h2>Nói cách khác</h2>
<form class="form" method="post" action="${walkInAddress(at)}">
${turnField(turn)}<input type="hidden" name="name" value="${name}">
<div><label for="viec-khach">Việc cần hỏi</label>
<input id="viec-khach" name="words" value="${words}" autocomplete="off"></div>
<button>Tìm lại</button>
</form>`,
	});
