import { expect, it } from "vitest";
import type { Group } from "../../src/questions/book.js";
import { helpfulIn, unansweredIn } from "../../src/report/unanswered.js";

const group = (text: string, asked: Group["asked"]): Group => ({
	id: "2611-1",
	opened: "2026-11-01",
	wordings: [{ text, times: 1, last: "2026-11-01" }],
	asked,
	unhelpful: [],
});

it("counts what was asked in the period and no other", () => {
	const groups = [
		group("đăng ký xe", { "2026-10-31": 9, "2026-11-01": 1 }),
		group("tách thửa", { "2026-11-02": 2, "2026-11-30": 3, "2026-12-01": 9 }),
		group("làm thẻ", { "2026-10-01": 4 }),
	];
	expect(unansweredIn(groups, "2026-11-01", "2026-11-30")).toEqual([
		{ words: "tách thửa", times: 5 },
		{ words: "đăng ký xe", times: 1 },
	]);
});

it("sums what people said of answers", () => {
	expect(
		helpfulIn([
			{ "2.001583": [3, 1], "faq:chuyen-khoan": [0, 2] },
			{},
			{ "2.001583": [1, 0] },
		]),
	).toEqual({ helped: 4, not: 3 });
});
