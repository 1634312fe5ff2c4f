import { describe, expect, it } from "vitest";
import { periodsSince, readPeriod } from "../../src/report/period.js";

describe("a period", () => {
	it.each([
		["2026-02", "Tháng 2 năm 2026", "2026-02-01", "2026-02-28", 1],
		["2028-02", "Tháng 2 năm 2028", "2028-02-01", "2028-02-29", 1],
		["2026-12", "Tháng 12 năm 2026", "2026-12-01", "2026-12-31", 1],
		["2026-Q1", "Quý I năm 2026", "2026-01-01", "2026-03-31", 3],
		["2026-Q4", "Quý IV năm 2026", "2026-10-01", "2026-12-31", 3],
		["2026", "Năm 2026", "2026-01-01", "2026-12-31", 12],
	])("%s is %s", (key, name, from, to, count) => {
		const period = readPeriod(key);
		expect(period).toMatchObject({ key, name, from, to });
		expect(period?.months).toHaveLength(count);
	});

	it.each(["", "2026-13", "2026-Q5", "2026-1", "1999", "2026-11-28", "x"])(
		"%j is none",
		(key) => expect(readPeriod(key)).toBeUndefined(),
	);
});

it("offers what there is something of, the latest first", () => {
	const { months, quarters, years } = periodsSince("2025-12-20", "2026-02-14");
	const keys = (periods: typeof months) => periods.map(({ key }) => key);
	expect(keys(months)).toEqual(["2026-02", "2026-01", "2025-12"]);
	expect(keys(quarters)).toEqual(["2026-Q1", "2025-Q4"]);
	expect(keys(years)).toEqual(["2026", "2025"]);
});
