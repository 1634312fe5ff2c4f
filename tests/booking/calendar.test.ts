import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
	halfHours,
	hoursLeft,
	openSaturdays,
	openSessions,
	whyShut,
} from "../../src/booking/calendar.js";
import { Calendar, type Desk } from "../../src/knowledge/schema.js";
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
