import type { Ledger } from "../../booking/ledger.js";
import type { BookingStore } from "../../booking/store.js";
import { createLedgerStore } from "../ledger-store.js";

export function memoryBookings(): BookingStore {
	let ledger: Ledger = new Map();
	return createLedgerStore({
		ledger: () => ledger,
		commit: async (act) => {
			const step = act(ledger);
			ledger = step.ledger;
			return step.outcome;
		},
	});
}
