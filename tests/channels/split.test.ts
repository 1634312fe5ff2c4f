import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inMessages, split } from "../../src/channels/split.js";

/** Telegram's limit. */
const LONGEST = 4_096;
const paragraph = (letters: number, letter = "a") =>
	`${letter.repeat(letters - 1)}.`;

/** No half of a surrogate pair without the other. */
const isWhole = (text: string) => !/\p{Surrogate}/u.test(text);

describe("a long answer", () => {
	it("is left whole when it fits", () => {
		expect(split(paragraph(LONGEST), LONGEST)).toEqual([paragraph(LONGEST)]);
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
		expect(split(text, LONGEST)).toEqual([
			`${paragraph(3000)}${end}${paragraph(1000, "b")}${end}`,
			paragraph(2000, "c"),
		]);
	});

	it("is cut after a word where there is nothing else", () => {
		const [first = ""] = split("thứ bảy ".repeat(1000), LONGEST);
		expect(first.length).toBeGreaterThan(4000);
		expect(first.endsWith("thứ ") || first.endsWith("bảy ")).toBe(true);
	});

	it("is not cut after a first paragraph that would look torn off", () => {
		const text = `Dạ.\n\n${"thứ bảy ".repeat(1000)}`;
		expect(split(text, LONGEST)[0]?.length).toBeGreaterThan(4000);
	});

	it.each([
		["a letter with its accents apart", "e\u0302\u0323"],
		["a family", "👨‍👩‍👧‍👦"],
		["a flag", "🇻🇳"],
		["a thumb with a skin tone", "👍🏽"],
	])("never cuts %s in two", (_, character) => {
		const text = character.repeat(3000);
		for (const part of split(text, LONGEST)) {
			expect(part.length % character.length).toBe(0);
		}
	});

	it("keeps surrogate pairs whole even in one endless character", () => {
		const text = `👍${"\u200d👍".repeat(3000)}`;
		for (const part of split(text, LONGEST)) expect(isWhole(part)).toBe(true);
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

describe("the messages of a long text", () => {
	it("are one up to the limit, and none where there is nothing to read", () => {
		expect(inMessages(paragraph(LONGEST), LONGEST)).toHaveLength(1);
		expect(inMessages(" \n\n ", LONGEST)).toEqual([]);
	});

	it.each([
		[
			"Đoạn một.\n\nĐoạn hai.",
			["Đoạn một.", "Đoạn hai."],
			"at a paragraph's end",
		],
		["Dòng một\nDòng hai", ["Dòng một", "Dòng hai"], "else at a line's"],
		["chữ một chữ hai", ["chữ một chữ", "hai"], "else between words"],
		[
			"aaaaaaaaaaaaaaaa",
			["aaaaaaaaaaaa", "aaaa"],
			"a word only when it must be",
		],
		["A.\n\nmột hai ba bốn", ["A.\n\nmột hai", "ba bốn"], "no crumb in front"],
		["aaaaaaaaaaa😀b", ["aaaaaaaaaaa", "😀b"], "never in a surrogate pair"],
		[
			"aaaaaaaaaao\u0302\u0323b",
			["aaaaaaaaaa", "o\u0302\u0323b"],
			"never before a letter's accent",
		],
	])("end and begin with what is read: %j → %j (%s)", (text, parts) => {
		expect(inMessages(text, 12)).toEqual(parts);
	});

	it("fit, lose no letter and halve none", () => {
		const words = fc.array(
			fc.oneof(
				fc.constantFrom(
					" ",
					"\n",
					"\n\n",
					"thủ tục ",
					"😀",
					"👨‍👩‍👧",
					"e\u0323\u0302",
				),
				fc.string({ unit: "grapheme" }),
			),
			{ maxLength: 60 },
		);
		const bare = (text: string) => text.replace(/\s/gu, "");
		fc.assert(
			fc.property(words, fc.integer({ min: 2, max: 60 }), (some, limit) => {
				const text = some.join("");
				const parts = inMessages(text, limit);
				expect(bare(parts.join(""))).toBe(bare(text));
				for (const part of parts) {
					expect(part.length).toBeGreaterThan(0);
					expect(part.length).toBeLessThanOrEqual(limit);
					expect(part).not.toMatch(/\p{Surrogate}/u);
				}
			}),
			{ numRuns: 1_000 },
		);
	});
});
