import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import { showDate } from "../../conversation/wording/show.js";
import { titleOf } from "../../knowledge/labels.js";
import type { Knowledge } from "../../knowledge/schema.js";
import { type Actor, may } from "../../people/roles.js";
import type { GroupView } from "../../questions/desk.js";
import { deskPage } from "../page.js";
import { saidLine } from "../pieces.js";
import {
	answerAddress,
	attachAddress,
	endAddress,
	groupAddress,
	QUESTIONS,
} from "./at.js";
import { type Target, targetValue, titleOfTarget } from "./target.js";
import { endedOn, howItEnded, TARGET } from "./words.js";

interface GroupPage {
	readonly office: string;
	readonly actor: Actor;
	readonly knowledge: Knowledge;
	readonly view: GroupView;
	/** What the search finds near it, or near what was looked for. */
	readonly near: readonly Target[];
	/** What was looked for. */
	readonly sought: string;
	/** The ways of asking that are ticked. */
	readonly ticked: readonly string[];
	readonly done?: string | undefined;
	readonly fault?: string | undefined;
}

/** One group, and the four ways to end it. */
export const groupPage = (page: GroupPage): Markup => {
	const { office, actor, knowledge, view } = page;
	const { group, text, times, last, followers } = view;
	const edits = may(actor, "edit-knowledge");
	return deskPage({
		title: text,
		office,
		actor,
		at: "questions",
		also: ["questions.css"],
		body: html`<p class="trail"><a href="${QUESTIONS}">Câu chưa trả lời được</a></p>
<h1>${text}</h1>
${saidLine(page)}
<section class="card">
<p><strong>${times} lần</strong> từ ${showDate(group.opened)}${last && html`, gần nhất ${showDate(last)}`}. Kết quả: ${howItEnded(group, knowledge)}.</p>
${followers > 0 && html`<p>${followers} người nhờ báo khi có câu trả lời. Công bố xong là họ được báo một lần.</p>`}
${group.settled && html`<p class="done">${endedOn(group.settled)} Làm lại dưới đây để sửa.</p>`}
</section>
${edits && attachPart(page)}
${
	edits &&
	html`<section class="card"><h2>Viết câu trả lời</h2>
<p>Chưa có câu nào nói việc này thì viết một câu, kèm nguồn.</p>
<p><a class="button" href="${answerAddress(group.id)}">Viết câu trả lời</a></p></section>`
}
${outsidePart(page, edits)}
<section class="card"><h2>Bỏ qua</h2>
<p>Câu không có nghĩa, hoặc không cần trả lời.${followers > 0 && " Người nhờ báo sẽ không được báo."}</p>
<form method="post" action="${endAddress(group.id)}"><button class="grave" name="la" value="dismissed">Bỏ qua nhóm này</button></form></section>`,
	});
};

const attachPart = ({
	view: { group },
	knowledge,
	near,
	sought,
	ticked,
}: GroupPage): Markup => {
	const all = group.wordings.length;
	return html`<section class="card" id="gan"><h2>Gắn vào câu có sẵn</h2>
<p>Chọn câu đúng ý: các cách hỏi này được thêm vào câu đó. Bước sau cho xem trước.</p>
<form class="form" method="post" action="${attachAddress(group.id)}">
<details${all > 1 && ticked.length < all && html` open`}><summary>Cách hỏi sẽ thêm: ${all > 1 ? `${ticked.length} trong ${all}` : "1"}</summary>
<fieldset><legend>Bỏ chọn cách hỏi không nên thêm</legend>${group.wordings.map(
		({ text, times }) =>
			html`<label><input type="checkbox" name="cach" value="${text}"${ticked.includes(text) && html` checked`}> <span>${text} (${times})</span></label>`,
	)}</fieldset></details>
${
	near.length > 0
		? html`<div class="picks">${near.map((target) => pick(target, knowledge))}</div>`
		: html`<p class="note">${sought ? "Không tìm thấy câu nào gần với chữ này." : "Không có câu nào gần. Anh/chị thử tìm bằng từ khác."}</p>`
}
</form>
<form class="search" method="get" action="${groupAddress(group.id)}#gan" role="search">
<label for="tim">Tìm câu khác</label>
<div class="row"><input id="tim" name="tim" type="search" value="${sought}" maxlength="200" autocomplete="off"><button class="second">Tìm</button></div>
</form></section>`;
};

const pick = (target: Target, knowledge: Knowledge) => {
	const title = titleOfTarget(knowledge, target);
	return (
		title &&
		html`<button class="pick" name="vao" value="${targetValue(target)}"><span class="what">${TARGET[target.kind]}</span> ${title}</button>`
	);
};

const outsidePart = (
	{ view: { group, followers }, knowledge }: GroupPage,
	edits: boolean,
): Markup => html`<section class="card"><h2>Ngoài phạm vi</h2>
${
	edits &&
	html`<form class="form" method="post" action="${attachAddress(group.id)}">
${group.wordings.map(({ text }) => html`<input type="hidden" name="cach" value="${text}">`)}
<div><label for="viec">Gắn vào việc ngoài phạm vi đã có</label>
<select id="viec" name="vao">${knowledge.outOfScope.topics.map(
		(topic) =>
			html`<option value="${targetValue({ kind: "topic", id: topic.id })}">${titleOf("topic", topic.id, topic)}: ${shortened(topic.answer)}</option>`,
	)}</select></div>
<div class="acts"><button>Xem trước</button></div></form>`
}
<form method="post" action="${endAddress(group.id)}"><p>Hoặc chỉ ghi là ngoài phạm vi, không đổi câu trả lời của bot.${followers > 0 && " Người nhờ báo sẽ không được báo."}</p>
<button class="second" name="la" value="out-of-scope">Chỉ ghi ngoài phạm vi</button></form></section>`;

/** Enough of an answer to tell which it is. */
const LETTERS = 60;
const shortened = (answer: string) => {
	const words = answer.replace(/^Việc này không thuộc bàn này\.\s*/, "");
	return words.length <= LETTERS ? words : `${words.slice(0, LETTERS)}…`;
};
