import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Edit, type Plan, planEdit } from "./edit.js";
import {
	ABSENT,
	type ContentOf,
	type EntryKind,
	type EntryRef,
	type Opened,
} from "./entry.js";
import { type Fault, KnowledgeError } from "./fault.js";
import type { HistoryRecord, HistoryStore, Publication } from "./history.js";
import { KIND_LABEL } from "./labels.js";
import {
	createLoader,
	type Loader,
	type Overlay,
	overlaid,
	readTexts,
	type Texts,
} from "./load.js";
import {
	faultsOf,
	hashOf,
	locate,
	opened,
	sourceOf,
	versionOf,
} from "./locate.js";
import { linesOf } from "./places.js";
import {
	clearUnfinished,
	type FileSteps,
	onDisk,
	replaceFile,
} from "./replace-file.js";
import type { Knowledge } from "./schema.js";
import { changeBetween, withoutChange } from "./text-change.js";

/** The knowledge as it would be with an edit, validated as a whole. Nothing of it is on disk. */
export interface Candidate {
	readonly knowledge: Knowledge;
	readonly plan: Plan;
	readonly overlay: Overlay;
}

/** A labelled question whose first answer an edit changes; answers are told by their readable titles. */
export interface AnswerChange {
	readonly text: string;
	/** What the same person asked just before. */
	readonly previous?: string;
	readonly before: string;
	readonly after: string;
	/** Whether the label calls the answer right. */
	readonly rightBefore: boolean;
	readonly rightAfter: boolean;
}

/** What an edit does to the answers, before it is published. */
export interface Effect {
	/** How many labelled questions were asked. */
	readonly total: number;
	readonly changes: readonly AnswerChange[];
}

export type Preview =
	| { readonly kind: "ready"; readonly candidate: Candidate }
	| { readonly kind: "unchanged" }
	| { readonly kind: "faults"; readonly faults: readonly Fault[] };

export type Published =
	| {
			readonly kind: "published";
			/** The record in the history. */
			readonly id: string;
			readonly knowledge: Knowledge;
	  }
	| { readonly kind: "unchanged" }
	/** Somebody else changed the entry meanwhile; `current` is missing when they took it away. */
	| { readonly kind: "clash"; readonly current: Opened | undefined }
	| { readonly kind: "faults"; readonly faults: readonly Fault[] };

export type Undone = Published | { readonly kind: "unknown-record" };

/** Edits of the knowledge folder: tried, published one at a time, and taken back. */
export interface Editor {
	/**
	 * The entry as the folder has it now, edits by hand included.
	 * @throws {KnowledgeError} when its file is no YAML at the moment
	 */
	open<Kind extends EntryKind>(
		entry: EntryRef<Kind>,
	): Promise<Opened<Kind> | undefined>;
	/** Validates the whole knowledge with the edit; writes nothing. */
	preview(edit: Edit): Promise<Preview>;
	/** Which labelled questions are answered otherwise. Takes some seconds, in a thread of its own. */
	effect(candidate: Candidate): Promise<Effect>;
	/** Writes the edit when the entry still has the version it was opened with (`ABSENT` for a new one). */
	publish(
		edit: Edit,
		version: string,
		by: string,
		at: Date,
	): Promise<Published>;
	/** Newest first. */
	history(limit?: number): Promise<readonly HistoryRecord[]>;
	/** Takes a publish back; that is a publish as well, and can be taken back in turn. */
	undo(id: string, by: string, at: Date): Promise<Undone>;
	/** Waits for what is being published. */
	idle(): Promise<void>;
}

interface Deps {
	readonly folder: string;
	readonly history: HistoryStore;
	/** Asks the labelled questions of the folder with and without the overlay. */
	readonly effect: (folder: string, overlay: Overlay) => Promise<Effect>;
	/** The loader that the running bot reloads with, so that a file is not read twice. */
	readonly load?: Loader;
	readonly steps?: FileSteps;
}

/** Somebody who saves a file by hand does so once, perhaps twice. */
const TRIES = 5;

