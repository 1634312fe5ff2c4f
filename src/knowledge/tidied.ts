/** Lists that a file may leave out when they are empty. */
const OPTIONAL_LISTS = ["notes", "related", "opened", "closed"];

/**
 * Content from a form or a message, made ready to be written: what is new is trimmed, its line breaks are plain, its
 * accents composed, and nothing invisible is in it. What was there before is left as it was.
 */
export function tidied<Content>(
	content: Content,
	before: Content | undefined,
): Content {
	const known = new Set(stringsIn(before));
	const tidy = (value: unknown, old: unknown): unknown => {
		if (typeof value === "string")
			return known.has(value) ? value : clean(value);
		if (Array.isArray(value)) return value.map((item) => tidy(item, undefined));
		if (typeof value !== "object" || value === null) return value;
		const was = (old ?? {}) as Readonly<Record<string, unknown>>;
		return Object.fromEntries(
			Object.entries(value)
				.filter(
					([key, inner]) =>
						inner !== undefined && !(isLeftOut(key, inner) && !(key in was)),
				)
				.map(([key, inner]) => [key, tidy(inner, was[key])]),
		);
	};
	return tidy(content, before) as Content;
}

const isLeftOut = (key: string, value: unknown): boolean =>
	OPTIONAL_LISTS.includes(key) && Array.isArray(value) && value.length === 0;

const clean = (text: string): string =>
	text
		.normalize("NFC")
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
		.replace(/(?!\n)[\p{Cc}\p{Cs}\ufeff\ufffe\uffff]/gu, " ")
		.trim();

function stringsIn(value: unknown): readonly string[] {
	if (typeof value === "string") return [value];
	return typeof value === "object" && value !== null
		? Object.values(value).flatMap(stringsIn)
		: [];
}
