import { expect, it } from "vitest";
import { createLog } from "../../src/log.js";
import { type AskedStore, createAskedCounter } from "../../src/report/asked.js";
import { memoryAsked } from "../../src/store/memory/asked.js";

/** A counter whose pauses end when told to. */
function counting(store: AskedStore = memoryAsked()) {
	let now = new Date("2026-11-30T16:59:00Z"); // 23:59 at the desk
	const paused: (() => void)[] = [];
	const logged: string[] = [];
	const counter = createAskedCounter(store, {
		clock: () => now,
		log: createLog("debug", { write: (text) => void logged.push(text) }),
		later: (task) => paused.push(task),
	});
	return {
		counter,
		store,
		paused,
		logged,
		at: (instant: string) => {
			now = new Date(instant);
		},
	};
}

it("writes many answers as one group, after a pause", async () => {
	const { counter, store, paused } = counting();
	for (let times = 0; times < 1000; times++) counter.count("2.001583");
	expect(paused).toHaveLength(1);
	expect(await store.of("2026-11")).toEqual({});
	paused[0]?.();
	await counter.flush();
	expect(await store.of("2026-11")).toEqual({ "2.001583": 1000 });
});

it("counts to the month in which it was asked at the desk", async () => {
	const { counter, store, at } = counting();
	counter.count("2.001583");
	at("2026-11-30T17:00:00Z"); // midnight at the desk
	counter.count("2.001583");
	await counter.flush();
	expect(await store.of("2026-11")).toEqual({ "2.001583": 1 });
	expect(await store.of("2026-12")).toEqual({ "2.001583": 1 });
});

it("keeps what could not be written for the next time, and says so", async () => {
	const kept = memoryAsked();
	let full = true;
	const { counter, logged } = counting({
		...kept,
		add: async (...counts) => {
			if (full) throw new Error("the disk is full");
			await kept.add(...counts);
		},
	});
	counter.count("2.001583");
	await counter.flush();
	expect(logged.join()).toContain("could not be counted yet");
	full = false;
	counter.count("2.001583");
	await counter.flush();
	expect(await kept.of("2026-11")).toEqual({ "2.001583": 2 });
});
