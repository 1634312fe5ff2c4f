import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { aDesk } from "./a-desk.js";
import { calendar, SATURDAYS } from "./saturdays-2026-2027.js";

/** Minutes behind UTC in January, as `Date` tells them in that zone. */
const ZONES = [
	{ zone: "UTC", behind: 0 },
	{ zone: "Asia/Ho_Chi_Minh", behind: -420 },
	{ zone: "America/Los_Angeles", behind: 480 },
];

describe.each(ZONES)("on a server in $zone", ({ zone, behind }) => {
	const before = process.env.TZ;
	let rules: typeof import("../../src/booking/calendar.js");
	let time: typeof import("../../src/time.js");
	beforeAll(async () => {
		process.env.TZ = zone;
		vi.resetModules();
		rules = await import("../../src/booking/calendar.js");
		time = await import("../../src/time.js");
	});
	afterAll(() => {
		if (before === undefined) delete process.env.TZ;
		else process.env.TZ = before;
	});

	it("the server's own clock is really there", () => {
		expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(behind);
	});

	it("all 104 Saturdays of 2026 and 2027 are what the table says", () => {
		const kinds = SATURDAYS.map(({ day }) => ({
			day,
			kind:
				rules.whyShut(day, day, aDesk(), calendar)?.kind ??
				("ordinary" as const),
		}));
		expect(kinds).toEqual(SATURDAYS);
	});

	it("a year of choosing offers the ordinary Saturdays and no others", () => {
		const desk = aDesk({ weeksAhead: 52 });
		expect(rules.openSaturdays("2026-01-01", desk, calendar)).toEqual(
			SATURDAYS.filter(
				({ day, kind }) => day < "2027-01-01" && kind === "ordinary",
			).map(({ day }) => day),
		);
	});

	it("a day begins and a half hour closes by the clock in Viet Nam", () => {
		const midnight = new Date("2026-11-28T00:00:00+07:00");
		const justBefore = new Date(midnight.getTime() - 1);
		expect(time.dayAt(justBefore)).toBe("2026-11-27");
		expect(time.dayAt(midnight)).toBe("2026-11-28");
		expect(time.timeAt(midnight)).toBe("00:00");
		const left = (instant: string) =>
			rules.hoursLeft(new Date(instant), "2026-11-28", aDesk()).length;
		expect(left("2026-11-28T00:29:59Z")).toBe(8);
		expect(left("2026-11-28T00:30:00Z")).toBe(7);
	});
});
