import type { Feature } from "../search/features.js";
import { agreement } from "../search/tokens.js";
import type { Book, Group, GroupId } from "./book.js";
import { sameLetters } from "./same-letters.js";

/** What a text is compared by: the search's own words, meanings and pairs, the rare ones weighing more. */
export type Features = (text: string) => readonly Feature[];

/** How alike two questions must be to mean the same, from 0 to 1; found on tests/questions/alike.jsonl. */
export const ALIKE = 0.4;
/** A group that was settled takes less: what only resembles it may be asked for the first time. */
export const ALIKE_SETTLED = 0.6;
/** Postings looked at for one question: its cost stays flat however many were asked. */
const VISITS = 20_000;

/** The group that a question belongs to, if any. */
export type Alike = (book: Book, text: string) => GroupId | undefined;

interface Known {
	readonly group: GroupId;
	readonly length: number;
	readonly features: readonly Feature[];
}

interface Posting {
	readonly known: Known;
	readonly feature: Feature;
}

/**
 * Finds the wording most alike: the same letters first, then the weight of what two texts share against what they have.
 * Follows the book it is asked about, and works out only what is new in it.
 */
export function createAlike(features: Features): Alike {
	const seen = new Map<GroupId, Group>();
	const byText = new Map<GroupId, Map<string, Known>>();
	const exact = new Map<string, GroupId>();
	const postings = new Map<string, Set<Posting>>();
	const of = new Map<Known, readonly Posting[]>();

	function follow({ groups }: Book): void {
		for (const [id, group] of groups) {
			if (seen.get(id) === group) continue;
			seen.set(id, group);
			take(group);
		}
		if (seen.size === groups.size) return;
		for (const id of seen.keys()) {
			if (groups.has(id)) continue;
			seen.delete(id);
			for (const text of byText.get(id)?.keys() ?? []) drop(id, text);
			byText.delete(id);
		}
	}

	function take({ id, wordings }: Group): void {
		const known = byText.get(id) ?? new Map<string, Known>();
		byText.set(id, known);
		const texts = new Set(wordings.map(({ text }) => text));
		for (const text of known.keys()) if (!texts.has(text)) drop(id, text);
		for (const text of texts) if (!known.has(text)) add(id, text);
	}

	function add(group: GroupId, text: string): void {
		const read = features(text);
		const known = { group, features: read, length: weightOf(read) };
		byText.get(group)?.set(text, known);
		exact.set(sameLetters(text), group);
		const own = read.map((feature) => ({ known, feature }));
		of.set(known, own);
		for (const posting of own) {
			const { key } = posting.feature;
			const list = postings.get(key) ?? new Set();
			postings.set(key, list.add(posting));
		}
	}

	function drop(group: GroupId, text: string): void {
		const known = byText.get(group)?.get(text);
		if (!known) return;
		byText.get(group)?.delete(text);
		exact.delete(sameLetters(text));
		for (const posting of of.get(known) ?? []) {
			const { key } = posting.feature;
			postings.get(key)?.delete(posting);
			if (postings.get(key)?.size === 0) postings.delete(key);
		}
		of.delete(known);
	}

	function nearest(book: Book, text: string): GroupId | undefined {
		const asked = features(text);
		const length = weightOf(asked);
		const shared = new Map<Known, number>();
		let visits = VISITS;
		for (const feature of heaviestFirst(asked)) {
			const list = postings.get(feature.key);
			if (!list) continue;
			if (visits < 0) break;
			visits -= list.size;
			for (const { known, feature: other } of list) {
				const weight = Math.min(feature.weight, other.weight);
				const sure = sureOf(feature, other);
				shared.set(known, (shared.get(known) ?? 0) + weight * sure);
			}
		}
		let best: GroupId | undefined;
		let highest = 0;
		for (const [known, weight] of shared) {
			const likeness = (2 * weight) / (length + known.length);
			const settled = book.groups.get(known.group)?.settled !== undefined;
			if (likeness < (settled ? ALIKE_SETTLED : ALIKE)) continue;
			if (likeness <= highest) continue;
			highest = likeness;
			best = known.group;
		}
		return best;
	}

	return (book, text) => {
		follow(book);
		return exact.get(sameLetters(text)) ?? nearest(book, text);
	};
}

const weightOf = (features: readonly Feature[]) =>
	features.reduce((sum, { weight }) => sum + weight, 0);

const heaviestFirst = (features: readonly Feature[]) =>
	[...features].sort((a, b) => b.weight - a.weight);

const sureOf = (a: Feature, b: Feature) =>
	a.token && b.token ? agreement(a.token, b.token) : 1;