/** As many as a page of history shows. */
const SHOWN = 50;

/** Opens the editor. What a kill left half done is settled first: each file is the old or the new one, and so says the history. */
export async function createEditor({
	folder,
	history,
	effect,
	load = createLoader(folder),
	steps = onDisk,
}: Deps): Promise<Editor> {
	await clearUnfinished(folder);
	for (const record of await history.pending()) await settle(record);

	let last: Promise<unknown> = Promise.resolve();
	/** Publishing looks at the folder and then writes into it: one at a time. */
	const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
		const result = last.then(work);
		last = result.catch(() => {}); // whoever asked for it is told
		return result;
	};

	async function settle({ id, file, before, after, ...record }: HistoryRecord) {
		const text = await textOf(join(folder, file));
		const now = text === null ? null : hashOf(text);
		const isWritten =
			now === after ||
			// Edited by hand since: the entry's own lines tell.
			(now !== before &&
				entryLines(
					overlaid(new Map(), new Map([[file, text]])),
					record.entry,
				) === record.linesAfter);
		await (isWritten ? history.complete(id) : history.drop(id));
	}

	async function tryOut(plan: Plan): Promise<Candidate> {
		const overlay: Overlay = new Map([[plan.file, plan.after]]);
		return { knowledge: await load(overlay), plan, overlay };
	}

	/** Looks at the folder and acts on it; when the file changed in between, looks again. */
	async function settled<Result>(
		attempt: (texts: Texts) => Promise<Result | undefined>,
	): Promise<Result> {
		for (let tries = 0; tries < TRIES; tries++) {
			const result = await attempt(await readTexts(folder));
			if (result !== undefined) return result;
		}
		throw new Error(
			`${folder} keeps changing while an edit is published: try again when nobody writes into it`,
		);
	}

	/** Records the plan, then writes it, then says in the record that it is written. */
	async function write(
		{ knowledge, plan }: Candidate,
		publication: Publication,
	): Promise<Published> {
		const id = await history.begin(publication);
		try {
			await replaceFile(join(folder, plan.file), plan.after, steps);
			await history.complete(id);
		} catch (error) {
			// The folder is looked at rather than trusted; if that fails too, it is done at the next start.
			await settle({ ...publication, id }).catch(() => {});
			await clearUnfinished(folder).catch(() => {});
			throw error;
		}
		return { kind: "published", id, knowledge };
	}

	async function carryOut(
		texts: Texts,
		plan: Plan,
		entry: EntryRef,
		who: { readonly by: string; readonly at: Date; readonly undoes?: string },
	): Promise<Published | undefined> {
		const candidate = await tryOut(plan).catch((error) => ({
			faults: faultsOf(error),
		}));
		if ("faults" in candidate) {
			return { kind: "faults", faults: candidate.faults };
		}
		// A clerk may have saved the file while the whole was being validated.
		const text = await textOf(join(folder, plan.file));
		if (text !== plan.before) return undefined;
		return write(candidate, {
			...who,
			entry,
			summary: plan.summary,
			file: plan.file,
			change: changeBetween(plan.before ?? "", plan.after ?? ""),
			before: plan.before === null ? null : hashOf(plan.before),
			after: plan.after === null ? null : hashOf(plan.after),
			linesBefore: entryLines(texts, entry),
			linesAfter: entryLines(overlaid(texts, candidate.overlay), entry),
		});
	}

	async function openNow<Kind extends EntryKind>(entry: EntryRef<Kind>) {
		const found = locate(await readTexts(folder), entry);
		return found && opened(entry, found);
	}

	const publish = (edit: Edit, version: string, by: string, at: Date) =>
		settled<Published>(async (texts) => {
			const { entry } = edit;
			const found = locate<EntryKind>(texts, entry);
			if (version !== (found ? versionOf(found.content) : ABSENT)) {
				return { kind: "clash", current: found && opened(entry, found) };
			}
			const planned = planEdit(texts, edit);
			return planned.kind === "plan"
				? carryOut(texts, planned.plan, entry, { by, at })
				: planned;
		});

	async function undo(id: string, by: string, at: Date): Promise<Undone> {
		const record = await history.read(id);
		if (!record) return { kind: "unknown-record" };
		return settled<Undone>(async (texts) => {
			const plan = planUndo(texts, record);
			return plan
				? carryOut(texts, plan, record.entry, { by, at, undoes: id })
				: { kind: "clash", current: await openNow(record.entry) };
		});
	}

	const asFaults = (error: unknown) =>
		({ kind: "faults", faults: faultsOf(error) }) as const;

	return {
		open: openNow,
		async preview(edit) {
			const planned = planEdit(await readTexts(folder), edit);
			if (planned.kind !== "plan") return planned;
			return tryOut(planned.plan).then(
				(candidate) => ({ kind: "ready", candidate }) as const,
				asFaults,
			);
		},
		effect: ({ overlay }) => effect(folder, overlay),
		publish: (...args) => inTurn(() => publish(...args).catch(asFaults)),
		history: (limit = SHOWN) => history.list(limit),
		undo: (...args) => inTurn(() => undo(...args).catch(asFaults)),
		async idle() {
			await last;
		},
	};
}

