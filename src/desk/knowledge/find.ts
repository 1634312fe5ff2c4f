import type { EntryRef } from "../../knowledge/entry.js";
import { titleOf } from "../../knowledge/labels.js";
import { cautionOf, isReviewDue, reviewBy } from "../../knowledge/review.js";
import type { Faq, Knowledge, Procedure } from "../../knowledge/schema.js";
import { fold } from "../../search/fold.js";
import type { Understand } from "../../search/understanding.js";
import type { LocalDate } from "../../time.js";
import type { EditableKind } from "./at.js";

/** An entry as a list shows it. */
export interface Item {
	readonly entry: EntryRef<EditableKind>;
	readonly title: string;
	/** What it is listed under. */
	readonly group: string;
	readonly review?: Review;
	/** What is looked through. */
	readonly words: readonly unknown[];
}

export interface Review {
	readonly checkedOn: LocalDate;
	readonly by: LocalDate;
	readonly isDue: boolean;
	/** The text it rests on that was replaced. */
	readonly replaced?: string;
}

/** Every entry of a kind, in the order of its file. */
export function itemsOf(
	kind: EditableKind,
	knowledge: Knowledge,
	today: LocalDate,
): readonly Item[] {
	const { procedures, faq, synonyms, outOfScope, office, calendar, desks } =
		knowledge;
	const item = (id: string, title: string, more: Partial<Item> = {}): Item => ({
		entry: { kind, id },
		title,
		group: "",
		words: [],
		...more,
	});
	const review = (entry: Procedure | Faq): Review => {
		const replaced = cautionOf(entry, knowledge.replaced);
		return {
			checkedOn: entry.checkedOn,
			by: reviewBy(entry),
			isDue: isReviewDue(entry, today),
			...(replaced && { replaced: replaced.text }),
		};
	};
	switch (kind) {
		case "faq":
			return [...faq.values()].map((one) =>
				item(one.id, one.question, {
					group: procedures.get(one.procedure)?.field ?? "",
					review: review(one),
					words: [one.asks, one.answer, one.source],
				}),
			);
		case "procedure":
			return [...procedures.values()].map((one) =>
				item(one.id, one.title, {
					group: one.field,
					review: review(one),
					words: [one.id, one.name, one.asks, one.documents, one.legalBasis],
				}),
			);
		case "meaning":
			return Object.entries(synonyms.meanings).map(([id, wordings]) =>
				item(id, wordings.slice(0, 4).join(", "), { words: [id, wordings] }),
			);
		case "abbreviation":
			return Object.entries(synonyms.abbreviations).map(([id, full]) =>
				item(id, titleOf("abbreviation", id, full)),
			);
		case "topic":
			return outOfScope.topics.map((one) =>
				item(one.id, one.asks.slice(0, 3).join(", "), {
					words: [one.id, one.asks, one.answer],
				}),
			);
		case "office":
			return [item("office", office.name, { words: [office] })];
		case "day":
			return calendar.days.map((one) =>
				item(one.from, titleOf("day", one.from, one), {
					group: one.from.slice(0, 4),
					words: [one.from.split("-").reverse().join("/"), one.source],
				}),
			);
		case "desk":
			return desks.map((one) =>
				item(one.id, one.name, { words: [one.place, one.phone] }),
			);
	}
}

/** Those that have all the words, whatever their accents; for procedures and questions what the search means comes first. */
export function found(
	query: string,
	items: readonly Item[],
	understand: Understand,
): readonly Item[] {
	const words = fold(query).match(/[\p{L}\p{N}.#/-]+/gu) ?? [];
	const said = items.filter(({ title, words: within }) => {
		const text = fold(`${title} ${JSON.stringify(within)}`);
		return words.length > 0 && words.every((word) => text.includes(word));
	});
	const kind = items[0]?.entry.kind;
	if (kind !== "faq" && kind !== "procedure") return said;
	const meant = understand(query).candidates.flatMap(({ code, faq }) => {
		const id = kind === "faq" ? faq : code;
		return items.find(({ entry }) => entry.id === id) ?? [];
	});
	return [...new Set([...meant, ...said])];
}
