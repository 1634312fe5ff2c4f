import type { EntryKind, EntryRef } from "../../knowledge/entry.js";

export const KNOWLEDGE = "/quan-tri/kien-thuc";
export const ENTRY = `${KNOWLEDGE}/muc`;
export const HISTORY = `${KNOWLEDGE}/lich-su`;

/** The kinds that have a form here, as addresses name them. */
const NAMES = {
	faq: "hoi-dap",
	procedure: "thu-tuc",
	meaning: "cach-noi",
	abbreviation: "viet-tat",
	topic: "ngoai-pham-vi",
	office: "co-quan",
	day: "ngay",
	desk: "ban",
} as const satisfies Partial<Record<EntryKind, string>>;
export type EditableKind = keyof typeof NAMES;
export const KINDS = Object.keys(NAMES) as readonly EditableKind[];

export const isEditable = (kind: EntryKind): kind is EditableKind =>
	Object.hasOwn(NAMES, kind);

export const kindNamed = (name: string | undefined): EditableKind | undefined =>
	KINDS.find((kind) => NAMES[kind] === name);

export const listAddress = (kind: EditableKind): string =>
	`${KNOWLEDGE}?${new URLSearchParams({ loai: NAMES[kind] })}`;

/** The form of an entry; of a new one without an id. */
export const entryAddress = ({
	kind,
	id,
}: {
	readonly kind: EditableKind;
	readonly id?: string | undefined;
}): string =>
	`${ENTRY}?${new URLSearchParams({ loai: NAMES[kind], ...(id !== undefined && { ma: id }) })}`;

/** The entry that an address names. */
export function refNamed(
	kindName: string | undefined,
	id: string | undefined,
): EntryRef<EditableKind> | undefined {
	const kind = kindNamed(kindName);
	return kind && id ? { kind, id } : undefined;
}
