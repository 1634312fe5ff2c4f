import type { Knowledge, Procedure } from "../knowledge/schema.js";
import type { Lexicon, Unit } from "./lexicon.js";
import { type Token, tokenize } from "./tokens.js";
import type { Tuning } from "./tuning.js";

/** Something a message can be found to mean: a procedure, a FAQ answer, an intent, a topic of others. */
export interface Entry {
	readonly kind: "procedure" | "faq" | "intent" | "topic";
	/** The id within its kind. */
	readonly id: string;
	/** The procedure it tells of, for procedures and FAQ. */
	readonly procedure?: Procedure;
	/** What its title says is done, first of all (`=lap`); undefined when it says nothing of the kind. */
	readonly deed?: string;
	/** What its title narrows it to (`=nuoc-ngoai`): those who mean it say so. */
	readonly narrowed: ReadonlySet<string>;
	/** The kinds of subject it is about (`=cong-ty`, `=ho-kinh-doanh`), empty when it names none. */
	readonly subjects: ReadonlySet<string>;
}

/** A feature of a text with its weight: a word, a meaning, or two neighbours. */
export interface Feature {
	readonly key: string;
	readonly weight: number;
	/** The word as typed, for features whose accents count. */
	readonly token?: Token;
}

interface Posting {
	readonly wording: number;
	readonly weight: number;
	readonly token?: Token;
}

export interface SearchIndex {
	readonly entries: readonly Entry[];
	/** The entry that each wording belongs to. */
	readonly entryOf: readonly number[];
	/** The weight of each whole wording. */
	readonly lengths: readonly number[];
	readonly postings: ReadonlyMap<string, readonly Posting[]>;
	/** For each feature, the entries that have it and how much it speaks for each, from 0 to 1. */
	readonly shares: ReadonlyMap<string, ReadonlyMap<number, number>>;
	/** How much a feature tells: rare ones more. Unknown features weigh as the rarest. */
	rarity(key: string): number;
	readonly words: ReadonlySet<string>;
}

/** Kinds of subject of which a question is about one: naming one speaks against the others. */
export const SUBJECTS: ReadonlySet<string> = new Set([
	"=cong-ty",
	"=dntn",
	"=ho-kinh-doanh",
	"=hop-tac-xa",
	"=to-hop-tac",
	"=to-chuc-khoa-hoc",
	"=quy-khoi-nghiep",
]);

/** What is done: an entry that is never asked with it is hardly meant. */
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
	"=xac-nhan-tro-lai",
	"=huy-quyet-dinh-giai-the",
	"=hop-nhat",
	"=chia-tach",
	"=rut-khoi",
	"=tang-cho",
]);

/** What narrows a procedure to a few: those who mean such a one say so. */
const NARROWING: ReadonlySet<string> = new Set([
	"=nuoc-ngoai",
	"=ra-nuoc-ngoai",
	"=hop-dong-bcc",
	"=sinh-thai",
	"=doanh-nghiep-nha-nuoc",
	"=quy-khoi-nghiep",
	"=to-chuc-khoa-hoc",
	"=hop-tac-xa",
	"=to-hop-tac",
]);

interface Source {
	readonly entry: Entry;
	readonly wordings: readonly string[];
}

export function buildIndex(
	knowledge: Knowledge,
	lexicon: Lexicon,
	tuning: Tuning,
): SearchIndex {
	const sources = sourcesOf(knowledge, lexicon);
	const words = new Set(lexicon.words);
	const texts = sources.map(({ wordings }) =>
		wordings.map((wording) => {
			const tokens = lexicon.expand(tokenize(wording));
			for (const { folded } of tokens) words.add(folded);
			return lexicon.read(tokens);
		}),
	);

	const entriesWith = new Map<string, number>();
	for (const wordings of texts) {
		const keys = new Set(
			wordings.flatMap((units) =>
				featuresOf(units, tuning, () => 1).map(({ key }) => key),
			),
		);
		for (const key of keys) {
			entriesWith.set(key, (entriesWith.get(key) ?? 0) + 1);
		}
	}
	const total = sources.length;
	const rarity = (key: string) => {
		const count = entriesWith.get(key) ?? 0;
		return Math.log(1 + (total - count + 0.5) / (count + 0.5));
	};

	const entryOf: number[] = [];
	const lengths: number[] = [];
	const postings = new Map<string, Posting[]>();
	const shares = new Map<string, Map<number, number>>();
	texts.forEach((wordings, entry) => {
		for (const units of wordings) {
			const wording = entryOf.push(entry) - 1;
			const features = featuresOf(units, tuning, rarity);
			lengths.push(features.reduce((sum, { weight }) => sum + weight, 0));
			for (const { key, weight, token } of features) {
				put(postings, key, () => []).push({
					wording,
					weight,
					...(token && { token }),
				});
			}
			for (const key of new Set(features.map((feature) => feature.key))) {
				const shared = put(shares, key, () => new Map<number, number>());
				shared.set(entry, (shared.get(entry) ?? 0) + 1);
			}
		}
	});
	for (const shared of shares.values()) {
		for (const [entry, count] of shared) {
			shared.set(entry, count / (count + tuning.halfShared));
		}
	}
	return {
		entries: sources.map(({ entry }) => entry),
		entryOf,
		lengths,
		postings,
		shares,
		rarity,
		words,
	};
}

