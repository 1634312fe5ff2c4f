import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import { showDate } from "../../conversation/wording/show.js";
import { KIND_LABEL } from "../../knowledge/labels.js";
import type { Actor } from "../../people/roles.js";
import { deskPage } from "../page.js";
import { HISTORY, KNOWLEDGE } from "./at.js";
import type { Review } from "./find.js";

export interface Shared {
	readonly office: string;
	readonly actor: Actor;
	readonly done?: string | undefined;
	readonly fault?: string | undefined;
}

export const frame = (
	title: string,
	{ office, actor }: Shared,
	body: Markup,
): Markup =>
	deskPage({
		title,
		office,
		actor,
		at: "knowledge",
		also: ["knowledge.css"],
		body,
	});

export const trail = (also?: Markup): Markup =>
	html`<p class="trail"><a href="${KNOWLEDGE}">Kiến thức</a> · <a href="${HISTORY}">Lịch sử sửa</a>${also && html` · ${also}`}</p>`;

export const upper = (text: string): string =>
	text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

export const kindName = (kind: keyof typeof KIND_LABEL): string =>
	upper(KIND_LABEL[kind]);

export function reviewWords({
	checkedOn,
	by,
	isDue,
	replaced,
}: Review): Markup {
	if (replaced)
		return html`<strong class="due">Căn cứ đã bị thay: ${replaced}</strong>`;
	return isDue
		? html`<strong class="due">Quá hạn đối chiếu từ ${showDate(by)}</strong>`
		: html`Đối chiếu ${showDate(checkedOn)}, xem lại trước ${showDate(by)}`;
}
