import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
	book,
	build,
	newFolder,
	type Program,
	person,
	start,
} from "./app-program.js";

/** `KILLS=100 npx vitest run tests/app-kill.test.ts` for the long run. */
const KILLS = Number(process.env.KILLS ?? 10);
/** People who book at the same time. */
const PEOPLE = 8;
/** A kill comes within this time of the first booking acknowledged. */
const LATEST_MS = 300;

/** What the program has told somebody, and must still know after a kill. */
interface Told {
	readonly sequence: number;
	readonly status: "CONFIRMED" | "CANCELLED";
}

let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
	await build();
	folder = await newFolder();
	const KNOWLEDGE_DIR = join(folder, "knowledge");
	await cp("knowledge", KNOWLEDGE_DIR, { recursive: true });
	const desks = join(KNOWLEDGE_DIR, "desks.yaml");
	// Room for everybody: what is shown here is that nothing is lost, not that nothing is sold twice.
	const roomy = (await readFile(desks, "utf8"))
		.replace(/placesPerHalfHour: \d+/, "placesPerHalfHour: 100")
		.replace(/weeksAhead: \d+/, "weeksAhead: 12");
	await writeFile(desks, roomy);
	const DATA_DIR = join(folder, "data");
	env = { KNOWLEDGE_DIR, DATA_DIR, RATE_LIMIT: "off", LOG_LEVEL: "error" };
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it(
	`loses nothing that it has acknowledged when it is killed ${KILLS} times`,
	async () => {
		const told = new Map<string, Told>();
		for (let kill = 0; kill < KILLS; kill++) {
			const program = await start(env);
			const before = told.size;
			const talking = Array.from({ length: PEOPLE }, () =>
				bookUntilKilled(program, told),
			);
			while (told.size === before) await wait(5);
			await wait(Math.random() * LATEST_MS);
			const { signal } = await program.end("SIGKILL");
			expect(signal).toBe("SIGKILL");
			await Promise.all(talking);
			await checkFiles(told);
		}
		const program = await start(env);
		for (const [code, acknowledged] of told) {
			const file = await fetch(`${program.url}/lich-hen/${code}.ics`);
			expect(file.status, code).toBe(200);
			checkState(code, acknowledged, await file.text());
		}
		expect((await program.end("SIGTERM")).code).toBe(0);
		console.log(`${KILLS} kills, ${told.size} bookings told, none lost`);
	},
	60_000 + KILLS * 15_000,
);

/** Books, and now and then moves or cancels; writes down what was acknowledged, the moment it was. */
async function bookUntilKilled(
	{ url, process }: Program,
	told: Map<string, Told>,
) {
	try {
		for (let turn = 0; process.exitCode === null; turn++) {
			const one = person(url);
			const { code } = await book(one, { day: anyOf(4), hour: anyOf(8) });
			told.set(code, { sequence: 0, status: "CONFIRMED" });
			if (turn % 2 === 0) continue;
			await one.says("đổi lịch");
			await one.taps(anyOf(4));
			if ((await one.taps(anyOf(7))).booking?.status !== "moved") continue;
			told.set(code, { sequence: 1, status: "CONFIRMED" });
			await one.says("hủy lịch");
			if ((await one.taps(1)).booking?.status !== "cancelled") continue;
			told.set(code, { sequence: 2, status: "CANCELLED" });
		}
	} catch (error) {
		// The connection broke: what was being said was not acknowledged.
		if (!process.killed) throw error;
	}
}

/** Spread, so that no half hour is full before the last kill. */
const anyOf = (choices: number) => 1 + Math.floor(Math.random() * choices);

/** Later than acknowledged is right too: the kill can come between the writing and the answer. */
function checkState(code: string, { sequence, status }: Told, ics: string) {
	const now = Number(/SEQUENCE:(\d+)/.exec(ics)?.[1]);
	expect(now, code).toBeGreaterThanOrEqual(sequence);
	if (now === sequence) expect(ics, code).toContain(`STATUS:${status}`);
}

interface Row {
	readonly code: string;
	readonly time: string;
	readonly place: number;
	readonly status: string;
	readonly sequence: number;
}

/** Every file of the folder can be read, no seat has two owners, and every code told is there. */
async function checkFiles(told: ReadonlyMap<string, Told>) {
	const data = join(folder, "data");
	const files = (await readdir(data, { recursive: true })).filter((name) =>
		name.endsWith(".json"),
	);
	const kept = new Map<string, number>();
	for (const name of files) {
		const content = JSON.parse(await readFile(join(data, name), "utf8"));
		if (!name.startsWith("bookings")) continue;
		const rows: readonly Row[] = content.bookings;
		for (const { code, sequence } of rows) {
			kept.set(code, Math.max(sequence, kept.get(code) ?? 0));
		}
		const seats = rows
			.filter(({ status }) => status === "booked")
			.map(({ time, place }) => `${name} ${time} ${place}`);
		expect(new Set(seats).size).toBe(seats.length);
	}
	const lost = [...told].filter(
		([code, { sequence }]) => (kept.get(code) ?? -1) < sequence,
	);
	expect(lost).toEqual([]);
}
