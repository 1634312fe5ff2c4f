import { html } from "hono/html";
import { link, type Markup } from "../../channels/web/layout.js";
import { showDate } from "../../conversation/wording/show.js";
import type { HistoryRecord } from "../../knowledge/history.js";
import type { ToReview } from "../../knowledge/review.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { Actor } from "../../people/roles.js";
import type { LocalDate } from "../../time.js";
import { entryAddress, HISTORY } from "../knowledge/at.js";
import { deskPage } from "../page.js";
import { saidLine } from "../pieces.js";
import { REPLACED, REVIEW, REVIEWED } from "./at.js";
import { entryOf, seenOf } from "./seen.js";
import { replacedFields, type Typed } from "./typed.js";

/** As many as are looked at in a sitting. */
const SHOWN = 40;

interface ReviewList {
	readonly office: string;
	readonly actor: Actor;
	readonly knowledge: Knowledge;
	readonly due: readonly ToReview[];
	readonly today: LocalDate;
	/** Those of the next months as well. */
	readonly ahead: boolean;
	/** Where a replaced text was marked, to be taken back. */
	readonly marked: readonly HistoryRecord[];
	readonly typed: Typed;
	readonly done?: string | undefined;
	readonly fault?: string | undefined;
}

/** What is to be held against its sources again, and the texts that were replaced. */
export const listPage = (list: ReviewList): Markup => {
	const { office, actor, due, today, ahead } = list;
	return deskPage({
		title: "Rà soát",
		office,
		actor,
		at: "review",
		also: ["questions.css"],
		body: html`<h1>Rà soát</h1>
${saidLine(list)}
<p>Mục nào đến hạn thì mở ra, đối chiếu với văn bản, rồi bấm “Đã rà soát hôm nay”. Mục có gì sai thì sửa trước.</p>
<nav class="acts choose" aria-label="Hạn">${link(REVIEW, "Đến hạn", !ahead)} ${link(`${REVIEW}?den=3-thang`, "Đến hạn trong 3 tháng tới", ahead)}</nav>
<p class="lead">${due.length > 0 ? html`<strong>${due.length} mục</strong> ${ahead ? "cần rà soát trong 3 tháng tới" : "cần rà soát"}, dựa vào văn bản bị thay thế và cũ nhất ở trên.` : "Chưa có mục nào đến hạn."}</p>
${due.length > 0 && html`<ol class="groups">${due.slice(0, SHOWN).map((one) => row(one, list.knowledge, today))}</ol>`}
${due.length > SHOWN && html`<p class="note">Còn ${due.length - SHOWN} mục; xong các mục trên thì hiện tiếp.</p>`}
<section class="card" id="thay-the"><h2>Đánh dấu văn bản đã bị thay thế</h2>
<p>Mọi câu trả lời dựa vào văn bản đó sẽ kèm lời nhắc cho đến khi được rà soát. Bước sau cho xem những mục nào.</p>
${replacedForm(list.typed)}
${replacedList(list)}</section>`,
	});
};

const row = (
	{ entry, title, reviewBy, replaced }: ToReview,
	knowledge: Knowledge,
	today: LocalDate,
) => {
	const content = entryOf(knowledge, entry);
	if (!content) return undefined;
	const recheck = "recheck" in content ? content.recheck : undefined;
	return html`<li class="card"><a href="${entryAddress(entry)}">${title}</a>
<p>Đối chiếu ngày ${showDate(content.checkedOn)}, hạn ${showDate(reviewBy)}${reviewBy <= today && html` <strong>(đã đến hạn)</strong>`}.</p>
${replaced && html`<p class="caution">Dựa vào ${replaced.text}, đã bị thay bằng ${replaced.replacedBy}.</p>`}
${recheck && html`<p>Cần đối chiếu thêm: ${recheck}</p>`}
<form method="post" action="${REVIEWED}"><input type="hidden" name="muc" value="${entry.kind}:${entry.id}"><input type="hidden" name="thay" value="${seenOf(content)}">
<button class="second">Đã rà soát hôm nay<span class="quiet">: ${title}</span></button></form></li>`;
};

const replacedForm = (typed: Typed) =>
	html`<form class="form" method="post" action="${REPLACED}">
${replacedFields(typed)}
<div class="acts"><button name="buoc" value="xem">Xem trước</button></div></form>`;

const replacedList = ({ knowledge, marked }: ReviewList) =>
	knowledge.replaced.length > 0 &&
	html`<h3>Đã đánh dấu</h3>
<ul class="list">${knowledge.replaced.map(
		({ text, replacedBy, markedOn, note }) => {
			const record = marked.find(({ entry }) => entry.id === text);
			return html`<li><strong>${text}</strong>, thay bằng ${replacedBy}, từ ngày ${showDate(markedOn)}.${note && html` ${note}`}
${
	record &&
	html`<form method="post" action="${HISTORY}"><input type="hidden" name="lan" value="${record.id}"><button class="second">Hoàn tác<span class="quiet">: ${text}</span></button></form>`
}</li>`;
		},
	)}</ul>
<p><a href="${HISTORY}">Lịch sử sửa kiến thức</a></p>`;
