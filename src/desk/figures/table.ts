import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";

export const show = (number: number): string => number.toLocaleString("vi");

type Row = readonly (string | number)[];

/** Numbers under their names; a narrow screen moves it sideways. */
export const table = (
	label: string,
	head: readonly string[],
	rows: readonly Row[],
	foot?: Row,
): Markup => {
	const line = ([first, ...rest]: Row) =>
		html`<tr><th scope="row">${first}</th>${rest.map(
			(cell) => html`<td>${typeof cell === "number" ? show(cell) : cell}</td>`,
		)}</tr>`;
	return html`<div class="table figures" role="region" aria-label="${label}" tabindex="0"><table>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(line)}</tbody>
${foot && html`<tfoot>${line(foot)}</tfoot>`}
</table></div>`;
};
