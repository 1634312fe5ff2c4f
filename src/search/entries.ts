import type { Knowledge, Procedure } from "../knowledge/schema.js";
import type { Lexicon } from "./lexicon.js";
import { tokenize } from "./tokens.js";

/** Something a message can be found to mean: a procedure, a FAQ answer, an intent, a topic of other offices. */
export interface Entry {
	readonly kind: "procedure" | "faq" | "intent" | "topic";
	/** The id within its kind. */
	readonly id: string;
	/** The procedure it tells of, for procedures and FAQ. */
	readonly procedure?: Procedure;
	/** Who it is for (`=cong-ty`); empty when it names nobody. */
	readonly subjects: ReadonlySet<string>;
	/** What its title says is done, first of all (`=lap`). */
	readonly deed?: string;
	/** What its title narrows it to (`=nuoc-ngoai`): those who mean it say so. */
	readonly narrowed: ReadonlySet<string>;
}

/** An entry with all the ways it is asked for. */
export interface Source {
	readonly entry: Entry;
	readonly wordings: readonly string[];
}

export function entriesOf(
	{ procedures, faq, intents, outOfScope }: Knowledge,
	lexicon: Lexicon,
): readonly Source[] {
	const { kinds } = lexicon;
	const meaningsIn = (text: string) =>
		lexicon.read(lexicon.expand(tokenize(text))).flatMap(({ keys }) => keys);
	const subjectsIn = (text: string) =>
		new Set(meaningsIn(text).flatMap((key) => kinds.subjects.get(key) ?? []));
	const narrowedIn = (text: string) =>
		new Set(meaningsIn(text).filter((key) => kinds.narrowing.has(key)));
	const deedIn = (text: string) => {
		const deed = meaningsIn(text).find((key) => kinds.deeds.has(key));
		return deed === undefined ? {} : { deed };
	};
	const plainly = { subjects: new Set<string>(), narrowed: new Set<string>() };

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
		...[...faq.values()].map((answer): Source => {
			const procedure = procedures.get(answer.procedure);
			return {
				entry: {
					kind: "faq",
					id: answer.id,
					...(procedure && { procedure }),
					narrowed: plainly.narrowed,
					subjects: subjectsIn(answer.question),
				},
				wordings: [answer.question, ...answer.asks],
			};
		}),
		...Object.entries(intents).map(
			([id, wordings]): Source => ({
				entry: { kind: "intent", id, ...plainly },
				wordings,
			}),
		),
		...outOfScope.topics.map(
			({ id, asks }): Source => ({
				entry: { kind: "topic", id, ...plainly },
				wordings: asks,
			}),
		),
	];
}
