import { describe, expect, it } from "vitest";
import { createLog } from "../src/log.js";
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
