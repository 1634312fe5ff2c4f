import {
	ask,
	correct,
	link,
	rate,
	tell,
	tick,
} from "../booking/booking-acts.js";
import {
	type Act,
	ahead,
	find,
	type Ledger,
	onSaturday,
	type Step,
	saturdayOf,
	since,
} from "../booking/ledger.js";
import { takenIn } from "../booking/places.js";
import { cancel, confirm, hold, move, release } from "../booking/seat-acts.js";
import { inOrder } from "../booking/seats.js";
import type { BookingStore } from "../booking/store.js";
import { forget, wipeBefore } from "../booking/wipe-acts.js";
import type { LocalDate } from "../time.js";

/** Somebody who keeps a ledger: says what is in it, and makes an act count. */
export interface LedgerKeeper {
	ledger(): Ledger;
	commit<Outcome>(act: Act<Outcome>): Promise<Outcome>;
}

/** The booking port over a ledger in memory; what makes an act durable is the keeper's business. */
export function createLedgerStore(keeper: LedgerKeeper): BookingStore {
	const listeners = new Set<(day: LocalDate) => void>();

	async function commit<Outcome>(act: Act<Outcome>): Promise<Outcome> {
		let last: Step<Outcome> | undefined; // a keeper may try an act again: what counts is the last time
		const outcome = await keeper.commit((ledger) => {
			last = act(ledger);
			return last;
		});
		for (const day of last?.changed ?? [])
			for (const listener of listeners) listener(day);
		return outcome;
	}

	return {
		hold: (slot, person, until, now, limits) =>
			commit(hold(slot, person, until, now, limits)),
		release: (person) => commit(release(person)),
		confirm: (request, now, limits) => commit(confirm(request, now, limits)),
		move: (code, to, now, limits) => commit(move(code, to, now, limits)),
		cancel: (code) => commit(cancel(code)),
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
		tell: (code, told) => commit(tell(code, told)),
		link: (code, person, now) => commit(link(code, person, now)),
		correct: (code, visitor) => commit(correct(code, visitor)),
		tick: (code, ready) => commit(tick(code, ready)),
		ask: (code, question) => commit(ask(code, question)),
		rate: (code, rating) => commit(rate(code, rating)),
		forget: (person, today) => commit(forget(person, today)),
		wipeBefore: (day) => commit(wipeBefore(day)),
		days: async () => [...keeper.ledger().keys()].sort(),
		saturday: async (day) => saturdayOf(keeper.ledger(), day),
		saturdays: async (from) =>
			new Map([...keeper.ledger()].filter(([day]) => day >= from)),
		change: (day, act) => commit(onSaturday(day, act)),
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
