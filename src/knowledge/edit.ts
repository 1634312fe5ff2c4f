import { posix } from "node:path";
import type * as z from "zod";
import type { ContentOf, EntryKind, EntryRef } from "./entry.js";
import { type Fault, KnowledgeError } from "./fault.js";
import { KIND_LABEL, summaryOf } from "./labels.js";
import type { Texts } from "./load.js";
import {
	HOMES,
	type Located,
	lineOf,
	locate,
	rowsOf,
	sourceOf,
} from "./locate.js";
import { rewrite, type Style } from "./rewrite.js";
import {
	CalendarRow,
	Deadline,
	Desk,
	Faq,
	Fee,
	OutOfScope,
	Procedure,
	Replaced,
} from "./schema.js";
import { tidied } from "./tidied.js";

/** An entry and what it shall say; null takes it away. An entry that is not there yet is added. */
export type Edit = {
	readonly [Kind in EntryKind]: {
		readonly entry: EntryRef<Kind>;
		readonly content: ContentOf[Kind] | null;
	};
}[EntryKind];

/** The one file that an edit changes, with its text before and after; null where there is no file. */
export interface Plan {
	readonly file: string;
	readonly before: string | null;
	readonly after: string | null;
	/** One Vietnamese sentence for the history. */
	readonly summary: string;
}

export type Planned =
	| { readonly kind: "plan"; readonly plan: Plan }
	| { readonly kind: "unchanged" }
	| { readonly kind: "faults"; readonly faults: readonly Fault[] };

/** Entries that other parts of the system are built on: they are changed, never added or taken away here. */
const FIXED: readonly EntryKind[] = ["procedure", "office", "desk"];

/**
 * The new text of the one file that an edit changes; only the entry's own lines differ. What the entry may say is not
 * looked at here: that is for loading the whole with the new text.
 */
export function planEdit(texts: Texts, edit: Edit): Planned {
	try {
		return plan(texts, edit);
	} catch (error) {
		if (!(error instanceof KnowledgeError)) throw error;
		return { kind: "faults", faults: error.faults };
	}
}

function plan<Kind extends EntryKind>(
	texts: Texts,
	{
		entry,
		content,
	}: { entry: EntryRef<Kind>; content: ContentOf[Kind] | null },
): Planned {
	const { kind, id } = entry;
	const found = locate(texts, entry);
	const refused = refusal(entry, content, found);
	if (refused) return { kind: "faults", faults: [refused] };
	const after = content === null ? null : tidied(content, found?.content);
	const file = found?.source.file ?? newFileOf(texts, entry, after);
	const before = texts.get(file);
	const text = before ?? EMPTY[file];
	const value =
		found?.source.value ?? sourceOf(new Map([[file, text ?? ""]]), file)?.value;
	if (text === undefined) throw new Error(`${file} is not in the folder`);
	const rewritten = rewrite(
		text,
		withEntry(value, entry, found, after),
		styleOf(kind, file),
	);
	return rewritten === before
		? { kind: "unchanged" }
		: {
				kind: "plan",
				plan: {
					file,
					before: before ?? null,
					after: rewritten,
					summary: summaryOf(kind, id, found?.content, after),
				},
			};
}

function refusal<Kind extends EntryKind>(
	{ kind, id }: EntryRef<Kind>,
	content: ContentOf[Kind] | null,
	found: Located<Kind> | undefined,
): Fault | undefined {
	const what = KIND_LABEL[kind];
	const fault = (problem: string, remedy: string, field = ""): Fault => ({
		file: found?.source.file ?? "",
		line: found ? lineOf(found.source, found.path, found.content) : 1,
		field,
		problem,
		remedy,
	});
	const home = HOMES[kind];
	if (FIXED.includes(kind) && (content === null || !found)) {
		return fault(
			`${what} "${id}" không thêm, không xóa được ở đây`,
			"sửa mục đang có; thêm hoặc xóa thì sửa tệp trong thư mục knowledge",
		);
	}
	if (content === null) {
		return found
			? undefined
			: fault(`không có ${what} "${id}"`, "tải lại trang rồi xem lại");
	}
	const idField = home.as === "row" ? home.idField : "id";
	const own = (content as Readonly<Record<string, unknown>>)[idField];
	const hasId = home.as === "row" || kind === "procedure";
	return hasId && own !== id
		? fault(
				`không đổi được ${idField} của ${what} "${id}"`,
				"giữ nguyên; muốn tên khác thì thêm mục mới rồi bỏ mục cũ",
				idField,
			)
		: undefined;
}

