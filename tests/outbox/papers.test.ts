import { describe, expect, it } from "vitest";
import type { Booking } from "../../src/booking/store.js";
import type { Knowledge, Procedure } from "../../src/knowledge/schema.js";
import { papersChanged, papersLetters } from "../../src/outbox/papers.js";
import { recipientsOf } from "../../src/outbox/windows.js";
import {
	at0800,
	minutesLater,
	NEXT_SATURDAY,
	NOW,
} from "../booking/morning.js";
import { knowledge } from "../channels/web/open-web.js";

const COMPANY = "2.001583";
const HOUSEHOLD = "1.001612";

const withCompany = (change: Partial<Procedure>): Knowledge => {
	const company = knowledge.procedures.get(COMPANY);
	if (!company) throw new Error("no company");
	return {
		...knowledge,
		procedures: new Map(knowledge.procedures).set(COMPANY, {
			...company,
			...change,
		}),
	};
};
const papers = knowledge.procedures.get(COMPANY)?.documents ?? [];

describe("the papers of a procedure", () => {
	it("changed when there is one more, one less, or one in other words", () => {
		for (const documents of [
			[...papers, "Ảnh 4 × 6"],
			papers.slice(1),
			papers.map((one, index) => (index === 0 ? `${one} (bản chính)` : one)),
		])
			expect([...papersChanged(knowledge, withCompany({ documents }))]).toEqual(
				[COMPANY],
			);
	});

	it("did not when they stand in another order, or something else changed", () => {
		const order = withCompany({ documents: papers.toReversed() });
		const title = withCompany({ title: "Mở công ty" });
		expect(papersChanged(knowledge, order).size).toBe(0);
		expect(papersChanged(knowledge, title).size).toBe(0);
		expect(papersChanged(knowledge, knowledge).size).toBe(0);
	});

	it("of what is new, or is not there any more, did not change", () => {
		const without = {
			procedures: new Map(
				[...knowledge.procedures].filter(([id]) => id !== COMPANY),
			),
		};
		expect(papersChanged(without, knowledge).size).toBe(0);
		expect(papersChanged(knowledge, without).size).toBe(0);
	});
});

describe("who is told that their papers changed", () => {
	const ahead: Booking = {
		...at0800,
		code: "T7-222222",
		person: "telegram:hoa",
		visitor: { name: "chị Hoa" },
		place: 1,
		status: "booked",
		sequence: 0,
		bookedAt: NOW,
		procedure: COMPANY,
	};
	const letters = (bookings: readonly Booking[], now = NOW) =>
		papersLetters(new Set([COMPANY]), bookings, now, async (booking) =>
			recipientsOf(booking).at(0),
		);

	it("each who booked about it and has not come, once each booking, until their half hour", async () => {
		const later: Booking = {
			...ahead,
			code: "T7-333333",
			day: NEXT_SATURDAY,
		};
		expect(await letters([ahead, later])).toMatchObject([
			{
				to: "telegram:hoa",
				content: { kind: "papers-changed", code: "T7-222222" },
				notAfter: new Date("2026-11-28T08:00:00+07:00"),
			},
			{ content: { code: "T7-333333" } },
		]);
		const [first] = await letters([ahead]);
		const [again] = await letters([ahead], minutesLater(5));
		expect(again?.id).toBe(first?.id);
	});

	it.each<[string, Partial<Booking>]>([
		["booked about something else", { procedure: HOUSEHOLD }],
		["cancelled", { status: "cancelled" }],
		["is there already", { visit: { state: "arrived", at: NOW, by: "tv-an" } }],
		["had their half hour", { day: "2026-11-21" }],
		["came without booking", { walkIn: true }],
		["can be written to nowhere", { person: "web:hoa" }],
	])("nobody who %s", async (_, change) => {
		expect(await letters([{ ...ahead, ...change }])).toEqual([]);
	});

	it("nobody whose booking names no procedure", async () => {
		const { procedure: _, ...about } = ahead;
		expect(await letters([about])).toEqual([]);
	});
});
