import type { Contestant } from "./contestant.js";
import { flexSearch } from "./flexsearch.js";
import { fuseDefaults, fuseTokens } from "./fuse.js";
import { miniSearch } from "./minisearch.js";
import { nlpJs } from "./nlpjs.js";
import { orama } from "./orama.js";
import { project } from "./project.js";

/**
 * Everybody who takes part. Options that their manuals leave open were chosen by what finds most on the tuning part,
 * as the project's own were.
 */
export const CONTESTANTS: readonly Contestant[] = [
	project,
	miniSearch,
	flexSearch,
	orama,
	nlpJs,
	fuseTokens,
	fuseDefaults,
];
