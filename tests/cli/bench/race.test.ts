import { expect, it } from "vitest";
import type { Catalogue } from "../../../src/cli/bench/catalogue.js";
import type { Contestant } from "../../../src/cli/bench/contestants/contestant.js";
import { qualityOn } from "../../../src/cli/bench/quality.js";
import { prepare, race, spread } from "../../../src/cli/bench/race.js";

const questions = ["phí", "mở công ty", "mở công ty một mình"];
const nothing = {} as Catalogue;

const answering = (
	name: string,
	codes: readonly string[],
	rest: Partial<Contestant> = {},
): Contestant => ({ name, build: () => () => codes, ...rest });

const run = async (...contestants: readonly Contestant[]) =>
	race(await Promise.all(contestants.map((one) => prepare(one, nothing))), {
		questions,
		rounds: 3,
		questionsForSlow: 1,
	});

it("asks every contestant every question in every round", async () => {
	const runs = await run(answering("one", ["a"]), answering("other", ["b"]));
	expect([...runs.keys()]).toEqual(["one", "other"]);
	for (const { times } of runs.values()) {
		expect([...times.keys()]).toEqual(questions);
		expect([...times.values()].map((each) => each.length)).toEqual([3, 3, 3]);
	}
});

it("asks a slow contestant a few questions once", async () => {
	const runs = await run(answering("slow", ["a"], { slow: true }));
	expect([...(runs.get("slow")?.times ?? [])]).toEqual([
		["mở công ty", [expect.any(Number)]],
	]);
});

it("waits for a contestant that answers later", async () => {
	const later = answering("later", [], {
		build: async () => async () => ["a"],
	});
	const runs = await run(later);
	expect(runs.get("later")?.found.get("phí")).toEqual(["a"]);
});

it("counts first answers and first three over the questions that were asked", async () => {
	const asks = questions.map((text) => ({ text, codes: ["a"] }));
	const quality = qualityOn(asks);
	const runs = await run(
		answering("first", ["a"]),
		answering("third", ["b", "c", "a"]),
		answering("fourth", ["b", "c", "d", "a"]),
	);
	expect([...runs.values()].map(quality)).toEqual([
		{ r1: 1, r3: 1 },
		{ r1: 0, r3: 1 },
		{ r1: 0, r3: 0 },
	]);
});

it("spreads a few questions over all lengths", () => {
	const texts = Array.from({ length: 9 }, (_, at) => "x".repeat(9 - at));
	expect(spread(texts, 3).map(({ length }) => length)).toEqual([2, 5, 8]);
	expect(spread(texts, 20)).toBe(texts);
});
