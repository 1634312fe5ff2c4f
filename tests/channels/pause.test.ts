import { describe, expect, it } from "vitest";
import { pause, pauseAfter } from "../../src/channels/pause.js";
import { frozenClock, seconds } from "./gateway/a-gateway.js";

const waiting = (ms: number, signal?: AbortSignal) => {
	let over = false;
	pause(ms, signal).then(() => {
		over = true;
	});
	return { isOver: () => over };
};

describe("a pause", () => {
	it("ends in time, and at once when it is told to", async () => {
		frozenClock();
		const ending = new AbortController();
		const [short, long] = [1_000, 60_000].map((ms) =>
			waiting(ms, ending.signal),
		);
		await seconds(1);
		expect([short?.isOver(), long?.isOver()]).toEqual([true, false]);
		ending.abort();
		await seconds(0);
		expect(long?.isOver()).toBe(true);
	});

	it("of a hundred years is not over at once", async () => {
		frozenClock();
		const { isOver } = waiting(100 * 365 * 24 * 3_600_000);
		await seconds(3_600);
		expect(isOver()).toBe(false);
	});
});

describe("what is waited after failures", () => {
	const pauses = { firstPauseMs: 1_000, longestPauseMs: 30_000 };

	it("doubles up to the longest, a quarter more or less by chance", () => {
		const failures = [0, 1, 2, 3, 10, 5_000];
		expect(failures.map((count) => pauseAfter(count, pauses, 0.5))).toEqual([
			1_000, 2_000, 4_000, 8_000, 30_000, 30_000,
		]);
		expect(pauseAfter(0, pauses, 0)).toBe(750);
		expect(pauseAfter(0, pauses, 1)).toBe(1_250);
	});
});
