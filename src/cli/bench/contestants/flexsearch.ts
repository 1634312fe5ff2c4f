import { Index } from "flexsearch";
import { fold } from "../../../search/fold.js";
import { type Contestant, HITS, proceduresOf } from "./contestant.js";

/** Whole words scored by their neighbours: of its ways to cut and score words the one that finds most here. */
export const flexSearch: Contestant = {
	name: "FlexSearch",
	build({ items }) {
		const index = new Index({ tokenize: "strict", context: true });
		items.forEach(({ title, name, asks }, id) => {
			index.add(id, fold([title, name, ...asks].join("\n")));
		});
		return (question) =>
			proceduresOf(
				items,
				index.search(fold(question), {
					limit: HITS,
					suggest: true,
				}) as number[],
			);
	},
};
