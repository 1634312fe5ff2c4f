import { describe, expect, it } from "vitest";
import { phoneFor } from "../../src/people/phone.js";

const DAY = "2026-11-28";
const phone = "0912345678";
const hoa = {
	day: DAY,
	status: "booked",
	visitor: { name: "chị Hoa", phone },
} as const;

describe("a visitor's phone number", () => {
	it.each([
		["on the day, by the volunteer concerned", hoa, "minh", "minh", DAY, phone],
		["the day before", hoa, "minh", "minh", "2026-11-27", undefined],
		["the day after", hoa, "minh", "minh", "2026-11-29", undefined],
		["by another volunteer", hoa, "lan", "minh", DAY, undefined],
		["by an administrator", hoa, "quan-tri", "minh", DAY, undefined],
		["assigned to nobody", hoa, "minh", undefined, DAY, undefined],
		[
			"of a booking that was cancelled",
			{ ...hoa, status: "cancelled" as const },
			"minh",
			"minh",
			DAY,
			undefined,
		],
		[
			"of somebody who left none",
			{ ...hoa, visitor: { name: "chị Hoa" } },
			"minh",
			"minh",
			DAY,
			undefined,
		],
		[
			"of somebody who was forgotten",
			{ day: DAY, status: "booked" as const },
			"minh",
			"minh",
			DAY,
			undefined,
		],
	] as const)("%s", (_, booking, reader, concerned, today, seen) =>
		expect(phoneFor(booking, { reader, concerned, today })).toBe(seen),
	);
});
