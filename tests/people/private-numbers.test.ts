import { describe, expect, it } from "vitest";
import { stripPrivate } from "../../src/people/private-numbers.js";

describe("private numbers in a question", () => {
	it.each([
		["căn cước 045123456789 mở công ty", "căn cước mở công ty"],
		["045 123 456 789 mở công ty", "mở công ty"],
		["gọi 0912.345.678 nhé", "gọi nhé"],
		["gọi +84 912 345 678", "gọi"],
		["máy bàn 0233 3852 529", "máy bàn"],
		["thẻ 4111-1111-1111-1111 hết hạn", "thẻ hết hạn"],
		["thư lan@example.com.vn ạ", "thư ạ"],
	])("%s → %s", (text, left) =>
		expect(stripPrivate(text)).toEqual({ text: left, stripped: true }),
	);

	it.each([
		["thủ tục 2.001583", "a procedure's code"],
		["vốn 1.000.000.000 đồng", "money"],
		["vốn 100.000.000.000 đồng", "much money"],
		["mã số thuế 3200123456", "a company's tax code"],
		["Nghị định 168/2025/NĐ-CP", "a decree"],
		["ngày 28/11/2026 lúc 08:30", "a day and an hour"],
		["mã T7-K4M9XQ", "a booking code"],
	])("%s is left alone (%s)", (text) =>
		expect(stripPrivate(text)).toEqual({ text, stripped: false }),
	);
});
