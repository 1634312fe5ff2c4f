import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { search } from "./knowledge.js";

interface Side {
	readonly text: string;
	readonly codes: readonly string[];
}
interface Pair {
	readonly id: string;
	/** What tells the two apart. */
	readonly why: string;
	readonly a: Side;
	readonly b: Side;
}

const pairs = readFileSync("tests/questions/look-alikes.jsonl", "utf8")
	.split("\n")
	.filter(Boolean)
	.map((line): Pair => JSON.parse(line));

const first = ({ text }: Side) => search.understand(text).candidates[0]?.code;
const isRight = (side: Side) => side.codes.includes(first(side) ?? "");
const answersOther = (side: Side, other: Side) =>
	search.understand(side.text).decision === "answer" &&
	other.codes.includes(first(side) ?? "");

describe("questions that look alike and mean different procedures", () => {
	it("are at least 60 pairs", () =>
		expect(pairs.length).toBeGreaterThanOrEqual(60));

	it("are never answered with one another's procedure", () => {
		const swapped = pairs.filter(
			({ a, b }) => answersOther(a, b) || answersOther(b, a),
		);
		expect(swapped.map(({ id, why }) => `${id} ${why}`)).toEqual([]);
	});

	it("are told apart, both of them, in at least nine of ten pairs", () => {
		const apart = pairs.filter(({ a, b }) => isRight(a) && isRight(b));
		expect(apart.length / pairs.length).toBeGreaterThanOrEqual(0.9);
	});
});
