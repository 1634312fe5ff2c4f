import {
	mkdir,
	readFile,
	rename,
	rm,
	symlink,
	writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EMPTY, type Saturday } from "../../src/booking/seats.js";
import { openBookings } from "../../src/store/lowdb/bookings.js";
import type { LocalDate } from "../../src/time.js";
import {
	at0800,
	NEXT_SATURDAY,
	NOW,
	nextAt0800,
	places,
	request,
	THIS_SATURDAY,
	TODAY,
} from "../booking/morning.js";
import { everythingIn, open, temporaryFolder } from "./folder.js";

const hoa = request({ code: "T7-222222" });
const nam = request({ code: "T7-333333", person: "telegram:nam" });

/** Puts something in the way of a path; gives the function that takes it away again. */
async function obstruct(path: string): Promise<() => Promise<void>> {
	await rename(path, `${path}.aside`).catch(() => {});
	await mkdir(join(path, "in the way"), { recursive: true });
	return async () => {
		await rm(path, { recursive: true });
		await rename(`${path}.aside`, path).catch(() => {});
	};
}

/** No temporary file can be made while `tmp` is not a folder. */
async function breakDisk(folder: string): Promise<() => Promise<void>> {
	const tmp = join(folder, "tmp");
	await rm(tmp, { recursive: true });
	await writeFile(tmp, "");
	return async () => {
		await rm(tmp);
		await mkdir(tmp);
	};
}

describe("while the disk refuses", () => {
	it("nothing is kept in memory either, and the next write works", async () => {
		const folder = await temporaryFolder();
		const { bookings, writable, close } = await open(folder);
		await bookings.confirm(hoa, NOW, places(2));
		const before = await everythingIn(folder);
		const mend = await breakDisk(folder);

		await expect(bookings.confirm(nam, NOW, places(2))).rejects.toMatchObject({
			name: "StoreError",
			code: "write-failed",
		});
		await expect(bookings.cancel("T7-222222")).rejects.toThrow(THIS_SATURDAY);
		expect(await writable()).toBe(false);
		expect(await bookings.find("T7-333333")).toBeUndefined();
		expect(await bookings.find("T7-222222")).toMatchObject({
			status: "booked",
		});
		expect(await bookings.taken("so", THIS_SATURDAY, NOW)).toEqual(
			new Map([["08:00", 1]]),
		);

		await mend();
		expect(await writable()).toBe(true);
		expect(await everythingIn(folder)).toEqual(before);
		expect(await bookings.confirm(nam, NOW, places(2))).toMatchObject({
			kind: "booked",
			booking: { code: "T7-333333", place: 2 },
		});
		await close();
	});

	it("everybody who shared the write is told so: the same tap twice and the one who found it full", async () => {
		const folder = await temporaryFolder();
		const { bookings, close } = await open(folder);
		const mend = await breakDisk(folder);
		const outcomes = await Promise.allSettled([
			bookings.confirm(hoa, NOW, places(1)),
			bookings.confirm(hoa, NOW, places(1)),
			bookings.confirm(nam, NOW, places(1)),
		]);
		expect(outcomes.map(({ status }) => status)).toEqual([
			"rejected",
			"rejected",
			"rejected",
		]);
		await mend();
		expect(await bookings.confirm(nam, NOW, places(1))).toMatchObject({
			kind: "booked",
		});
		await close();
	});

	it.skipIf(process.platform !== "linux")(
		"a conversation is told so as well (Linux has a device that is always full)",
		async () => {
			const folder = await temporaryFolder();
			await mkdir(join(folder, "sessions"));
			await symlink("/dev/full", join(folder, "sessions", "recent.jsonl"));
			const stores = await open(folder);
			await expect(
				stores.sessions.write("telegram:hoa", { step: "time" }),
			).rejects.toMatchObject({ code: "full-disk" });
			expect(await stores.sessions.read("telegram:hoa")).toBeUndefined();
			await stores.close();
		},
	);
});

describe.each([
	{ which: "first, of the new Saturday,", day: NEXT_SATURDAY },
	{ which: "second, of the old Saturday,", day: THIS_SATURDAY },
])("a move whose $which file cannot be written", ({ day }) => {
	it("keeps the old seat, in memory, on disk and after a restart", async () => {
		const folder = await temporaryFolder();
		const stores = await open(folder);
		await stores.bookings.confirm(hoa, NOW, places(1));
		const before = await stores.bookings.find("T7-222222");
		const mend = await obstruct(join(folder, "bookings", `${day}.json`));

		const move = () =>
			stores.bookings.move("T7-222222", nextAt0800, NOW, places(1));
		await expect(move()).rejects.toMatchObject({ code: "write-failed" });
		expect(await stores.bookings.find("T7-222222")).toEqual(before);
		expect(await stores.bookings.session("so", NEXT_SATURDAY)).toEqual([]);

		await mend();
		const path = join(folder, "bookings", `${THIS_SATURDAY}.json`);
		expect(await readFile(path, "utf8")).toContain("T7-222222");
		await stores.close();
		const again = await open(folder);
		expect(await again.bookings.find("T7-222222")).toEqual(before);
		expect(
			await again.bookings.move("T7-222222", nextAt0800, NOW, places(1)),
		).toMatchObject({ kind: "moved", booking: { sequence: 1 } });
		await again.close();
	});
});

