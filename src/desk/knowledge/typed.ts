import { isDeepStrictEqual } from "node:util";
import type { ContentOf } from "../../knowledge/entry.js";
import type { EditableKind } from "./at.js";
import { FIELDS, type Field } from "./fields.js";

/** What stands in the boxes of a form, by their names. */
export type Typed = Readonly<Record<string, string>>;

/** More rows are not added in one go. */
const MOST_ROWS = 40;

/** The boxes of an entry as it is; `rows` of them are shown with one that is empty. */
export function typedOf<Kind extends EditableKind>(
	kind: Kind,
	content: ContentOf[Kind] | undefined,
): Typed {
	return Object.fromEntries(
		boxesOf(FIELDS[kind], (list) => rowsAt(content, list).length).map(
			({ field, path }) => [path, shown(field, at(content, path))],
		),
	);
}

/** What was sent, text only; a box that was not sent is empty. */
export function readTyped(
	kind: EditableKind,
	sent: Readonly<Record<string, unknown>>,
): Typed {
	const rows = (list: string) =>
		1 +
		Math.max(
			-1,
			...Object.keys(sent)
				.filter((name) => name.startsWith(`${list}.`))
				.map((name) => Number(name.split(".")[1]))
				.filter((row) => row < MOST_ROWS),
		);
	return Object.fromEntries(
		boxesOf(FIELDS[kind], rows).map(({ path }) => {
			const value = Object.hasOwn(sent, nameOf(path)) && sent[nameOf(path)];
			return [path, typeof value === "string" ? plainBreaks(value) : ""];
		}),
	);
}

/** What a box is called in a form: some entries are one value, and have no name for it. */
export const nameOf = (path: string): string => path || "value";

/** The entry with what stands in the boxes. What is not asked, and what was only shown, stays as it is. */
export function contentOf<Kind extends EditableKind>(
	kind: Kind,
	typed: Typed,
	before: ContentOf[Kind] | undefined,
): unknown {
	let content: unknown = structuredClone(before);
	for (const field of FIELDS[kind]) {
		if (field.once && (before !== undefined || kind === "abbreviation"))
			continue;
		const old = at(before, field.name);
		content = withValue(content, field.name, valueIn(field, typed, old));
	}
	if (kind !== "procedure") return content;
	const { fee } = content as { fee?: Record<string, unknown> };
	const isSilent = Object.values(fee ?? {}).every(
		(value) => value === null || value === "" || isDeepStrictEqual(value, []),
	);
	return isSilent ? { ...(content as object), fee: null } : content;
}

interface Box {
	readonly field: Field;
	readonly path: string;
}

function boxesOf(
	fields: readonly Field[],
	rows: (list: string) => number,
): readonly Box[] {
	return fields.flatMap((field) => {
		const { name, of = [] } = field;
		if (field.as !== "rows") return { field, path: name };
		return Array.from({ length: rows(name) }, (_, row) =>
			of.map((inner) => ({
				field: inner,
				path: `${name}.${row}.${inner.name}`,
			})),
		).flat();
	});
}

/** How many rows of a list the boxes hold. */
export const rowCount = (typed: Typed, list: string): number =>
	new Set(
		Object.keys(typed)
			.filter((path) => path.startsWith(`${list}.`))
			.map((path) => path.split(".")[1]),
	).size;

function shown({ as }: Field, value: unknown): string {
	if (as === "yes") return value === false ? "" : "1";
	if (value === undefined || value === null) return "";
	if (!Array.isArray(value)) return String(value);
	return value
		.map((item) =>
			as === "days"
				? String(item).split("-").reverse().join("/")
				: oneLine(item),
		)
		.join("\n");
}

function valueIn(field: Field, typed: Typed, old: unknown): unknown {
	const { as, name, empty } = field;
	if (as === "rows") return rowsOf(field, typed, old);
	const text = (typed[name] ?? "").trim();
	if (as === "yes") {
		const ticked = text !== "";
		return ticked && old === undefined ? undefined : ticked;
	}
	if (as === "lines" || as === "days") {
		const lines = text
			.split("\n")
			.map((line) => line.trim())
			.filter((line) => line !== "");
		if (lines.length === 0 && old === undefined && empty) return undefined;
		return as === "days" ? lines.map(dayOf) : lines.map(asBefore(old));
	}
	if (text === "") return empty === "absent" ? undefined : empty ? null : "";
	if (as === "number") return numberOf(text);
	if (as === "day") return dayOf(text);
	return typeof old === "string" && plainBreaks(old).trim() === text
		? old
		: text;
}

function rowsOf({ name, of = [] }: Field, typed: Typed, old: unknown) {
	return Array.from({ length: rowCount(typed, name) }, (_, row) => {
		const before = Array.isArray(old) ? old[row] : undefined;
		return Object.fromEntries(
			of.map((inner) => [
				inner.name,
				valueIn(
					inner,
					{ [inner.name]: typed[`${name}.${row}.${inner.name}`] ?? "" },
					before?.[inner.name],
				),
			]),
		);
	}).filter((value) => Object.values(value).some((inner) => inner !== ""));
}

/** `100.000` and `100 000` are numbers as people write them; what is none is left for the check to refuse. */
function numberOf(text: string): number | string {
	const digits = text.replace(/(?<=\d)[.\s](?=\d{3}(\D|$))/g, "");
	return /^\d{1,12}$/.test(digits) ? Number(digits) : text;
}

/** `28/11/2026` as files write it. */
function dayOf(text: string): string {
	const [, day = "", month = "", year] =
		/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
	return year
		? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
		: text;
}

/** A line that was there stays as its file has it. */
const asBefore = (old: unknown) => {
	const known = new Map(
		(Array.isArray(old) ? old : []).map((item) => [oneLine(item), item]),
	);
	return (line: string): unknown => known.get(line) ?? line;
};

const oneLine = (value: unknown) =>
	String(value)
		.replace(/\s*\n\s*/g, " ")
		.trim();
const plainBreaks = (text: string) => text.replace(/\r\n?/g, "\n");

const rowsAt = (content: unknown, path: string): readonly unknown[] => {
	const rows = at(content, path);
	return Array.isArray(rows) ? rows : [];
};

const at = (value: unknown, path: string): unknown =>
	path === ""
		? value
		: path
				.split(".")
				.reduce<unknown>(
					(inner, key) =>
						typeof inner === "object" &&
						inner !== null &&
						Object.hasOwn(inner, key)
							? (inner as Record<string, unknown>)[key]
							: undefined,
					value,
				);

function withValue(content: unknown, path: string, value: unknown): unknown {
	if (path === "") return value;
	const [key = "", ...rest] = path.split(".");
	const whole = (content ?? {}) as Readonly<Record<string, unknown>>;
	const inner =
		rest.length > 0 ? withValue(whole[key], rest.join("."), value) : value;
	if (inner !== undefined) return { ...whole, [key]: inner };
	const { [key]: _, ...others } = whole;
	return others;
}
