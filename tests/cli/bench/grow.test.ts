import { beforeAll, expect, it } from "vitest";
import { grow } from "../../../src/cli/bench/grow.js";
import { loadKnowledge } from "../../../src/knowledge/load.js";
import type { Knowledge } from "../../../src/knowledge/schema.js";

let knowledge: Knowledge;
let grown: Knowledge;

beforeAll(async () => {
	knowledge = await loadKnowledge("knowledge");
	grown = grow(knowledge, 1_000);
});

it("keeps the catalogue as it is and adds to it", () => {
	expect(grown.procedures.size).toBe(1_000);
	expect([...grown.procedures].slice(0, knowledge.procedures.size)).toEqual([
		...knowledge.procedures,
	]);
});

it("words every entry in its own way", () => {
	const titles = [...grown.procedures.values()].map(({ title }) => title);
	expect(new Set(titles).size).toBe(titles.length);
});

it("ties every case to a procedure that is there", () => {
	const cases = [...grown.procedures.values()].flatMap(
		({ caseOf }) => caseOf ?? [],
	);
	expect(cases.filter((id) => !grown.procedures.has(id))).toEqual([]);
});

it("keeps the language of the office and changes the trade", () => {
	const procedure = [...knowledge.procedures.values()].find(
		({ title }) => title === "Thành lập công ty cổ phần",
	);
	const copy = grown.procedures.get(`${procedure?.id}-1`);
	expect(copy?.title).toMatch(/^Thành .+ công ty .+ tại An Giang$/);
	expect(copy?.title).not.toContain("cổ phần");
});

it("makes the same catalogue every time", () => {
	expect(grow(knowledge, 1_000)).toEqual(grown);
});
