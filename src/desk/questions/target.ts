import { withAsk } from "../../knowledge/draft.js";
import type { Edit } from "../../knowledge/edit.js";
import type { EntryKind, EntryRef, Opened } from "../../knowledge/entry.js";
import { titleOf } from "../../knowledge/labels.js";
import type { Aspect, Knowledge } from "../../knowledge/schema.js";
import type { Ending } from "../../questions/desk.js";
import type { Understand } from "../../search/understanding.js";

/** What a question can be attached to: an answer of ours, or what is told of something that is not ours. */
export type TargetKind = "faq" | "procedure" | "topic";
export type Target = EntryRef<TargetKind>;

const KINDS: readonly TargetKind[] = ["faq", "procedure", "topic"];

/** `faq:von-gop-du-90-ngay`, as a form names it. */
export const targetValue = ({ kind, id }: EntryRef<EntryKind>): string =>
	`${kind}:${id}`;

export function readTarget(value: string): Target | undefined {
	const [, kind, id] = /^([a-z]+):(.+)$/.exec(value) ?? [];
	const known = KINDS.find((one) => one === kind);
	return known && id ? { kind: known, id } : undefined;
}

/** What the entry is called and what is told, as the knowledge in force has it; nothing when it is not there. */
export function titleOfTarget(
	{ faq, procedures, outOfScope }: Knowledge,
	{ kind, id }: Target,
): string | undefined {
	if (kind === "faq") return faq.get(id)?.question;
	if (kind === "procedure") return procedures.get(id)?.title;
	const topic = outOfScope.topics.find((one) => one.id === id);
	return topic && titleOf("topic", id, topic);
}

/** As many as one looks through. */
const MOST = 8;

/**
 * The entries that the search finds nearest to any of the texts: for each text its best first, an answer of its own
 * before the page of its procedure.
 */
export function nearest(
	understand: Understand,
	texts: readonly string[],
): readonly Target[] {
	const found = texts.map((text) => {
		const { topic, candidates } = understand(text);
		return [
			...(topic === undefined ? [] : [{ kind: "topic", id: topic } as const]),
			...candidates.flatMap(({ code, faq }): Target[] => [
				...(faq === undefined ? [] : [{ kind: "faq", id: faq } as const]),
				{ kind: "procedure", id: code },
			]),
		];
	});
	const deepest = Math.max(0, ...found.map(({ length }) => length));
	const turns = Array.from({ length: deepest }, (_, turn) =>
		found.flatMap((list) => list[turn] ?? []),
	).flat();
	return [
		...new Map(turns.map((one) => [targetValue(one), one])).values(),
	].slice(0, MOST);
}

/** The entry with more ways of asking for it; those it has already change nothing. */
export function withAsks(
	opened: Opened<TargetKind>,
	asks: readonly string[],
): Edit {
	const { entry } = opened;
	const content = asks.reduce(
		(before, ask) =>
			withAsk({ ...opened, content: before } as Opened<"faq">, ask)
				.content as Opened<"faq">["content"],
		opened.content as Opened<"faq">["content"],
	);
	return { entry, content } as Edit;
}

/** How a group ends that was attached to the entry. */
export function endingOf(
	{ kind, id }: Target,
	{ faq, procedures }: Knowledge,
	aspect: Aspect | null,
): Ending | undefined {
	if (kind === "topic") return { as: "out-of-scope" };
	if (kind === "procedure")
		return procedures.has(id)
			? { as: "answered", answer: { procedure: id, aspect } }
			: undefined;
	const found = faq.get(id);
	return (
		found && {
			as: "answered",
			answer: {
				procedure: found.procedure,
				aspect: found.aspect ?? null,
				faq: id,
			},
		}
	);
}
