import MiniSearch from "minisearch";
import { fold } from "../../../search/fold.js";
import { type Contestant, HITS, proceduresOf } from "./contestant.js";

/** A Vietnamese syllable is short: from here on a mistyped letter still leaves the word recognisable. */
const FUZZY_FROM = 5;

/** The same fields, folded, with stop words, prefixes, and fuzziness for long words only. */
export const miniSearch: Contestant = {
	name: "MiniSearch",
	build({ items, fillers }) {
		const stopWords = new Set(fillers.map(fold));
		const search = new MiniSearch<{ id: number }>({
			fields: ["title", "name", "asks"],
			processTerm: (term) => {
				const folded = fold(term);
				return stopWords.has(folded) ? null : folded;
			},
			searchOptions: {
				prefix: true,
				fuzzy: (term) => (term.length >= FUZZY_FROM ? 0.2 : false),
			},
		});
		search.addAll(
			items.map(({ title, name, asks }, id) => ({
				id,
				title,
				name,
				asks: asks.join("\n"),
			})),
		);
		return (question) =>
			proceduresOf(
				items,
				search
					.search(question)
					.slice(0, HITS)
					.map(({ id }) => id as number),
			);
	},
};
