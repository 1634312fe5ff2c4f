import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ALPHABET, codeGenerator, readCode } from "../../src/booking/code.js";

describe("a booking code", () => {
	it("has T7- and six signs that cannot be mistaken for one another", () => {
		expect(ALPHABET).toBe("23456789ABCDEFGHJKMNPQRSTVWXYZ");
		expect(codeGenerator(randomInt)()).toMatch(
			/^T7-[23456789ABCDEFGHJKMNPQRSTVWXYZ]{6}$/,
		);
		expect(codeGenerator((max) => max - 1)()).toBe("T7-ZZZZZZ");
	});

	it.each([
		"T7-K4M9XQ",
		"t7-k4m9xq",
		"K4M9XQ",
		" k4m 9xq ",
		"T7 K4M-9XQ",
		"t7k4m9xq",
	])("is read from %j", (text) => {
		expect(readCode(text)).toBe("T7-K4M9XQ");
	});

	it("that begins with T7 itself is read with and without T7-", () => {
		expect(readCode("T7-T7ABCD")).toBe("T7-T7ABCD");
		expect(readCode("T7ABCD")).toBe("T7-T7ABCD");
	});

	it.each([
		"",
		"T7-",
		"K4M9X",
		"T7-K4M9XQ2",
		"T7-K4M0XQ",
		"T7-K4MIXQ",
		"T7-K4MUXQ",
		"sáu chữ",
	])("is not read from %j", (text) => {
		expect(readCode(text)).toBeUndefined();
	});
});
