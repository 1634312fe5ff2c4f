import { expect, it } from "vitest";
import type { Procedure } from "../../src/knowledge/schema.js";
import { changedAnswers } from "../../src/search/effect.js";
import { labelledIn, readLabelled } from "../../src/search/labelled.js";
import { createSearch } from "../../src/search/search.js";
import { knowledge, search } from "./knowledge.js";

/**
 * Learning in an order that each new wording threw about changed some hundred answers, of people who asked something
 * else: nobody could tell what an edit did.
 */
it.each([
	["2.001583", "nộp phí bằng ví momo được không"],
	["1.001612", "mở tiệm tạp hóa nhỏ ở quê"],
])(
	"one more way of asking for %s, “%s”, leaves other answers as they were",
	async (id, ask) => {
		const questions = await readLabelled(labelledIn("knowledge"));
		const before = knowledge.procedures.get(id) as Procedure;
		const after = { ...before, asks: [...before.asks, ask] };
		const procedures = new Map(knowledge.procedures).set(id, after);
		const { understand } = createSearch({ ...knowledge, procedures });
		expect(understand(ask).candidates[0]?.code).toBe(id);
		const changes = changedAnswers(questions, search.understand, understand);
		expect(changes.map(({ question }) => question.text).slice(3)).toEqual([]);
	},
);