/** The file's value with the entry put in, changed or left out. */
function withEntry<Kind extends EntryKind>(
	value: unknown,
	{ kind, id }: EntryRef<Kind>,
	found: Located<Kind> | undefined,
	content: ContentOf[Kind] | null,
): unknown {
	const home = HOMES[kind];
	if (home.as === "file") return content;
	const whole = value as Readonly<Record<string, unknown>>;
	if (home.as === "name") {
		const { [id]: _, ...others } = whole[home.under] as Record<string, unknown>;
		const names =
			content === null
				? others
				: { ...(whole[home.under] as object), [id]: content };
		return { ...whole, [home.under]: names };
	}
	const rows = rowsOf(value, home.list);
	const at = found ? Number(found.path.at(-1)) : placeOf(kind, rows, content);
	const piece = content === null ? [] : [content];
	return {
		...whole,
		[home.list]: [
			...rows.slice(0, at),
			...piece,
			...rows.slice(found ? at + 1 : at),
		],
	};
}

/** Days stand in their order; everything else goes to the end. */
function placeOf(
	kind: EntryKind,
	rows: readonly unknown[],
	content: unknown,
): number {
	if (kind !== "day") return rows.length;
	const { from } = content as CalendarRow;
	const later = rows.findIndex((row) => (row as CalendarRow).from > from);
	return later < 0 ? rows.length : later;
}

/** Files that need not be there until something is to be written into them. */
const EMPTY: Readonly<Record<string, string>> = {
	"replaced.yaml": "# Văn bản pháp luật đã bị thay thế.\nreplaced: []\n",
};

function newFileOf(texts: Texts, { kind }: EntryRef, content: unknown): string {
	if (kind === "faq") {
		return faqFileFor(texts, (content as Faq).procedure);
	}
	const home = HOMES[kind];
	if (home.as === "name") return home.file;
	const known = [...texts.keys(), ...Object.keys(EMPTY)];
	const file = home.as === "row" ? known.find(home.isIn) : undefined;
	if (file) return file;
	throw new KnowledgeError([
		{
			file: "",
			line: 1,
			field: "",
			problem: `không có tệp cho ${KIND_LABEL[kind]}`,
			remedy: "lấy lại tệp từ bản gốc của thư mục knowledge",
		},
	]);
}

/** The FAQ file in which most questions are about procedures of the same field; else the one of the most fields. */
export function faqFileFor(texts: Texts, procedure: string): string {
	const fieldOf = new Map(
		[...texts.keys()]
			.filter((file) => file.startsWith("procedures/"))
			.map((file) => [posix.basename(file, ".yaml"), posix.dirname(file)]),
	);
	const field = (id: string) => fieldOf.get(id.replace("#", "-"));
	const files = [...texts.keys()]
		.filter((file) => HOMES.faq.as === "row" && HOMES.faq.isIn(file))
		.map((file) => {
			const fields = rowsOf(sourceOf(texts, file)?.value, "faq").map((row) =>
				field(String((row as Faq).procedure)),
			);
			return {
				file,
				alike: fields.filter((other) => other === field(procedure)).length,
				variety: new Set(fields).size,
			};
		})
		.sort((a, b) => b.alike - a.alike || b.variety - a.variety);
	const [best] = files;
	if (best) return best.file;
	throw new KnowledgeError([
		{
			file: "faq",
			line: 1,
			field: "",
			problem: "thư mục faq không có tệp nào",
			remedy: "lấy lại thư mục faq từ bản gốc của thư mục knowledge",
		},
	]);
}

const keysOf = (...schemas: z.ZodObject[]): readonly string[] =>
	schemas.flatMap(({ shape }) => Object.keys(shape));

const NOTES = { note: true, source: true } as const;

const ORDER: Readonly<Record<EntryKind, readonly string[]>> = {
	faq: keysOf(Faq),
	// Amounts and times stand before the notes on them.
	procedure: [
		...keysOf(Procedure),
		...keysOf(Fee.omit(NOTES), Deadline.omit({ note: true })),
		...Object.keys(NOTES),
	],
	abbreviation: [],
	meaning: [],
	topic: keysOf(OutOfScope.shape.topics.element),
	office: [],
	day: keysOf(CalendarRow),
	desk: keysOf(Desk),
	replaced: keysOf(Replaced),
};

/** As wide as the files of procedures are written. */
const PROCEDURE_WIDTH = 120;

const styleOf = (kind: EntryKind, file: string): Style => ({
	width: file.startsWith("procedures/")
		? PROCEDURE_WIDTH
		: Number.POSITIVE_INFINITY,
	flowLists: kind === "topic" || kind === "meaning",
	order: ORDER[kind],
});
