import { describe, expect, it } from "vitest";
import {
	createUsage,
	type UsageStore,
} from "../../../src/channels/zalo/usage.js";
import { createLog } from "../../../src/log.js";
import { memoryUsage } from "../../../src/store/memory/usage.js";
import { aBot, aZalo, NOW } from "./a-bot.js";

function aCounter(store: UsageStore = memoryUsage(), today = NOW) {
	const logged: string[] = [];
	let now = today;
	const counter = createUsage(store, {
		clock: () => now,
		log: createLog("trace", { write: (line) => void logged.push(line) }),
	});
	return {
		...counter,
		store,
		logged,
		turnTo(instant: string) {
			now = new Date(instant);
		},
		sends(count: number) {
			for (let sent = 0; sent < count; sent++) counter.sent();
		},
		write(count: number) {
			for (let user = 0; user < count; user++) counter.wrote(`zalo:u${user}`);
		},
	};
}
const warnings = (logged: readonly string[]) =>
	logged.filter((line) => line.includes("80 %"));

describe("the count of what the plan allows", () => {
	it("counts messages of the month, and everybody who wrote, once each", async () => {
		const counter = aCounter();
		counter.sends(3);
		counter.write(2);
		counter.write(2);
		expect(await counter.figures()).toEqual({
			month: "2026-11",
			messages: { used: 3, allowed: 3_000 },
			users: { used: 2, allowed: 50 },
		});
	});

	it("goes on after a restart", async () => {
		const before = aCounter();
		before.sends(3);
		before.write(2);
		await before.figures();
		const after = aCounter(before.store);
		after.sends(1);
		after.write(3);
		expect(await after.figures()).toMatchObject({
			messages: { used: 4 },
			users: { used: 3 },
		});
	});

	it("begins a month at the desk's midnight, and keeps its users", async () => {
		const counter = aCounter();
		counter.sends(3);
		counter.write(2);
		await counter.figures();
		counter.turnTo("2026-11-30T16:59:59Z");
		expect(await counter.figures()).toMatchObject({ month: "2026-11" });
		counter.turnTo("2026-11-30T17:00:00Z");
		expect(await counter.figures()).toMatchObject({
			month: "2026-12",
			messages: { used: 0 },
			users: { used: 2 },
		});
	});

	it.each([
		["messages", 2_400, "sends"],
		["users", 40, "write"],
	] as const)(
		"warns once a month from 80 %% of the %s on",
		async (what, from, act) => {
			const counter = aCounter();
			counter[act](from - 1);
			await counter.figures();
			expect(warnings(counter.logged)).toHaveLength(0);
			counter[act](from + 10);
			await counter.figures();
			const again = aCounter(counter.store);
			again[act](from + 11);
			await again.figures();
			expect(warnings([...counter.logged, ...again.logged])).toEqual([
				expect.stringContaining(what),
			]);
			again.turnTo("2026-12-05T02:00:00Z");
			again[act](from);
			await again.figures();
			expect(warnings(again.logged)).toHaveLength(1);
		},
	);

	it("keeps nobody's id, and another hash in another place", async () => {
		const [here, there] = [aCounter(), aCounter()];
		for (const counter of [here, there]) {
			counter.wrote("zalo:0f1e2d3c4b5a69788796");
			await counter.figures();
		}
		const [one, other] = [await here.store.read(), await there.store.read()];
		expect(JSON.stringify(one)).not.toContain("0f1e2d3c");
		expect(one?.users).not.toEqual(other?.users);
	});

	it("counts on when it cannot be written", async () => {
		const counter = aCounter({
			read: async () => undefined,
			write: async () => {
				throw new Error("the disk is full");
			},
		});
		counter.sends(2);
		expect(await counter.figures()).toMatchObject({ messages: { used: 2 } });
		expect(counter.logged.join("")).toContain("could not be written");
	});

	it("does not write over a record that it cannot read", async () => {
		let written = 0;
		const counter = aCounter({
			read: async () => {
				throw new Error("not JSON");
			},
			write: async () => void written++,
		});
		counter.sends(2);
		expect(await counter.figures()).toMatchObject({ messages: { used: 2 } });
		expect(written).toBe(0);
		expect(counter.logged.join("")).toContain("cannot be read");
	});
});

describe("the channel counts", () => {
	it("who writes, and every message sent or perhaps sent", async () => {
		const zalo = await aZalo();
		const bot = aBot(zalo, { usage: memoryUsage() });
		await bot.start();
		const lan = zalo.person("lan");
		await lan.types("chào");
		await zalo.person("minh").types("chào");
		await lan.types("còn đó không");
		await bot.hears(3);
		const to = `zalo:${lan.id}`;
		const long = `${"a".repeat(1_999)}\n\n${"b".repeat(1_999)}`;
		await bot.channel.notify(to, { text: long });
		zalo.fail(
			"sendMessage",
			{ kind: "drop", done: true },
			{ kind: "error", code: 500 },
			{ kind: "error", code: 429 },
		);
		for (const _ of [1, 2, 3]) await bot.channel.notify(to, { text: "chào" });
		expect(await bot.channel.usage()).toMatchObject({
			messages: { used: 3 },
			users: { used: 2 },
		});
	});

	it("nothing where nobody keeps the count", async () => {
		const bot = aBot(await aZalo());
		expect(await bot.channel.usage()).toBeUndefined();
	});
});
