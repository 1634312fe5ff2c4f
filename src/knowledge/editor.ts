import type { Edit, Plan } from "./edit.js";
import type { EntryKind, EntryRef, Opened } from "./entry.js";
import type { Fault } from "./fault.js";
import type { HistoryRecord } from "./history.js";
import type { Overlay } from "./load.js";
import type { Knowledge } from "./schema.js";

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
	/** The entry as the folder has it now, edits by hand included. */
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
}
