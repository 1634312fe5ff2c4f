import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import { renderReply } from "../../channels/web/render.js";
import type { Measured } from "../effect/measure.js";
import { effectPart } from "../effect/part.js";
import { type EditableKind, entryAddress, listAddress } from "./at.js";
import type { Said } from "./citizen.js";
import type { ChangedLine } from "./lines.js";
import { frame, type Shared, trail } from "./pages.js";
import { nameOf, type Typed } from "./typed.js";

interface Preview extends Shared {
	readonly kind: EditableKind;
	/** Missing for one that is to be added. */
	readonly id: string | undefined;
	readonly summary: string;
	readonly removes: boolean;
	/** What the form that publishes sends again. */
	readonly typed: Typed;
	readonly hidden: Readonly<Record<string, string>>;
	readonly said: readonly Said[];
	readonly file: string;
	readonly lines: readonly ChangedLine[];
	readonly measured: Measured;
}

/** What an edit would do, for people to decide: nothing is written yet. */
export const previewPage = (preview: Preview): Markup => {
	const { kind, id, summary, removes, typed, hidden, lines } = preview;
	const action = entryAddress({ kind, id });
	const carried = removes
		? Object.entries(hidden)
		: [
				...Object.entries(hidden),
				...Object.entries(typed).map(
					([path, value]) => [nameOf(path), value] as const,
				),
			];
	return frame(
		`Xem trước: ${summary}`,
		preview,
		html`${trail()}
<h1>Xem trước</h1>
<p class="lead">Chưa đổi gì. <strong>${summary}</strong>.</p>
<form method="post" action="${action}">
${carried.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<h2>Người dân sẽ đọc thấy</h2>
${saidPart(preview)}
<h2>Ảnh hưởng tới câu mẫu</h2>
${effectPart(preview.measured, html`<button class="second" name="viec" value="xem">Xem kết quả</button>`)}
<h2>Dòng thay đổi trong tệp ${preview.file}</h2>
<ul class="lines" aria-label="Dòng thay đổi">${lines.map(
			({ is, text }) =>
				html`<li class="${is}"><span class="quiet">${is === "before" ? "Bỏ: " : "Thêm: "}</span><code>${text || " "}</code></li>`,
		)}</ul>
<div class="acts publish"><button class="${removes && "grave"}" name="viec" value="cong-bo">${removes ? "Bỏ mục này" : "Công bố"}</button>
${!removes && html`<button class="second" name="viec" value="sua">Sửa</button>`}
<a class="button second" href="${id === undefined ? listAddress(kind) : action}">Thôi</a></div>
</form>`,
	);
};

function saidPart({ said, kind, removes }: Preview): Markup {
	if (removes) return html`<p>Bot không còn dùng mục này.</p>`;
	if (said.length > 0)
		return html`${said.map(
			({ when, text }) =>
				html`<section class="seen"><h3>${when}</h3><article class="line desk">${renderReply({ text }, false)}</article></section>`,
		)}`;
	return kind === "procedure"
		? html`<p>Các câu trả lời vẫn như cũ.</p>`
		: html`<p>Người dân không đọc mục này; nó giúp bot hiểu câu hỏi.</p>`;
}
