import type { EntryRef } from "../../../../knowledge/entry.js";

type Kind = "faq" | "procedure";

/** `faq:von-gop-du-90-ngay`, as the form remembers it. */
export const entryName = (kind: Kind, id: string): string => `${kind}:${id}`;

export function readEntry(
	name: string | undefined,
): EntryRef<Kind> | undefined {
	const [, kind, id] = /^(faq|procedure):(.+)$/.exec(name ?? "") ?? [];
	return kind && id ? { kind: kind as Kind, id } : undefined;
}
