import { expect, it } from "vitest";
import type { Booking } from "../../src/booking/store.js";
import type { Visit } from "../../src/booking/visit.js";
import { dueNotice, settles } from "../../src/outbox/due.js";
import { instantAt, type LocalDate, type LocalTime } from "../../src/time.js";
import { at0800, NOW } from "../booking/morning.js";

const SATURDAY: LocalDate = "2026-11-28";
const SUNDAY: LocalDate = "2026-11-29";

type Moment = readonly [LocalDate, LocalTime];
const at = ([day, time]: Moment) => instantAt(day, time);

const visit = (state: Visit["state"], when: Moment = [SATURDAY, "08:40"]) => ({
	visit: { state, at: at(when), by: "tv-lan" },
});
const booking = (about: Partial<Booking>): Booking => ({
	...at0800,
	code: "T7-222222",
	person: "telegram:hoa",
	visitor: { name: "chị Hoa" },
	place: 1,
	status: "booked",
	sequence: 0,
	told: 0,
	bookedAt: NOW,
	...about,
});

it.each<[string, Partial<Booking>, Moment, "rating" | undefined]>([
	["done, within the hour", visit("done"), [SATURDAY, "09:39"], undefined],
	["done an hour ago", visit("done"), [SATURDAY, "09:40"], "rating"],
	[
		"done an hour ago, before the time it was booked for",
		visit("done", [SATURDAY, "06:50"]),
		[SATURDAY, "07:55"],
		"rating",
	],
	["on the next evening", visit("done"), [SUNDAY, "19:59"], "rating"],
	["later", visit("done"), [SUNDAY, "20:00"], undefined],
	[
		"at night",
		visit("done", [SATURDAY, "18:55"]),
		[SATURDAY, "20:00"],
		undefined,
	],
	["at night, before dawn", visit("done"), [SUNDAY, "06:59"], undefined],
	[
		"the morning after such a night",
		visit("done", [SATURDAY, "18:55"]),
		[SUNDAY, "07:00"],
		"rating",
	],
	["there, and not done", visit("arrived"), [SATURDAY, "10:00"], undefined],
	["did not come", visit("no-show"), [SATURDAY, "10:00"], undefined],
	["nothing was recorded", {}, [SATURDAY, "10:00"], undefined],
	[
		"said already",
		{ ...visit("done"), rating: 2 },
		[SATURDAY, "10:00"],
		undefined,
	],
	[
		"cancelled",
		{ ...visit("done"), status: "cancelled" },
		[SATURDAY, "10:00"],
		undefined,
	],
	[
		"recorded days later",
		visit("done", ["2026-11-30", "09:00"]),
		["2026-11-30", "10:00"],
		undefined,
	],
])("asks how it was: %s", (_, about, now, kind) => {
	expect(dueNotice(booking(about), at(now), () => false)?.kind).toBe(kind);
});

it("is asked once, also when the result is corrected afterwards", () => {
	const now = at([SATURDAY, "10:00"]);
	const notice = dueNotice(booking(visit("done")), now, () => false);
	if (!notice) throw new Error("nothing was due");
	const { given = [] } = settles(notice, now);
	const corrected = booking({ ...visit("done", [SATURDAY, "11:00"]), given });
	expect(
		dueNotice(corrected, at([SATURDAY, "12:30"]), () => false),
	).toBeUndefined();
});
