import { readdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { open, temporaryFolder } from "./folder.js";

it.skipIf(process.platform !== "linux")(
	"a thousand conversations in one moment need few file handles (Linux tells how many)",
	async () => {
		const stores = await open(await temporaryFolder());
		const before = (await readdir("/proc/self/fd")).length;
		let most = 0;
		let done = false;
		const watch = async () => {
			while (!done)
				most = Math.max(most, (await readdir("/proc/self/fd")).length);
		};
		const watching = watch();
		await Promise.all(
			Array.from({ length: 1000 }, (_, person) =>
				stores.sessions.write(`telegram:${person}`, { step: "day" }),
			),
		);
		done = true;
		await watching;
		expect(most - before).toBeLessThan(100);
		expect(await stores.sessions.read("telegram:999")).toEqual({ step: "day" });
		await stores.close();
	},
	30_000,
);
