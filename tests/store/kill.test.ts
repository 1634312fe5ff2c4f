import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Booking } from "../../src/booking/store.js";
import { NEXT_SATURDAY, THIS_SATURDAY } from "../booking/morning.js";
import { type Compiled, compile } from "./compile.js";
import { open, temporaryFolder } from "./folder.js";

const LANES = 4;
const KILLS = 25; // in each lane, side by side: 100 in all

let script: Compiled;
beforeAll(async () => {
	script = await compile("tests/store/booking-process.ts");
}, 60_000);
afterAll(() => script.remove());

interface Told {
	readonly found?: readonly Booking[];
	readonly booked: readonly string[];
	readonly moved: readonly string[];
}

/** Starts the process on the folder, kills it at a random moment, and gives what it said until then. */
async function startAndKill(folder: string, start: number): Promise<Told> {
	const child = spawn(process.execPath, [script.path, folder, String(start)], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	const closed = once(child, "close");
	// One in five dies while it starts, the others after up to thirty acknowledgements, in the middle of the next.
	const enough = start % 5 === 0 ? 0 : Math.ceil(Math.random() * 30);
	let said = "";
	const saidEnough = new Promise<void>((resolve) => {
		child.stdout.setEncoding("utf8").on("data", (text) => {
			said += text;
			if (said.split("\n").length > enough) resolve();
		});
	});
	if (enough > 0) await Promise.race([saidEnough, closed]);
	await wait(Math.random() * (enough > 0 ? 5 : 250));
	child.kill("SIGKILL");
	expect(await closed).toEqual([null, "SIGKILL"]);

	const lines = said
		.split("\n")
		.slice(0, -1)
		.map((line) => JSON.parse(line));
	return {
		found: lines[0]?.found,
		booked: lines.flatMap((line) => line.booked ?? []),
		moved: lines.flatMap((line) => line.moved ?? []),
	};
}

/** One folder's life: killed again and again, looked at after every start. */
async function killAgainAndAgain(folder: string, lane: number) {
	const booked = new Set<string>();
	const moved = new Set<string>();

	const check = (found: readonly Booking[]) => {
		const days = new Map(found.map(({ code, day }) => [code as string, day]));
		expect(days.size).toBe(found.length); // nobody sits on both Saturdays
		expect([...booked].filter((code) => !days.has(code))).toEqual([]);
		expect(
			[...moved].filter((code) => days.get(code) !== NEXT_SATURDAY),
		).toEqual([]);
		for (const { code, person, visitor } of found)
			expect({ person, visitor }).toEqual({
				person: `telegram:${code}`,
				visitor: { name: code },
			});
	};

	for (let kill = 0; kill < KILLS; kill++) {
		const told = await startAndKill(folder, lane * KILLS + kill);
		if (told.found !== undefined) check(told.found);
		for (const code of told.booked) booked.add(code);
		for (const code of told.moved) moved.add(code);
	}

	const stores = await open(folder);
	check([
		...(await stores.bookings.session("so", THIS_SATURDAY)),
		...(await stores.bookings.session("so", NEXT_SATURDAY)),
	]);
	await stores.close();
	return { booked: booked.size, moved: moved.size };
}

it("killed a hundred times at any moment, no acknowledged booking is lost and none is half there", async () => {
	const folders = await Promise.all(
		Array.from({ length: LANES }, temporaryFolder),
	);
	const told = await Promise.all(folders.map(killAgainAndAgain));
	for (const { booked, moved } of told) {
		expect(booked).toBeGreaterThan(KILLS);
		expect(moved).toBeGreaterThan(0);
	}
	const sum = (key: "booked" | "moved") =>
		told.reduce((total, lane) => total + lane[key], 0);
	console.info(
		`${LANES * KILLS} kills: ${sum("booked")} acknowledged bookings and ${sum("moved")} moves, none lost`,
	);
}, 120_000);
