import type { Knowledge } from "../../knowledge/schema.js";

/** What a contestant indexes: a procedure or a FAQ answer, with all its wordings. */
export interface Item {
	/** The procedure that a hit counts for. */
	readonly procedure: string;
	readonly title: string;
	/** The official name; empty for a FAQ answer. */
	readonly name: string;
	readonly asks: readonly string[];
}

export interface Catalogue {
	readonly items: readonly Item[];
	/** Words without a meaning of their own, for contestants that know stop words. */
	readonly fillers: readonly string[];
	/** What the project itself is made from. */
	readonly knowledge: Knowledge;
}

/** The same wordings that the project learns from, one item for each procedure and each FAQ answer. */
export function catalogueOf(knowledge: Knowledge): Catalogue {
	return {
		items: [
			...[...knowledge.procedures.values()].map(
				({ id, title, name, asks }): Item => ({
					procedure: id,
					title,
					name,
					asks,
				}),
			),
			...[...knowledge.faq.values()].map(
				({ procedure, question, asks }): Item => ({
					procedure,
					title: question,
					name: "",
					asks,
				}),
			),
		],
		fillers: knowledge.synonyms.fillers,
		knowledge,
	};
}
