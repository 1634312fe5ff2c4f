import { html } from "hono/html";
import type { Markup } from "./layout.js";

/** Plain text as a page shows it: paragraphs, lists where lines carry a bullet, a heading line that stands out. */
export const renderText = (text: string): Markup =>
	html`${text.split(/\n{2,}/).map(renderBlock)}`;

const BULLET = /^• /;

function renderBlock(block: string): readonly Markup[] {
	const lines = block.split("\n");
	return runs(lines).map((run, index) =>
		BULLET.test(run[0] ?? "")
			? html`<ul>${run.map((line) => html`<li>${withLinks(line.replace(BULLET, ""))}</li>`)}</ul>`
			: paragraph(run, index === 0 && lines.length > 1),
	);
}

/** Neighbouring lines of one kind, bullets or not. */
function runs(lines: readonly string[]): readonly (readonly string[])[] {
	const found: string[][] = [];
	for (const line of lines) {
		const last = found.at(-1);
		if (last && BULLET.test(last[0] ?? "") === BULLET.test(line))
			last.push(line);
		else found.push([line]);
	}
	return found;
}

/** A first line that is no sentence, with something below it, says what the rest is about. */
function paragraph(lines: readonly string[], leads: boolean): Markup {
	const [first = "", ...rest] = lines;
	const heading = leads && !/[.!?:;,]$/.test(first);
	return html`<p>${heading ? html`<strong>${withLinks(first)}</strong>` : withLinks(first)}${rest.map((line) => html`<br>${withLinks(line)}`)}</p>`;
}

const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/;

/** Addresses in a reply can be followed. What is not an address stays text. */
const withLinks = (text: string): readonly (string | Markup)[] =>
	text
		.split(ADDRESS)
		.map((part, index) =>
			index % 2 === 1
				? html`<a href="${part}" rel="noopener noreferrer">${part}</a>`
				: part,
		);
