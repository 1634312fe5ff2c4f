import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import { renderText } from "../../channels/web/render-text.js";
import type { Actor } from "../../people/roles.js";
import type { GroupView } from "../../questions/desk.js";
import { effectPart } from "../effect/part.js";
import { deskPage } from "../page.js";
import { saidLine } from "../pieces.js";
import { groupAddress, QUESTIONS } from "./at.js";
import type { Foreseen } from "./foreseen.js";

interface PreviewPage {
	readonly office: string;
	readonly actor: Actor;
	readonly view: GroupView;
	readonly heading: string;
	/** Which entry, and what is added to it. */
	readonly about: Markup;
	/** As the citizen will be told. */
	readonly told: string;
	/** Nothing when the entry says all this already. */
	readonly foreseen: Foreseen | undefined;
	/** Where the form goes, and what it carries. */
	readonly action: string;
	readonly fields: readonly (readonly [string, string])[];
	/** Goes back to what was typed; without, back to the group. */
	readonly mend?: boolean;
	readonly fault?: string | undefined;
}

/** What publishing would say and change; nothing is changed yet. */
export const previewPage = (page: PreviewPage): Markup => {
	const { view, heading, foreseen, action, fields } = page;
	return deskPage({
		title: heading,
		office: page.office,
		actor: page.actor,
		at: "questions",
		also: ["questions.css"],
		body: html`<p class="trail"><a href="${QUESTIONS}">Câu chưa trả lời được</a></p>
<h1>${heading}</h1>
${saidLine({ fault: page.fault })}
<p class="lead">Xem trước. Chưa đổi gì.</p>
<section class="card">${page.about}</section>
<section class="card"><h2>Người dân sẽ thấy</h2><div class="told">${renderText(page.told)}</div></section>
<section class="card"><h2>Nếu công bố</h2>
${foreseen ? effects(foreseen, view) : html`<p>Các cách hỏi này đã có ở câu đó, nên không có gì để ghi thêm. Bấm Công bố để xong nhóm này.</p>`}
${view.followers > 0 && html`<p>${view.followers} người nhờ báo sẽ được báo một lần.</p>`}
</section>
<form id="cong-bo" method="post" action="${action}">
${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="acts"><button name="buoc" value="cong-bo">Công bố</button>
${page.mend && html`<button class="second" name="buoc" value="sua">Sửa</button>`}
<a class="button second" href="${groupAddress(view.group.id)}">Thôi</a></div>
</form>`,
	});
};

const effects = (
	{ measured, answered, asked }: Foreseen,
	{ times }: GroupView,
) =>
	html`<p>${
		answered === asked
			? html`<strong>Cả nhóm này (${times} lần hỏi) được trả lời bằng câu này.</strong>`
			: html`<strong>${answered} trong ${asked} cách hỏi của nhóm được trả lời bằng câu này.</strong> Các cách còn lại bot sẽ hỏi lại cho rõ hoặc chọn câu khác.`
	}</p>
${effectPart(measured, html`<button class="second" form="cong-bo" name="buoc" value="xem">Xem kết quả</button>`)}`;
