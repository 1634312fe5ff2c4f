import { expect, it } from "vitest";
import { search } from "./knowledge.js";

it("explains which words were read as what, what they matched, and why the verdict fell", () => {
	const told = search.explain("dẹp tiệm phí bao nhiêu");
	expect(told).toContain("=dong (dep tiem)");
	expect(told).toContain("part asked for: fee");
	expect(told).toContain("procedure 1.001266");
	expect(told).toMatch(
		/verdict: ask, \w+: best 0\.\d+ .* ahead of the next by/,
	);
});
