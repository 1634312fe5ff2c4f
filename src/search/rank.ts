import {
	DOINGS,
	type Entry,
	type Feature,
	type SearchIndex,
	SUBJECT_OF,
	SUBJECTS,
} from "./index.js";
import { agreement } from "./tokens.js";
import type { Tuning } from "./tuning.js";

export interface Ranked {
	readonly entry: Entry;
	/** From 0 to 1. */
	readonly score: number;
}

/**
 * Orders the entries by how well they fit the features of a question. The score joins two views: the one wording
 * that is most alike, and how much of the question the entry's wordings share together.
 */
export function rank(
	index: SearchIndex,
	features: readonly Feature[],
	tuning: Tuning,
): readonly Ranked[] {
	const asked = weightOf(index, features, tuning);
	if (asked === 0) return [];

	const matched = new Map<number, number>();
	const common = new Map<number, number>();
	for (const { key, weight, token } of features) {
		const postings = index.postings.get(key);
		if (!postings) continue;
		let agreed = 0;
		for (const posting of postings) {
			const sure = token && posting.token ? agreement(token, posting.token) : 1;
			agreed = Math.max(agreed, sure);
			const add = Math.min(weight, posting.weight) * sure;
			matched.set(posting.wording, (matched.get(posting.wording) ?? 0) + add);
		}
		for (const [entry, share] of index.shares.get(key) ?? []) {
			common.set(entry, (common.get(entry) ?? 0) + weight * share * agreed);
		}
	}

	const best = new Map<number, number>();
	for (const [wording, weight] of matched) {
		const length =
			tuning.questionShare * asked +
			(1 - tuning.questionShare) * (index.lengths[wording] ?? 0);
		const entry = index.entryOf[wording] ?? 0;
		best.set(entry, Math.max(best.get(entry) ?? 0, weight / length));
	}

	const subjects = subjectsOf(features);
	const keys = new Set(features.map(({ key }) => key));
	const deeds = [...keys].filter((key) => DOINGS.has(key));
	return [...best]
		.map(([position, likeness]) => {
			const entry = index.entries[position] as Entry;
			const score =
				(tuning.bestWording * likeness +
					(1 - tuning.bestWording) * ((common.get(position) ?? 0) / asked)) *
				prior(entry, subjects, keys, tuning) *
				deeds.reduce(
					(left, deed) =>
						index.shares.get(deed)?.has(position)
							? left
							: left * tuning.otherDoing,
					entry.deed && deeds.length > 0 && !deeds.includes(entry.deed)
						? tuning.otherTitle
						: 1,
				);
			return { entry, score: Math.min(1, score) };
		})
		.sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
}

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

/** The kinds of subject that the features name. */
export const subjectsOf = (features: readonly Feature[]): ReadonlySet<string> =>
	new Set(
		features
			.map(({ key }) => SUBJECT_OF.get(key) ?? key)
			.filter((key) => SUBJECTS.has(key)),
	);

function prior(
	{ subjects, narrowed, procedure }: Entry,
	named: ReadonlySet<string>,
	keys: ReadonlySet<string>,
	tuning: Tuning,
): number {
	let factor = 1;
	if (named.size > 0 && subjects.size > 0 && !meets(named, subjects)) {
		factor *= tuning.otherSubject;
	}
	if (narrowed.size > 0 && !meets(narrowed, keys)) factor *= tuning.unsaid;
	if (procedure) {
		const { scope, caseOf } = procedure;
		const isOurs = scope === "department" || scope === "commune";
		if (!isOurs && !meets(AUTHORITIES, keys)) factor *= tuning.elsewhere;
		if (caseOf) factor *= tuning.caseOf;
	}
	return factor;
}

const meets = (some: ReadonlySet<string>, others: ReadonlySet<string>) => {
	for (const one of some) if (others.has(one)) return true;
	return false;
};

/** Words that name an authority other than the province's. */
const AUTHORITIES: ReadonlySet<string> = new Set([
	"=khu-kinh-te",
	"=thu-tuong",
	"=ra-nuoc-ngoai",
]);
