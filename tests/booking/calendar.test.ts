import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
	halfHours,
	hoursLeft,
	isShutAfterAll,
	openSaturdays,
	openSessions,
	whyShut,
} from "../../src/booking/calendar.js";
import type { Plan } from "../../src/booking/session.js";
import { Calendar, type Desk } from "../../src/knowledge/schema.js";
import type { LocalDate, LocalTime } from "../../src/time.js";
import { aDesk } from "./a-desk.js";
import { calendar, SATURDAYS } from "./saturdays-2026-2027.js";

const at = (local: string) => new Date(`${local}:00+07:00`);

describe("the Saturdays of 2026 and 2027", () => {
	it("are 104", () => {
		expect(SATURDAYS).toHaveLength(104);
		expect(new Set(SATURDAYS.map(({ day }) => day)).size).toBe(104);
	});

	it.each(SATURDAYS)("$day is $kind", ({ day, kind }) => {
		expect(whyShut(day, day, aDesk(), calendar)?.kind ?? "ordinary").toBe(kind);
	});

	it.each(SATURDAYS)(
		"$day ($kind), opened by the desk, opens unless it is statutory",
		({ day, kind }) => {
			const desk = aDesk({ opened: [day] });
			expect(whyShut(day, day, desk, calendar)?.kind).toBe(
				kind === "statutory" ? "statutory" : undefined,
			);
		},
	);

	it("are in the shipped calendar as decided, for 2026", async () => {
		const shipped = Calendar.parse(
			parse(await readFile("knowledge/calendar.yaml", "utf8")),
		);
		const kinds = SATURDAYS.filter(({ day }) => day < "2027-01-01").map(
			({ day }) => ({
				day,
				kind: whyShut(day, day, aDesk(), shipped)?.kind ?? "ordinary",
			}),
		);
		expect(kinds).toEqual(SATURDAYS.filter(({ day }) => day < "2027-01-01"));
	});
});

describe("the days one may choose from", () => {
	const days = (today: `${number}-${number}-${number}`, desk: Partial<Desk>) =>
		openSaturdays(today, aDesk(desk), calendar);

	it("are the Saturdays of the next four weeks", () => {
		expect(days("2026-11-23", { weeksAhead: 4 })).toEqual([
			"2026-11-28",
			"2026-12-05",
			"2026-12-12",
			"2026-12-19",
		]);
	});

	it("begin with today, when today is a Saturday", () => {
		expect(days("2026-11-28", { weeksAhead: 2 })).toEqual([
			"2026-11-28",
			"2026-12-05",
		]);
	});

	it("are fewer around a break, which does not lengthen the weeks ahead", () => {
		expect(days("2027-01-25", { weeksAhead: 4 })).toEqual([
			"2027-01-30",
			"2027-02-20",
		]);
	});

	it("leave out what the desk closes, even if it opened it too", () => {
		const desk = {
			weeksAhead: 2,
			opened: ["2026-11-28"],
			closed: ["2026-11-28"],
		} satisfies Partial<Desk>;
		expect(days("2026-11-23", desk)).toEqual(["2026-12-05"]);
	});

	it("have the reason for every day that is not among them", () => {
		const why = (day: `${number}-${number}-${number}`, desk?: Partial<Desk>) =>
			whyShut(day, "2026-11-23", aDesk(desk), calendar);
		expect(why("2026-11-29")).toEqual({ kind: "not-saturday" });
		expect(why("2026-11-21")).toEqual({ kind: "past" });
		expect(why("2026-11-28", { closed: ["2026-11-28"] })).toEqual({
			kind: "closed-by-desk",
		});
		expect(why("2027-02-06")).toEqual({
			kind: "statutory",
			name: "mùng 1 Tết Đinh Mùi",
		});
		expect(why("2026-12-26", { weeksAhead: 4 })).toEqual({
			kind: "too-far",
			last: "2026-12-19",
		});
		expect(why("2026-12-19", { weeksAhead: 4 })).toBeUndefined();
	});
});

