import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import { link } from "../../channels/web/layout.js";
import { showDate } from "../../conversation/wording/show.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { Actor } from "../../people/roles.js";
import type { GroupView } from "../../questions/desk.js";
import { deskPage } from "../page.js";
import { saidLine } from "../pieces.js";
import { groupAddress, QUESTIONS } from "./at.js";
import { howItEnded } from "./words.js";

/** More than this is not read in one go; what is asked least waits. */
const SHOWN = 60;

interface QuestionsList {
	readonly office: string;
	readonly actor: Actor;
	readonly knowledge: Knowledge;
	readonly groups: readonly GroupView[];
	/** How many questions were asked in the time looked at, ended or not. */
	readonly asked: number;
	readonly whole: boolean;
	/** `11/2026` */
	readonly month: string;
	readonly done?: string | undefined;
	readonly fault?: string | undefined;
}

/** What could not be answered, alike ones together, most asked first. */
export const listPage = ({
	office,
	actor,
	knowledge,
	groups,
	asked,
	whole,
	month,
	...said
}: QuestionsList): Markup =>
	deskPage({
		title: "Câu chưa trả lời được",
		office,
		actor,
		at: "questions",
		also: ["questions.css"],
		body: html`<h1>Câu chưa trả lời được</h1>
${saidLine(said)}
<p>Câu hỏi bot chưa hiểu, hoặc trả lời chưa đúng ý. Không ghi ai hỏi.</p>
<nav class="acts choose" aria-label="Thời gian">${link(QUESTIONS, `Tháng ${month}`, !whole)} ${link(`${QUESTIONS}?ky=tat-ca`, "Tất cả", whole)}</nav>
<p class="lead">${whole ? "Mười hai tháng qua" : `Tháng ${month}`}: ${asked} lượt chưa trả lời được; ${groups.length > 0 ? html`còn <strong>${groups.length} nhóm</strong> chưa xong` : "không còn nhóm nào chưa xong"}.</p>
${
	groups.length > 0 &&
	html`<ol class="groups">${groups.slice(0, SHOWN).map((view) => row(view, knowledge))}</ol>`
}
${groups.length > SHOWN && html`<p class="note">Còn ${groups.length - SHOWN} nhóm ít hỏi hơn; xong các nhóm trên thì hiện tiếp.</p>`}
${!whole && groups.length === 0 && html`<p><a class="button second" href="${QUESTIONS}?ky=tat-ca">Xem các tháng trước</a></p>`}`,
	});

const row = (
	{ group, text, times, last, followers }: GroupView,
	knowledge: Knowledge,
) =>
	html`<li class="card"><a href="${groupAddress(group.id)}">${text}</a>
<p><strong>${times} lần</strong>${last && html`, gần nhất ${showDate(last)}`}${group.wordings.length > 1 && html`, ${group.wordings.length} cách hỏi`}. Kết quả: ${howItEnded(group, knowledge)}.${followers > 0 && html` <strong>${followers} người chờ được báo.</strong>`}</p></li>`;
