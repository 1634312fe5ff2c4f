import { loadKnowledge } from "../../src/knowledge/load.js";
import { createSearch } from "../../src/search/search.js";

/** The knowledge that the project ships, and the search over it. */
export const knowledge = await loadKnowledge("knowledge");
export const search = createSearch(knowledge);
