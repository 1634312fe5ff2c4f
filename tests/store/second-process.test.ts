import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { lockFolder } from "../../src/store/lowdb/folder-lock.js";
import { NOW, places, request } from "../booking/morning.js";
import { type Compiled, compile } from "./compile.js";
import { open, temporaryFolder } from "./folder.js";

let script: Compiled;
beforeAll(async () => {
	script = await compile("tests/store/holding-process.ts");
}, 60_000);
afterAll(() => script.remove());

/** Starts a process that opens the folder and keeps it open; gives what it said first. */
async function start(
	folder: string,
): Promise<{ child: ChildProcess; said: string }> {
	const child = spawn(process.execPath, [script.path, folder], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	const [said] = await once(child.stdout, "data");
	return { child, said: String(said).trim() };
}

async function kill(child: ChildProcess) {
	const exited = once(child, "exit");
	child.kill("SIGKILL");
	await exited;
}

it("a second process is refused, and told which one to stop", async () => {
	const folder = await temporaryFolder();
	const { child, said } = await start(folder);
	expect(said).toBe("opened");

	const second = open(folder);
	await expect(second).rejects.toMatchObject({
		name: "StoreError",
		code: "in-use",
	});
	await expect(second).rejects.toThrow(
		`${folder} is in use by process ${child.pid} on ${hostname()}`,
	);
	await expect(second).rejects.toThrow("stop that one first");
	await kill(child);
});

it("the same process cannot open a folder twice, and can when it was closed", async () => {
	const folder = await temporaryFolder();
	const first = await open(folder);
	await expect(open(folder)).rejects.toThrow(`process ${process.pid}`);
	await first.close();
	await (await open(folder)).close();
});

it("a folder left by a killed process opens at once, with what it had acknowledged", async () => {
	const folder = await temporaryFolder();
	const { child } = await start(folder);
	await kill(child);
	const stores = await open(folder);
	expect(await stores.bookings.find("T7-222222")).toBeDefined();
	await stores.close();
});

it("of six processes that take over from a killed one at once, one gets the folder", async () => {
	const folder = await temporaryFolder();
	await kill((await start(folder)).child);
	const starts = await Promise.all(
		Array.from({ length: 6 }, () => start(folder)),
	);
	const said = starts.map((one) => one.said).sort();
	expect(said).toEqual([...Array(5).fill("in-use"), "opened"]);
	for (const { child, said } of starts)
		if (said === "opened") await kill(child);
}, 60_000);

/** Anybody's try at the lock: what lets it go again, or undefined when it was refused. */
const attempt = (folder: string) =>
	lockFolder(folder, "data").catch((error) => {
		expect(error.code).toBe("in-use");
		return undefined;
	});

it("of fifty that look at a dead process's lock in the same moment, one gets it", async () => {
	const folder = await temporaryFolder();
	const dead = { pid: 2 ** 22 + 1, host: hostname(), since: "" };
	await writeFile(join(folder, "7"), JSON.stringify(dead));
	const got = await Promise.all(
		Array.from({ length: 50 }, () => attempt(folder)),
	);
	expect(got.filter(Boolean)).toHaveLength(1);
	expect(await readdir(folder)).toEqual(["8"]);
});

it("however many come and go, no two ever have it", async () => {
	const folder = await temporaryFolder();
	let holders = 0;
	let taken = 0;
	const comeAndGo = async () => {
		for (let turn = 0; turn < 40; turn++) {
			const letGo = await attempt(folder);
			if (letGo === undefined) continue;
			expect(++holders).toBe(1);
			taken++;
			await new Promise(setImmediate);
			holders--;
			await letGo();
		}
	};
	await Promise.all(Array.from({ length: 10 }, comeAndGo));
	expect(taken).toBeGreaterThan(10);
});

it("a process that got the number of a dead one is not taken for it", async () => {
	const folder = await temporaryFolder();
	await (await open(folder)).close();
	const [number = ""] = await readdir(join(folder, "lock"));
	const left = { pid: process.pid, host: hostname(), since: "another boot 1" };
	await writeFile(join(folder, "lock", number), JSON.stringify(left));
	await (await open(folder)).close();
});

it.each([
	{ left: "by another host", pid: 1, host: "elsewhere", since: "" },
	{ left: "in words we do not know" },
])("a lock left $left is not broken; the message says how to", async (left) => {
	const folder = await temporaryFolder();
	await (await open(folder)).close();
	const [number = ""] = await readdir(join(folder, "lock"));
	const lock = join(folder, "lock", number);
	const { left: _, ...mark } = left;
	await writeFile(lock, JSON.stringify(mark));
	await expect(open(folder)).rejects.toThrow(`remove ${lock}`);
	expect(await readFile(lock, "utf8")).toBe(JSON.stringify(mark));
});

it("a closed store finishes what is in hand and refuses what comes later", async () => {
	const folder = await temporaryFolder();
	const { bookings, sessions, writable, close } = await open(folder);
	const inHand = bookings.confirm(
		request({ code: "T7-222222" }),
		NOW,
		places(1),
	);
	const alsoInHand = sessions.write("telegram:hoa", { step: "day" });
	await close();
	expect(await inHand).toMatchObject({ kind: "booked" });
	await alsoInHand;
	expect(await writable()).toBe(false);
	for (const late of [
		bookings.cancel("T7-222222"),
		sessions.write("telegram:hoa", {}),
	])
		await expect(late).rejects.toMatchObject({ code: "closed" });
});
