import type * as z from "zod";
import type {
	CalendarRow,
	Desk,
	Faq,
	Office,
	OutOfScope,
	Procedure,
	Replaced,
} from "./schema.js";

/** What is written in the files for an entry of each kind. */
export interface ContentOf {
	readonly faq: z.input<typeof Faq>;
	readonly procedure: z.input<typeof Procedure>;
	/** What a short form stands for; the id is the short form. */
	readonly abbreviation: string;
	/** The wordings of a meaning; the id is the meaning's name. */
	readonly meaning: readonly string[];
	/** A topic that is out of scope. */
	readonly topic: z.input<typeof OutOfScope>["topics"][number];
	readonly office: z.input<typeof Office>;
	/** A row of the calendar; the id is its first day. */
	readonly day: z.input<typeof CalendarRow>;
	readonly desk: z.input<typeof Desk>;
	/** A legal text that was replaced; the id is its name. */
	readonly replaced: z.input<typeof Replaced>;
}
export type EntryKind = keyof ContentOf;

/** Names one entry that is edited by itself. The office is one entry: `{ kind: "office", id: "office" }`. */
export interface EntryRef<Kind extends EntryKind = EntryKind> {
	readonly kind: Kind;
	readonly id: string;
}

/** An entry as the folder has it now. */
export interface Opened<Kind extends EntryKind = EntryKind> {
	readonly entry: EntryRef<Kind>;
	readonly content: ContentOf[Kind];
	/** Changes with the entry's content alone, not with its neighbours in the file nor with spaces and comments. */
	readonly version: string;
	/** What people call the entry. */
	readonly title: string;
	readonly file: string;
	readonly line: number;
}

/** The version of an entry that is not there: publishing with it adds one. */
export const ABSENT = "absent";
