import type { Classify } from "./classify.js";
import type { Entry } from "./entries.js";
import type { Feature } from "./features.js";
import { agreements, type SearchIndex } from "./index.js";
import type { Kinds } from "./lexicon.js";
import type { Tuning } from "./tuning.js";

export interface Ranked {
	readonly entry: Entry;
	/** From 0 to 1. */
	readonly score: number;
	/** The wording most alike, for explanations. */
	readonly wording: string;
}

/**
 * Orders the entries by how well they fit the features of a question. The score joins two views: the one wording
 * that is most alike, and how much of the question the entry's wordings share together; what was learned about
 * telling the entries apart decides between near ones.
 */
export type Rank = (
	features: readonly Feature[],
	tuning: Tuning,
) => readonly Ranked[];

export function createRank(
	index: SearchIndex,
	kinds: Kinds,
	classifier: () => Classify | undefined,
): Rank {
	// Filled and emptied for every question: only what a question touches costs anything.
	const matched = new Float32Array(index.entryOf.length);
	const touched = new Int32Array(index.entryOf.length);
	const common = new Float32Array(index.entries.length);
	const best = new Float32Array(index.entries.length);
	const alike = new Int32Array(index.entries.length);
	const found = new Int32Array(index.entries.length);
	const scores = new Float64Array(index.entries.length);
	const { lengths, entryOf } = index;
	const tellsOne = Uint8Array.from(index.entries, ({ procedure }) =>
		procedure ? 1 : 0,
	);

	return (features, tuning) => {
		const asked = weightOf(index, features, tuning);
		if (asked === 0) return [];
		let touches = 0;
		let visits = tuning.visits;
		for (const { key, weight, token } of heaviestFirst(features)) {
			const postings = index.postings.get(key);
			if (!postings) continue;
			if (visits < 0) break;
			visits -= postings.wordings.length;
			const { wordings, weights, spellings, entries, shares } = postings;
			const sure = agreements(postings, token);
			for (let at = 0; at < wordings.length; at++) {
				const wording = wordings[at] as number;
				const written = weights[at] as number;
				const shared = Math.min(written, weight);
				const before = matched[wording] as number;
				// Without a branch: no processor can guess which wordings are new.
				touched[touches] = wording;
				touches += Number(before === 0);
				matched[wording] =
					before +
					(sure ? shared * (sure[spellings[at] as number] as number) : shared);
			}
			const agreed = sure ? Math.max(...sure) : 1;
			for (let at = 0; at < entries.length; at++) {
				const entry = entries[at] as number;
				common[entry] =
					(common[entry] as number) + weight * agreed * (shares[at] as number);
			}
		}

		let finds = 0;
		const ofQuestion = tuning.questionShare * asked;
		const ofWording = 1 - tuning.questionShare;
		for (let at = 0; at < touches; at++) {
			const wording = touched[at] as number;
			const length = ofQuestion + ofWording * (lengths[wording] as number);
			const likeness = (matched[wording] as number) / length;
			matched[wording] = 0;
			const entry = entryOf[wording] as number;
			const known = best[entry] as number;
			if (known === 0) found[finds++] = entry;
			if (likeness > known) {
				best[entry] = likeness;
				alike[entry] = wording;
			}
		}

		const likely = classifier()?.(features);
		let highest = 0;
		for (let at = 0; at < finds; at++) {
			const position = found[at] as number;
			const likeness = best[position] as number;
			best[position] = 0;
			// The wordings of an intent, or of all that other offices do, have little in common with one another.
			const alone = tellsOne[position]
				? tuning.bestWording * likeness +
					(1 - tuning.bestWording) * ((common[position] as number) / asked)
				: tuning.otherKind * likeness;
			const likelihood = likely?.[index.classOf[position] as number] ?? 0;
			const score = alone + tuning.learned * Math.sqrt(likelihood);
			scores[at] = score;
			if (score > highest) highest = score;
		}
		common.fill(0);

		const against = counterweight(index, features, kinds, tuning);
		const ranked: Ranked[] = [];
		for (let at = 0; at < finds; at++) {
			const score = scores[at] as number;
			if (score < highest * FOLLOWS) continue;
			const position = found[at] as number;
			ranked.push({
				entry: index.entries[position] as Entry,
				score: Math.min(1, score * against(position)),
				wording: index.wordings[alike[position] as number] ?? "",
			});
		}
		return ranked.sort(
			(a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1),
		);
	};
}

const heaviestFirst = (features: readonly Feature[]) =>
	[...features].sort((a, b) => b.weight - a.weight);

/** Entries that reach less than this share of the best are not worth ordering. */
const FOLLOWS = 0.25;

/** The weight of a question, words that nothing is known of counted up to a limit. */
function weightOf(
	index: SearchIndex,
	features: readonly Feature[],
	tuning: Tuning,
): number {
	let known = 0;
	let unknown = 0;
	for (const { key, weight } of features) {
		if (index.postings.has(key)) known += weight;
		else unknown += weight;
	}
	return known === 0 ? 0 : known + Math.min(unknown, tuning.unknownWords);
}

/** The subjects that features name. */
export const subjectsOf = (
	features: readonly Feature[],
	{ subjects }: Kinds,
): ReadonlySet<string> =>
	new Set(features.flatMap(({ key }) => subjects.get(key) ?? []));

/** What remains of an entry's score for what speaks against it: another subject, another deed, another authority. */
function counterweight(
	index: SearchIndex,
	features: readonly Feature[],
	kinds: Kinds,
	tuning: Tuning,
): (position: number) => number {
	const keys = new Set(features.map(({ key }) => key));
	const named = subjectsOf(features, kinds);
	const deeds = [...keys].filter((key) => kinds.deeds.has(key));
	const deedEntries = deeds.map((deed) => index.postings.get(deed)?.has);
	const namesAuthority = meet(kinds.authorities, keys);

	return (position) => {
		const { subjects, narrowed, deed, procedure } = index.entries[
			position
		] as Entry;
		let factor = 1;
		if (named.size > 0 && subjects.size > 0 && !meet(named, subjects)) {
			factor *= tuning.otherSubject;
		}
		if (narrowed.size > 0 && !meet(narrowed, keys)) factor *= tuning.unsaid;
		for (const entries of deedEntries) {
			if (!entries?.has(position)) factor *= tuning.otherDeed;
		}
		if (deed && deeds.length > 0 && !keys.has(deed)) {
			factor *= tuning.otherTitle;
		}
		if (procedure) {
			const { scope, caseOf } = procedure;
			const isOurs = scope === "department" || scope === "commune";
			if (!isOurs && !namesAuthority) factor *= tuning.elsewhere;
			if (caseOf) factor *= tuning.caseOf;
		}
		return factor;
	};
}

function meet(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
	for (const one of some) if (others.has(one)) return true;
	return false;
}
