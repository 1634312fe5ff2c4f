import type { ContentOf, EntryKind, EntryRef } from "./entry.js";
import type { Fault } from "./fault.js";

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
