import { readdir, readFile } from "node:fs/promises";
import { join, posix, sep } from "node:path";
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
	Synonyms,
} from "./schema.js";
import { parseSource, type SourceFile, validate } from "./source-file.js";

/**
 * Reads and validates the whole folder.
 * @throws {KnowledgeError} with every fault found, not only the first
 */
export async function loadKnowledge(folder: string): Promise<Knowledge> {
	const faults: Fault[] = [];
	const files = await readSources(folder, faults);

	const one = <Schema extends z.ZodType>(file: string, schema: Schema) => {
		const source = files.get(file);
		if (source) return take(source, schema);
		if (!faults.some((fault) => fault.file === file)) {
			faults.push({
				file,
				line: 1,
				field: "",
				problem: "thiếu tệp",
				remedy: "lấy lại tệp từ bản gốc của thư mục knowledge",
			});
		}
		return undefined;
	};
	const take = <Schema extends z.ZodType>(
		source: SourceFile,
		schema: Schema,
	): z.output<Schema> | undefined => {
		const result = validate(source, schema);
		if ("value" in result) return result.value;
		faults.push(...result.faults);
		return undefined;
	};
	const under = (room: string) =>
		[...files.values()].filter(({ file }) => file.startsWith(`${room}/`));

	const procedures = under("procedures").flatMap((source) =>
		placed(take(source, Procedure), source, []),
	);
	const faq = under("faq").flatMap((source) =>
		(take(source, FaqFile)?.faq ?? []).flatMap((entry, index) =>
			placed(entry, source, ["faq", index]),
		),
	);
	const legacy = one("legacy-codes.yaml", LegacyCodes);
	const synonyms = one("synonyms.yaml", Synonyms);
	const outOfScope = one("out-of-scope.yaml", OutOfScope);
	const intents = one("intents.yaml", Intents);
	const aspects = one("aspects.yaml", Aspects);
	const office = one("office.yaml", Office);
	const calendar = one("calendar.yaml", Calendar);
	const desks = one("desks.yaml", Desks);

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
	};
}

const placed = <Entry>(
	entry: Entry | undefined,
	{ file, lineOf }: SourceFile,
	at: readonly PropertyKey[],
): readonly Placed<Entry>[] =>
	entry ? [{ entry, file, lineOf: (...path) => lineOf([...at, ...path]) }] : [];

async function readSources(
	folder: string,
	faults: Fault[],
): Promise<ReadonlyMap<string, SourceFile>> {
	const names = await readdir(folder, { recursive: true });
	const sources = await Promise.all(
		names
			.filter((name) => name.endsWith(".yaml"))
			.sort()
			.map(async (name) =>
				parseSource(
					name.split(sep).join(posix.sep),
					await readFile(join(folder, name), "utf8"),
				),
			),
	);
	const files = new Map<string, SourceFile>();
	for (const result of sources) {
		if ("faults" in result) faults.push(...result.faults);
		else files.set(result.source.file, result.source);
	}
	return files;
}
