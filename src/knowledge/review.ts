import { addMonths, type LocalDate } from "../time.js";
import type { EntryRef } from "./entry.js";
import type { Faq, Knowledge, Procedure, Replaced } from "./schema.js";

/** What was checked and how sure it is stays right for half a year; what is in doubt is looked at sooner. */
const MONTHS_SURE = 6;
const MONTHS_IN_DOUBT = 3;

/** What is looked at again from time to time. */
type Reviewed = Pick<Procedure | Faq, "checkedOn" | "confidence"> & {
	readonly reviewBy?: LocalDate | undefined;
	readonly recheck?: string | undefined;
};

/** The day by which somebody shall hold the entry against its sources again. */
export function reviewBy(entry: Reviewed): LocalDate {
	const inDoubt = Boolean(entry.recheck) || entry.confidence !== "verified";
	return (
		entry.reviewBy ??
		addMonths(entry.checkedOn, inDoubt ? MONTHS_IN_DOUBT : MONTHS_SURE)
	);
}

/** Whether the day has passed. */
export const isReviewDue = (entry: Reviewed, today: LocalDate): boolean =>
	reviewBy(entry) <= today;

/** The replaced text that the entry rests on and has not been compared with since; none once it is reviewed. */
export function cautionOf(
	entry: Procedure | Faq,
	replaced: readonly Replaced[],
): Replaced | undefined {
	const grounds = groundsOf(entry);
	return replaced.find(
		({ text, markedOn }) =>
			entry.checkedOn < markedOn &&
			grounds.some((ground) => names(ground, text)),
	);
}

/** An entry that somebody should hold against its sources, and why. */
export interface ToReview {
	readonly entry: EntryRef<"procedure" | "faq">;
	readonly title: string;
	readonly reviewBy: LocalDate;
	/** The text it rests on that was replaced. */
	readonly replaced?: Replaced;
}

/** What is to be reviewed by `until`: what rests on a replaced text first, then what has waited longest. */
export function toReview(
	{
		procedures,
		faq,
		replaced,
	}: Pick<Knowledge, "procedures" | "faq" | "replaced">,
	until: LocalDate,
): readonly ToReview[] {
	const row = (
		kind: "procedure" | "faq",
		entry: Procedure | Faq,
		title: string,
	): ToReview => {
		const caution = cautionOf(entry, replaced);
		return {
			entry: { kind, id: entry.id },
			title,
			reviewBy: reviewBy(entry),
			...(caution && { replaced: caution }),
		};
	};
	const rank = ({ replaced, reviewBy }: ToReview) =>
		`${replaced ? 0 : 1}${reviewBy}`;
	return [
		...[...procedures.values()].map((entry) =>
			row("procedure", entry, entry.title),
		),
		...[...faq.values()].map((entry) => row("faq", entry, entry.question)),
	]
		.filter(({ reviewBy, replaced }) => replaced || reviewBy <= until)
		.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

const groundsOf = (entry: Procedure | Faq): readonly string[] =>
	"answer" in entry
		? entry.source
		: [...entry.legalBasis, ...(entry.fee?.source ?? [])];

/** `168/2025/NĐ-CP`: what a text is known by, however its kind is written before it. */
const NUMBER = /\d+\/\d{4}\/[\p{L}\d-]+/u;

/** Whether a ground names the text; `68/2025/NĐ-CP` does not name `168/2025/NĐ-CP`. */
function names(ground: string, text: string): boolean {
	const name = plain(text.match(NUMBER)?.[0] ?? text);
	const within = plain(ground);
	for (
		let at = within.indexOf(name);
		at >= 0;
		at = within.indexOf(name, at + 1)
	) {
		const before = within.slice(0, at);
		const after = within.slice(at + name.length);
		if (!/[\p{L}\d]$/u.test(before) && !/^[\p{L}\d]/u.test(after)) return true;
	}
	return false;
}

const plain = (text: string) =>
	text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
