import { createHash } from "node:crypto";
import type { ContentOf, EntryKind, EntryRef, Opened } from "./entry.js";
import { type Fault, KnowledgeError } from "./fault.js";
import { titleOf } from "./labels.js";
import type { Texts } from "./load.js";
import { linesOf } from "./places.js";
import { parseSource, type SourceFile } from "./source-file.js";

/** Where entries of a kind are written. */
export type Home =
	/** A file of its own. */
	| { readonly as: "file"; file(texts: Texts, id: string): string | undefined }
	/** A row of a list, found by one of its fields. */
	| {
			readonly as: "row";
			readonly list: string;
			readonly idField: string;
			isIn(file: string): boolean;
	  }
	/** A name and what it stands for. */
	| { readonly as: "name"; readonly under: string; readonly file: string };

const row = (file: string, list: string, idField: string): Home => ({
	as: "row",
	list,
	idField,
	isIn: (other) => other === file,
});

export const HOMES: Readonly<Record<EntryKind, Home>> = {
	procedure: {
		as: "file",
		file: (texts, id) => {
			const name = `/${id.replace("#", "-")}.yaml`;
			return [...texts.keys()].find(
				(file) => file.startsWith("procedures/") && file.endsWith(name),
			);
		},
	},
	office: {
		as: "file",
		file: (_, id) => (id === "office" ? "office.yaml" : undefined),
	},
	faq: {
		as: "row",
		list: "faq",
		idField: "id",
		isIn: (file) => file.startsWith("faq/"),
	},
	topic: row("out-of-scope.yaml", "topics", "id"),
	day: row("calendar.yaml", "days", "from"),
	desk: row("desks.yaml", "desks", "id"),
	replaced: row("replaced.yaml", "replaced", "text"),
	abbreviation: {
		as: "name",
		under: "abbreviations",
		file: "synonyms.yaml",
	},
	meaning: { as: "name", under: "meanings", file: "synonyms.yaml" },
};

/** An entry in the file that holds it. */
export interface Located<Kind extends EntryKind> {
	readonly source: SourceFile;
	readonly path: readonly (string | number)[];
	readonly content: ContentOf[Kind];
}

/**
 * Finds an entry in the files as they are written, whatever the schema says of it.
 * @throws {KnowledgeError} when a file that may hold it is no YAML
 */
export function locate<Kind extends EntryKind>(
	texts: Texts,
	{ kind, id }: EntryRef<Kind>,
): Located<Kind> | undefined {
	const home = HOMES[kind];
	const at = (source: SourceFile, ...path: (string | number)[]) => {
		const content = valueAt(source.value, path);
		return content === undefined || content === null
			? undefined
			: { source, path, content: content as ContentOf[Kind] };
	};
	switch (home.as) {
		case "file": {
			const file = home.file(texts, id);
			const source = file && sourceOf(texts, file);
			return source ? at(source) : undefined;
		}
		case "name": {
			const source = sourceOf(texts, home.file);
			const names = valueAt(source?.value, [home.under]) ?? {};
			return source && Object.hasOwn(names, id)
				? at(source, home.under, id)
				: undefined;
		}
		case "row": {
			for (const [file, text] of texts) {
				if (!home.isIn(file)) continue;
				// An id of a FAQ is a plain word, and most files do not hold it.
				if (kind === "faq" && !text.includes(id)) continue;
				const source = sourceOf(texts, file);
				const rows = rowsOf(source?.value, home.list);
				const index = rows.findIndex(
					(entry) => valueAt(entry, [home.idField]) === id,
				);
				if (source && index >= 0) return at(source, home.list, index);
			}
			return undefined;
		}
	}
}

export function opened<Kind extends EntryKind>(
	entry: EntryRef<Kind>,
	{ source, path, content }: Located<Kind>,
): Opened<Kind> {
	return {
		entry,
		content,
		version: versionOf(content),
		title: titleOf(entry.kind, entry.id, content),
		file: source.file,
		line: lineOf(source, path, content),
	};
}

/** The line an entry begins on. */
export function lineOf(
	{ text }: Pick<SourceFile, "text">,
	path: Located<EntryKind>["path"],
	content: unknown,
): number {
	const from = linesOf(text, path, content)?.from ?? 0;
	return text.slice(0, from).split("\n").length;
}

/** The same for the same content, however its keys are ordered. */
export const versionOf = (content: unknown): string =>
	hashOf(canonical(content)).slice(0, 16);

export const hashOf = (text: string): string =>
	createHash("sha256").update(text).digest("hex");

function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const parts = Object.entries(value)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
	return `{${parts.join()}}`;
}

/** @throws {KnowledgeError} when the file is no YAML */
export function sourceOf(texts: Texts, file: string): SourceFile | undefined {
	const text = texts.get(file);
	if (text === undefined) return undefined;
	const parsed = parseSource(file, text);
	if ("faults" in parsed) throw new KnowledgeError(parsed.faults);
	return parsed.source;
}

export const rowsOf = (value: unknown, list: string): readonly unknown[] => {
	const rows = valueAt(value, [list]);
	return Array.isArray(rows) ? rows : [];
};

export const valueAt = (
	value: unknown,
	path: readonly (string | number)[],
): unknown =>
	path.reduce<unknown>(
		(inner, key) =>
			typeof inner === "object" && inner !== null
				? (inner as Record<string | number, unknown>)[key]
				: undefined,
		value,
	);

export const faultsOf = (error: unknown): readonly Fault[] => {
	if (error instanceof KnowledgeError) return error.faults;
	throw error;
};
