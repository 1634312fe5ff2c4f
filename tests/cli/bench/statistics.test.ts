import { expect, it } from "vitest";
import { median, percentile } from "../../../src/cli/bench/statistics.js";

it("finds the middle and the slow end of the samples", () => {
	const samples = Array.from({ length: 100 }, (_, at) => 100 - at);
	expect(median(samples)).toBe(50);
	expect(percentile(samples, 0.99)).toBe(99);
});

it("is that sample when there is only one", () => {
	expect(percentile([3], 0.99)).toBe(3);
});
