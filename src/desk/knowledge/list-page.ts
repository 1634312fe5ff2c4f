import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import { saidLine } from "../pieces.js";
import {
	type EditableKind,
	entryAddress,
	KNOWLEDGE,
	listAddress,
} from "./at.js";
import { ADDED } from "./fields.js";
import type { Item } from "./find.js";
import { frame, kindName, reviewWords, type Shared, trail } from "./pages.js";

export interface KindList {
	readonly kind: EditableKind;
	readonly items: readonly Item[];
}

/** As many of a kind as are read when something is looked for. */
const MOST_FOUND = 15;
const MOST_DUE = 20;

const searchBox = (query: string): Markup =>
	html`<form class="search" action="${KNOWLEDGE}" method="get" role="search">
<label for="tim">Tìm trong mọi mục (không cần gõ dấu)</label>
<div class="row">
<input id="tim" name="q" type="search" value="${query}" maxlength="200" autocomplete="off" enterkeyhint="search">
<button type="submit">Tìm</button>
</div>
</form>`;

const addLink = (kind: EditableKind) =>
	ADDED.includes(kind) &&
	html`<p><a class="button second" href="${entryAddress({ kind })}">Thêm ${kindName(kind).toLocaleLowerCase("vi")}</a></p>`;

const itemLine = ({ entry, title, review }: Item): Markup =>
	html`<li><a href="${entryAddress(entry)}">${title}</a>${review && html`<p>${reviewWords(review)}</p>`}</li>`;

const itemList = (items: readonly Item[]) =>
	html`<ul class="list">${items.map(itemLine)}</ul>`;

/** Every kind with how many it has, and what is to be held against its sources. */
export const kindsPage = (
	shared: Shared & {
		readonly kinds: readonly KindList[];
		readonly due: readonly Item[];
	},
): Markup =>
	frame(
		"Kiến thức",
		shared,
		html`<h1>Kiến thức của bot</h1>
${saidLine(shared)}
${trail()}
${searchBox("")}
<ul class="list kinds">${shared.kinds.map(
			({ kind, items }) =>
				html`<li><a href="${listAddress(kind)}">${kindName(kind)}</a> <span class="count">${items.length}&nbsp;mục</span></li>`,
		)}</ul>
<h2>Thêm mới</h2>
<div class="acts">${ADDED.map((kind) => addLink(kind))}</div>
${
	shared.due.length > 0 &&
	html`<h2>Cần đối chiếu lại (${shared.due.length})</h2>
${itemList(shared.due.slice(0, MOST_DUE))}`
}`,
	);

/** One kind, in groups that open. */
export const kindPage = (
	shared: Shared & { readonly list: KindList },
): Markup => {
	const { kind, items } = shared.list;
	const groups = [...new Set(items.map(({ group }) => group))];
	const isShort = groups.length < 2;
	return frame(
		kindName(kind),
		shared,
		html`<h1>${kindName(kind)}</h1>
${saidLine(shared)}
${trail()}
${searchBox("")}
${addLink(kind)}
${
	isShort
		? itemList(items)
		: groups.map((name) =>
				groupPart(
					name,
					items.filter(({ group }) => group === name),
				),
			)
}`,
	);
};

const groupPart = (name: string, items: readonly Item[]) =>
	html`<details class="group"><summary>${name || "Khác"} <span class="count">${items.length}&nbsp;mục</span></summary>${itemList(items)}</details>`;

export const foundPage = (
	shared: Shared & {
		readonly query: string;
		readonly found: readonly KindList[];
	},
): Markup => {
	const { query, found } = shared;
	const total = found.reduce((sum, { items }) => sum + items.length, 0);
	return frame(
		`Tìm “${query}”`,
		shared,
		html`<h1>Tìm trong kiến thức</h1>
${trail()}
${searchBox(query)}
<p role="status">${total > 0 ? `${total} mục` : "Chưa thấy mục nào"} cho <bdi>“${query}”</bdi>.</p>
${found.map(
	({ kind, items }) =>
		items.length > 0 &&
		html`<h2>${kindName(kind)} (${items.length})</h2>${itemList(items.slice(0, MOST_FOUND))}
${items.length > MOST_FOUND && html`<p class="note">Hiện ${MOST_FOUND} mục đầu. Anh/chị gõ thêm chữ để thu hẹp.</p>`}`,
)}
${total === 0 && html`<p>Anh/chị thử ít chữ hơn, hoặc <a href="${entryAddress({ kind: "faq" })}">thêm câu hỏi này</a>.</p>`}`,
	);
};
