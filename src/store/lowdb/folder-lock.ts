import { randomUUID } from "node:crypto";
import {
	link,
	readdir,
	readFile,
	rm,
	truncate,
	writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { StoreError } from "../store-error.js";
import { isRunning, ProcessMark, thisProcess } from "./process-mark.js";

/** Others that start at this moment win at most one round each. */
const ROUNDS = 20;

/**
 * Keeps a second process out of a folder; gives the function that lets the next one in.
 *
 * Whoever takes the lock links a file with the next higher number: the file system lets one of them win. The highest
 * number tells who has it, and is never removed, only emptied, so that a number is never given twice and nobody who
 * looked a moment too early can take away a lock that was just taken over. A process that was killed is known to be
 * gone at once: there is no heartbeat to wait for.
 */
export async function lockFolder(
	folder: string,
	guarded: string,
): Promise<() => Promise<void>> {
	const mark = await thisProcess();
	for (let round = 0; round < ROUNDS; round++) {
		const top = await highest(folder);
		if (top > 0) await refuseIfHeld(fileOf(folder, top), guarded);
		const mine = fileOf(folder, top + 1);
		if (!(await linked(mine, folder, mark))) continue;
		if ((await highest(folder)) > top + 1) {
			await rm(mine); // we had looked too early: others have come and gone since
			continue;
		}
		await removeOthers(folder, top + 1);
		return () => truncate(mine);
	}
	throw new StoreError(
		"in-use",
		`Too many processes want ${guarded} at the same moment. Start one.`,
	);
}

async function refuseIfHeld(file: string, guarded: string): Promise<void> {
	const text = await readFile(file, "utf8").catch((error) => {
		if (error.code === "ENOENT") return ""; // taken over just now: the next round sees by whom
		throw error;
	});
	if (text === "") return; // let go
	const mark = ProcessMark.safeParse(parse(text)).data;
	if (mark !== undefined && !(await isRunning(mark))) return;
	const holder = mark ? `process ${mark.pid} on ${mark.host}` : "somebody";
	throw new StoreError(
		"in-use",
		`${guarded} is in use by ${holder}. Two processes would lose each other's bookings: stop that one first, or set DATA_DIR to another folder. If no such process runs any more, remove ${file}`,
	);
}

/** The file appears under its name complete or not at all. */
async function linked(file: string, folder: string, mark: ProcessMark) {
	const complete = join(folder, `${randomUUID()}.new`);
	await writeFile(complete, JSON.stringify(mark), { mode: 0o600 });
	try {
		await link(complete, file);
		return true;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "EEXIST" || code === "ENOENT") return false;
		throw error;
	} finally {
		await rm(complete, { force: true });
	}
}

async function highest(folder: string): Promise<number> {
	const numbers = (await readdir(folder)).map(Number).filter(Number.isInteger);
	return Math.max(0, ...numbers);
}

async function removeOthers(folder: string, mine: number): Promise<void> {
	for (const name of await readdir(folder))
		if (name !== String(mine)) await rm(join(folder, name), { force: true });
}

const fileOf = (folder: string, number: number) => join(folder, String(number));

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined; // not written by us: whoever holds it, we do not take it
	}
}
