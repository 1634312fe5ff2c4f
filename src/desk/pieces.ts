import { html } from "hono/html";
import type { Markup } from "../channels/web/layout.js";

/** What came of the form that was sent, above everything else. */
export const saidLine = ({
	done,
	fault,
}: {
	readonly done?: string | undefined;
	readonly fault?: string | undefined;
}): Markup | undefined => {
	if (fault) return html`<p class="caution" role="alert">${fault}</p>`;
	return done ? html`<p class="done" role="status">${done}</p>` : undefined;
};

/** Boxes to tick, one for each field of procedures. */
export const fieldBoxes = (
	legend: string,
	fields: readonly string[],
	known: readonly string[],
): Markup =>
	html`<details${known.length > 0 && html` open`}><summary>${legend}: ${known.length || "chưa chọn"}</summary>
<fieldset><legend class="quiet">${legend}</legend>${fields.map(
		(field) =>
			html`<label><input type="checkbox" name="fields" value="${field}"${known.includes(field) && html` checked`}> ${field}</label>`,
	)}</fieldset></details>`;
