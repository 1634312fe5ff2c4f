import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import type { ToReview } from "../../knowledge/review.js";
import type { Actor } from "../../people/roles.js";
import { deskPage } from "../page.js";
import { saidLine } from "../pieces.js";
import { REPLACED, REVIEW } from "./at.js";
import type { Typed, Wish } from "./typed.js";

/** As many as tell that the right text is meant. */
const SHOWN = 60;

interface PreviewPage {
	readonly office: string;
	readonly actor: Actor;
	readonly wish: Wish;
	readonly typed: Typed;
	readonly version: string;
	/** What will be told with a caution. */
	readonly resting: readonly ToReview[];
	readonly fault?: string | undefined;
}

/** What rests on the text that is to be marked; nothing is changed yet. */
export const previewPage = ({
	office,
	actor,
	wish,
	typed,
	version,
	resting,
	fault,
}: PreviewPage): Markup =>
	deskPage({
		title: "Đánh dấu văn bản đã bị thay thế",
		office,
		actor,
		at: "review",
		also: ["questions.css"],
		body: html`<p class="trail"><a href="${REVIEW}">Rà soát</a></p>
<h1>Đánh dấu văn bản đã bị thay thế</h1>
${saidLine({ fault })}
<p class="lead">Xem trước. Chưa đổi gì.</p>
<section class="card"><p><strong>${wish.text}</strong>, thay bằng <strong>${wish.replacedBy}</strong>.</p>
${wish.note && html`<p>${wish.note}</p>`}</section>
<section class="card"><h2>${resting.length > 0 ? `${resting.length} mục dựa vào văn bản này` : "Không có mục nào dựa vào văn bản này"}</h2>
${
	resting.length > 0
		? html`<p>Các mục này sẽ kèm lời nhắc cho đến khi được rà soát:</p>
<ul>${resting.slice(0, SHOWN).map(({ title }) => html`<li>${title}</li>`)}</ul>
${resting.length > SHOWN && html`<p class="note">Và ${resting.length - SHOWN} mục nữa.</p>`}`
		: html`<p>Anh/chị xem lại số hiệu đã đúng như trong nguồn chưa.</p>`
}</section>
<form method="post" action="${REPLACED}">
${Object.entries(typed).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<input type="hidden" name="ban" value="${version}">
<div class="acts"><button name="buoc" value="cong-bo">Công bố</button>
<button class="second" name="buoc" value="sua">Sửa</button>
<a class="button second" href="${REVIEW}">Thôi</a></div></form>`,
	});
