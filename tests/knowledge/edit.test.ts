import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Edit, type Plan, planEdit } from "../../src/knowledge/edit.js";
import type { ContentOf, EntryRef } from "../../src/knowledge/entry.js";
import { readTexts, type Texts } from "../../src/knowledge/load.js";
import {
	locate,
	rowsOf,
	sourceOf,
	valueAt,
} from "../../src/knowledge/locate.js";

/** The files that ship: what is shown here is shown on them. */
let texts: Texts;
let entries: readonly EntryRef[];

beforeAll(async () => {
	texts = await readTexts("knowledge");
	const rows = (file: string, list: string, idField: string) =>
		rowsOf(sourceOf(texts, file)?.value, list).map(
			(row) => (row as Record<string, string>)[idField] ?? "",
		);
	const names = (list: string) =>
		Object.keys(valueAt(sourceOf(texts, "synonyms.yaml")?.value, [list]) ?? {});
	const files = [...texts.keys()];
	entries = [
		...files
			.filter((file) => file.startsWith("procedures/"))
			.map((file) => sourceOf(texts, file)?.value)
			.map((value) => (value as { id: string }).id)
			.map((id) => ({ kind: "procedure", id }) as const),
		...files
			.filter((file) => file.startsWith("faq/"))
			.flatMap((file) => rows(file, "faq", "id"))
			.map((id) => ({ kind: "faq", id }) as const),
		...rows("out-of-scope.yaml", "topics", "id").map(
			(id) => ({ kind: "topic", id }) as const,
		),
		...rows("calendar.yaml", "days", "from").map(
			(id) => ({ kind: "day", id }) as const,
		),
		...names("abbreviations").map(
			(id) => ({ kind: "abbreviation", id }) as const,
		),
		...names("meanings").map((id) => ({ kind: "meaning", id }) as const),
		{ kind: "desk", id: "thu-bay" },
		{ kind: "office", id: "office" },
	];
});

const anEntry = (kinds?: readonly string[]) =>
	fc.nat().map((at) => {
		const some = entries.filter(({ kind }) => !kinds || kinds.includes(kind));
		return some[at % some.length] as EntryRef;
	});

/** What people type: Vietnamese, signs that YAML reads as its own, and texts longer than a line. */
const aText = fc
	.array(
		fc.constantFrom(
			..."nghị định 168/2025/NĐ-CP: “đã” # - ? & * ! | > ' \" % @ ` { } [ ] , = ~ null true 2026-11-28 07:30 100.000đ 1e3 0x1F yes - : .".split(
				" ",
			),
		),
		{ minLength: 1, maxLength: 40 },
	)
	.map((words) => words.join(" ").trim());

function planned(files: Texts, edit: Edit): Plan {
	const result = planEdit(files, edit);
	if (result.kind !== "plan") throw new Error(JSON.stringify(result));
	return result.plan;
}

const contentOf = (files: Texts, entry: EntryRef) =>
	locate(files, entry)?.content;

/** Every edit of one field of an entry, from a whole number and a text. */
function alteration(
	entry: EntryRef,
	choice: number,
	text: string,
): unknown | undefined {
	const content = contentOf(texts, entry) as unknown;
	if (typeof content === "string") return text;
	if (Array.isArray(content)) return inList(content, choice, text);
	const values = content as Record<string, unknown>;
	const idField = entry.kind === "day" ? "from" : "id";
	const fields = Object.keys(values).filter((field) => field !== idField);
	const field = fields[choice % fields.length] ?? "";
	const value = values[field];
	if (Array.isArray(value)) {
		return value.every((item) => typeof item === "string")
			? { ...values, [field]: inList(value, choice >> 8, text) }
			: undefined;
	}
	return typeof value === "object" && value !== null
		? { ...values, [field]: { ...value, note: text } }
		: { ...values, [field]: text };
}

function inList(list: readonly unknown[], choice: number, text: string) {
	const at = choice % (list.length + 1);
	const without = list.toSpliced(at, 1);
	return [
		list.toSpliced(at, 0, text),
		list.toSpliced(at, 1, text),
		without.length > 0 ? without : [text],
		[...list.slice(at), ...list.slice(0, at)],
	][choice % 4];
}

