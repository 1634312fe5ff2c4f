import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST, split } from "../../../src/channels/telegram/split.js";

const paragraph = (letters: number, letter = "a") =>
	`${letter.repeat(letters - 1)}.`;

/** No half of a surrogate pair without the other. */
const isWhole = (text: string) => !/\p{Surrogate}/u.test(text);

describe("a long answer", () => {
	it("is left whole when it fits", () => {
		expect(split(paragraph(LONGEST))).toEqual([paragraph(LONGEST)]);
	});

	it.each([
		["a paragraph", "\n\n"],
		["a line, where there is no paragraph", "\n"],
		["a sentence, where there is no line", " "],
	])("is cut after %s", (_, end) => {
		const text = [
			paragraph(3000),
			paragraph(1000, "b"),
			paragraph(2000, "c"),
		].join(end);
		expect(split(text)).toEqual([
			`${paragraph(3000)}${end}${paragraph(1000, "b")}${end}`,
			paragraph(2000, "c"),
		]);
	});

	it("is cut after a word where there is nothing else", () => {
		const [first = ""] = split("thứ bảy ".repeat(1000));
		expect(first.length).toBeGreaterThan(4000);
		expect(first.endsWith("thứ ") || first.endsWith("bảy ")).toBe(true);
	});

	it("is not cut after a first paragraph that would look torn off", () => {
		const text = `Dạ.\n\n${"thứ bảy ".repeat(1000)}`;
		expect(split(text)[0]?.length).toBeGreaterThan(4000);
	});

	it.each([
		["a letter with its accents apart", "e\u0302\u0323"],
		["a family", "👨‍👩‍👧‍👦"],
		["a flag", "🇻🇳"],
		["a thumb with a skin tone", "👍🏽"],
	])("never cuts %s in two", (_, character) => {
		const text = character.repeat(3000);
		for (const part of split(text)) {
			expect(part.length % character.length).toBe(0);
		}
	});

	it("keeps surrogate pairs whole even in one endless character", () => {
		const text = `👍${"\u200d👍".repeat(3000)}`;
		for (const part of split(text)) expect(isWhole(part)).toBe(true);
	});
});

/** Words, ends of all kinds, and characters of several units, in any mixture. */
const anyText = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				"\n\n",
				"\n",
				". ",
				" ",
				"thủ tục",
				"e\u0302\u0301",
				"👩‍🏫",
				"đ",
			),
			fc.string({ unit: "grapheme", maxLength: 30 }),
			fc.string({ unit: "binary", maxLength: 30 }),
		),
		{ maxLength: 120 },
	)
	.map((pieces) => pieces.join(""));

describe("any text", () => {
	const limits = fc.integer({ min: 20, max: 200 });

	it("comes in parts that fit, and together are the text", () => {
		fc.assert(
			fc.property(anyText, limits, (text, longest) => {
				const parts = split(text, longest);
				expect(parts.join("")).toBe(text);
				for (const part of parts) {
					expect(part.length).toBeLessThanOrEqual(longest);
				}
				expect(parts.length === 1 || parts.every(Boolean)).toBe(true);
			}),
			{ numRuns: 2_000 },
		);
	});

	it("has no surrogate pair cut in two", () => {
		fc.assert(
			fc.property(anyText, limits, (text, longest) => {
				fc.pre(isWhole(text));
				expect(split(text, longest).every(isWhole)).toBe(true);
			}),
			{ numRuns: 2_000 },
		);
	});

	it("has no character cut in two, where one is shorter than a part", () => {
		const segmenter = new Intl.Segmenter("vi", { granularity: "grapheme" });
		fc.assert(
			fc.property(anyText, limits, (text, longest) => {
				const characters = [...segmenter.segment(text)];
				fc.pre(characters.every(({ segment }) => segment.length < longest / 2));
				const ends = new Set(characters.map(({ index }) => index));
				let at = 0;
				for (const part of split(text, longest).slice(0, -1)) {
					at += part.length;
					expect(ends.has(at)).toBe(true);
				}
			}),
			{ numRuns: 2_000 },
		);
	});
});
