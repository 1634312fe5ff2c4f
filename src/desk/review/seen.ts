import { createHash } from "node:crypto";
import type { Opened } from "../../knowledge/entry.js";
import type { ToReview } from "../../knowledge/review.js";
import { Faq, type Knowledge, Procedure } from "../../knowledge/schema.js";

/** What an entry says, in short: whoever says it still holds has seen just that. */
export const seenOf = (entry: Procedure | Faq): string =>
	createHash("sha256")
		.update(JSON.stringify(entry))
		.digest("base64url")
		.slice(0, 16);

/** The same of an entry as its file has it now; nothing when the file does not hold together at the moment. */
export function seenIn({
	entry,
	content,
}: Opened<"faq" | "procedure">): string | undefined {
	const schema = entry.kind === "faq" ? Faq : Procedure;
	const read = schema.safeParse(content).data;
	return read && seenOf(read);
}

export const entryOf = (
	{ procedures, faq }: Pick<Knowledge, "procedures" | "faq">,
	{ kind, id }: ToReview["entry"],
): Procedure | Faq | undefined =>
	kind === "faq" ? faq.get(id) : procedures.get(id);
