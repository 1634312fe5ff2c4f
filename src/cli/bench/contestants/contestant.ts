import type { Catalogue, Item } from "../catalogue.js";

/** Finds the procedures that a question may mean, best first. */
export type Find = (
	question: string,
) => readonly string[] | Promise<readonly string[]>;

export interface Contestant {
	readonly name: string;
	/** Needs so long for a question in a large catalogue that it is asked fewer of them. */
	readonly slow?: true;
	/** Takes hours to learn a large catalogue, which it is therefore spared. */
	readonly smallOnly?: true;
	/** Indexes the catalogue; whatever text it needs made is made here and counts as its own. */
	build(catalogue: Catalogue): Find | Promise<Find>;
}

/** How many items a contestant is asked for: several may belong to one procedure. */
export const HITS = 20;

/** Positions of items, best first, as the procedures they belong to. */
export function proceduresOf(
	items: readonly Item[],
	hits: Iterable<number>,
): readonly string[] {
	const found = new Set<string>();
	for (const hit of hits) {
		const item = items[hit];
		if (item) found.add(item.procedure);
		if (found.size === 5) break;
	}
	return [...found];
}
