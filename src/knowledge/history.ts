import type { EntryRef } from "./entry.js";

/** What one publish did to a file: at a place in its text, one piece took another's place. */
export interface TextChange {
	readonly at: number;
	readonly removed: string;
	readonly inserted: string;
}

/** One publish. Whole files are named by their SHA-256: the change leads from one to the other and back. */
export interface Publication {
	/** Who published: a member's id, which says nothing to others. */
	readonly by: string;
	readonly at: Date;
	readonly entry: EntryRef;
	/** One Vietnamese sentence for people: `Sửa câu hỏi thường gặp "…": answer, source`. */
	readonly summary: string;
	readonly file: string;
	readonly change: TextChange;
	/** Null where there was no such file. */
	readonly before: string | null;
	readonly after: string | null;
	/** The entry's own lines in both; null where it was not there. */
	readonly linesBefore: string | null;
	readonly linesAfter: string | null;
	/** The record that this one takes back. */
	readonly undoes?: string;
}

export interface HistoryRecord extends Publication {
	/** Later records have greater ids, compared as text. */
	readonly id: string;
}

/**
 * Who published what and when. A record is begun before its file is written, so that a kill in between loses nothing:
 * what is pending at the start is completed or dropped by looking at the file.
 */
export interface HistoryStore {
	/** Keeps a record as pending, and gives its id. */
	begin(publication: Publication): Promise<string>;
	/** The file was written. */
	complete(id: string): Promise<void>;
	/** The file was not written: the record goes. */
	drop(id: string): Promise<void>;
	pending(): Promise<readonly HistoryRecord[]>;
	/** What was completed, newest first. */
	list(limit: number): Promise<readonly HistoryRecord[]>;
	/** One that was completed. */
	read(id: string): Promise<HistoryRecord | undefined>;
}
