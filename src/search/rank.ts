import {
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
	const doings = features
		.filter(({ key }) => DOINGS.has(key))
		.map(({ key }) => index.shares.get(key));
	return [...best]
		.map(([position, likeness]) => {
			const entry = index.entries[position] as Entry;
			const score =
				(tuning.bestWording * likeness +
					(1 - tuning.bestWording) * ((common.get(position) ?? 0) / asked)) *
				prior(entry, subjects, features, tuning) *
				doings.reduce(
					(left, entries) =>
						entries?.has(position) ? left : left * tuning.otherDoing,
					1,
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
	{ subjects, procedure }: Entry,
	named: ReadonlySet<string>,
	features: readonly Feature[],
	tuning: Tuning,
): number {
	let factor = 1;
	if (named.size > 0 && subjects.size > 0) {
		if (![...named].some((subject) => subjects.has(subject))) {
			factor *= tuning.otherSubject;
		}
	} else if (subjects.size > 0 && !COMMON.some((key) => subjects.has(key))) {
		factor *= tuning.unnamedSubject;
	}
	if (procedure) {
		const { scope, caseOf } = procedure;
		if (scope !== "department" && scope !== "commune") {
			const namesAuthority = features.some(({ key }) => AUTHORITIES.has(key));
			if (!namesAuthority) factor *= tuning.elsewhere;
		}
		if (caseOf) factor *= tuning.caseOf;
	}
	return factor;
}

/** Subjects that go without saying; the others are named by those who mean them. */
const COMMON = ["=cong-ty", "=ho-kinh-doanh"];

/** What is done: an entry of which nobody says so is hardly meant. */
export const DOINGS: ReadonlySet<string> = new Set([
	"=lap",
	"=dong",
	"=tam-ngung",
	"=tiep-tuc",
	"=cap-lai",
	"=hu-mat",
	"=hieu-dinh",
	"=nhuong",
	"=thua-ke",
	"=rut-ho-so",
	"=chuyen-doi",
	"=sap-nhap",
	"=gia-han",
	"=tang",
	"=giam",
	"=thu-hoi",
	"=gia-mao",
	"=cho-thue",
	"=cap-doi",
	"=dieu-chinh",
]);

/** Words that name an authority other than the province's. */
const AUTHORITIES: ReadonlySet<string> = new Set([
	"=khu-kinh-te",
	"=thu-tuong",
	"=ra-nuoc-ngoai",
]);
