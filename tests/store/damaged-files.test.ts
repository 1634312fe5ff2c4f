import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashedPath } from "../../src/store/lowdb/hashed.js";
import {
	at0800,
	minutesLater,
	NOW,
	places,
	request,
	THIS_SATURDAY,
} from "../booking/morning.js";
import { everythingIn, open, temporaryFolder } from "./folder.js";

const FILE = `bookings/${THIS_SATURDAY}.json`;
const BOOKING = {
	...at0800,
	code: "T7-222222",
	person: "telegram:hoa",
	place: 1,
	status: "booked",
	sequence: 0,
	visitor: { name: "chị Hoa" },
	bookedAt: NOW,
};
const document = (...bookings: object[]) =>
	JSON.stringify({ bookings, holds: [] });

const DAMAGED = {
	"torn in the middle": document(BOOKING).slice(0, 90),
	"torn within a letter": Buffer.from(document(BOOKING)).subarray(
		0,
		Buffer.from(document(BOOKING)).indexOf("ị") + 1,
	),
	empty: "",
	"all NUL": "\0".repeat(300),
	garbage: "chị Hoa đến lúc 8 giờ",
	"with a byte-order mark": `\uFEFF${document(BOOKING)}`,
	"with a broken letter": Buffer.concat([
		Buffer.from(document(BOOKING).split("Hoa")[0] ?? ""),
		Buffer.from([0xc3]),
		Buffer.from(document(BOOKING).split("Hoa")[1] ?? ""),
	]),
	"an empty list": "[]",
	"an empty object": "{}",
	null: "null",
	"of another day": document({ ...BOOKING, day: "2026-12-05" }),
	"with one seat given twice": document(BOOKING, {
		...BOOKING,
		code: "T7-333333",
		person: "telegram:nam",
	}),
	"with one code twice": document(BOOKING, { ...BOOKING, place: 2 }),
	"with a day that does not exist": document({
		...BOOKING,
		bookedAt: "2026-02-30",
	}),
	"with a word that we do not know": document({ ...BOOKING, vip: true }),
};

describe.each(Object.entries(DAMAGED))("a Saturday's file %s", (_, content) => {
	it("stops the start with its name and the remedy, and stays as it is", async () => {
		const folder = await temporaryFolder();
		const path = join(folder, FILE);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, content);

		const start = open(folder);
		await expect(start).rejects.toMatchObject({
			name: "StoreError",
			code: "unreadable",
			message: expect.stringContaining(path),
		});
		await expect(start).rejects.toThrow("backup");
		await expect(start).rejects.not.toThrow("Hoa");
		expect(await readFile(path)).toEqual(Buffer.from(content));

		await writeFile(path, document(BOOKING));
		const stores = await open(folder); // the failed start has let the folder go
		expect(await stores.bookings.find("T7-222222")).toEqual(BOOKING);
		await stores.close();
	});
});

it("a file that is not ours in the folder is left alone", async () => {
	const folder = await temporaryFolder();
	await mkdir(join(folder, "bookings"));
	await writeFile(join(folder, "bookings", "ghi chú.txt"), "họp lúc 7 giờ");
	const stores = await open(folder);
	await stores.bookings.confirm(request({ code: "T7-222222" }), NOW, places(1));
	await stores.close();
	expect(await everythingIn(folder)).toMatchObject({
		"bookings/ghi chú.txt": "họp lúc 7 giờ",
	});
});

it("a damaged file of long ago does not keep the others from being wiped", async () => {
	const folder = await temporaryFolder();
	await mkdir(join(folder, "bookings"));
	const file = (day: string) => join(folder, "bookings", `${day}.json`);
	await writeFile(
		file("2026-09-12"),
		document({ ...BOOKING, day: "2026-09-12" }),
	);
	await writeFile(file("2026-09-19"), "{");
	await writeFile(
		file("2026-09-26"),
		document({ ...BOOKING, day: "2026-09-26" }),
	);
	const stores = await open(folder); // not stopped by it: nobody needs that Saturday now
	await expect(stores.bookings.wipeBefore("2026-10-01")).rejects.toThrow(
		file("2026-09-19"),
	);
	for (const day of ["2026-09-12", "2026-09-26"])
		expect(await readFile(file(day), "utf8")).not.toContain("Hoa");
	expect(await readFile(file("2026-09-19"), "utf8")).toBe("{");
	await stores.close();
});

describe("one person's damaged file", () => {
	it("of a conversation is told by name, is not overwritten by reading, and hinders nobody else", async () => {
		const folder = await temporaryFolder();
		const path = hashedPath(join(folder, "sessions"), "telegram:hoa");
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, '{"writtenAt":"2026-11-2');
		const stores = await open(folder);

		await expect(stores.sessions.read("telegram:hoa")).rejects.toThrow(path);
		await stores.sessions.write("telegram:nam", { step: "day" });
		expect(await stores.sessions.read("telegram:nam")).toBeDefined();
		await expect(stores.sessions.deleteBefore(minutesLater(1))).rejects.toThrow(
			path,
		);
		expect(await stores.sessions.read("telegram:nam")).toBeUndefined();
		expect(await readFile(path, "utf8")).toBe('{"writtenAt":"2026-11-2');
		await stores.close();
	});

	it("of consent is never taken for no consent, and never overwritten", async () => {
		const folder = await temporaryFolder();
		const stores = await open(folder);
		const consent = {
			person: "telegram:hoa",
			purpose: "booking",
			version: "2026-11",
			channel: "telegram",
			givenAt: NOW,
		} as const;
		await stores.consents.give(consent);
		const path = await onlyFile(join(folder, "consents"));
		await writeFile(path, "[{");

		await expect(
			stores.consents.current("telegram:hoa", "booking"),
		).rejects.toThrow(path);
		await expect(stores.consents.give(consent)).rejects.toThrow(path);
		expect(await readFile(path, "utf8")).toBe("[{");
		await stores.close();
	});
});

async function onlyFile(folder: string): Promise<string> {
	const files = (
		await readdir(folder, { recursive: true, withFileTypes: true })
	).filter((entry) => entry.isFile());
	expect(files).toHaveLength(1);
	return join(files[0]?.parentPath ?? "", files[0]?.name ?? "");
}
