import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Program } from "./app-program.js";

/** Runs before the program does, and puts its clock ahead by the milliseconds that the file says. */
const preload = (file: string) => `
import { readFileSync } from "node:fs";
const Real = Date;
let ahead = 0;
const read = () => { ahead = Number(readFileSync(${JSON.stringify(file)}, "utf8")); };
read();
process.on("SIGUSR2", read);
globalThis.Date = class extends Real {
	constructor(...given) {
		if (given.length === 0) super(Real.now() + ahead);
		else super(...given);
	}
	static now() {
		return Real.now() + ahead;
	}
};`;

/** The clock of a built program, which the test turns; kept in a folder of the test, outside of `DATA_DIR`. */
export async function programClock(folder: string, from: Date) {
	const file = join(folder, "clock");
	const set = (instant: Date) =>
		writeFile(file, String(instant.getTime() - Date.now()));
	await set(from);
	const code = encodeURIComponent(preload(file));
	return {
		env: { NODE_OPTIONS: `--import=data:text/javascript,${code}` },
		/** Heard by the program in the next moment. */
		async turnTo(instant: Date, { process }: Program) {
			await set(instant);
			process.kill("SIGUSR2");
		},
	};
}
