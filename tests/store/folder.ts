import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import * as z from "zod";
import { openLowdb } from "../../src/store/lowdb/index.js";
import { NOW } from "../booking/morning.js";

/** A real folder, gone when the test is. */
export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "ban-thu-bay-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

export const open = (folder: string, clock = () => NOW) =>
	openLowdb(folder, { clock, state: z.unknown() });

/** Every file below the folder with what it says. */
export async function everythingIn(
	folder: string,
): Promise<Record<string, string>> {
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true,
	});
	const paths = entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
	return Object.fromEntries(
		await Promise.all(
			paths.map(async (path) => [
				path.slice(folder.length + 1),
				await readFile(path, "utf8"),
			]),
		),
	);
}
