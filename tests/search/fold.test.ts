import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accents, fold, unifyY } from "../../src/search/fold.js";
import { tokenize } from "../../src/search/tokens.js";

const anyText = fc.string({ unit: "binary", maxLength: 200 });

describe("folding", () => {
	it.each([
		["Đăng ký HỘ kinh doanh", "dang ky ho kinh doanh"],
		["đăng ký", "dang ky"],
		["ＴＮＨＨ", "tnhh"],
	])("reads %s as %s", (text, folded) => expect(fold(text)).toBe(folded));

	it("is idempotent, whatever it is given", () =>
		fc.assert(
			fc.property(anyText, (text) => {
				expect(fold(fold(text))).toBe(fold(text));
			}),
		));

	it("never changes how many words there are", () =>
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom("đổi", "tên", "công", "ty", "hộ", "1")),
				(words) => {
					expect(tokenize(fold(words.join(" ")))).toHaveLength(words.length);
				},
			),
		));

	it("never throws on any text", () =>
		fc.assert(
			fc.property(anyText, (text) => {
				expect(Array.isArray(tokenize(text))).toBe(true);
			}),
		));
});

describe("accents", () => {
	it("do not depend on where the tone is set, nor on the Unicode form", () => {
		expect(accents("hòa")).toBe(accents("hoà"));
		expect(accents("hòa".normalize("NFD"))).toBe(accents("hòa"));
	});

	it("tell bán from bản, and say nothing of ban", () => {
		expect(accents("bán")).not.toBe(accents("bản"));
		expect(accents("ban")).toBeUndefined();
	});
});

it("reads kỹ and kĩ, ty and ti as one", () => {
	expect(unifyY("ky")).toBe(unifyY("ki"));
	expect(unifyY("ty")).toBe("ti");
	expect(unifyY("tay")).toBe("tay");
});
