import { expect, it } from "vitest";
import type { Booking } from "../../src/booking/store.js";
import { recipientsOf } from "../../src/outbox/windows.js";
import { at0800, NOW } from "../booking/morning.js";

const booking: Booking = {
	...at0800,
	code: "T7-222222",
	place: 1,
	status: "booked",
	sequence: 0,
	visitor: { name: "chị Hoa" },
	bookedAt: NOW,
};

it.each<[string, Partial<Booking>, readonly string[]]>([
	["Telegram can be written to", { person: "telegram:1" }, ["telegram:1"]],
	["Zalo can be written to", { person: "zalo:a" }, ["zalo:a"]],
	["a web page cannot", { person: "web:x" }, []],
	["a terminal cannot", { person: "terminal" }, []],
	["nobody is left after a wipe", {}, []],
	[
		"booked on the web, opened on Zalo: there",
		{ person: "web:x", links: ["zalo:a"] },
		["zalo:a"],
	],
	[
		"the one that linked last comes first, those without a window not at all",
		{ person: "telegram:1", links: ["zalo:a", "web:x"] },
		["zalo:a", "telegram:1"],
	],
])("%s", (_, changes, people) => {
	expect(recipientsOf({ ...booking, ...changes })).toEqual(people);
});
