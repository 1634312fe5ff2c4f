import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import type { Booking } from "../../src/booking/store.js";
import { hashedPath } from "../../src/store/lowdb/hashed.js";
import { addDays, addMinutes, type LocalDate } from "../../src/time.js";
import { openOffice, slotAt } from "../booking/a-saturday.js";
import {
	at0800,
	countedCodes,
	NOW,
	places,
	request,
	THIS_SATURDAY,
} from "../booking/morning.js";
import { open, temporaryFolder } from "./folder.js";

const SAMPLES = 150;
/** What history may cost at most. Nothing in the code depends on it; the rest is the noise of disks. */
const AT_MOST = 1.5;
/** A machine busy with something else may spoil a run; growth would spoil three. */
const patient = { timeout: 60_000, retry: 2 };

/** 500 Saturdays with 200 bookings each, up to last week. */
async function write100000Bookings(folder: string, code = countedCodes()) {
	await mkdir(join(folder, "bookings"));
	for (let week = 1; week <= 500; week++) {
		const day: LocalDate = addDays(THIS_SATURDAY, -7 * week);
		const bookings = Array.from(
			{ length: 200 },
			(_, index): Booking => ({
				...at0800,
				day,
				code: code(),
				person: `telegram:${index}`,
				place: index + 1,
				status: "booked",
				sequence: 0,
				procedure: "2.001583",
				visitor: { name: "chị Hoa", phone: "0900000001" },
				bookedAt: NOW,
			}),
		);
		await writeFile(
			join(folder, "bookings", `${day}.json`),
			JSON.stringify({ bookings, holds: [] }),
		);
	}
	return code;
}

/** 5,000 people who wrote to us once. */
async function write5000Conversations(folder: string) {
	const json = JSON.stringify({ writtenAt: NOW, state: { step: "day" } });
	for (let person = 0; person < 5_000; person++) {
		const path = hashedPath(join(folder, "sessions"), `zalo:${person}`);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, json);
	}
}

type Task = (sample: number) => Promise<unknown>;

/** How many times as long the second takes, by their medians. They take turns: what slows the machine slows both. */
async function ratio(what: string, few: Task, many: Task): Promise<number> {
	const timed = async (task: Task, sample: number) => {
		const begun = performance.now();
		await task(sample);
		return performance.now() - begun;
	};
	const times = { few: [] as number[], many: [] as number[] };
	for (let sample = 0; sample < SAMPLES; sample++) {
		if (sample % 2 === 0) times.few.push(await timed(few, sample));
		times.many.push(await timed(many, sample));
		if (sample % 2 === 1) times.few.push(await timed(few, sample));
	}
	const [a, b] = [median(times.few), median(times.many)];
	console.info(
		`${what}: ${a.toFixed(2)} ms, and ${b.toFixed(2)} ms (${(b / a).toFixed(2)}×)`,
	);
	return b / a;
}

const median = (times: number[]) =>
	times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

it(
	"a booking takes as long with 100,000 past bookings as with none",
	patient,
	async () => {
		const [young, old] = [await temporaryFolder(), await temporaryFolder()];
		const code = await write100000Bookings(old);
		const stores = [await open(young), await open(old)] as const;
		const [few, many] = stores.map(({ bookings }) => async (sample: number) => {
			const wish = request({ code: code(), person: `zalo:${sample}` });
			expect((await bookings.confirm(wish, NOW, places(1000))).kind).toBe(
				"booked",
			);
		}) as [Task, Task];
		expect(
			await ratio("a booking without and with 100,000 past ones", few, many),
		).toBeLessThan(AT_MOST);
		for (const { close } of stores) await close();
	},
);

it(
	"a roster, and a round of offers, take as long with 100,000 past bookings as with none",
	patient,
	async () => {
		const [young, old] = [await temporaryFolder(), await temporaryFolder()];
		const code = await write100000Bookings(old);
		const stores = [await open(young), await open(old)] as const;
		const tasks = await Promise.all(
			stores.map(async ({ bookings }) => {
				const office = openOffice(bookings, { placesPerHalfHour: 30 }, code);
				for (let person = 0; person < 200; person++)
					await office.books(
						`khach${person}`,
						slotAt(addMinutes("07:30", 30 * (person % 8))),
					);
				for (const member of ["tv-an", "tv-binh", "tv-chi"])
					await office.saturday.serve("so", THIS_SATURDAY, member);
				return async () => {
					const roster = await office.saturday.roster("so", THIS_SATURDAY);
					expect(roster?.totals.booked).toBe(200);
					await office.saturday.offerSeats();
				};
			}),
		);
		const [few, many] = tasks;
		if (!few || !many) throw new Error("two stores were opened");
		expect(
			await ratio("a roster without and with 100,000 past ones", few, many),
		).toBeLessThan(AT_MOST);
		for (const { close } of stores) await close();
	},
);

it(
	"a message takes as long among 5,000 conversations as alone",
	patient,
	async () => {
		const [young, old] = [await temporaryFolder(), await temporaryFolder()];
		await write5000Conversations(old);
		const stores = [await open(young), await open(old)] as const;
		const [few, many] = stores.map(({ sessions }) => async (sample: number) => {
			await sessions.read("telegram:hoa");
			await sessions.write("telegram:hoa", { step: "day", sample });
		}) as [Task, Task];
		expect(
			await ratio("a message alone and among 5,000 talks", few, many),
		).toBeLessThan(AT_MOST);
		for (const { close } of stores) await close();
	},
);
