import { CORE_SCHEMA, load } from "js-yaml";
import { isNode, LineCounter, parseDocument } from "yaml";
import * as z from "zod";
import type { Fault } from "./fault.js";

/** A YAML file as read: its value, and the line on which each field stands. */
export interface SourceFile {
	readonly file: string;
	readonly text: string;
	readonly value: unknown;
	lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Reads one file, or tells what keeps it from being read. Two libraries share the work: js-yaml reads a folder in
 * less than half the time, yaml knows where everything stands and is asked only when something is wrong.
 */
export function parseSource(
	file: string,
	text: string,
): { readonly source: SourceFile } | { readonly faults: readonly Fault[] } {
	let value: unknown;
	try {
		value = load(text, { schema: CORE_SCHEMA });
	} catch (error) {
		return { faults: unreadable(file, text, error) };
	}
	let places: ReturnType<typeof placesIn> | undefined;
	const lineOf = (path: readonly PropertyKey[]) => {
		places ??= placesIn(text);
		return places(path);
	};
	return { source: { file, text, value, lineOf } };
}

function unreadable(file: string, text: string, error: unknown): Fault[] {
	const lines = new LineCounter();
	const { errors } = parseDocument(text, { lineCounter: lines });
	const told =
		errors.length > 0
			? errors.map(({ pos, message }) => ({
					line: lines.linePos(pos[0]).line,
					message,
				}))
			: [{ line: 1, message: String(error) }];
	return told.map(({ line, message }) => ({
		file,
		line,
		field: "",
		problem: `không đọc được YAML: ${message.split("\n")[0]}`,
		remedy:
			"xem lại thụt lề, dấu hai chấm, dấu nháy ở dòng này và dòng ngay trên",
	}));
}

/** Where fields stand: the line of the deepest part of a path that is in the file. */
function placesIn(text: string): (path: readonly PropertyKey[]) => number {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	return (path) => {
		for (let length = path.length; length >= 0; length--) {
			const node = document.getIn(path.slice(0, length), true);
			if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
		}
		return 1;
	};
}

const inVietnamese = z.locales.vi().localeError;

/** Holds the value against the schema; every fault names file, line, field and remedy. */
export function validate<Schema extends z.ZodType>(
	{ file, value, lineOf }: SourceFile,
	schema: Schema,
):
	| { readonly value: z.output<Schema> }
	| { readonly faults: readonly Fault[] } {
	const parsed = schema.safeParse(value, {
		error: inVietnamese,
		reportInput: true,
	});
	if (parsed.success) return { value: parsed.data };
	return {
		faults: parsed.error.issues.map((issue) => ({
			file,
			line: lineOf(
				issue.code === "unrecognized_keys"
					? [...issue.path, issue.keys[0] ?? ""]
					: issue.path,
			),
			field: issue.path.map(String).join("."),
			problem: issue.message,
			remedy: remedyFor(issue),
		})),
	};
}

function remedyFor(issue: z.core.$ZodIssue): string {
	if (issue.code === "unrecognized_keys") {
		return `bỏ hoặc sửa tên ${issue.keys.map((key) => `"${key}"`).join(", ")}: chương trình không biết mục này`;
	}
	if (issue.code === "invalid_type" && issue.input === undefined) {
		return "thêm mục này; nếu chưa biết và mục cho phép thì ghi null";
	}
	if (issue.code === "invalid_type" && issue.expected === "string") {
		return "đặt giá trị trong dấu nháy đơn";
	}
	if (
		issue.code === "invalid_type" &&
		["number", "int"].includes(issue.expected)
	) {
		return "ghi số trơn, không dấu chấm, không chữ: 100000; chưa biết thì ghi null";
	}
	if (issue.code === "invalid_value") {
		return `chọn một trong: ${issue.values.join(", ")}`;
	}
	if (issue.code === "too_small" && issue.origin === "array") {
		return "ghi ít nhất một dòng; phí và câu trả lời phải có nguồn";
	}
	return "sửa giá trị theo mẫu của các tệp cùng thư mục";
}
