import { create, insert, search } from "@orama/orama";
import { fold } from "../../../search/fold.js";
import { type Contestant, HITS, proceduresOf } from "./contestant.js";

/**
 * Its tokenizer splits words at letters that English does not have, so that it is given folded text. No tolerance of
 * typing errors, which is its default: with one letter it finds a fifth as much, short syllables being all alike.
 */
export const orama: Contestant = {
	name: "Orama",
	async build({ items }) {
		const database = create({
			schema: { title: "string", name: "string", asks: "string[]" },
		});
		for (const [id, { title, name, asks }] of items.entries()) {
			await insert(database, {
				id: String(id),
				title: fold(title),
				name: fold(name),
				asks: asks.map(fold),
			});
		}
		return async (question) => {
			const { hits } = await search(database, {
				term: fold(question),
				limit: HITS,
			});
			return proceduresOf(
				items,
				hits.map(({ id }) => Number(id)),
			);
		};
	},
};
