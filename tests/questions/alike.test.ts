import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createAlike, type Features } from "../../src/questions/alike.js";
import {
	type Book,
	EMPTY,
	type GroupId,
	note,
	settle,
} from "../../src/questions/book.js";
import { search } from "../search/knowledge.js";

const { features } = search;

/** Questions that nothing is known of, several ways of asking each. */
const SETS = readFileSync("tests/questions/alike.jsonl", "utf8")
	.trim()
	.split("\n")
	.map(
		(line) =>
			JSON.parse(line) as { readonly means: string; readonly asked: string[] },
	);

/** Asks one question after the other, the wordings of one meaning far apart. */
function grouped(read: Features = features) {
	const alike = createAlike(read);
	const meanings = new Map<GroupId, string[]>();
	let book: Book = EMPTY;
	for (let round = 0; round < 4; round++)
		for (const { means, asked } of SETS) {
			const text = asked[round];
			if (text === undefined) continue;
			const step = note({ text }, "2026-11-23", alike)(book);
			book = step.book;
			const id = step.outcome ?? "";
			meanings.set(id, [...(meanings.get(id) ?? []), means]);
		}
	return { book, alike, groups: [...meanings.values()] };
}

describe("questions that mean the same", () => {
	it("come into one group, and never with others", () => {
		const { groups } = grouped();
		const mixed = groups.filter((means) => new Set(means).size > 1);
		expect(mixed).toEqual([]);
		const pairs = (count: number) => (count * (count - 1)) / 2;
		const found = groups.reduce((sum, { length }) => sum + pairs(length), 0);
		const all = SETS.reduce((sum, { asked }) => sum + pairs(asked.length), 0);
		expect(found / all).toBeGreaterThan(0.65); // 0.70 when it was chosen
	});

	it("are one question without accents and punctuation, whatever the search makes of them", () => {
		const alike = createAlike(() => []);
		const { book } = note(
			{ text: "Nuôi tôm ở đâu?" },
			"2026-11-23",
			alike,
		)(EMPTY);
		expect(alike(book, "nuoi tom o dau")).toBe("2611-1");
		expect(alike(book, "nuoi ca o dau")).toBeUndefined();
	});

	it("stay settled; what only resembles them comes anew", () => {
		const { book, alike } = grouped();
		const id = alike(book, "nộp phí bằng chuyển khoản được không") ?? "";
		const done = settle(id, {
			as: "out-of-scope",
			by: "tv-22222222",
			on: "2026-11-24",
		})(book).book;
		expect(alike(done, "nop phi bang chuyen khoan duoc khong")).toBe(id);
		expect(alike(done, "Nộp phí bằng chuyển khoản được không ạ?")).toBe(id);
		const resembling = "chuyển khoản vốn góp cho công ty thế nào";
		expect(alike(done, resembling)).not.toBe(id);
	});
});

it("follows a book whose groups come and go", () => {
	const { book, alike } = grouped();
	const text = "thuê đất ven biển nuôi tôm cần xin phép ai";
	const id = alike(book, text) ?? "";
	const groups = new Map(book.groups);
	groups.delete(id);
	expect(alike({ ...book, groups }, text)).toBeUndefined();
	expect(alike(book, text)).toBe(id);
});
