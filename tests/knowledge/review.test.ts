import { describe, expect, it } from "vitest";
import {
	cautionOf,
	isReviewDue,
	reviewBy,
	toReview,
} from "../../src/knowledge/review.js";
import type { Faq, Procedure } from "../../src/knowledge/schema.js";
import type { LocalDate } from "../../src/time.js";
import { ONE_OWNER, smallKnowledge } from "../journeys/small-world.js";

const entry = (changes: Partial<Procedure>): Procedure => ({
	...ONE_OWNER,
	...changes,
});

describe("an entry is reviewed again", () => {
	it.each<[string, Partial<Procedure>, LocalDate]>([
		["half a year after it was checked", {}, "2027-05-23"],
		[
			"sooner when a later text is to be compared",
			{ recheck: "so với NĐ 296" },
			"2027-02-23",
		],
		["sooner when it is not sure", { confidence: "partly" }, "2027-02-23"],
		["on the day that somebody set", { reviewBy: "2026-12-01" }, "2026-12-01"],
		[
			"on the last day of a shorter month",
			{ checkedOn: "2026-08-31" },
			"2027-02-28",
		],
		[
			"in the new year",
			{ checkedOn: "2026-12-15", confidence: "unverified" },
			"2027-03-15",
		],
	])("%s", (_, changes, day) => {
		expect(reviewBy(entry(changes))).toBe(day);
	});

	it("from that day on, not before", () => {
		expect(isReviewDue(entry({}), "2027-05-22")).toBe(false);
		expect(isReviewDue(entry({}), "2027-05-23")).toBe(true);
	});
});

it("what rests on a replaced text is reviewed first, then what has waited longest", () => {
	const replaced = {
		text: "Luật X 1/2020/QH14",
		replacedBy: "Luật Y 2/2027/QH15",
		markedOn: "2027-01-10",
	} as const;
	const entries = [
		entry({ id: "1.000001", title: "Mới đối chiếu", checkedOn: "2027-01-09" }),
		entry({ id: "1.000002", title: "Đến hạn" }),
		entry({ id: "1.000003", title: "Quá hạn", confidence: "partly" }),
		entry({ id: "1.000004", title: "Bị thay", legalBasis: [replaced.text] }),
	];
	const rows = toReview(
		{
			procedures: new Map(entries.map((entry) => [entry.id, entry])),
			faq: new Map(),
			replaced: [replaced],
		},
		"2027-05-23",
	);
	expect(rows.map(({ title }) => title)).toEqual([
		"Bị thay",
		"Quá hạn",
		"Đến hạn",
	]);
	expect(rows[0]?.replaced).toBe(replaced);
});

describe("an entry carries a caution", () => {
	const replaced = {
		text: "Nghị định 168/2025/NĐ-CP",
		replacedBy: "Nghị định 1/2027/NĐ-CP",
		markedOn: "2027-01-10",
	} as const;

	it.each([
		["Nghị định 168/2025/NĐ-CP, Điều 24", true],
		["Nghị định số 168/2025/NĐ-CP ngày 30/06/2025", true],
		["NĐ 168/2025/nđ-cp", true],
		["Nghị định 68/2025/NĐ-CP", false],
		["Nghị định 1168/2025/NĐ-CP", false],
		["Nghị định 168/2025/NĐ-CPX", false],
		["Nghị định 168/2024/NĐ-CP", false],
		["Luật Doanh nghiệp 59/2020/QH14", false],
	])("when it rests on %j: %s", (ground, isCautioned) => {
		const caution = cautionOf(entry({ legalBasis: [ground] }), [replaced]);
		expect(caution !== undefined).toBe(isCautioned);
	});

	it("for its fee's source as well", () => {
		const fee = { online: 0, paper: 0, note: "miễn", source: [replaced.text] };
		expect(cautionOf(entry({ legalBasis: [], fee }), [replaced])).toBe(
			replaced,
		);
	});

	it("until it is reviewed", () => {
		const reviewedOn = (checkedOn: LocalDate) =>
			cautionOf(entry({ legalBasis: [replaced.text], checkedOn }), [replaced]);
		expect(reviewedOn("2027-01-09")).toBe(replaced);
		expect(reviewedOn("2027-01-10")).toBeUndefined();
	});

	it("also as a question with that source, and for a text without a number", () => {
		const faq = smallKnowledge().faq.get("chuyen-khoan") as Faq;
		expect(cautionOf(faq, [replaced])).toBe(replaced);
		const law = { ...replaced, text: "Bộ luật  Dân sự" };
		expect(
			cautionOf({ ...faq, source: ["bộ luật dân sự, Điều 3"] }, [law]),
		).toBe(law);
		expect(cautionOf({ ...faq, source: ["bộ luật hình sự"] }, [law])).toBe(
			undefined,
		);
	});
});
