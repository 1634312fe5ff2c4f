import { beforeAll, describe, expect, it } from "vitest";
import { readCommitted, worsened } from "../../../src/cli/eval/committed.js";
import { answerAll, figuresOf } from "../../../src/cli/eval/evaluation.js";
import { readQuestions } from "../../../src/cli/eval/question.js";
import { loadKnowledge } from "../../../src/knowledge/load.js";
import type { Knowledge } from "../../../src/knowledge/schema.js";
import { KINDS, type LabelledQuestion } from "../../../src/search/labelled.js";
import { createSearch } from "../../../src/search/search.js";

let knowledge: Knowledge;
let validation: readonly LabelledQuestion[];
let all: readonly LabelledQuestion[];

beforeAll(async () => {
	knowledge = await loadKnowledge("knowledge");
	validation = await readQuestions("validation");
	all = [...(await readQuestions("tuning")), ...validation];
});

describe("the labelled questions", () => {
	it("are at least 800, of every kind in both parts", () => {
		expect(all.length).toBeGreaterThanOrEqual(800);
		const kinds = Object.keys(KINDS);
		const kindsIn = (questions: readonly LabelledQuestion[]) =>
			[...new Set(questions.map(({ kind }) => kind))].sort();
		expect(kindsIn(validation)).toEqual(kinds);
		expect(kindsIn(all.slice(0, -validation.length))).toEqual(kinds);
	});

	it("are all different, in id and in words", () => {
		expect(twice(all.map(({ id }) => id))).toEqual([]);
		expect(
			twice(all.map(({ text, previous = "" }) => `${previous} → ${text}`)),
		).toEqual([]);
	});

	it("name entries that exist, and at least one for a question about a procedure", () => {
		const unknown = all
			.flatMap(({ codes }) => codes)
			.filter((code) => !knowledge.procedures.has(code));
		expect(unknown).toEqual([]);
		const open = all.filter(
			({ intent, codes }) => (intent === "ask") !== codes.length > 0,
		);
		expect(open.map(({ id }) => id)).toEqual([]);
	});

	it("ask for every procedure of the department and the communes in three ways or more", () => {
		const ways = new Map<string, number>();
		for (const code of all.flatMap(({ codes }) => codes)) {
			ways.set(code, (ways.get(code) ?? 0) + 1);
		}
		const rarelyAsked = [...knowledge.procedures.values()]
			.filter(({ scope }) => scope === "department" || scope === "commune")
			.filter(({ id }) => (ways.get(id) ?? 0) < 3);
		expect(rarelyAsked.map(({ id }) => id)).toEqual([]);
	});
});

it("understands the validation part as well as committed", async () => {
	const { understand } = createSearch(knowledge);
	const figures = figuresOf(answerAll(validation, understand));
	expect(worsened(figures, await readCommitted())).toEqual([]);
}, 60_000);

const twice = (values: readonly string[]) =>
	values.filter((value, at) => values.indexOf(value) !== at);