/**
 * How a publish is taken back: the file as it was, when it is still as the publish left it; else the entry's own lines,
 * when those are. Nothing when somebody changed the entry since.
 */
function planUndo(texts: Texts, record: HistoryRecord): Plan | undefined {
	const { file, entry, linesBefore, linesAfter } = record;
	const text = texts.get(file) ?? null;
	const summary = `Hoàn tác: ${record.summary}`;
	if ((text === null ? null : hashOf(text)) === record.after) {
		const restored =
			record.before === null ? null : withoutChange(text ?? "", record.change);
		return { file, before: text, after: restored, summary };
	}
	if (text === null || entryLines(texts, entry) !== linesAfter)
		return undefined;
	if (linesBefore !== null && linesAfter !== null) {
		const lines = placeOf(texts, entry);
		if (!lines) return undefined;
		const restored =
			text.slice(0, lines.from) + linesBefore + text.slice(lines.to);
		return { file, before: text, after: restored, summary };
	}
	const planned = planEdit(texts, {
		entry,
		content: linesBefore === null ? null : contentIn(linesBefore, entry),
	} as Edit);
	return planned.kind === "plan" ? { ...planned.plan, summary } : undefined;
}

/** An entry's content, read from its own lines. */
function contentIn(lines: string, { kind, id }: EntryRef): unknown {
	const source = sourceOf(
		new Map([[KIND_LABEL[kind], lines]]),
		KIND_LABEL[kind],
	);
	const value = source?.value as ContentOf[EntryKind] | readonly unknown[];
	if (kind === "abbreviation" || kind === "meaning") {
		return (value as unknown as Readonly<Record<string, unknown>>)[id];
	}
	return Array.isArray(value) ? value[0] : value;
}

function placeOf(texts: Texts, entry: EntryRef) {
	const found = locate(texts, entry);
	const text = found && texts.get(found.source.file);
	if (!found || text === undefined) return undefined;
	const lines = linesOf(text, found.path, found.content);
	return lines && { text, ...lines };
}

/** The lines of an entry in its file; null when it is not there. */
function entryLines(texts: Texts, entry: EntryRef): string | null {
	const place = placeOf(texts, entry);
	return place ? place.text.slice(place.from, place.to) : null;
}

/**
 * Null when there is no such file.
 * @throws {KnowledgeError} when its bytes would not come back as they were
 */
async function textOf(path: string): Promise<string | null> {
	const bytes = await readFile(path).catch((error) => {
		if (error.code === "ENOENT") return null;
		throw error;
	});
	if (bytes === null || isUtf8(bytes)) return bytes?.toString("utf8") ?? null;
	throw new KnowledgeError([
		{
			file: basename(path),
			line: 1,
			field: "",
			problem: "tệp có chữ không phải UTF-8",
			remedy: "mở tệp, lưu lại với bảng mã UTF-8",
		},
	]);
}
