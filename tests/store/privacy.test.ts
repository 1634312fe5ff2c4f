import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
	at0800,
	minutesLater,
	NOW,
	nextAt0800,
	places,
	request,
	THIS_SATURDAY,
	TODAY,
} from "../booking/morning.js";
import { everythingIn, open, temporaryFolder } from "./folder.js";

const PAST = "2026-10-17"; // too long ago to be in memory
const TRACES = /telegram:hoa|chị Hoa|0900000001/;

/** A folder with a booking of Mrs Hoa's from before the last 30 days, and one ahead. */
async function withBookings() {
	const folder = await temporaryFolder();
	const past = { ...request({ code: "T7-999999", day: PAST }), place: 1 };
	await mkdir(join(folder, "bookings"));
	await writeFile(
		join(folder, "bookings", `${PAST}.json`),
		JSON.stringify({
			bookings: [{ ...past, status: "booked", sequence: 0, bookedAt: NOW }],
			holds: [{ ...past, until: NOW }].map(
				({ desk, day, time, person, place, until }) => ({
					desk,
					day,
					time,
					person,
					place,
					until,
				}),
			),
		}),
	);
	const stores = await open(folder);
	await stores.bookings.confirm(request({ code: "T7-222222" }), NOW, places(1));
	const traces = async () =>
		Object.entries(await everythingIn(folder))
			.filter(([, text]) => TRACES.test(text))
			.map(([path]) => path)
			.sort();
	return { folder, stores, traces };
}

it("a person who is forgotten is in no file any more", async () => {
	const { stores, traces } = await withBookings();
	await stores.sessions.write("telegram:hoa", { name: "chị Hoa" });
	await stores.bookings.hold(
		nextAt0800,
		"telegram:hoa",
		minutesLater(10),
		NOW,
		places(1),
	);
	expect(await traces()).toHaveLength(4);

	expect(await stores.bookings.forget("telegram:hoa", TODAY)).toBe(2);
	await stores.sessions.delete("telegram:hoa");
	expect(await traces()).toEqual([]);
	expect(await stores.bookings.session("so", PAST)).toMatchObject([
		{ code: "T7-999999", status: "booked" },
	]);
	expect(await stores.bookings.session("so", THIS_SATURDAY)).toMatchObject([
		{ code: "T7-222222", status: "cancelled" },
	]);
	await stores.close();
});

it("the wipe reaches Saturdays that are not in memory, once", async () => {
	const { stores, traces } = await withBookings();
	expect(await stores.bookings.wipeBefore(THIS_SATURDAY)).toBe(1);
	expect(await traces()).toEqual([`bookings/${THIS_SATURDAY}.json`]);
	expect(await stores.bookings.wipeBefore(THIS_SATURDAY)).toBe(0);
	await stores.close();
});

it("a hold left behind does not keep its conversation beyond the wipe", async () => {
	const folder = await temporaryFolder();
	const stores = await open(folder);
	await stores.bookings.hold(
		at0800,
		"telegram:hoa",
		minutesLater(10),
		NOW,
		places(1),
	);
	await stores.bookings.wipeBefore("2026-11-24");
	expect(JSON.stringify(await everythingIn(folder))).not.toMatch(TRACES);
	await stores.close();
});

it("folders are for us alone, files too, after every write", async () => {
	const { folder, stores } = await withBookings();
	await stores.sessions.write("telegram:hoa", {});
	await stores.bookings.cancel("T7-222222");
	const modes = async (path: string) =>
		((await stat(path)).mode & 0o777).toString(8);
	expect(await modes(folder)).toBe("700");
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true,
	});
	for (const entry of entries) {
		const path = join(entry.parentPath, entry.name);
		if (path.includes(PAST)) continue; // written by the test
		if (path === join(folder, "bookings")) continue;
		expect([path, await modes(path)]).toEqual([
			path,
			entry.isDirectory() ? "700" : "600",
		]);
	}
	await stores.close();
});

it("nothing says whose conversation it is: no file's name, no proof of consent", async () => {
	const folder = await temporaryFolder();
	const stores = await open(folder);
	await stores.sessions.write("telegram:918273645", {});
	await stores.consents.give({
		person: "telegram:918273645",
		purpose: "booking",
		version: "2026-11",
		channel: "telegram",
		givenAt: NOW,
	});
	const files = JSON.stringify(await everythingIn(folder));
	expect(files).toContain("2026-11"); // the text agreed to
	expect(files).not.toContain("918273645");
	await stores.close();
});

it("nothing is left in the temporary folder by a write, done or refused", async () => {
	const folder = await temporaryFolder();
	const stores = await open(folder);
	await stores.bookings.confirm(request({ code: "T7-222222" }), NOW, places(1));
	await mkdir(join(folder, "bookings", "2026-12-05.json", "in the way"), {
		recursive: true,
	});
	await expect(
		stores.bookings.move("T7-222222", nextAt0800, NOW, places(1)),
	).rejects.toThrow("2026-12-05");
	expect(await readdir(join(folder, "tmp"))).toEqual([]);
	await stores.close();
});
