import type { BookingStore } from "./booking/store.js";
import type { TakenOver } from "./knowing.js";
import type { LetterStore } from "./outbox/letter.js";
import { papersChanged, papersLetters } from "./outbox/papers.js";
import type { ReachStore } from "./outbox/reach.js";
import { recipientAmong } from "./outbox/recipient.js";
import { recipientsOf } from "./outbox/windows.js";
import { type Clock, dayAt } from "./time.js";

/**
 * Tells those who booked and have not come yet when the papers they were told of changed, whoever changed them: the old
 * and the new knowledge are compared where the new is taken over.
 *
 * The letters of a change are kept in one step, each by the booking's code, so that a change is not told twice. A change
 * is told to nobody when the program is stopped in the moment between the writing of the file and its being taken over,
 * or when the file is changed while the program does not run: what was in force before is kept nowhere.
 */
export const tellPapersChanged =
	({
		bookings,
		letters,
		reach,
		channels,
		clock,
	}: {
		readonly bookings: Pick<BookingStore, "since">;
		readonly letters: Pick<LetterStore, "add">;
		readonly reach: Pick<ReachStore, "isLost">;
		/** The channels that are open and let us write unasked. */
		readonly channels: () => readonly string[];
		readonly clock: Clock;
	}): TakenOver =>
	async (before, after) => {
		const changed = papersChanged(before, after);
		if (changed.size === 0) return;
		const now = clock();
		const ahead = await bookings.since(dayAt(now));
		await letters.add(
			await papersLetters(changed, ahead, now, async (booking) => {
				const people = recipientsOf(booking);
				// Whoever cannot be reached now may be later: their letter waits.
				return (
					(await recipientAmong(people, channels(), reach)) ?? people.at(0)
				);
			}),
		);
	};
