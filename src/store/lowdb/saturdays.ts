import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import { EMPTY, type Saturday } from "../../booking/seats.js";
import { LocalDate } from "../../time.js";
import type { Disk } from "./disk.js";
import { JsonFile } from "./json-file.js";
import { saturdayFile } from "./saturday-file.js";

/** The folder of bookings: one file for each Saturday, so that none grows with the years. */
export interface Saturdays {
	/** The days that have a file, earliest first. */
	days(): Promise<readonly LocalDate[]>;
	read(day: LocalDate): Promise<Saturday>;
	write(day: LocalDate, saturday: Saturday): Promise<void>;
}

export async function openSaturdayFiles(
	folder: string,
	disk: Disk,
): Promise<Saturdays> {
	await disk.folder(folder);
	const fileOf = (day: LocalDate) =>
		new Low<Saturday>(
			new JsonFile(disk, join(folder, `${day}.json`), saturdayFile(day)),
			EMPTY,
		);
	return {
		days: async () =>
			(await readdir(folder))
				.filter((name) => name.endsWith(".json"))
				.map((name) => LocalDate.safeParse(name.slice(0, -".json".length)))
				.flatMap(({ data }) => data ?? [])
				.sort(),
		read: async (day) => {
			const file = fileOf(day);
			await file.read();
			return file.data;
		},
		write: async (day, saturday) => {
			const file = fileOf(day);
			file.data = saturday;
			await file.write();
		},
	};
}
