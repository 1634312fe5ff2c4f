import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import type { AnswerChange, Effect } from "../../knowledge/editor.js";
import type { Measured } from "./measure.js";

/** What publishing changes in the answers to the labelled questions. `again` asks for the same page once more. */
export function effectPart(measured: Measured, again: Markup): Markup {
	switch (measured.kind) {
		case "none":
			return html`<p>Mục này không đổi cách bot hiểu câu hỏi.</p>`;
		case "failed":
			return html`<p class="caution">Chưa thử được trên các câu mẫu. Nội dung vẫn hợp lệ; công bố rồi vẫn hoàn tác được. Nếu chưa chắc, anh/chị quay lại sau.</p>`;
		case "measuring":
			return html`<p role="status">Đang tính, cần thêm ít giây.</p>
<p>${again}</p>`;
		case "measured":
			return changesPart(measured.effect);
	}
}

/** As many as are read one by one. */
const MOST_CHANGES = 40;

function changesPart({ total, changes }: Effect): Markup {
	if (changes.length === 0)
		return html`<p>Trong ${total} câu mẫu không câu nào đổi kết quả.</p>`;
	const lost = changes.filter((one) => one.rightBefore && !one.rightAfter);
	const gained = changes.filter((one) => !one.rightBefore && one.rightAfter);
	const other = changes.filter((one) => one.rightBefore === one.rightAfter);
	return html`<p><strong>Trong ${total} câu mẫu có ${changes.length} câu đổi kết quả.</strong> ${lost.length} câu đang đúng thành sai, ${gained.length} câu đang sai thành đúng.</p>
${group("Đang đúng, sẽ sai", lost, true)}${group("Đang sai, sẽ đúng", gained)}${group("Đổi cách trả lời", other)}`;
}

const group = (
	title: string,
	changes: readonly AnswerChange[],
	open = false,
): Markup | false =>
	changes.length > 0 &&
	html`<details class="group"${open && html` open`}><summary>${title} (${changes.length})</summary>
<ul class="list">${changes.slice(0, MOST_CHANGES).map(
		({ text, previous, before, after }) =>
			html`<li>“${text}”${previous && html` <span class="count">(hỏi tiếp sau “${previous}”)</span>`}
<p>Nay: ${before}</p><p>Sẽ là: ${after}</p></li>`,
	)}</ul>${changes.length > MOST_CHANGES && html`<p class="note">Và ${changes.length - MOST_CHANGES} câu nữa.</p>`}</details>`;
