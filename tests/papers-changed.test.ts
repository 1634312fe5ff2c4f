import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { openKnowing } from "../src/knowing.js";
import { createLog } from "../src/log.js";
import { tellPapersChanged } from "../src/papers-changed.js";
import { openMemory } from "../src/store/memory/index.js";
import { newFolder } from "./app-program.js";
import { NOW, places, request } from "./booking/morning.js";

const FILE = "procedures/doanh-nghiep/2.001583.yaml";

it("an edit by hand that changes the papers is told to who booked about it, once", async () => {
	const folder = await newFolder();
	await cp("knowledge", folder, { recursive: true });
	const known = await openKnowing(folder, createLog("silent"));
	onTestFinished(async () => {
		await known.close();
		await rm(folder, { recursive: true, force: true });
	});
	const id = "2.001583";
	const stores = openMemory(() => NOW);
	for (const [code, person, procedure] of [
		["T7-222222", "telegram:hoa", id],
		["T7-333333", "telegram:nam", "1.001612"],
	] as const) {
		const asked = { ...request({ code }), person, procedure };
		expect((await stores.bookings.confirm(asked, NOW, places(4))).kind).toBe(
			"booked",
		);
	}
	known.onTakenOver(
		tellPapersChanged({
			...stores,
			channels: () => ["telegram"],
			clock: () => NOW,
		}),
	);
	known.follow(new Date());

	const path = join(folder, FILE);
	const text = await readFile(path, "utf8");
	const withPaper = (paper: string) =>
		writeFile(path, text.replace("documents:\n", `documents:\n  - ${paper}\n`));
	await withPaper("Ảnh 4 × 6");
	const codes = async () =>
		(await stores.letters.waiting()).map(({ content }) => content);
	await vi.waitFor(
		async () =>
			expect(await codes()).toEqual([
				{ kind: "papers-changed", code: "T7-222222" },
			]),
		{ timeout: 20_000, interval: 100 },
	);
	await withPaper("Ảnh 4 × 6, hai bản");
	await vi.waitFor(
		() =>
			expect(known.now().knowledge.procedures.get(id)?.documents[0]).toMatch(
				/hai bản/,
			),
		{ timeout: 20_000, interval: 100 },
	);
	expect(await codes()).toHaveLength(1);
}, 60_000);
