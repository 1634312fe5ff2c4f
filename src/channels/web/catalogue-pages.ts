import { html } from "hono/html";
import type { Procedure } from "../../knowledge/schema.js";
import { addressOfProcedure, type Field, type Found } from "./entries.js";
import { type Markup, page, searchForm } from "./layout.js";

export const fieldsPage = (fields: readonly Field[], office: string): Markup =>
	page({
		title: "Thủ tục",
		office,
		at: "catalogue",
		body: html`<h1>Thủ tục</h1>
${searchForm("")}
<h2>Theo lĩnh vực</h2>
<ul class="list">${fields.map(
			({ slug, name, procedures }) =>
				html`<li><a href="/thu-tuc?linh-vuc=${slug}">${name}</a> <span class="count">${procedures.length}&nbsp;mục</span></li>`,
		)}</ul>`,
	});

export const fieldPage = (
	{ name, procedures }: Field,
	office: string,
): Markup =>
	page({
		title: name,
		office,
		at: "catalogue",
		body: html`<p class="trail"><a href="/thu-tuc">Thủ tục</a></p>
<h1>${name}</h1>
${searchForm("")}
${list(procedures)}`,
	});

export const foundPage = (
	query: string,
	{ procedures, certain }: Found,
	office: string,
): Markup =>
	page({
		title: `Tìm “${query}”`,
		office,
		at: "catalogue",
		body: html`<p class="trail"><a href="/thu-tuc">Thủ tục</a></p>
<h1>Kết quả tìm</h1>
${searchForm(query)}
<p role="status">${heading(procedures.length, certain)} <bdi>“${query}”</bdi>.</p>
${list(procedures)}
<p>Chưa thấy việc mình cần? <a href="/">Hỏi bằng lời</a>, hoặc xem <a href="/thu-tuc">theo lĩnh vực</a>.</p>`,
	});

function heading(count: number, certain: boolean): string {
	if (count === 0) return "Chưa tìm thấy thủ tục nào cho";
	return certain
		? `${count} thủ tục cho`
		: `Chưa chắc đúng việc cần tìm; ${count} thủ tục gần nhất với`;
}

const list = (procedures: readonly Procedure[]): Markup =>
	html`<ul class="list">${procedures.map(
		({ id, title, code, summary }) =>
			html`<li><a href="${addressOfProcedure(id)}">${title}</a>${code && html` <span class="count">${code}</span>`}<p>${summary}</p></li>`,
	)}</ul>`;