/** A folder of Saturdays whose writes the test can stop, fail and look at. */
function folderInHand() {
	const files = new Map<LocalDate, string>();
	const written: LocalDate[] = [];
	const hand = {
		files,
		written,
		refuse: (_day: LocalDate): boolean => false,
		gate: Promise.resolve(),
	};
	const saturdays = {
		days: async () => [...files.keys()],
		read: async (day: LocalDate): Promise<Saturday> =>
			files.has(day) ? revive(files.get(day) ?? "") : EMPTY,
		write: async (day: LocalDate, saturday: Saturday) => {
			await hand.gate;
			if (hand.refuse(day)) throw new Error(`no room for ${day}`);
			written.push(day);
			files.set(day, JSON.stringify(saturday));
		},
	};
	return { hand, openAgain: () => openBookings(saturdays, TODAY) };
}
const revive = (json: string): Saturday =>
	JSON.parse(json, (key, value) =>
		key === "bookedAt" || key === "until" ? new Date(value) : value,
	);

describe("what is not yet on disk", () => {
	it("is read by nobody, and no outcome that rests on it is told", async () => {
		const { hand, openAgain } = folderInHand();
		const store = await openAgain();
		let open = () => {};
		hand.gate = new Promise<void>((resolve) => {
			open = resolve;
		});
		const told: string[] = [];
		const first = store.confirm(hoa, NOW, places(1));
		const twice = store.confirm(hoa, NOW, places(1));
		const late = store.confirm(nam, NOW, places(1));
		for (const outcome of [first, twice, late])
			outcome.then(({ kind }) => told.push(kind));

		await new Promise(setImmediate);
		expect(told).toEqual([]);
		expect(await store.find("T7-222222")).toBeUndefined();
		open();
		await Promise.all([first, twice, late]);
		expect(told).toEqual(["booked", "already-booked", "full"]);
	});

	it("shares one write with all that waited for the last", async () => {
		const { hand, openAgain } = folderInHand();
		const store = await openAgain();
		await Promise.all(
			["a", "b", "c", "d", "e"].map((person, index) =>
				store.confirm(
					request({ code: `T7-22222${index + 2}`, person }),
					NOW,
					places(5),
				),
			),
		);
		expect(hand.written).toEqual([THIS_SATURDAY, THIS_SATURDAY]);
	});

	it("of a move is written where it arrives before where it leaves", async () => {
		const { hand, openAgain } = folderInHand();
		const store = await openAgain();
		await store.confirm(hoa, NOW, places(1));
		await store.move("T7-222222", nextAt0800, NOW, places(1));
		await store.move("T7-222222", at0800, NOW, places(1));
		expect(hand.written.slice(1)).toEqual([
			NEXT_SATURDAY,
			THIS_SATURDAY,
			THIS_SATURDAY,
			NEXT_SATURDAY,
		]);
	});

	it("of two moves that cross is written one after the other, so that a cut loses neither", async () => {
		const { hand, openAgain } = folderInHand();
		const store = await openAgain();
		await store.confirm(hoa, NOW, places(2));
		await store.confirm({ ...nam, ...nextAt0800 }, NOW, places(2));
		const cuts: Map<LocalDate, string>[] = [];
		const files = hand.files;
		hand.refuse = () => cuts.push(new Map(files)) < 0; // looks, refuses nothing
		await Promise.all([
			store.move("T7-222222", nextAt0800, NOW, places(2)),
			store.move("T7-333333", at0800, NOW, places(2)),
		]);
		hand.refuse = () => false;
		expect(cuts).toHaveLength(4);
		for (const cut of cuts) {
			files.clear();
			for (const [day, json] of cut) files.set(day, json);
			const restarted = await openAgain();
			expect(await restarted.find("T7-222222")).toBeDefined();
			expect(await restarted.find("T7-333333")).toBeDefined();
			const seated = [
				...(await restarted.session("so", THIS_SATURDAY)),
				...(await restarted.session("so", NEXT_SATURDAY)),
			];
			expect(seated).toHaveLength(2);
		}
	});
});

describe("a move that could be neither finished nor undone", () => {
	it("is undone before the next write, and is nowhere in between", async () => {
		const { hand, openAgain } = folderInHand();
		const store = await openAgain();
		await store.confirm(hoa, NOW, places(1));
		let writes = 0;
		hand.refuse = () => ++writes > 1; // the new Saturday is written, then nothing more

		await expect(
			store.move("T7-222222", nextAt0800, NOW, places(1)),
		).rejects.toThrow("no room");
		expect(hand.files.get(NEXT_SATURDAY)).toContain("T7-222222");
		expect(await store.find("T7-222222")).toMatchObject(at0800);
		expect(await store.session("so", NEXT_SATURDAY)).toEqual([]);

		hand.refuse = () => false;
		await store.cancel("T7-222222");
		expect(hand.files.get(NEXT_SATURDAY)).not.toContain("T7-222222");
		const restarted = await openAgain();
		expect(await restarted.find("T7-222222")).toMatchObject({
			...at0800,
			status: "cancelled",
		});
	});
});
