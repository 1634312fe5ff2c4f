import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Booking } from "../../src/booking/store.js";
import { openOffice, slotAt } from "../booking/a-saturday.js";
import { at0800, NOW, THIS_SATURDAY, TODAY } from "../booking/morning.js";
import { everythingIn, open, temporaryFolder } from "./folder.js";

const TRACES = /hoa|0900000001|điều lệ|công chứng|ốm/i;
const PAST = "2026-10-17"; // too long ago to be in memory

/** All that may ever be kept about one visit. */
const visited = {
	...at0800,
	code: "T7-999999",
	person: "telegram:hoa",
	place: 1,
	status: "booked",
	sequence: 0,
	procedure: "2.001583",
	visitor: { name: "chị Hoa", phone: "0900000001" },
	bookedAt: NOW,
	links: ["zalo:hoa"],
	visit: {
		state: "done",
		at: NOW,
		by: "tv-an",
		arrivedAt: NOW,
		outcome: "settled",
		note: "mẹ ốm, nộp thay",
	},
	volunteer: "tv-an",
	ready: ["Điều lệ công ty"],
	question: "Cần công chứng không?",
	rating: 3,
} as const satisfies Booking;

const counted = {
	status: "booked",
	procedure: "2.001583",
	visit: { state: "done", by: "tv-an", outcome: "settled" },
	volunteer: "tv-an",
	rating: 3,
};

async function withVisit(day: Booking["day"]) {
	const folder = await temporaryFolder();
	await mkdir(join(folder, "bookings"));
	await writeFile(
		join(folder, "bookings", `${day}.json`),
		JSON.stringify({
			bookings: [{ ...visited, day }],
			holds: [],
			waiting: [
				{
					desk: "so",
					person: "telegram:hoa",
					visitor: visited.visitor,
					since: NOW,
					offer: { time: "08:00", place: 1, until: NOW },
				},
			],
			waited: { so: 4 },
		}),
	);
	const stores = await open(folder);
	const traces = async () =>
		Object.entries(await everythingIn(folder))
			.filter(
				([path, text]) => path.startsWith("bookings") && TRACES.test(text),
			)
			.map(([path]) => path);
	return { stores, traces };
}

it.each([PAST, "2026-11-21"] as const)(
	"thirty days after %s its people are in no file, and its counts are as they were",
	async (day) => {
		const { stores, traces } = await withVisit(day);
		expect(await traces()).toHaveLength(1);
		expect(await stores.bookings.wipeBefore(TODAY)).toBe(1);
		expect(await traces()).toEqual([]);
		const { bookings, waiting, waited } = await stores.bookings.saturday(day);
		expect(bookings).toMatchObject([counted]);
		expect(waiting).toEqual([]);
		expect(waited).toEqual({ so: 4 });
		expect(await stores.bookings.wipeBefore(TODAY)).toBe(0);
		await stores.close();
	},
);

it.each([PAST, "2026-11-21", THIS_SATURDAY] as const)(
	"somebody who is forgotten is in no file of %s, and what became of the visit still counts",
	async (day) => {
		const { stores, traces } = await withVisit(day);
		expect(await stores.bookings.forget("telegram:hoa", TODAY)).toBe(1);
		expect(await traces()).toEqual([]);
		const { bookings, waited } = await stores.bookings.saturday(day);
		expect(bookings).toMatchObject([counted]);
		expect(waited).toEqual({ so: 4 });
		await stores.close();
	},
);

it("somebody who leaves the line, or whose session is over, leaves nothing but a count", async () => {
	const folder = await temporaryFolder();
	const stores = await open(folder);
	const office = openOffice(stores.bookings, {
		sessions: [{ from: "08:00", to: "08:30" }],
		placesPerHalfHour: 1,
	});
	await office.books("nam", slotAt("08:00"));
	const session = { desk: "so", day: THIS_SATURDAY } as const;
	const names = async () =>
		/Hoa|Lan|:hoa|:lan/.test(JSON.stringify(await everythingIn(folder)));
	await office.booking.wait("telegram:hoa", session, { name: "Hoa" });
	expect(await names()).toBe(true);
	await office.booking.leaveLine("telegram:hoa", session);
	expect(await names()).toBe(false);

	await office.booking.wait("telegram:lan", session, { name: "Lan" });
	expect(await names()).toBe(true);
	office.at(THIS_SATURDAY, "08:00");
	await office.saturday.offerSeats();
	expect(await names()).toBe(false);
	expect((await stores.bookings.saturday(THIS_SATURDAY)).waited).toEqual({
		so: 2,
	});
	await stores.close();
});
