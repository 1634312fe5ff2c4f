import Fuse from "fuse.js";
import { fold } from "../../../search/fold.js";
import { type Contestant, HITS, proceduresOf } from "./contestant.js";

const KEYS = ["title", "name", "asks"];

/** The time it takes grows with every further letter, and what it finds no longer gets better from here on. */
const LETTERS = 128;

/** As it comes: the text as written, every option left alone. */
export const fuseDefaults: Contestant = {
	name: "fuse.js, defaults",
	slow: true,
	build({ items }) {
		const fuse = new Fuse(items, { keys: KEYS });
		return (question) =>
			proceduresOf(
				items,
				fuse
					.search(question.slice(0, LETTERS), { limit: HITS })
					.map(({ refIndex }) => refIndex),
			);
	},
};

/** Word by word, on text folded beforehand; at its own threshold of 0.6 short syllables match nearly anything. */
export const fuseTokens: Contestant = {
	name: "fuse.js, token search",
	slow: true,
	build({ items }) {
		const folded = items.map(({ title, name, asks }) => ({
			title: fold(title),
			name: fold(name),
			asks: asks.map(fold),
		}));
		const fuse = new Fuse(folded, {
			keys: KEYS,
			useTokenSearch: true,
			isCaseSensitive: true,
			threshold: 0.2,
		});
		return (question) =>
			proceduresOf(
				items,
				fuse
					.search(fold(question).slice(0, LETTERS), { limit: HITS })
					.map(({ refIndex }) => refIndex),
			);
	},
};
