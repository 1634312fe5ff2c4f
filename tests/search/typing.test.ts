import { describe, expect, it } from "vitest";
import { accents } from "../../src/search/fold.js";
import { createSpelling } from "../../src/search/spelling.js";
import { agreement, token } from "../../src/search/tokens.js";
import { createTyping } from "../../src/search/typing.js";

const known = new Set(
	[
		"thanh lap cong ty dang ky ho kinh doanh von dieu le tang hop nhuong nganh bo sung chi nhanh",
	].flatMap((words) => words.split(" ")),
);

const readTyping = createTyping(known);

/** Where the tone is set does not matter. */
const sounds = (text: string) => text.split(" ").map(accents);

describe("a keyboard left off", () => {
	it.each([
		["thanhf laapj coong ty", "thành lập công ty", "Telex"],
		["ddawng kys", "đăng ký", "Telex with dd and aw"],
		["tawng voons ddieeuf leej", "tăng vốn điều lệ", "tones at the end"],
		["thanh2 la65p", "thành lập", "VNI"],
		["d9a8ng ky1 ho65", "đăng ký hộ", "VNI with đ and ă"],
	])("reads %s as %s (%s)", (typed, read) =>
		expect(sounds(readTyping(typed))).toEqual(sounds(read)),
	);

	it("leaves a word alone that is known as it stands, or not known either way", () => {
		expect(readTyping("chi nhanh")).toBe("chi nhanh");
		expect(readTyping("xyzs")).toBe("xyzs");
	});
});

describe("misspelt words", () => {
	const correct = createSpelling(known);
	const read = (word: string) =>
		correct([token(word)])
			.map(({ folded }) => folded)
			.join(" ");

	it.each([
		["nhượg", "nhuong", "a dropped n"],
		["nghành", "nganh", "a letter too many"],
		["côngg", "cong", "a letter held too long"],
		["doanhh", "doanh", "the same at the end"],
		["thanhlap", "thanh lap", "run together"],
	])("reads %s as %s (%s)", (typed, expected) =>
		expect(read(typed)).toBe(expected),
	);

	it("leaves known words and numbers alone", () => {
		expect(read("công")).toBe("cong");
		expect(read("2026")).toBe("2026");
	});
});

describe("how well a typed word stands for a known one", () => {
	const fits = (typed: string, known: string) =>
		agreement(token(typed), token(known));

	it("counts accents where they are given", () => {
		expect(fits("bán", "bán")).toBe(1);
		expect(fits("bán", "bản")).toBeLessThan(0.5);
	});

	it("forgives accents left out, in part or whole, and hỏi for ngã", () => {
		expect(fits("ban", "bán")).toBeGreaterThan(0.9);
		expect(fits("thơi", "thời")).toBeGreaterThan(0.8);
		expect(fits("đỗi", "đổi")).toBeGreaterThan(0.7);
	});
});
