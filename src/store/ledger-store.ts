import {
	type Act,
	ahead,
	cancel,
	confirm,
	correct,
	find,
	forget,
	hold,
	type Ledger,
	link,
	move,
	release,
	saturdayOf,
	since,
	tell,
	wipeBefore,
} from "../booking/ledger.js";
import { inOrder, takenIn } from "../booking/seats.js";
import type { BookingStore } from "../booking/store.js";

/** Somebody who keeps a ledger: says what is in it, and makes an act count. */
export interface LedgerKeeper {
	ledger(): Ledger;
	commit<Outcome>(act: Act<Outcome>): Promise<Outcome>;
}

/** The booking port over a ledger in memory; what makes an act durable is the keeper's business. */
export const createLedgerStore = (keeper: LedgerKeeper): BookingStore => ({
	hold: (slot, person, until, now, limits) =>
		keeper.commit(hold(slot, person, until, now, limits)),
	release: (person) => keeper.commit(release(person)),
	confirm: (request, now, limits) =>
		keeper.commit(confirm(request, now, limits)),
	move: (code, to, now, limits) => keeper.commit(move(code, to, now, limits)),
	cancel: (code) => keeper.commit(cancel(code)),
	find: async (code) => find(keeper.ledger(), code),
	ahead: async (person, today) => ahead(keeper.ledger(), person, today),
	taken: async (desk, day, now) =>
		takenIn(saturdayOf(keeper.ledger(), day), desk, now),
	session: async (desk, day) =>
		inOrder(
			saturdayOf(keeper.ledger(), day).bookings.filter(
				(booking) => booking.desk === desk,
			),
		),
	since: async (day) => since(keeper.ledger(), day),
	tell: (code, told) => keeper.commit(tell(code, told)),
	link: (code, person, now) => keeper.commit(link(code, person, now)),
	correct: (code, visitor) => keeper.commit(correct(code, visitor)),
	forget: (person, today) => keeper.commit(forget(person, today)),
	wipeBefore: (day) => keeper.commit(wipeBefore(day)),
});