/** The lines of a text that an edit did not keep. */
function touched({ before, after }: Plan) {
	const old = (before ?? "").split("\n");
	const fresh = (after ?? "").split("\n");
	let from = 0;
	while (from < old.length && old[from] === fresh[from]) from++;
	let tail = 0;
	while (
		tail < Math.min(old.length, fresh.length) - from &&
		old.at(-1 - tail) === fresh.at(-1 - tail)
	) {
		tail++;
	}
	return { from: from + 1, to: old.length - tail };
}

describe("an edit of a file that ships", () => {
	it("changes only the entry's own lines, and its inverse gives the old bytes", () => {
		fc.assert(
			fc.property(anEntry(), fc.nat(), aText, (entry, choice, text) => {
				const content = alteration(entry, choice, text);
				const before = contentOf(texts, entry);
				fc.pre(content !== undefined);
				const result = planEdit(texts, { entry, content } as Edit);
				fc.pre(result.kind === "plan");
				const { plan } = result as { plan: Plan };
				const found = locate(texts, entry);
				const first = found?.source.lineOf(found.path) ?? 0;
				const { from, to } = touched(plan);
				expect(from).toBeGreaterThanOrEqual(first);
				const next = nextLine(entry);
				if (next) expect(to).toBeLessThan(next);
				const back = planned(new Map(texts).set(plan.file, plan.after ?? ""), {
					entry,
					content: before,
				} as Edit);
				// One name among all is written with its accents apart; what is written back is composed.
				expect(back.after?.normalize("NFC")).toBe(
					plan.before?.normalize("NFC"),
				);
			}),
			{ numRuns: 100 },
		);
	}, 120_000);

	it("in lines that end as on Windows, ends its own lines so", () => {
		fc.assert(
			fc.property(
				anEntry(["procedure", "day", "topic", "abbreviation"]),
				fc.nat(),
				aText,
				(entry, choice, text) => {
					const content = alteration(entry, choice, text);
					const result = planEdit(texts, { entry, content } as Edit);
					fc.pre(content !== undefined && result.kind === "plan");
					const { plan } = result as { plan: Plan };
					const windows = (text: string | null) =>
						(text ?? "").replaceAll("\n", "\r\n");
					const there = planned(
						new Map(texts).set(plan.file, windows(plan.before)),
						{ entry, content } as Edit,
					);
					expect(there.after).toBe(windows(plan.after));
				},
			),
			{ numRuns: 40 },
		);
	}, 60_000);

	it("takes an entry away with its lines alone", () => {
		fc.assert(
			fc.property(
				anEntry(["faq", "topic", "day", "abbreviation", "meaning"]),
				(entry) => {
					const plan = planned(texts, { entry, content: null } as Edit);
					const old = plan.before?.split("\n") ?? [];
					const fresh = plan.after?.split("\n") ?? [];
					const { from, to } = touched(plan);
					expect(old.length - fresh.length).toBe(to - from + 1);
					expect(locate(new Map([[plan.file, plan.after ?? ""]]), entry)).toBe(
						undefined,
					);
				},
			),
			{ numRuns: 40 },
		);
	}, 60_000);
});

/** The line of the entry behind this one in the same file. */
function nextLine(entry: EntryRef): number | undefined {
	const found = locate(texts, entry);
	if (!found || found.path.length === 0) return undefined;
	const [list = "", last] = found.path;
	const inFile = found.source.value as Record<string, object>;
	const keys = Object.keys(inFile[list] ?? {});
	const behind = keys[keys.indexOf(String(last)) + 1];
	if (behind === undefined) return undefined;
	const key = typeof last === "number" ? Number(behind) : behind;
	return found.source.lineOf([list, key]);
}

