import { appendFile, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import * as z from "zod";
import type { SessionStore } from "../../src/conversation/session.js";
import { Disk } from "../../src/store/lowdb/disk.js";
import { hashedPath } from "../../src/store/lowdb/hashed.js";
import { type Limits, openSessions } from "../../src/store/lowdb/sessions.js";
import { minutesLater, NOW } from "../booking/morning.js";
import { everythingIn, temporaryFolder } from "./folder.js";

const LIMITS: Limits = {
	quietMs: 60 * 60_000,
	lookMs: 10 * 60_000,
	recentBytes: 2 ** 20,
};

describe("conversations, the recent ones in one log", {
	timeout: 30_000,
}, () => {
	let folder: string;
	let now: Date;
	let sessions: SessionStore<unknown>;
	let close: () => Promise<void>;

	async function open(limits: Partial<Limits> = {}) {
		const disk = await Disk.open(join(folder, "tmp"));
		close = () => disk.close();
		await disk.folder(join(folder, "sessions"));
		sessions = await openSessions(
			join(folder, "sessions"),
			disk,
			() => now,
			z.unknown(),
			{ ...LIMITS, ...limits },
		);
		onTestFinished(() => disk.close());
	}
	/** What a process that was killed leaves: nothing is closed, nothing is tidied. */
	const reopen = () => open();
	const log = () => join(folder, "sessions", "recent.jsonl");
	const fileOf = (conversation: string) =>
		hashedPath(join(folder, "sessions"), conversation);
	const isFile = (path: string) =>
		stat(path).then(
			() => true,
			() => false,
		);
	const until = (condition: () => Promise<boolean>) =>
		expect.poll(condition, { timeout: 25_000 }).toBe(true);

	beforeEach(async () => {
		folder = await temporaryFolder();
		now = NOW;
		await open();
	});

	it("a thousand at once are flushed together, and all are there after a kill", async () => {
		const people = Array.from({ length: 1000 }, (_, at) => `telegram:${at}`);
		await Promise.all(
			people.map((person, at) => sessions.write(person, { at })),
		);
		await reopen();
		for (const [at, person] of people.entries())
			expect(await sessions.read(person)).toEqual({ at });
	});

	it("a line that a kill cut short is none; the word before it stands, and the next is whole", async () => {
		await sessions.write("telegram:hoa", { step: "day" });
		const whole = await readFile(log(), "utf8");
		await appendFile(log(), whole.replace("day", "time").slice(0, -9));
		await reopen();
		expect(await sessions.read("telegram:hoa")).toEqual({ step: "day" });
		await sessions.write("telegram:nam", { step: "name" });
		await reopen();
		expect(await sessions.read("telegram:hoa")).toEqual({ step: "day" });
		expect(await sessions.read("telegram:nam")).toEqual({ step: "name" });
	});

	it("a forgotten one is in no byte of any file at once, nor are its earlier words; others stay", async () => {
		for (const said of ["chị Hoa", "Hoa, chị", "Hoa"])
			await sessions.write("telegram:hoa", { said });
		await sessions.write("telegram:nam", { said: "anh Nam" });
		await sessions.delete("telegram:hoa");
		const key = hashedPath("", "telegram:hoa").slice(3, -5);
		const everything = JSON.stringify(await everythingIn(folder));
		expect(everything).not.toContain("Hoa");
		expect(everything).not.toContain(key);
		await reopen();
		expect(await sessions.read("telegram:hoa")).toBeUndefined();
		expect(await sessions.read("telegram:nam")).toEqual({ said: "anh Nam" });
	});

	it("a forgotten one leaves its own file as well", async () => {
		await sessions.write("telegram:hoa", { said: "chị Hoa" });
		now = minutesLater(61);
		await sessions.write("telegram:nam", {});
		await until(() => isFile(fileOf("telegram:hoa")));
		await sessions.write("telegram:hoa", { said: "Hoa" });
		await sessions.delete("telegram:hoa");
		expect(JSON.stringify(await everythingIn(folder))).not.toContain("Hoa");
		expect(await sessions.read("telegram:hoa")).toBeUndefined();
	});

	it("one that is quiet for an hour moves out of the log and goes on from its file", async () => {
		await sessions.write("telegram:hoa", { step: "day" });
		now = minutesLater(61);
		await sessions.write("telegram:nam", { step: "name" });
		await until(async () => !(await readFile(log(), "utf8")).includes("day"));
		expect(await sessions.read("telegram:hoa")).toEqual({ step: "day" });
		expect(await isFile(fileOf("telegram:nam"))).toBe(false);

		await sessions.write("telegram:hoa", { step: "time" });
		expect(await sessions.read("telegram:hoa")).toEqual({ step: "time" });
		await reopen();
		expect(await sessions.read("telegram:hoa")).toEqual({ step: "time" });
	});

	it("a message that comes while its conversation moves is the one that counts", async () => {
		for (let person = 0; person < 50; person++)
			await sessions.write(`telegram:${person}`, { step: "day" });
		now = minutesLater(61);
		await Promise.all(
			Array.from({ length: 50 }, (_, person) =>
				sessions.write(`telegram:${person}`, { step: "time" }),
			),
		);
		await close();
		await reopen();
		for (let person = 0; person < 50; person++)
			expect(await sessions.read(`telegram:${person}`)).toEqual({
				step: "time",
			});
	});

	it("the log does not grow with how often somebody writes", async () => {
		const long = "x".repeat(50_000);
		for (let turn = 0; turn < 100; turn++)
			await sessions.write("telegram:hoa", { turn, long });
		await close();
		expect((await stat(log())).size).toBeLessThan(2 * 2 ** 20);
		await reopen();
		expect(await sessions.read("telegram:hoa")).toEqual({ turn: 99, long });
	});

	it("nor with how many do, though nobody is quiet yet", async () => {
		const long = "x".repeat(50_000);
		for (let person = 0; person < 100; person++)
			await sessions.write(`telegram:${person}`, { person, long });
		await until(async () => (await stat(log())).size < 2 * 2 ** 20);
		for (let person = 0; person < 100; person++)
			expect(await sessions.read(`telegram:${person}`)).toEqual({
				person,
				long,
			});
	});

	it("what cannot be moved stays in the log, and keeps nobody else there", async () => {
		await sessions.write("telegram:hoa", { step: "day" });
		await sessions.write("telegram:nam", { step: "name" });
		await writeFile(dirname(fileOf("telegram:hoa")), "in the way");
		now = minutesLater(61);
		await sessions.write("telegram:lan", {});
		await until(async () => !(await readFile(log(), "utf8")).includes("name"));
		await reopen();
		expect(await sessions.read("telegram:hoa")).toEqual({ step: "day" });
		expect(await sessions.read("telegram:nam")).toEqual({ step: "name" });
	});

	it("30 days after the last word one goes from the log as from its file", async () => {
		await sessions.write("telegram:filed", { step: "day" });
		now = minutesLater(61);
		await sessions.write("telegram:logged", { step: "day" });
		await until(() => isFile(fileOf("telegram:filed")));
		now = minutesLater(62);
		await sessions.write("telegram:stays", { step: "day" });
		expect(await sessions.deleteBefore(minutesLater(62))).toBe(2);
		expect(Object.values(await everythingIn(folder)).join("")).toMatch(
			/^\s*\{[^\n]*\}\s*$/,
		);
		expect(await sessions.read("telegram:stays")).toEqual({ step: "day" });
	});
});
