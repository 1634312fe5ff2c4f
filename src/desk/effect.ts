import { html } from "hono/html";
import type { Markup } from "../channels/web/layout.js";
import type { AnswerChange, Effect } from "../knowledge/editor.js";

/** As many as are read; the rest is a number. */
const SHOWN = 20;

/** What publishing changes in the answers to the labelled questions; nothing when that could not be worked out. */
export const effectPart = (effect: Effect | undefined): Markup => {
	if (!effect)
		return html`<p class="caution">Chưa thử được trên các câu mẫu. Vẫn công bố được; nếu chưa chắc, anh/chị quay lại sau.</p>`;
	const { total, changes } = effect;
	if (changes.length === 0)
		return html`<p>Trong ${total} câu mẫu không câu nào đổi kết quả.</p>`;
	const worse = changes.filter(isWorse);
	return html`<p>Trong ${total} câu mẫu có <strong>${changes.length} câu đổi kết quả</strong>${worse.length > 0 && html`, <strong>${worse.length} câu đang đúng thành sai</strong>`}:</p>
<ul class="effect">${[...worse, ...changes.filter((one) => !isWorse(one))].slice(0, SHOWN).map(line)}</ul>
${changes.length > SHOWN && html`<p class="note">Và ${changes.length - SHOWN} câu nữa.</p>`}`;
};

const isWorse = ({ rightBefore, rightAfter }: AnswerChange) =>
	rightBefore && !rightAfter;

const line = (change: AnswerChange) => {
	const { text, previous, before, after, rightBefore, rightAfter } = change;
	const verdict = isWorse(change)
		? html` <strong class="worse">Đang đúng thành sai.</strong>`
		: !rightBefore && rightAfter && html` Đang sai thành đúng.`;
	return html`<li>“${text}”${previous !== undefined && html` (hỏi sau câu “${previous}”)`}. Trước: ${before}; sau: ${after}.${verdict}</li>`;
};
