import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Disk } from "../../src/store/lowdb/disk.js";
import { openUsage } from "../../src/store/lowdb/usage.js";
import { memoryUsage } from "../../src/store/memory/usage.js";
import { usageStoreContract } from "../contracts/usage-store.js";
import { temporaryFolder } from "./folder.js";

const open = async (folder: string) =>
	openUsage(
		join(folder, "zalo-usage.json"),
		await Disk.open(join(folder, "tmp")),
	);

describe("the memory store keeps usage", () =>
	usageStoreContract(async () => memoryUsage()));
describe("the lowdb store keeps usage", () => {
	usageStoreContract(async () => open(await temporaryFolder()));

	it("through a restart", async () => {
		const folder = await temporaryFolder();
		const record = {
			month: "2026-11",
			sent: 1,
			warned: [],
			salt: "muoi",
			users: [],
		};
		await (await open(folder)).write(record);
		expect(await (await open(folder)).read()).toEqual(record);
	});

	it("and does not take a damaged file for none", async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, "zalo-usage.json"), '{"month":"2026-11"}');
		await expect((await open(folder)).read()).rejects.toMatchObject({
			code: "unreadable",
		});
	});
});
