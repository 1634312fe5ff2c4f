import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EMPTY } from "../../src/booking/seats.js";
import type { Booking } from "../../src/booking/store.js";
import type { LocalDate } from "../../src/time.js";
import { openOffice, slotAt } from "../booking/a-saturday.js";
import {
	at0800,
	minutesLater,
	NEXT_SATURDAY,
	NOW,
	nextAt0800,
	places,
	request,
	THIS_SATURDAY,
} from "../booking/morning.js";
import { open, temporaryFolder } from "./folder.js";

/** Writes a Saturday's file as a process that ended earlier would have. */
async function left(
	folder: string,
	day: LocalDate,
	bookings: readonly Booking[],
) {
	await mkdir(join(folder, "bookings"), { recursive: true });
	await writeFile(
		join(folder, "bookings", `${day}.json`),
		JSON.stringify({ bookings, holds: [] }),
	);
}

const booking: Booking = {
	...at0800,
	code: "T7-222222",
	person: "telegram:hoa",
	place: 1,
	status: "booked",
	sequence: 0,
	visitor: { name: "chị Hoa" },
	bookedAt: NOW,
};

it("everything kept is there after a restart", async () => {
	const folder = await temporaryFolder();
	const consent = {
		person: "telegram:hoa",
		purpose: "booking",
		version: "2026-11",
		channel: "telegram",
		givenAt: NOW,
	} as const;
	const first = await open(folder);
	await first.bookings.confirm(
		request({ code: "T7-222222", procedure: "2.001583" }),
		NOW,
		places(1),
	);
	await first.bookings.hold(
		nextAt0800,
		"telegram:nam",
		minutesLater(10),
		NOW,
		places(1),
	);
	await first.sessions.write("telegram:hoa", { step: "done" });
	await first.consents.give(consent);
	const before = await first.bookings.find("T7-222222");
	await first.close();

	const second = await open(folder);
	expect(await second.bookings.find("T7-222222")).toEqual(before);
	expect(before?.procedure).toBe("2.001583");
	expect(
		await second.bookings.taken("so", NEXT_SATURDAY, minutesLater(9)),
	).toEqual(new Map([["08:00", 1]]));
	expect(await second.sessions.read("telegram:hoa")).toEqual({ step: "done" });
	expect(await second.consents.current("telegram:hoa", "booking")).toEqual(
		consent,
	);
	await second.close();
});

it("what was planned, staffed, recorded, waited for and offered is there after a restart", async () => {
	const folder = await temporaryFolder();
	const first = await open(folder);
	const office = openOffice(first.bookings, {
		sessions: [{ from: "08:00", to: "08:30" }],
		placesPerHalfHour: 1,
	});
	const { booking, saturday } = office;
	const session = { desk: "so", day: THIS_SATURDAY } as const;
	const plan = {
		desk: "so",
		open: true,
		hours: [{ from: "08:00", to: "09:00" }],
		places: 1,
		note: "Phòng họp tầng 2",
	} as const;
	await saturday.plan("so", THIS_SATURDAY, plan, 0);
	const hoa = await office.books("hoa", slotAt("08:00"), "2.001583");
	const nam = await office.books("nam", slotAt("08:30"));
	for (const name of ["tu", "lan", "minh"])
		await booking.wait(`telegram:${name}`, session, { name }, "2.001583");
	for (const member of ["tv-an", "tv-binh"])
		await saturday.serve("so", THIS_SATURDAY, member);
	await saturday.dropOut("so", THIS_SATURDAY, "tv-binh");
	await saturday.forward(hoa.code, "tv-an");
	await booking.tick(hoa.code, ["Điều lệ công ty"]);
	await booking.ask(hoa.code, "Cần công chứng không?");
	await booking.cancel(nam.code);
	await saturday.offerSeats();
	const [offered] = await booking.waiting("telegram:tu");
	if (offered) await booking.tellWaiting("telegram:tu", offered);
	office.at(THIS_SATURDAY, "08:05");
	await saturday.record(hoa.code, { kind: "arrived" }, "tv-an");
	await saturday.record(
		hoa.code,
		{ kind: "done", outcome: "elsewhere", note: "sang xã" },
		"tv-an",
	);
	await booking.rate(hoa.code, 2);
	await saturday.walkIn("so", THIS_SATURDAY, {}, "tv-an");
	const before = await first.bookings.saturday(THIS_SATURDAY);
	expect(before.waiting[0]?.offer?.told).toBe(true);
	await first.close();

	const second = await open(folder);
	expect(await second.bookings.saturday(THIS_SATURDAY)).toEqual(before);
	await second.close();
});

it("a move cut short between its two files has happened", async () => {
	const folder = await temporaryFolder();
	const moved = { ...booking, ...nextAt0800, sequence: 1 };
	await left(folder, THIS_SATURDAY, [booking]);
	await left(folder, NEXT_SATURDAY, [moved]);

	const stores = await open(folder);
	expect(await stores.bookings.find("T7-222222")).toEqual(moved);
	expect(await stores.bookings.session("so", THIS_SATURDAY)).toEqual([]);
	expect(
		JSON.parse(
			await readFile(join(folder, "bookings", `${THIS_SATURDAY}.json`), "utf8"),
		),
	).toEqual(EMPTY);
	await stores.close();
});

it("a move back to an earlier Saturday, cut short, has happened too", async () => {
	const folder = await temporaryFolder();
	const back = { ...booking, sequence: 2 };
	await left(folder, THIS_SATURDAY, [back]);
	await left(folder, NEXT_SATURDAY, [
		{ ...booking, ...nextAt0800, sequence: 1 },
	]);
	const stores = await open(folder);
	expect(await stores.bookings.find("T7-222222")).toEqual(back);
	expect(await stores.bookings.session("so", NEXT_SATURDAY)).toEqual([]);
	await stores.close();
});

it("Saturdays of more than 30 days ago are counted from their files, but not searched", async () => {
	const folder = await temporaryFolder();
	const past = { ...booking, day: "2026-10-17" } as const;
	const kept = { ...booking, day: "2026-10-24", code: "T7-333333" } as const;
	await left(folder, past.day, [past]);
	await left(folder, kept.day, [kept]);
	const stores = await open(folder);
	expect(await stores.bookings.session("so", past.day)).toEqual([past]);
	expect(await stores.bookings.find(past.code)).toBeUndefined();
	expect(await stores.bookings.find(kept.code)).toEqual(kept);
	await stores.close();
});

it("a Saturday whose file was left out of memory cannot be written anew", async () => {
	const folder = await temporaryFolder();
	const past = { ...booking, day: "2026-10-17" } as const;
	await left(folder, past.day, [past]);
	const stores = await open(folder);
	await expect(
		stores.bookings.confirm(
			request({ code: "T7-333333", person: "telegram:nam", day: past.day }),
			NOW,
			places(8),
		),
	).rejects.toThrow("2026-10-17 is past");
	expect(await stores.bookings.session("so", past.day)).toEqual([past]);
	await stores.close();
});

it("what a killed process was writing is thrown away", async () => {
	const folder = await temporaryFolder();
	await mkdir(join(folder, "tmp"), { recursive: true });
	await writeFile(join(folder, "tmp", "17"), '{"bookings":[{"visitor');
	const stores = await open(folder);
	await expect(readFile(join(folder, "tmp", "17"))).rejects.toThrow("ENOENT");
	await stores.close();
});
