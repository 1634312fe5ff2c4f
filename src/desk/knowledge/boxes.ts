import { html } from "hono/html";
import type { Markup } from "../../channels/web/layout.js";
import type { Faults } from "./check.js";
import type { Field, Group, Option } from "./fields.js";
import { nameOf, rowCount, type Typed } from "./typed.js";

interface Boxes {
	readonly typed: Typed;
	readonly faults: Faults;
	/** What the entry has now where somebody else changed it. */
	readonly theirs?: Typed | undefined;
	readonly procedures: readonly Group[];
}

/** The boxes of a form, each with what is wrong with it. */
export const boxes = (fields: readonly Field[], all: Boxes): Markup =>
	html`${fields.map((field) => (field.as === "rows" ? rows(field, all) : box(field, field.name, all)))}`;

function rows(field: Field, all: Boxes): Markup {
	const { name, label, of = [] } = field;
	const count = rowCount(all.typed, name);
	return html`<fieldset class="rows"><legend>${label}</legend>${problem(name, all)}
${Array.from(
	{ length: count },
	(_, row) =>
		html`<div class="row" role="group" aria-label="${label}, dòng ${row + 1}">${of.map((inner) => box(inner, `${name}.${row}.${inner.name}`, all))}</div>`,
)}
<p class="note">Dòng cuối để thêm; bỏ một dòng thì xóa hết chữ của dòng đó.</p></fieldset>`;
}

function box(field: Field, path: string, all: Boxes): Markup {
	const { label, hint, as } = field;
	const id = idOf(path);
	const value = all.typed[path] ?? "";
	const about = [all.faults[path] && `${id}-sai`, hint && `${id}-goi-y`].filter(
		Boolean,
	);
	const attributes = html`id="${id}" name="${nameOf(path)}"${about.length > 0 && html` aria-describedby="${about.join(" ")}"`}${all.faults[path] && html` aria-invalid="true"`}`;
	const note = hint && html`<p class="note" id="${id}-goi-y">${hint}</p>`;
	if (as === "yes")
		return html`<div><label class="tick"><input type="checkbox" value="1" ${attributes}${value && html` checked`}> ${label}</label>${note}${theirs(field, path, all)}</div>`;
	return html`<div><label for="${id}">${label}</label>${problem(path, all)}
${input(field, value, attributes, all)}${note}${theirs(field, path, all)}</div>`;
}

function input(
	{ as, options = [], empty, of: _ }: Field,
	value: string,
	attributes: Markup,
	{ procedures }: Boxes,
): Markup {
	switch (as) {
		case "line":
			return html`<input ${attributes} value="${value}" autocomplete="off">`;
		case "number":
			return html`<input ${attributes} value="${value}" inputmode="numeric" autocomplete="off">`;
		case "day":
			// A day that is none would be dropped by a date box: what was typed stays to be seen.
			return html`<input ${attributes}${(value === "" || /^\d{4}-\d{2}-\d{2}$/.test(value)) && html` type="date"`} value="${value}">`;
		case "time":
			return html`<input ${attributes}${(value === "" || /^\d{2}:\d{2}$/.test(value)) && html` type="time" step="1800"`} value="${value}">`;
		case "choice":
			return html`<select ${attributes}>${(empty || value === "") && html`<option value="">${empty ? "Không chọn" : "Chọn…"}</option>`}${withStray(options, value).map((one) => option(one, value))}</select>`;
		case "procedure": {
			const isKnown = procedures.some(({ options }) =>
				options.some(([id]) => id === value),
			);
			return html`<select ${attributes}>${!isKnown && html`<option value="${value}">${value || "Chọn…"}</option>`}${procedures.map(
				({ name, options }) =>
					html`<optgroup label="${name}">${options.map((one) => option(one, value))}</optgroup>`,
			)}</select>`;
		}
		default:
			// The line break after the tag is no part of the text; without it a first one of the text would be lost.
			return html`<textarea ${attributes} rows="${rowsFor(value)}">
${value}</textarea>`;
	}
}

const option = ([key, label]: Option, value: string) =>
	html`<option value="${key}"${key === value && html` selected`}>${label}</option>`;

/** A value that no option has is kept, to be said wrong rather than lost. */
const withStray = (options: readonly Option[], value: string) =>
	value === "" || options.some(([key]) => key === value)
		? options
		: [...options, [value, value] as const];

const problem = (path: string, { faults }: Boxes) => {
	const words = faults[path];
	return (
		words &&
		html`<p class="wrong" id="${idOf(path)}-sai"><strong>Cần sửa:</strong> ${words}</p>`
	);
};

/** What stands in the file now, where it is not what is in the box. */
function theirs(field: Field, path: string, { typed, theirs }: Boxes) {
	const now = theirs?.[path] ?? "";
	if (!theirs || now.trim() === (typed[path] ?? "").trim()) return undefined;
	const label = field.options?.find(([key]) => key === now)?.[1] ?? now;
	const said = field.as === "yes" ? (now ? "có" : "không") : label;
	return html`<div class="theirs"><p class="note">Hiện có trong tệp:</p><p class="as-written">${said || "(trống)"}</p></div>`;
}

const idOf = (path: string) => `o-${nameOf(path).replaceAll(".", "-")}`;

const LETTERS_A_LINE = 40;
const rowsFor = (value: string) =>
	Math.min(
		16,
		Math.max(
			2,
			value
				.split("\n")
				.reduce(
					(sum, line) => sum + 1 + Math.floor(line.length / LETTERS_A_LINE),
					0,
				),
		),
	);
