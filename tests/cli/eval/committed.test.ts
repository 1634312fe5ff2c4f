import { expect, it } from "vitest";
import { type Committed, worsened } from "../../../src/cli/eval/committed.js";

const committed: Committed = {
	n: 500,
	r1: 0.95,
	r3: 0.99,
	mrr: 0.97,
	harm: 0.01,
	reject: 1,
	refused: 0,
	aspect: 0.95,
	intent: 0.97,
};

it("lets a figure fall by one point and no further", () => {
	expect(worsened({ ...committed, r1: 0.94 }, committed)).toEqual([]);
	expect(worsened({ ...committed, r1: 0.9385 }, committed)).toEqual([
		"r1: 0.95 committed, now 0.939",
	]);
});

it("lets harm rise by one point and no further", () => {
	expect(worsened({ ...committed, harm: 0.02 }, committed)).toEqual([]);
	expect(worsened({ ...committed, harm: 0.0213 }, committed)).toHaveLength(1);
});

it("has nothing against getting better", () => {
	expect(
		worsened({ ...committed, r1: 1, aspect: 1, harm: 0 }, committed),
	).toEqual([]);
});