/** What a text is compared by, each feature once, the heaviest weight kept. */
export function featuresOf(
	units: readonly Unit[],
	tuning: Tuning,
	rarity: (key: string) => number,
	emphasis: (unit: Unit) => number = () => 1,
): readonly Feature[] {
	const features = new Map<string, Feature>();
	const add = (key: string, base: number, token?: Token) => {
		const weight = base * rarity(key);
		if ((features.get(key)?.weight ?? 0) < weight) {
			features.set(key, { key, weight, ...(token && { token }) });
		}
	};
	units.forEach((unit, position) => {
		const emphasised = emphasis(unit);
		const next = units[position + 1];
		for (const key of unit.keys) {
			if (key.startsWith("=")) add(key, unit.sure * emphasised);
			for (const other of next?.keys ?? []) {
				if (!next || other === key) continue;
				const pair = Math.min(emphasised, emphasis(next)) * tuning.pair;
				add(`${key} ${other}`, pair * unit.sure * next.sure);
			}
		}
		const isMeaning = unit.keys[0]?.startsWith("=");
		for (const token of unit.tokens) {
			add(
				token.folded,
				(isMeaning ? tuning.wordInMeaning : 1) * emphasised,
				token,
			);
		}
	});
	return [...features.values()];
}

function sourcesOf(
	{ procedures, faq, intents, outOfScope }: Knowledge,
	lexicon: Lexicon,
): readonly Source[] {
	const meaningsIn = (text: string) =>
		lexicon.read(lexicon.expand(tokenize(text))).flatMap(({ keys }) => keys);
	const subjectsIn = (text: string) =>
		new Set(
			meaningsIn(text)
				.map((key) => SUBJECT_OF.get(key) ?? key)
				.filter((key) => SUBJECTS.has(key)),
		);
	const narrowedIn = (text: string) =>
		new Set(meaningsIn(text).filter((key) => NARROWING.has(key)));
	const deedIn = (text: string) => {
		const deed = meaningsIn(text).find((key) => DOINGS.has(key));
		return deed === undefined ? {} : { deed };
	};
	const none: ReadonlySet<string> = new Set();
	return [
		...[...procedures.values()].map(
			(procedure): Source => ({
				entry: {
					kind: "procedure",
					id: procedure.id,
					procedure,
					...deedIn(procedure.title),
					narrowed: narrowedIn(procedure.title),
					subjects: subjectsIn(`${procedure.title}; ${procedure.name}`),
				},
				wordings: [
					procedure.title,
					...procedure.name.split(";"),
					...procedure.asks,
				],
			}),
		),
		...[...faq.values()].map(
			(entry): Source => ({
				entry: {
					kind: "faq",
					id: entry.id,
					...withProcedure(procedures.get(entry.procedure)),
					narrowed: none,
					subjects: subjectsIn(entry.question),
				},
				wordings: [entry.question, ...entry.asks],
			}),
		),
		...Object.entries(intents).map(
			([id, wordings]): Source => ({
				entry: { kind: "intent", id, subjects: none, narrowed: none },
				wordings,
			}),
		),
		...outOfScope.topics.map(
			({ id, asks }): Source => ({
				entry: { kind: "topic", id, subjects: none, narrowed: none },
				wordings: asks,
			}),
		),
	];
}

/** Meanings that name a subject of another name. */
export const SUBJECT_OF: ReadonlyMap<string, string> = new Map([
	["=cong-ty-co-phan", "=cong-ty"],
	["=cong-ty-hop-danh", "=cong-ty"],
	["=tnhh", "=cong-ty"],
	["=dnnvv", "=cong-ty"],
	["=doanh-nghiep-xa-hoi", "=cong-ty"],
	["=chu-ho", "=ho-kinh-doanh"],
	["=quan", "=ho-kinh-doanh"],
]);

const withProcedure = (procedure: Procedure | undefined) =>
	procedure ? { procedure } : {};

function put<Value>(
	map: Map<string, Value>,
	key: string,
	initial: () => Value,
): Value {
	const value = map.get(key) ?? initial();
	map.set(key, value);
	return value;
}
