import * as z from "zod";
import type { ContentOf } from "../../knowledge/entry.js";
import { type Fault, showFault } from "../../knowledge/fault.js";
import {
	CalendarRow,
	Desk,
	Faq,
	Office,
	OutOfScope,
	Procedure,
	Synonyms,
} from "../../knowledge/schema.js";
import type { EditableKind } from "./at.js";
import { FIELDS } from "./fields.js";
import type { Typed } from "./typed.js";

/** What is wrong, by the field; under `TOP` what belongs to none. */
export type Faults = Readonly<Record<string, string>>;
export const TOP = "*";

const SCHEMA: Readonly<Record<EditableKind, z.ZodType>> = {
	faq: Faq,
	procedure: Procedure,
	meaning: Synonyms.shape.meanings.valueType,
	abbreviation: z.string().trim().min(1),
	topic: OutOfScope.shape.topics.element,
	office: Office,
	day: CalendarRow,
	desk: Desk,
};

/** More than anybody writes in one box by hand. */
const LONGEST = 8_000;
const LONGEST_LINE = 1_000;

/** The entry, if it may be written; else what to mend, in words beside the boxes. */
export function checked<Kind extends EditableKind>(
	kind: Kind,
	typed: Typed,
	content: unknown,
): { readonly content: ContentOf[Kind] } | { readonly faults: Faults } {
	const faults: Record<string, string> = {};
	for (const [path, text] of Object.entries(typed)) {
		const tooLong =
			text.length > LONGEST ||
			text.split("\n").some((line) => line.length > LONGEST_LINE * 4);
		if (tooLong) faults[fieldAt(kind, path.split("."))] = TOO_LONG;
	}
	const parsed = SCHEMA[kind].safeParse(content, { reportInput: true });
	for (const issue of parsed.error?.issues ?? [])
		faults[fieldAt(kind, issue.path.map(String))] ??= words(issue);
	if (parsed.success) {
		for (const [field, problem] of Object.entries(
			contradictions(kind, content),
		))
			faults[field] ??= problem;
	}
	return Object.keys(faults).length > 0
		? { faults }
		: { content: content as ContentOf[Kind] };
}

/** What the whole knowledge has against the entry. */
export const faultsFrom = (
	kind: EditableKind,
	faults: readonly Fault[],
): Faults =>
	Object.fromEntries(
		faults.map((fault) => {
			const field = fault.field ? fieldAt(kind, fault.field.split(".")) : TOP;
			return field === TOP
				? [TOP, `Chưa ghi được: ${showFault(fault)}`]
				: [field, `${fault.problem}. Cách sửa: ${fault.remedy}.`];
		}),
	);

/** The box in which a value stands, wherever the path to it begins. */
function fieldAt(kind: EditableKind, path: readonly string[]): string {
	const names = FIELDS[kind].map(({ name }) => name);
	for (let from = 0; from < path.length; from++) {
		for (let to = path.length; to > from; to--) {
			const name = path.slice(from, to).join(".");
			if (names.includes(name)) return name;
		}
	}
	return names.includes("") ? "" : TOP;
}

/** What no field shows by itself. */
function contradictions(kind: EditableKind, content: unknown): Faults {
	if (kind === "day") {
		const { from, to = from } = content as ContentOf["day"];
		return to < from ? { to: "Ngày cuối đang trước ngày đầu." } : {};
	}
	if (kind === "desk") {
		const { sessions } = content as ContentOf["desk"];
		return sessions.every(({ from, to }) => from < to)
			? {}
			: { sessions: "Giờ cuối phải sau giờ đầu." };
	}
	return {};
}

const TOO_LONG = "Dài quá. Anh/chị viết gọn lại, hoặc chia thành nhiều dòng.";

function words(issue: z.core.$ZodIssue): string {
	const { code, input } = issue;
	if (code === "too_small" && issue.origin === "array")
		return "Cần ít nhất một dòng.";
	if (input === undefined || input === "" || input === null)
		return "Mục này cần điền.";
	if (code === "invalid_value") return "Chọn một trong các mục có sẵn.";
	if (code === "invalid_type" && ["number", "int"].includes(issue.expected))
		return "Ghi một số, không ghi chữ: 100000.";
	if (code === "too_small") return `Ghi từ ${issue.minimum} trở lên.`;
	if (code === "too_big") return `Ghi từ ${issue.maximum} trở xuống.`;
	if (code === "invalid_format" && issue.format === "date")
		return "Ngày chưa đúng. Ghi như 28/11/2026.";
	if (code === "invalid_format" && /^\d{1,2}:/.test(String(input)))
		return "Giờ chưa đúng. Ghi như 07:30.";
	return "Nội dung chưa đúng.";
}