describe("a new entry", () => {
	const faq: ContentOf["faq"] = {
		id: "mo-quan-bun",
		procedure: "1.001612",
		question: "Mở quán bún cần gì?",
		asks: ["mở quán bún"],
		answer: "Đăng ký hộ kinh doanh ở xã.",
		source: ["Nghị định 168/2025/NĐ-CP"],
		confidence: "verified",
		checkedOn: "2026-11-23",
	};

	it("goes to the end of the questions about the same field, a blank line before it", () => {
		const plan = planned(texts, {
			entry: { kind: "faq", id: faq.id },
			content: faq,
		});
		expect(plan.file).toBe("faq/ho-kinh-doanh.yaml");
		expect(plan.after).toBe(
			`${plan.before}
  - id: mo-quan-bun
    procedure: '1.001612'
    question: Mở quán bún cần gì?
    asks:
      - mở quán bún
    answer: Đăng ký hộ kinh doanh ở xã.
    source:
      - Nghị định 168/2025/NĐ-CP
    confidence: verified
    checkedOn: '2026-11-23'
`,
		);
		const gone = planned(new Map(texts).set(plan.file, plan.after ?? ""), {
			entry: { kind: "faq", id: faq.id },
			content: null,
		});
		expect(gone.after).toBe(plan.before);
	});

	it.each([
		["2.001583", "faq/doanh-nghiep.yaml"],
		["1.009645", "faq/dau-tu.yaml"],
		["2.002123", "faq/hop-tac-xa.yaml"],
		["2.001999", "faq/ho-tro-va-khac.yaml"],
		["2.002058", "faq/ho-tro-va-khac.yaml"],
	])("about %s goes to %s", (procedure, file) => {
		const content = { ...faq, procedure };
		const entry = { kind: "faq", id: faq.id } as const;
		expect(planned(texts, { entry, content }).file).toBe(file);
	});

	it("of the calendar stands between the days around it", () => {
		const plan = planned(texts, {
			entry: { kind: "day", id: "2026-11-28" },
			content: {
				from: "2026-11-28",
				kind: "break",
				name: "ngày thử",
				status: "provisional",
				source: "thông báo nội bộ: số 1",
			},
		});
		const [before, after] =
			plan.after?.split(
				`  - from: '2026-11-28'
    kind: break
    name: ngày thử
    status: provisional
    source: 'thông báo nội bộ: số 1'
`,
			) ?? [];
		expect(`${before}${after}`).toBe(plan.before);
		expect(before).toMatch(/from: '2026-0\d-\d\d'/);
		expect(after).not.toMatch(/from: '2026-0/);
	});

	it("of replaced texts makes the list, and the file where there is none", () => {
		const { "replaced.yaml": _, ...others } = Object.fromEntries(texts);
		const edit: Edit = {
			entry: { kind: "replaced", id: "Nghị định 168/2025/NĐ-CP" },
			content: {
				text: "Nghị định 168/2025/NĐ-CP",
				replacedBy: "Nghị định 1/2027/NĐ-CP",
				markedOn: "2026-11-23",
			},
		};
		const plan = planned(new Map(Object.entries(others)), edit);
		expect(plan.before).toBeNull();
		expect(plan.after).toContain(
			"replaced:\n  - text: Nghị định 168/2025/NĐ-CP\n    replacedBy: Nghị định 1/2027/NĐ-CP\n    markedOn: '2026-11-23'\n",
		);
	});
});

describe("an edit is refused", () => {
	const refused = (edit: Edit) => {
		const result = planEdit(texts, edit);
		return result.kind === "faults" ? result.faults[0]?.problem : result.kind;
	};

	it("when it would give an entry another id", () => {
		const entry = { kind: "faq", id: "von-gop-du-90-ngay" } as const;
		const content = contentOf(texts, entry) as ContentOf["faq"];
		expect(refused({ entry, content: { ...content, id: "khac" } })).toMatch(
			/không đổi được id/,
		);
	});

	it("when it would take a procedure or a desk away", () => {
		expect(
			refused({ entry: { kind: "procedure", id: "2.001583" }, content: null }),
		).toMatch(/không thêm, không xóa/);
		expect(
			refused({ entry: { kind: "desk", id: "thu-bay" }, content: null }),
		).toMatch(/không thêm, không xóa/);
	});

	it("when what it takes away is not there", () => {
		expect(
			refused({ entry: { kind: "faq", id: "khong-co" }, content: null }),
		).toMatch(/không có câu hỏi/);
	});

	it("changes nothing when it says what is there", () => {
		const entry = { kind: "office", id: "office" } as const;
		const content = contentOf(texts, entry);
		expect(refused({ entry, content } as Edit)).toBe("unchanged");
	});
});

it("writes what people type as plain text: trimmed, composed, nothing invisible", () => {
	const entry = { kind: "abbreviation", id: "cty" } as const;
	const content = "  co\u0302ng ty\u0000\u2028mới\r\nnữa ";
	const plan = planned(texts, { entry, content });
	expect(
		contentOf(new Map(texts).set(plan.file, plan.after ?? ""), entry),
	).toBe("công ty \nmới\nnữa");
});
