import { describe, expect, it } from "vitest";
import { type Act, actValue, readAct } from "../../src/conversation/act.js";

const ACTS: Act[] = [
	{ kind: "ask", procedure: "2.001583#tu-co-so-bao-tro", aspect: "conditions" },
	{ kind: "ask", procedure: "2.001583", aspect: null },
	{ kind: "faq", faq: "dt-nop-so-tai-chinh-hay-ban-quan-ly" },
	{ kind: "book" },
	{ kind: "book", procedure: "2.001583" },
	{ kind: "bookings" },
	{ kind: "papers", code: "T7-K4M9XQ" },
	{ kind: "show", code: "T7-K4M9XQ" },
	{ kind: "ready" },
	{ kind: "ready", code: "T7-K4M9XQ" },
	{ kind: "unask", code: "T7-K4M9XQ" },
	{ kind: "move" },
	{ kind: "move", code: "T7-K4M9XQ" },
	{
		kind: "move",
		code: "T7-K4M9XQ",
		wish: { day: "2026-12-05", time: "08:30" },
	},
	{ kind: "cancel" },
	{ kind: "cancel", code: "T7-K4M9XQ" },
	{ kind: "accept" },
	{ kind: "accept", session: { desk: "thu-bay", day: "2026-11-28" } },
	{ kind: "decline" },
	{ kind: "rate", helped: true, mark: "mx3k2abc" },
	{ kind: "rate", helped: false, mark: "mx3k2abc" },
	{ kind: "follow", mark: "mx3k2abc", agreed: false },
	{ kind: "follow", mark: "mx3k2abc", agreed: true },
	{ kind: "unfollow" },
	{ kind: "staff", does: { kind: "questions" } },
	{
		kind: "staff",
		does: { kind: "question", group: "2611-200", step: "attach" },
	},
	{ kind: "staff", does: { kind: "faq" } },
	{ kind: "staff", does: { kind: "unpublish", record: "00000012" } },
	{ kind: "leave-line" },
	{ kind: "leave-line", session: { desk: "thu-bay", day: "2026-11-28" } },
	{ kind: "data" },
	{ kind: "correct", what: "name" },
	{ kind: "correct", what: "phone" },
	{ kind: "forget" },
	{ kind: "help" },
	{ kind: "person" },
	{ kind: "again" },
	{ kind: "keep" },
	...(
		[
			{ kind: "roster" },
			{ kind: "roster", session: { desk: "thu-bay", day: "2026-11-28" } },
			{
				kind: "roster",
				session: { desk: "thu-bay", day: "2026-11-28" },
				from: 16,
			},
			{ kind: "rosters" },
			{
				kind: "people",
				session: { desk: "thu-bay", day: "2026-11-28" },
				from: 0,
			},
			{ kind: "sheet", session: { desk: "thu-bay", day: "2026-11-28" } },
			{ kind: "walk-in", session: { desk: "thu-bay", day: "2026-11-28" } },
			{ kind: "visit", code: "T7-K4M9XQ", step: "arrived" },
			{ kind: "visit", code: "T7-K4M9XQ", step: "elsewhere" },
			{ kind: "forward", code: "T7-K4M9XQ", to: "tv-K4M9XQ2B" },
		] as const
	).map((does) => ({ kind: "staff", does }) as const),
];

describe("what can be asked for at any time", () => {
	it.each(ACTS)("survives being a button: %j", (act) => {
		const value = actValue(act);
		expect(Buffer.byteLength(value)).toBeLessThanOrEqual(64);
		expect(readAct(value)).toEqual(act);
		expect(value).not.toMatch(/:0$/);
	});

	it.each([
		"ask",
		"ask:2.001583:colour",
		"move:12",
		"correct:age",
		"accept:today:thu-bay",
		"leave-line:2026-11-28",
		"ready:12",
		"unask",
		"help:me",
		"staff:visit:T7-K4M9XQ:eaten",
		"staff:visit:12:arrived",
		"staff:roster:today:thu-bay",
		"staff:sheet",
		"mở công ty",
		"",
	])("is not %j", (text) => expect(readAct(text)).toBeUndefined());
});
