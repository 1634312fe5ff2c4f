import { readdir, readFile } from "node:fs/promises";
import { join, posix, sep } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import type * as z from "zod";
import { type Fault, KnowledgeError } from "./fault.js";
import { checkReferences, type Placed } from "./references.js";
import {
	Aspects,
	Calendar,
	Desks,
	FaqFile,
	Intents,
	type Knowledge,
	LegacyCodes,
	Office,
	OutOfScope,
	Procedure,
	ReplacedFile,
	Synonyms,
} from "./schema.js";
import { parseSource, type SourceFile, validate } from "./source-file.js";

/** Texts that stand in for files of the folder, so that a change is tried before it is written; null for no such file. */
export type Overlay = ReadonlyMap<string, string | null>;

/** The files of the folder by their names in it, with `/` on every system. */
export type Texts = ReadonlyMap<string, string>;

/**
 * Reads and validates the whole folder.
 * @throws {KnowledgeError} with every fault found, not only the first
 */
export const loadKnowledge = (
	folder: string,
	overlay?: Overlay,
): Promise<Knowledge> => createLoader(folder)(overlay);

/** `loadKnowledge` again and again: what was read before and has not changed is not read twice. */
export type Loader = (overlay?: Overlay) => Promise<Knowledge>;

export function createLoader(folder: string): Loader {
	let last: Taken = new Map();
	return async (overlay = new Map()) => {
		const texts = overlaid(await readTexts(folder), overlay);
		const taken = await takeAll(texts, last);
		// What is only tried does not push out what stays.
		const tried = [...overlay.keys()].flatMap((file) => {
			const kept = last.get(file);
			return kept ? [[file, kept] as const] : [];
		});
		last = new Map([...taken, ...tried]);
		return assemble(taken);
	};
}

/** The files that the knowledge is made of. Names with a dot before them are no knowledge: they are being written. */
export async function readTexts(folder: string): Promise<Texts> {
	const names = await readdir(folder, { recursive: true });
	const files = names
		.map((name) => name.split(sep).join(posix.sep))
		.filter((file) => file.endsWith(".yaml") && !/(^|\/)\./.test(file))
		.sort();
	return new Map(
		await Promise.all(
			files.map(
				async (file) =>
					[file, await readFile(join(folder, file), "utf8")] as const,
			),
		),
	);
}

export function overlaid(texts: Texts, overlay: Overlay): Texts {
	const all = new Map<string, string | null>([...texts, ...overlay]);
	return new Map(
		[...all]
			.flatMap(([file, text]) => (text === null ? [] : [[file, text] as const]))
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);
}

/** One file, read and held against its schema. */
interface TakenFile {
	readonly text: string;
	readonly faults: readonly Fault[];
	/** Where its fields stand; missing when it is no YAML. */
	readonly source?: SourceFile;
	/** Its value as the schema gives it; missing when it has faults. */
	readonly value?: unknown;
}
type Taken = ReadonlyMap<string, TakenFile>;

/** The files that must be there, and those that may be. */
const SINGLE = {
	"legacy-codes.yaml": LegacyCodes,
	"synonyms.yaml": Synonyms,
	"out-of-scope.yaml": OutOfScope,
	"intents.yaml": Intents,
	"aspects.yaml": Aspects,
	"office.yaml": Office,
	"calendar.yaml": Calendar,
	"desks.yaml": Desks,
	"replaced.yaml": ReplacedFile,
} as const;
const OPTIONAL = ["replaced.yaml"];

function schemaOf(file: string): z.ZodType | undefined {
	if (file.startsWith("procedures/")) return Procedure;
	if (file.startsWith("faq/")) return FaqFile;
	return SINGLE[file as keyof typeof SINGLE];
}

/** Files read in one go: people are answered in between. */
const AT_ONCE = 16;

async function takeAll(texts: Texts, last: Taken): Promise<Taken> {
	const taken = new Map<string, TakenFile>();
	let read = 0;
	for (const [file, text] of texts) {
		const before = last.get(file);
		if (before?.text === text) {
			taken.set(file, before);
			continue;
		}
		taken.set(file, take(file, text));
		read++;
		if (read % AT_ONCE === 0) await breathe();
	}
	return taken;
}

function take(file: string, text: string): TakenFile {
	const parsed = parseSource(file, text);
	if ("faults" in parsed) return { text, faults: parsed.faults };
	const { source } = parsed;
	const schema = schemaOf(file);
	if (!schema) return { text, faults: [], source };
	const result = validate(source, schema);
	return "value" in result
		? { text, faults: [], source, value: result.value }
		: { text, faults: result.faults, source };
}

function assemble(taken: Taken): Knowledge {
	const faults = [...taken.values()].flatMap((file) => file.faults);
	const one = <File extends keyof typeof SINGLE>(file: File) => {
		const found = taken.get(file);
		if (!found && !OPTIONAL.includes(file)) {
			faults.push({
				file,
				line: 1,
				field: "",
				problem: "thiếu tệp",
				remedy: "lấy lại tệp từ bản gốc của thư mục knowledge",
			});
		}
		// What `take` keeps for a file is the output of that file's own schema.
		return found?.value as z.output<(typeof SINGLE)[File]> | undefined;
	};
	const under = <Value>(room: string) =>
		[...taken].flatMap(([file, { source, value }]) =>
			file.startsWith(`${room}/`) && source && value !== undefined
				? [{ source, value: value as Value }]
				: [],
		);

	const procedures = under<Procedure>("procedures").map(({ source, value }) =>
		placed(value, source, []),
	);
	const faq = under<FaqFile>("faq").flatMap(({ source, value }) =>
		value.faq.map((entry, index) => placed(entry, source, ["faq", index])),
	);
	const legacy = one("legacy-codes.yaml");
	const synonyms = one("synonyms.yaml");
	const outOfScope = one("out-of-scope.yaml");
	const intents = one("intents.yaml");
	const aspects = one("aspects.yaml");
	const office = one("office.yaml");
	const calendar = one("calendar.yaml");
	const desks = one("desks.yaml");
	const replaced = one("replaced.yaml");

	// An entry that could not be read would make every reference to it a fault as well.
	if (faults.length === 0) {
		const parts = { procedures, faq, legacy, outOfScope, calendar, desks };
		faults.push(...checkReferences(parts));
	}
	if (
		faults.length > 0 ||
		!(legacy && synonyms && outOfScope && intents && aspects) ||
		!(office && calendar && desks)
	) {
		throw new KnowledgeError(faults);
	}
	return {
		procedures: new Map(procedures.map(({ entry }) => [entry.id, entry])),
		legacy: new Map(legacy.legacy.map((entry) => [entry.code, entry])),
		faq: new Map(faq.map(({ entry }) => [entry.id, entry])),
		synonyms,
		outOfScope,
		intents,
		aspects,
		office,
		calendar,
		desks: desks.desks,
		replaced: replaced?.replaced ?? [],
	};
}

const placed = <Entry>(
	entry: Entry,
	{ file, lineOf }: SourceFile,
	at: readonly PropertyKey[],
): Placed<Entry> => ({
	entry,
	file,
	lineOf: (...path) => lineOf([...at, ...path]),
});
