import { slug, withFaqDraft } from "../../knowledge/draft.js";
import type { ContentOf, EntryRef } from "../../knowledge/entry.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { LocalDate } from "../../time.js";
import type { EditableKind } from "./at.js";
import type { Typed } from "./typed.js";

/** What the boxes of a new entry say before anybody typed. */
export const startOf = (kind: EditableKind, today: LocalDate): Typed =>
	kind === "faq" ? { confidence: "partly", checkedOn: today } : {};

const PLAIN = /^[a-z0-9-]{1,80}$/;
/** A short form is one word, as people type it. */
const SHORT_FORM = /^[\p{Ll}\p{N}][\p{Ll}\p{M}\p{N}./-]{0,19}$/u;

/**
 * The name of a new entry, made of what it says. The one `given` before goes on being its name: the same form sent twice
 * is one entry.
 */
export function newRef(
	kind: EditableKind,
	content: unknown,
	typed: Typed,
	given: string,
	knowledge: Knowledge,
	today: LocalDate,
):
	| EntryRef<EditableKind>
	| { readonly faults: Readonly<Record<string, string>> } {
	switch (kind) {
		case "faq": {
			if (PLAIN.test(given)) return { kind, id: given };
			const faq = content as ContentOf["faq"];
			const draft = withFaqDraft(
				knowledge,
				{ ...faq, question: faq.question ?? "" },
				today,
			);
			return { kind, id: draft.entry.id };
		}
		case "meaning": {
			if (PLAIN.test(given)) return { kind, id: given };
			const [first = ""] = content as ContentOf["meaning"];
			const name = slug(first);
			const isTaken = (id: string) =>
				Object.hasOwn(knowledge.synonyms.meanings, id);
			let id = name;
			for (let count = 2; isTaken(id); count++) id = `${name}-${count}`;
			return { kind, id };
		}
		case "abbreviation": {
			const id = (typed.id ?? "").trim().normalize("NFC");
			return SHORT_FORM.test(id)
				? { kind, id }
				: {
						faults: {
							id: "Ghi một chữ viết liền, chữ thường, tối đa 20 ký tự: tnhh.",
						},
					};
		}
		default:
			return { kind, id: String((content as ContentOf["day"]).from ?? "") };
	}
}