describe("a plan", () => {
	const open: Plan = { desk: "so", open: true };
	const shut: Plan = { desk: "so", open: false };
	const today = "2026-11-23";

	it.each<
		[string, LocalDate, Plan | undefined, Partial<Desk>, string | undefined]
	>([
		["shuts an ordinary day", "2026-11-28", shut, {}, "closed-by-desk"],
		["opens a day too far ahead", "2027-03-06", open, {}, undefined],
		[
			"opens a break that it was made for",
			"2027-01-02",
			{ ...open, despite: "break" },
			{},
			undefined,
		],
		[
			"does not open a break that was decreed after it",
			"2027-01-02",
			open,
			{},
			"break",
		],
		[
			"does not open what was undecided and is a break now",
			"2027-01-02",
			{ ...open, despite: "undecided" },
			{},
			"break",
		],
		[
			"never opens a holiday",
			"2027-02-06",
			{ ...open, despite: "statutory" },
			{},
			"statutory",
		],
		[
			"does not open what the desk's file closes",
			"2026-11-28",
			open,
			{ closed: ["2026-11-28"] },
			"closed-by-desk",
		],
		[
			"shuts what the desk's file opens",
			"2027-01-02",
			shut,
			{ opened: ["2027-01-02"] },
			"closed-by-desk",
		],
		["may be missing", "2026-11-28", undefined, {}, undefined],
		[
			"is needed where the desk does not come every week",
			"2026-11-28",
			undefined,
			{ weekly: false },
			"not-opened",
		],
		["opens there", "2026-11-28", open, { weekly: false }, undefined],
		[
			"is not needed there for what the desk's file opens",
			"2026-11-28",
			undefined,
			{ weekly: false, opened: ["2026-11-28"] },
			undefined,
		],
		["does not bring back the past", "2026-11-21", open, {}, "past"],
		["makes no Saturday", "2026-11-29", open, {}, "not-saturday"],
	])("%s", (_, day, plan, desk, why) => {
		expect(whyShut(day, today, aDesk(desk), calendar, plan)?.kind).toBe(why);
	});

	it("puts days far ahead and its own hours among what can be booked", () => {
		const desk = aDesk({ weeksAhead: 1, closesMinutesBefore: 0 });
		const plans = new Map<LocalDate, Plan>([
			["2026-11-28", shut],
			["2027-03-06", { ...open, hours: [{ from: "13:30", to: "14:30" }] }],
		]);
		expect(openSaturdays(today, desk, calendar, plans)).toEqual(["2027-03-06"]);
		expect(halfHours(desk, plans.get("2027-03-06"))).toEqual([
			"13:30",
			"14:00",
		]);
	});

	it("shuts after all what it leaves out, and leaves open what it keeps", () => {
		const plan: Plan = { ...open, hours: [{ from: "09:00", to: "10:00" }] };
		const shutAt = (time: LocalTime) =>
			isShutAfterAll({ day: "2026-11-28", time }, aDesk(), calendar, plan);
		expect(shutAt("09:30")).toBe(false);
		expect(shutAt("10:00")).toBe(true);
	});
});

describe("the half hours of a session", () => {
	const desk = aDesk({
		sessions: [
			{ from: "13:30", to: "14:45" },
			{ from: "07:30", to: "09:00" },
		],
		closesMinutesBefore: 30,
	});

	it("begin every thirty minutes and end within the session", () => {
		expect(halfHours(desk)).toEqual([
			"07:30",
			"08:00",
			"08:30",
			"13:30",
			"14:00",
		]);
	});

	it("close half an hour before they begin, to the millisecond", () => {
		const left = (now: Date) => hoursLeft(now, "2026-11-28", desk).length;
		expect(left(new Date(at("2026-11-28T07:00").getTime() - 1))).toBe(5);
		expect(left(at("2026-11-28T07:00"))).toBe(4);
		expect(left(at("2026-11-28T13:29"))).toBe(1);
		expect(left(at("2026-11-28T13:30"))).toBe(0);
	});

	it("take their Saturday off the list when the last has closed", () => {
		const first = (now: Date) => openSessions(now, desk, calendar)[0];
		expect(first(at("2026-11-28T13:29"))).toBe("2026-11-28");
		expect(first(at("2026-11-28T13:30"))).toBe("2026-12-05");
	});
});
