import { html } from "hono/html";
import * as z from "zod";
import type { Markup } from "../../channels/web/layout.js";
import type { FaqDraft } from "../../knowledge/draft.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { Actor } from "../../people/roles.js";
import type { GroupView } from "../../questions/desk.js";
import { deskPage } from "../page.js";
import { saidLine } from "../pieces.js";
import { answerAddress, groupAddress } from "./at.js";

/** More than anybody reads in a chat. */
const LONGEST_ANSWER = 3_000;
const LONGEST_LINE = 500;

/** An answer as it was typed: kept as it is until it may be published. */
export const Typed = z.object({
	question: z.string().catch(""),
	procedure: z.string().catch(""),
	answer: z.string().catch(""),
	source: z.string().catch(""),
});
export type Typed = z.infer<typeof Typed>;

/** The answer, or what to mend first. */
export function readDraft(
	typed: Typed,
	{ procedures }: Pick<Knowledge, "procedures">,
): FaqDraft | { readonly fault: string } {
	const question = typed.question.trim().replace(/\s+/g, " ");
	const answer = typed.answer.trim();
	const source = typed.source
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter(Boolean);
	const faults = [
		question === "" && "Anh/chị ghi câu hỏi.",
		question.length > LONGEST_LINE && "Câu hỏi dài quá, anh/chị viết gọn lại.",
		!procedures.has(typed.procedure) &&
			"Anh/chị chọn thủ tục mà câu này nói đến.",
		answer === "" && "Anh/chị viết câu trả lời.",
		answer.length > LONGEST_ANSWER &&
			`Câu trả lời dài ${answer.length} chữ cái; gọn trong ${LONGEST_ANSWER} thì người dân mới đọc hết.`,
		source.length === 0 &&
			"Anh/chị ghi nguồn: văn bản, điều khoản nào nói như vậy.",
		source.some((line) => line.length > LONGEST_LINE) &&
			"Nguồn dài quá: mỗi dòng một văn bản, điều khoản.",
	].filter((fault) => typeof fault === "string");
	return faults.length > 0
		? { fault: faults.join(" ") }
		: { question, procedure: typed.procedure, answer, source };
}

interface AnswerForm {
	readonly office: string;
	readonly actor: Actor;
	readonly knowledge: Knowledge;
	readonly view: GroupView;
	readonly typed: Typed;
	/** Procedures that the search finds near. */
	readonly near: readonly string[];
	readonly fault?: string | undefined;
}

/** The form of a new answer to a group. */
export const answerForm = ({
	office,
	actor,
	knowledge,
	view: { group, text, times },
	typed,
	near,
	fault,
}: AnswerForm): Markup =>
	deskPage({
		title: "Viết câu trả lời",
		office,
		actor,
		at: "questions",
		also: ["questions.css"],
		body: html`<p class="trail"><a href="${groupAddress(group.id)}">${text}</a></p>
<h1>Viết câu trả lời</h1>
${saidLine({ fault })}
<p>Cho ${times} lần hỏi: ${group.wordings.map((one) => `“${one.text}”`).join(", ")}.</p>
<form class="form" method="post" action="${answerAddress(group.id)}">
<div><label for="hoi">Câu hỏi, viết đủ dấu</label>
<input id="hoi" name="question" value="${typed.question}" required maxlength="${LONGEST_LINE}" autocomplete="off"></div>
<div><label for="thu-tuc">Thuộc thủ tục</label>
<select id="thu-tuc" name="procedure" required><option value="">Chọn thủ tục</option>${options(knowledge, near, typed.procedure)}</select></div>
<div><label for="dap">Câu trả lời</label>
<textarea id="dap" name="answer" rows="6" required maxlength="${LONGEST_ANSWER}">${typed.answer}</textarea></div>
<div><label for="nguon">Nguồn, mỗi dòng một văn bản</label>
<textarea id="nguon" name="source" rows="3" required aria-describedby="nguon-vi-du">${typed.source}</textarea>
<p class="note" id="nguon-vi-du">Ví dụ: Nghị định 168/2025/NĐ-CP, Điều 24</p></div>
<div class="acts"><button name="buoc" value="xem">Xem trước</button>
<a class="button second" href="${groupAddress(group.id)}">Thôi</a></div>
</form>`,
	});

function options(
	{ procedures }: Knowledge,
	near: readonly string[],
	chosen: string,
): Markup {
	const option = (id: string) =>
		html`<option value="${id}"${id === chosen && html` selected`}>${procedures.get(id)?.title}</option>`;
	const others = [...procedures.values()].filter(
		({ id }) => !near.includes(id),
	);
	const fields = [...new Set(others.map(({ field }) => field))];
	return html`${near.length > 0 && html`<optgroup label="Gần nhất">${near.map(option)}</optgroup>`}${fields.map(
		(field) =>
			html`<optgroup label="${field}">${others.filter((one) => one.field === field).map(({ id }) => option(id))}</optgroup>`,
	)}`;
}
