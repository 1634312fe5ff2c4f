import type { Act } from "../../booking/ledger.js";
import { inOrder } from "../../booking/seats.js";
import type { Booking } from "../../booking/store.js";
import { isNameless } from "../../booking/wipe-acts.js";
import type { LocalDate } from "../../time.js";
import type { Saturdays } from "./saturdays.js";
import { createTurns } from "./turns.js";

/** The Saturdays before `since`, which are read when asked for and not kept in memory. */
export function createArchive(saturdays: Saturdays, since: LocalDate) {
	const inTurn = createTurns();
	/** Files in which nobody is named any more: nothing left to wipe, so no need to read them again. */
	const nameless = new Set<LocalDate>();

	async function applyTo(day: LocalDate, act: Act<number>): Promise<number> {
		const before = await saturdays.read(day);
		const { outcome, ledger, changed } = act(new Map([[day, before]]));
		const after = ledger.get(day) ?? before;
		if (changed.length > 0) await saturdays.write(day, after);
		if (isNameless(after)) nameless.add(day);
		return outcome;
	}

	return {
		async session(desk: string, day: LocalDate): Promise<Booking[]> {
			const { bookings } = await saturdays.read(day);
			return inOrder(bookings.filter((booking) => booking.desk === desk));
		},

		/**
		 * Applies an act that concerns each Saturday by itself to every file, one after the other. A file that fails does
		 * not keep the others from it, and is told at the end.
		 */
		apply: (act: Act<number>): Promise<number> =>
			inTurn("archive", async () => {
				const days = (await saturdays.days()).filter(
					(day) => day < since && !nameless.has(day),
				);
				const failures: unknown[] = [];
				let sum = 0;
				for (const day of days)
					sum += await applyTo(day, act).catch((error) => {
						failures.push(error);
						return 0;
					});
				if (failures.length > 0) throw failures[0];
				return sum;
			}),
	};
}
