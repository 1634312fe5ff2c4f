import type { LocalDate } from "../time.js";
import type { Edit } from "./edit.js";
import type { ContentOf, Opened } from "./entry.js";
import type { Knowledge } from "./schema.js";

/** What somebody says of a new question; the rest of the entry is worked out. */
export type FaqDraft = Pick<
	ContentOf["faq"],
	"question" | "procedure" | "answer" | "source" | "aspect"
> &
	Partial<Pick<ContentOf["faq"], "asks" | "confidence">>;

/** The edit that adds a question, to be published with `ABSENT`: its id is made of its words, and it was checked today. */
export function withFaqDraft(
	{ faq }: Pick<Knowledge, "faq">,
	{ question, procedure, aspect, asks, answer, source, confidence }: FaqDraft,
	today: LocalDate,
): Extract<Edit, { entry: { kind: "faq" } }> & {
	readonly content: ContentOf["faq"];
} {
	const id = freeId(slug(question), (taken) => faq.has(taken));
	return {
		entry: { kind: "faq", id },
		content: {
			id,
			procedure,
			...(aspect !== undefined && { aspect }),
			question,
			asks: asks ?? [question],
			answer,
			source,
			// Somebody who adds an answer has one source before them.
			confidence: confidence ?? "partly",
			checkedOn: today,
		},
	};
}

/** One more way of asking for an entry; the same words again change nothing. */
export function withAsk(
	{ entry, content }: Opened<"faq"> | Opened<"procedure">,
	ask: string,
): Edit {
	const plain = (text: string) => text.normalize("NFC").toLowerCase().trim();
	const isThere = content.asks.some((known) => plain(known) === plain(ask));
	const asks = isThere ? content.asks : [...content.asks, ask];
	return { entry, content: { ...content, asks } } as Edit;
}

/** The entry was held against its sources today and still holds: cautions end, and its next review is reckoned anew. */
export function reviewed(
	{ entry, content }: Opened<"faq"> | Opened<"procedure">,
	today: LocalDate,
): Edit {
	const { reviewBy: _, ...kept } = content;
	return { entry, content: { ...kept, checkedOn: today } } as Edit;
}

/** From today on a legal text counts as replaced: what rests on it is told with a caution until it is reviewed. */
export const markReplaced = (
	replaced: Omit<ContentOf["replaced"], "markedOn">,
	today: LocalDate,
): Edit => ({
	entry: { kind: "replaced", id: replaced.text },
	content: { ...replaced, markedOn: today },
});

/** Long enough to be recognised, short enough to be read in a list. */
const LONGEST_ID = 60;

/** `gop-von-dieu-le-cham-nhat-khi-nao` for `Góp vốn điều lệ chậm nhất khi nào?`. */
export function slug(question: string): string {
	const words = question
		.toLowerCase()
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.replaceAll("đ", "d")
		.match(/[a-z0-9]+/g);
	const long = (words ?? ["cau-hoi"]).join("-");
	return long.length <= LONGEST_ID
		? long
		: long
				.slice(0, LONGEST_ID + 1)
				.replace(/-[^-]*$/, "")
				.slice(0, LONGEST_ID);
}

function freeId(id: string, isTaken: (id: string) => boolean): string {
	if (!isTaken(id)) return id;
	let count = 2;
	while (isTaken(`${id}-${count}`)) count++;
	return `${id}-${count}`;
}
