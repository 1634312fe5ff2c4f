import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import { showDate } from "../../conversation/wording/show.js";
import type { HistoryRecord } from "../../knowledge/history.js";
import { dayAt, timeAt } from "../../time.js";
import { saidLine } from "../pieces.js";
import { entryAddress, HISTORY, isEditable } from "./at.js";
import { frame, type Shared, trail } from "./pages.js";

/** Who published what and when, each to be taken back in one step. */
export const historyPage = (
	shared: Shared & {
		readonly records: readonly HistoryRecord[];
		readonly nameOf: (by: string) => string;
		/** Only of one entry. */
		readonly isOfOne: boolean;
	},
): Markup => {
	const undone = new Set(shared.records.map(({ undoes }) => undoes));
	return frame(
		"Lịch sử sửa kiến thức",
		shared,
		html`${trail()}
<h1>Lịch sử sửa kiến thức</h1>
${saidLine(shared)}
${shared.isOfOne && html`<p>Chỉ các lần sửa của một mục. <a href="${HISTORY}">Xem mọi lần sửa</a></p>`}
${shared.records.length === 0 && html`<p>Chưa có lần sửa nào ở trang này hay trong cuộc trò chuyện.</p>`}
<ul class="list">${shared.records.map((record) => line(record, shared.nameOf, undone.has(record.id)))}</ul>`,
	);
};

const line = (
	{ id, at, by, summary, entry }: HistoryRecord,
	nameOf: (by: string) => string,
	isUndone: boolean,
): Markup =>
	html`<li><span class="count">${moment(at)}</span><br>
<strong>${nameOf(by)}</strong>: ${isEditable(entry.kind) ? html`<a href="${entryAddress({ kind: entry.kind, id: entry.id })}">${summary}</a>` : summary}
${
	isUndone
		? html`<p class="note">Đã hoàn tác.</p>`
		: html`<form method="post" action="${HISTORY}"><input type="hidden" name="lan" value="${id}">
<button class="second">Hoàn tác<span class="quiet">: ${summary}</span></button></form>`
}</li>`;

export const moment = (instant: Date): string =>
	`${timeAt(instant)} ngày ${showDate(dayAt(instant))}`;
