import { describe, expect, it } from "vitest";
import { createLog } from "../src/log.js";
import { note } from "../src/questions/book.js";
import { openMemory } from "../src/store/memory/index.js";
import { keepTidy } from "../src/tidy.js";

const silent = createLog("silent");
const clock = () => new Date("2026-12-31T20:00:00Z"); // 01/01/2027, 03:00 in Viet Nam

describe("data past its time", () => {
	it("leaves at the start: visitors 30 days after their session, talks 30 days after their last word", async () => {
		const asked: unknown[] = [];
		const { first, stop } = keepTidy(
			{
				bookings: { wipeBefore: async (day) => asked.push(day) },
				sessions: {
					deleteBefore: async (instant) => asked.push(instant.toISOString()),
				},
			},
			clock,
			silent,
		);
		await first;
		stop();
		expect(asked).toEqual(["2026-12-02", "2026-12-01T20:00:00.000Z"]);
	});

	it("leaves with who waited for an answer, with letters too late and with old questions", async () => {
		const asked: unknown[] = [];
		const stores = openMemory(clock);
		await stores.questions.change(
			note({ text: "nuôi tôm" }, "2025-12-31", () => undefined),
		);
		const { first, stop } = keepTidy(
			{
				...stores,
				letters: {
					dropLate: async (now) => asked.push(now.toISOString()),
				},
				followers: {
					dropBefore: async (instant) => asked.push(instant.toISOString()),
				},
			},
			clock,
			silent,
		);
		await first;
		stop();
		expect(asked).toEqual([
			"2026-12-31T20:00:00.000Z",
			"2026-10-02T20:00:00.000Z",
		]);
		expect((await stores.questions.read()).groups.size).toBe(0);
	});

	it("is tried again another day when it cannot be removed, and the log says so", async () => {
		const lines: string[] = [];
		const log = createLog("info", { write: (line) => void lines.push(line) });
		const { first, stop } = keepTidy(
			{
				bookings: { wipeBefore: () => Promise.reject(new Error("disk")) },
				sessions: { deleteBefore: async () => 0 },
			},
			clock,
			log,
		);
		await first;
		stop();
		expect(lines.join()).toContain("could not be removed");
	});
});
