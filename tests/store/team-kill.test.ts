import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Compiled, compile } from "./compile.js";
import { everythingIn, open, temporaryFolder } from "./folder.js";

const KILLS = 15;

let script: Compiled;
beforeAll(async () => {
	script = await compile("tests/store/team-process.ts");
}, 60_000);
afterAll(() => script.remove());

async function startAndKill(folder: string) {
	const child = spawn(process.execPath, [script.path, folder], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	const closed = once(child, "close");
	const enough = 1 + Math.ceil(Math.random() * 12);
	let said = "";
	const saidEnough = new Promise<void>((resolve) => {
		child.stdout.setEncoding("utf8").on("data", (text) => {
			said += text;
			if (said.split("\n").length > enough) resolve();
		});
	});
	await Promise.race([saidEnough, closed]);
	await wait(Math.random() * 5);
	child.kill("SIGKILL");
	expect(await closed).toEqual([null, "SIGKILL"]);
	const lines = said
		.split("\n")
		.slice(0, -1)
		.map((line) => JSON.parse(line));
	return {
		found: lines.flatMap(({ found }) => found ?? []) as string[],
		joined: lines.flatMap(({ joined }) => joined ?? []) as string[],
	};
}

it("killed at any moment, nobody who was taken in is lost, nor the line about it", async () => {
	const folder = await temporaryFolder();
	const all = new Set<string>();
	for (let kill = 0; kill < KILLS; kill++) {
		const { found, joined } = await startAndKill(folder);
		expect([...all].filter((id) => !found.includes(id))).toEqual([]);
		for (const id of joined) all.add(id);
	}
	const stores = await open(folder);
	const { members } = await stores.team.read();
	const ids = members.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect([...all].filter((id) => !ids.includes(id))).toEqual([]);
	const noted = (await stores.audit.list("2026-11")).map(
		({ subject }) => subject,
	);
	expect([...all].filter((id) => !noted.includes(id))).toEqual([]);
	expect(all.size).toBeGreaterThan(KILLS);
	await stores.close();
}, 120_000);

it("the audit list outlives a restart and a line cut short", async () => {
	const folder = await temporaryFolder();
	const before = await open(folder);
	await before.audit.note({
		at: new Date("2026-11-28T01:00:00Z"),
		by: "tv-22222222",
		act: "team-seen",
		subject: "nhom",
	});
	await before.close();
	await writeFile(
		join(folder, "audit", "2026-11.jsonl"),
		`${(await everythingIn(folder))["audit/2026-11.jsonl"]}\n{"at":"2026-11-28T01:0`,
	);
	const after = await open(folder);
	await after.audit.note({
		at: new Date("2026-11-28T01:01:00Z"),
		by: "tv-22222222",
		act: "audit-seen",
		subject: "2026-11",
	});
	// What a kill cut short is left out, and takes nothing else with it.
	expect(await after.audit.list("2026-11")).toHaveLength(2);
	await after.close();
});

it("a damaged team file stops the start rather than being taken for an empty team", async () => {
	const folder = await temporaryFolder();
	await (await open(folder)).close();
	await writeFile(join(folder, "team.json"), '{"members":[]}');
	await expect(open(folder)).rejects.toMatchObject({ code: "unreadable" });
});
