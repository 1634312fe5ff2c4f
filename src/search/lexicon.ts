import type { Synonyms } from "../knowledge/schema.js";
import { agreement, type Token, tokenize } from "./tokens.js";

/** A wording of a meaning: the words it is written with. */
interface Wording {
	readonly meaning: string;
	readonly tokens: readonly Token[];
}

/** A unit of a text after its words were read: a meaning, or a word without one. */
export interface Unit {
	/** `=lap` for a meaning, `lap` for a plain word; several where the writing leaves it open (`tang`: tăng, tặng). */
	readonly keys: readonly string[];
	readonly tokens: readonly Token[];
	/** Where in the text its first word stands. */
	readonly at: number;
	/** How surely the words stand for the meaning, from 0 to 1. */
	readonly sure: number;
}

/** Wordings are told apart by words that fold alike (`bán`, `bản`): below this agreement it is another word. */
const SURE_ENOUGH = 0.6;

/** Knows which words mean the same, which are written short, and which mean nothing by themselves. */
export interface Lexicon {
	/** Words written out in full: `cty` → `công ty`. */
	expand(tokens: readonly Token[]): readonly Token[];
	/** Longest wordings first, fillers left out. */
	read(tokens: readonly Token[]): readonly Unit[];
	readonly words: ReadonlySet<string>;
	readonly kinds: Kinds;
}

/** What meanings tell when entries are ranked; keys as in {@link Unit}. */
export interface Kinds {
	/** Meanings that name who it is about, with the subject they belong to. */
	readonly subjects: ReadonlyMap<string, string>;
	/** Meanings that tell what is done. */
	readonly deeds: ReadonlySet<string>;
	/** Meanings that narrow an entry to a few. */
	readonly narrowing: ReadonlySet<string>;
	/** Meanings that name an authority other than the province's. */
	readonly authorities: ReadonlySet<string>;
}

export function createLexicon(synonyms: Synonyms): Lexicon {
	const abbreviations = new Map(
		Object.entries(synonyms.abbreviations).map(([short, long]) => {
			const [written = { folded: short }] = tokenize(short);
			return [written.folded, { written, full: tokenize(long) }];
		}),
	);
	const expand = (tokens: readonly Token[]) =>
		tokens.flatMap((token) => {
			const found = abbreviations.get(token.folded);
			return found && mayBe(token, found.written) ? found.full : [token];
		});

	const wordings = new Map<string, Wording[]>();
	for (const [meaning, phrases] of Object.entries(synonyms.meanings)) {
		for (const phrase of phrases) {
			const tokens = expand(tokenize(phrase));
			const first = tokens[0]?.folded;
			if (first === undefined) continue;
			wordings.set(first, [
				...(wordings.get(first) ?? []),
				{ meaning, tokens },
			]);
		}
	}
	for (const list of wordings.values()) {
		list.sort((a, b) => b.tokens.length - a.tokens.length);
	}
	const fillers = new Map<string, Token[]>();
	for (const token of synonyms.fillers.flatMap(tokenize)) {
		fillers.set(token.folded, [...(fillers.get(token.folded) ?? []), token]);
	}
	const isFiller = (token: Token) =>
		fillers
			.get(token.folded)
			?.some((filler) => agreement(token, filler) >= SURE_ENOUGH) ?? false;

	const match = (tokens: readonly Token[], at: number) => {
		let length = 0;
		let sure = 0;
		let keys: string[] = [];
		for (const wording of wordings.get(tokens[at]?.folded ?? "") ?? []) {
			if (wording.tokens.length < length) break;
			const agreed = wording.tokens.reduce((least, known, offset) => {
				const typed = tokens[at + offset];
				return typed?.folded === known.folded
					? Math.min(least, agreement(typed, known))
					: 0;
			}, 1);
			if (agreed < SURE_ENOUGH || agreed < sure) continue;
			const key = `=${wording.meaning}`;
			if (agreed > sure) keys = [];
			if (!keys.includes(key)) keys.push(key);
			length = wording.tokens.length;
			sure = agreed;
		}
		return keys.length > 0 ? { keys, length, sure } : undefined;
	};

	return {
		expand,
		read(tokens) {
			const units: Unit[] = [];
			for (let at = 0; at < tokens.length; ) {
				const found = match(tokens, at);
				if (found) {
					units.push({
						keys: found.keys,
						tokens: tokens.slice(at, at + found.length),
						at,
						sure: found.sure / Math.sqrt(found.keys.length),
					});
					at += found.length;
					continue;
				}
				const token = tokens[at] as Token;
				if (!isFiller(token)) {
					units.push({ keys: [token.folded], tokens: [token], at, sure: 1 });
				}
				at++;
			}
			return units;
		},
		kinds: kindsOf(synonyms),
		words: new Set([
			...abbreviations.keys(),
			...fillers.keys(),
			...[...abbreviations.values()].flatMap(({ full }) =>
				full.map(({ folded }) => folded),
			),
			...[...wordings.values()]
				.flat()
				.flatMap(({ tokens }) => tokens.map(({ folded }) => folded)),
		]),
	};
}

/** `ĐKKD` is typed with and without đ, but with no other accent: `dạ` is not `da`. Dialect words keep theirs. */
const mayBe = ({ accented, folded }: Token, written: Token) =>
	accented === written.accented ||
	(isBare(written.accented) && (isBare(accented) || folded.length > 3));

const isBare = (accented: string | undefined) =>
	accented === undefined || /^[a-zđ]+$/.test(accented);

function kindsOf({ kinds }: Synonyms): Kinds {
	const keys = (meanings: readonly string[]) =>
		new Set(meanings.map((meaning) => `=${meaning}`));
	return {
		subjects: new Map(
			Object.entries(kinds.subjects).map(([meaning, subject]) => [
				`=${meaning}`,
				`=${subject}`,
			]),
		),
		deeds: keys(kinds.deeds),
		narrowing: keys(kinds.narrowing),
		authorities: keys(kinds.authorities),
	};
}
