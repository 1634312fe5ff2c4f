import { expect, it } from "vitest";
import {
	type Answered,
	answerAll,
	byKind,
	bySpelling,
	figuresOf,
	missesIn,
} from "../../../src/cli/eval/evaluation.js";
import type { LabelledQuestion } from "../../../src/search/labelled.js";
import type {
	Context,
	Understanding,
} from "../../../src/search/understanding.js";

const asking: LabelledQuestion = {
	id: "q1",
	kind: "a",
	text: "Mở công ty một mình",
	intent: "ask",
	codes: ["one-owner"],
	aspect: null,
};
const passport: LabelledQuestion = {
	...asking,
	id: "q2",
	kind: "j",
	text: "Làm hộ chiếu ở đâu",
	intent: "out_of_scope",
	codes: [],
};
const answering = (...codes: string[]): Understanding => ({
	intent: "ask",
	decision: "answer",
	aspect: null,
	candidates: codes.map((code) => ({ code, name: code, score: 1 })),
	carried: false,
});
const refusing: Understanding = {
	...answering(),
	intent: "out_of_scope",
	decision: "unknown",
};

const answered = (
	question: LabelledQuestion,
	answer: Understanding,
): readonly Answered[] => answerAll([question], () => answer);

it("counts a right first answer", () => {
	expect(
		figuresOf(answered(asking, answering("one-owner", "two"))),
	).toMatchObject({ n: 1, r1: 1, r3: 1, mrr: 1, harm: 0, refused: 0 });
});

it("takes any of the entries that are a right answer", () => {
	const either = { ...asking, codes: ["one-owner", "one-owner#social"] };
	expect(
		figuresOf(answered(either, answering("one-owner#social"))),
	).toMatchObject({ r1: 1 });
});

it("counts half for the second place, and harm when the first was told outright", () => {
	expect(
		figuresOf(answered(asking, answering("two", "one-owner"))),
	).toMatchObject({ r1: 0, r3: 1, mrr: 0.5, harm: 1 });
});

it("sees no harm in asking back", () => {
	const back = {
		...answering("two", "one-owner"),
		decision: "clarify",
	} as const;
	expect(figuresOf(answered(asking, back))).toMatchObject({ r1: 0, harm: 0 });
});

it("gives the fourth place a quarter, and no place among three", () => {
	expect(
		figuresOf(answered(asking, answering("a", "b", "c", "one-owner"))),
	).toMatchObject({ r3: 0, mrr: 0.25 });
});

it("counts a wrong answer as harm and a refusal as none", () => {
	expect(figuresOf(answered(asking, answering("two")))).toMatchObject({
		r3: 0,
		mrr: 0,
		harm: 1,
		refused: 0,
	});
	expect(figuresOf(answered(asking, refusing))).toMatchObject({
		harm: 0,
		refused: 1,
		intent: 0,
	});
});

it("counts harm when something is told that is not for us", () => {
	expect(figuresOf(answered(passport, answering("one-owner")))).toMatchObject({
		harm: 1,
		reject: 0,
		r1: null,
	});
	expect(figuresOf(answered(passport, refusing))).toMatchObject({
		harm: 0,
		reject: 1,
	});
});

it("tells small talk and what is not for us as one intent", () => {
	const chatting = { ...refusing, intent: "smalltalk" } as const;
	expect(figuresOf(answered(passport, chatting))).toMatchObject({ intent: 1 });
});

it("looks at the part asked for only where one is named", () => {
	const fee = { ...asking, aspect: "fee" } as const;
	const deadline = { ...answering("one-owner"), aspect: "deadline" } as const;
	expect(figuresOf(answered(fee, deadline))).toMatchObject({ aspect: 0 });
	expect(figuresOf(answered(asking, deadline))).toMatchObject({ aspect: null });
});

it("asks a follow-up as the next message of the same talk", () => {
	const contexts: Context[] = [];
	answerAll(
		[{ ...asking, text: "Phí bao nhiêu ạ", previous: "Mở công ty một mình" }],
		(text, context = {}) => {
			contexts.push(context);
			return answering(text.startsWith("Mở") ? "one-owner" : "other");
		},
	);
	expect(contexts).toEqual([{}, { procedure: "one-owner" }]);
});

it("tells the figures of each kind of question", () => {
	const rows = new Map(byKind(answered(asking, answering("one-owner"))));
	expect(rows.get("a whole sentences")).toMatchObject({ n: 1, r1: 1 });
	expect(rows.get("b no accents")).toMatchObject({ n: 0, r1: null });
});

it("asks the accented questions once more without their accents", () => {
	const knowsAccentsOnly = (text: string) =>
		text.includes("công") ? answering("one-owner") : refusing;
	const rows = new Map(
		bySpelling(answerAll([asking], knowsAccentsOnly), knowsAccentsOnly),
	);
	expect(rows.get("accented")).toMatchObject({ n: 1, r1: 1 });
	expect(rows.get("accents taken off")).toMatchObject({ n: 1, r1: 0 });
});

it("shows what was missed, with what was wanted and found", () => {
	const misses = missesIn(answered(asking, answering("two")), 5);
	expect(misses).toHaveLength(1);
	expect(misses[0]).toContain("wanted one-owner; got two (ask, answer)");
	expect(missesIn(answered(asking, answering("one-owner")), 5)).toEqual([]);
});
