import { expect, it } from "vitest";
import {
	committedUnderstanding,
	showChange,
} from "../../src/cli/knowledge-effect.js";
import { changedAnswers, firstAnswer } from "../../src/search/effect.js";
import { createSearch } from "../../src/search/search.js";
import { knowledge, search } from "../search/knowledge.js";

const question = {
	id: "x1",
	kind: "f",
	text: "khai trương gánh bún hến",
	intent: "ask",
	codes: ["1.001612"],
	aspect: null,
} as const;

it("lists the questions that an edit answers otherwise, with before and after", () => {
	const household = knowledge.procedures.get("1.001612");
	if (!household) throw new Error("the catalogue has no household business");
	const edited = createSearch({
		...knowledge,
		procedures: new Map([
			...knowledge.procedures,
			[
				household.id,
				{ ...household, asks: [...household.asks, question.text] },
			],
		]),
	});
	const [change] = changedAnswers(
		[question],
		search.understand,
		edited.understand,
	);
	expect(change && firstAnswer(change.after)).toBe("1.001612 (answer)");
	expect(change && showChange(change)).toMatch(
		/^x1 "khai trương.*\n +trước: .*\n +sau: +1\.001612/,
	);
	expect(
		changedAnswers([question], search.understand, search.understand),
	).toEqual([]);
});

it("says what is wanting where there is no commit to compare with", async () => {
	await expect(committedUnderstanding("/")).rejects.toThrow(
		/--effect needs git/,
	);
});
