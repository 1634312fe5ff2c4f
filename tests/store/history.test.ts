import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Disk } from "../../src/store/lowdb/disk.js";
import { openHistory } from "../../src/store/lowdb/history.js";
import { memoryHistory } from "../../src/store/memory/history.js";
import {
	historyStoreContract,
	publication,
} from "../contracts/history-store.js";
import { temporaryFolder } from "./folder.js";

const open = async (folder: string) =>
	openHistory(join(folder, "history"), await Disk.open(join(folder, "tmp")));

describe("the memory store keeps the knowledge's history", () =>
	historyStoreContract(async () => memoryHistory()));

describe("the lowdb store keeps the knowledge's history", () => {
	historyStoreContract(async () => open(await temporaryFolder()));

	it("through a restart, the pending records as well", async () => {
		const folder = await temporaryFolder();
		const before = await open(folder);
		const done = await before.begin(publication);
		await before.complete(done);
		const pending = await before.begin(publication);
		const after = await open(folder);
		expect((await after.list(10)).map(({ id }) => id)).toEqual([done]);
		expect((await after.pending()).map(({ id }) => id)).toEqual([pending]);
		expect((await after.begin(publication)) > pending).toBe(true);
	});

	it("in one file for each record", async () => {
		const folder = await temporaryFolder();
		const store = await open(folder);
		for (let count = 0; count < 3; count++) {
			await store.complete(await store.begin(publication));
		}
		expect((await readdir(join(folder, "history"))).sort()).toEqual([
			"00000001.json",
			"00000002.json",
			"00000003.json",
		]);
	});
});
