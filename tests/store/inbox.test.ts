import { appendFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Incoming } from "../../src/channels/channel.js";
import { minutesLater, NOW } from "../booking/morning.js";
import { everythingIn, open, temporaryFolder } from "./folder.js";

const from = (number: number, text = "chị Hoa, 0900000001"): Incoming => ({
	id: `telegram:${number}`,
	conversation: "telegram:918273645",
	kind: "typed",
	text,
	receivedAt: NOW,
});
const ids = (incoming: readonly Incoming[]) => incoming.map(({ id }) => id);

it("what was accepted is there after a restart, and what was done is not let in again", async () => {
	const folder = await temporaryFolder();
	const first = await open(folder);
	await first.inbox.accept([from(1), from(2)]);
	await first.inbox.accept([from(3)]);
	await first.inbox.done(["telegram:1", "telegram:3"]);
	await first.close();

	const { inbox, close } = await open(folder);
	expect(await inbox.pending()).toEqual([from(2)]);
	expect(ids(await inbox.accept([from(1), from(2), from(3), from(4)]))).toEqual(
		["telegram:4"],
	);
	await inbox.done(["telegram:2", "telegram:4"]);
	expect(await inbox.pending()).toEqual([]);
	await close();
});

it("messages that come together share their files", async () => {
	const folder = await temporaryFolder();
	const { inbox, close } = await open(folder);
	const all = Array.from({ length: 500 }, (_, number) => from(number));
	await Promise.all(all.map((one) => inbox.accept([one])));
	const files = await readdir(join(folder, "inbox", "pending"));
	expect(files.length).toBeLessThan(20);
	await Promise.all(all.map(({ id }) => inbox.done([id])));
	await close();
	expect(await readdir(join(folder, "inbox", "pending"))).toEqual([]);
});

it("ids of a day are kept, in a file an hour, and no older ones", async () => {
	const folder = await temporaryFolder();
	let now = NOW;
	const { inbox, close } = await open(folder, () => now);
	for (let hour = 0; hour < 100; hour++) {
		now = minutesLater(60 * hour);
		await inbox.accept([from(hour)]);
		await inbox.done([`telegram:${hour}`]);
	}
	const files = await readdir(join(folder, "inbox", "seen"));
	expect(files.length).toBeLessThanOrEqual(26);
	expect(await inbox.accept([from(99), from(76)])).toEqual([]);
	await close();
});

it("a line cut short by a kill is no id, and spoils none that comes after it", async () => {
	const folder = await temporaryFolder();
	const first = await open(folder);
	await first.inbox.accept([from(12), from(13)]);
	await first.inbox.done(["telegram:12"]);
	await first.close();
	const [hour = ""] = await readdir(join(folder, "inbox", "seen"));
	await appendFile(join(folder, "inbox", "seen", hour), '\n"telegram:1');

	const second = await open(folder);
	expect(ids(await second.inbox.pending())).toEqual(["telegram:13"]);
	expect(ids(await second.inbox.accept([from(1)]))).toEqual(["telegram:1"]);
	await second.inbox.done(["telegram:13", "telegram:1"]);
	await second.close();

	const third = await open(folder);
	expect(await third.inbox.accept([from(1), from(12), from(13)])).toEqual([]);
	await third.close();
});

it("a file left by a kill after its messages were done is cleared away", async () => {
	const folder = await temporaryFolder();
	const first = await open(folder);
	await first.inbox.accept([from(1)]);
	await first.inbox.done(["telegram:1"]);
	await first.close();
	const left = join(folder, "inbox", "pending", "1.json");
	await writeFile(left, JSON.stringify([from(1)]));

	const second = await open(folder);
	expect(await second.inbox.pending()).toEqual([]);
	await second.close();
	expect(await readdir(join(folder, "inbox", "pending"))).toEqual([]);
});

it("what could not be stored was not accepted", async () => {
	const folder = await temporaryFolder();
	const { inbox, close } = await open(folder);
	await mkdir(join(folder, "inbox", "pending", "1.json", "in the way"), {
		recursive: true,
	});
	const [first, again] = await Promise.allSettled([
		inbox.accept([from(1)]),
		inbox.accept([from(1)]),
	]);
	expect([first.status, again.status]).toEqual(["rejected", "rejected"]);
	expect(ids(await inbox.accept([from(1)]))).toEqual(["telegram:1"]);
	await close();
});

it("what was said is in no file once it is answered, and never in a name", async () => {
	const folder = await temporaryFolder();
	const { inbox, reach, close } = await open(folder);
	await inbox.accept([from(1)]);
	await reach.lose("telegram:918273645");
	const names = Object.keys(await everythingIn(folder)).join("\n");
	expect(names).not.toMatch(/Hoa|0900000001|918273645/);
	await inbox.done(["telegram:1"]);
	await reach.find("telegram:918273645");
	await close();
	expect(JSON.stringify(await everythingIn(folder))).not.toMatch(
		/Hoa|0900000001|918273645/,
	);
});

it("a damaged inbox is named at the start, and left as it is", async () => {
	const folder = await temporaryFolder();
	await mkdir(join(folder, "inbox", "pending"), { recursive: true });
	await writeFile(join(folder, "inbox", "pending", "7.json"), "[{");
	await expect(open(folder)).rejects.toThrow("7.json cannot be read");
});
