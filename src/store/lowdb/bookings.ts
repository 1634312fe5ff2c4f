import { type Act, type Ledger, saturdayOf } from "../../booking/ledger.js";
import type { BookingStore } from "../../booking/store.js";
import { forget, wipeBefore } from "../../booking/wipe-acts.js";
import { addDays, type LocalDate } from "../../time.js";
import { createLedgerStore } from "../ledger-store.js";
import { createArchive } from "./archive.js";
import { GroupCommit } from "./group-commit.js";
import { repair } from "./repair.js";
import type { Saturdays } from "./saturdays.js";

/** As long as a visitor's name is kept: what is older is of interest to counts only. */
const DAYS_BACK = 30;

/**
 * Bookings from 30 days back on are in memory, older ones only in their files: they are counted and wiped, but their
 * codes are not found any more.
 */
export async function openBookings(
	saturdays: Saturdays,
	today: LocalDate,
): Promise<BookingStore & { idle(): Promise<void> }> {
	const since = addDays(today, -DAYS_BACK);
	const read = await readSince(since, saturdays);
	const { ledger, changed } = repair(read);
	for (const day of changed)
		await saturdays.write(day, saturdayOf(ledger, day));

	const commits = new GroupCommit(ledger, createWriter(saturdays));
	const store = createLedgerStore({
		ledger: () => commits.ledger(),
		commit: (act) => commits.commit(onlySince(since, act)),
	});
	const archive = createArchive(saturdays, since);
	return {
		...store,
		session: (desk, day) =>
			day < since ? archive.session(desk, day) : store.session(desk, day),
		days: () => saturdays.days(),
		saturday: (day) =>
			day < since ? saturdays.read(day) : store.saturday(day),
		forget: async (person, today) =>
			(await store.forget(person, today)) +
			(await archive.apply(forget(person, today))),
		wipeBefore: async (day) =>
			(await store.wipeBefore(day)) + (await archive.apply(wipeBefore(day))),
		idle: () => commits.idle(),
	};
}

async function readSince(
	since: LocalDate,
	saturdays: Saturdays,
): Promise<Ledger> {
	const days = (await saturdays.days()).filter((day) => day >= since);
	return new Map(
		await Promise.all(
			days.map(async (day) => [day, await saturdays.read(day)] as const),
		),
	);
}

/**
 * Writes several files as one: when one fails, those written before it are put back. A file that could not be put back
 * is owed, and paid before anything else is written, so that no later change meets an undone one.
 */
function createWriter(saturdays: Saturdays) {
	const owed = new Set<LocalDate>();
	const pay = async (ledger: Ledger) => {
		for (const day of owed) {
			await saturdays.write(day, saturdayOf(ledger, day));
			owed.delete(day);
		}
	};
	return async (
		days: readonly LocalDate[],
		ledger: Ledger,
		before: Ledger,
	): Promise<void> => {
		await pay(before);
		try {
			for (const day of days) {
				owed.add(day);
				await saturdays.write(day, saturdayOf(ledger, day));
			}
			owed.clear();
		} catch (error) {
			await pay(before).catch(() => {}); // stays owed; the caller hears of the failure that came first
			throw error;
		}
	};
}

/** The rest is not in the ledger: an act on it would write an old Saturday anew, without its bookings. */
const onlySince =
	<Outcome>(since: LocalDate, act: Act<Outcome>): Act<Outcome> =>
	(ledger) => {
		const step = act(ledger);
		const old = step.changed.find((day) => day < since);
		if (old !== undefined)
			throw new RangeError(`${old} is past and its bookings are closed`);
		return step;
	};
