import { describe, expect, it } from "vitest";
import {
	numbered,
	readChoice,
	readNumber,
} from "../../src/conversation/choice.js";

const days = [
	{ label: "thứ Bảy 28/11/2026 — còn 9 chỗ", value: "step:a:2026-11-28" },
	{ label: "thứ Bảy 05/12/2026 — còn 16 chỗ", value: "step:a:2026-12-05" },
	{ label: "Thôi", value: "step:a:0" },
];
const aspects = [
	{ label: "Lệ phí", value: "ask:x:fee" },
	{ label: "Nộp ở đâu", value: "ask:x:place" },
	{ label: "Nộp qua mạng", value: "ask:x:online" },
];

describe("the numbers of choices", () => {
	it("count from 1, and 0 is the way out wherever it stands", () => {
		expect(numbered(days).map(({ number }) => number)).toEqual([1, 2, 0]);
	});
});

describe("reading a number", () => {
	it.each([
		["1", 1],
		[" 2. ", 2],
		["3)", 3],
		["số 4", 4],
		["so 5", 5],
		["một", 1],
		["chín", 9],
		["12", 12],
		["0", 0],
		["em chọn 2 ạ", 2],
	])("%s → %d", (text, number) => expect(readNumber(text)).toBe(number));

	it.each(["không", "1 thành viên", "2 tháng", "28/11", "T7", "", "123"])(
		"%s is no number to choose by",
		(text) => expect(readNumber(text)).toBeUndefined(),
	);
});

describe("reading a choice", () => {
	it.each([
		["step:a:2026-12-05", "step:a:2026-12-05", "tapped"],
		["2", "step:a:2026-12-05", "by number"],
		["hai", "step:a:2026-12-05", "by number in words"],
		["0", "step:a:0", "the way out"],
		["thôi", "step:a:0", "by its words"],
		["THOI", "step:a:0", "without accents, in capitals"],
		["28/11", "step:a:2026-11-28", "a part that only one has"],
		["dạ 05/12 nhé", "step:a:2026-12-05", "politeness around it"],
		["em chọn thôi ạ", "step:a:0", "a whole label among filling words"],
	])("%s (%s, %s)", (text, value) =>
		expect(readChoice(text, days)?.value).toBe(value),
	);

	it.each([
		["thứ Bảy", "both have it"],
		["9 chỗ", "what follows the dash is no name of the choice"],
		["3", "0 is not counted"],
		["19/12", "none has it"],
		["t", "too little"],
	])("%s chooses nothing (%s)", (text) =>
		expect(readChoice(text, days)).toBeUndefined(),
	);

	it("prefers the whole label to a part of another", () => {
		const consent = [
			{ label: "Đồng ý", value: "yes" },
			{ label: "Không đồng ý", value: "no" },
		];
		expect(readChoice("đồng ý", consent)?.value).toBe("yes");
		expect(readChoice("không", consent)?.value).toBe("no");
		expect(readChoice("vâng em đồng ý ạ", consent)?.value).toBe("yes");
		expect(readChoice("tôi không đồng ý", consent)?.value).toBe("no");
		expect(readChoice("tôi chưa đồng ý", consent)).toBeUndefined();
		expect(readChoice("qua mạng", aspects)?.value).toBe("ask:x:online");
		expect(readChoice("nộp", aspects)).toBeUndefined();
	});

	it("leaves short words to be names where a name is asked for", () => {
		const asking = [
			{ label: "Đặt hộ người khác", value: "step:a:behalf" },
			{ label: "Quay lại", value: "step:a:0" },
		];
		expect(readChoice("Ba", asking, true)).toBeUndefined();
		expect(readChoice("Hộ", asking, true)).toBeUndefined();
		expect(readChoice("1", asking, true)?.value).toBe("step:a:behalf");
		expect(readChoice("đặt hộ người khác", asking, true)?.value).toBe(
			"step:a:behalf",
		);
	});
});
