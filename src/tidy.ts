import type { BookingStore } from "./booking/store.js";
import type { SessionStore } from "./conversation/session.js";
import type { Log } from "./log.js";
import type { LetterStore } from "./outbox/letter.js";
import type { Crew } from "./people/crew.js";
import { expire } from "./questions/book.js";
import type { FollowerStore, QuestionStore } from "./questions/store.js";
import { addDays, type Clock, dayAt } from "./time.js";

/** What people are told: personal data leaves 30 days after the session, a conversation 30 days after its last word. */
const KEPT_DAYS = 30;
/** Nobody waits longer for an answer that does not come. */
const FOLLOWED_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Kept {
	readonly bookings: Pick<BookingStore, "wipeBefore">;
	readonly sessions: Pick<SessionStore<never>, "deleteBefore">;
	readonly letters?: Pick<LetterStore, "dropLate">;
	readonly followers?: Pick<FollowerStore, "dropBefore">;
	readonly questions?: Pick<QuestionStore, "change">;
	/** Invitations, keys and sign-ins of the team. */
	readonly crew?: Pick<Crew, "sweep">;
}

/** Ends the data whose time is over, now and every day. A failure is logged and tried again the next day. */
export function keepTidy(
	{ bookings, sessions, letters, followers, questions, crew }: Kept,
	clock: Clock,
	log: Log,
) {
	let stopped = false;
	const tidy = async () => {
		try {
			const now = clock();
			const wiped = await bookings.wipeBefore(addDays(dayAt(now), -KEPT_DAYS));
			const ended = await sessions.deleteBefore(
				new Date(now.getTime() - KEPT_DAYS * DAY_MS),
			);
			await crew?.sweep();
			await letters?.dropLate(now);
			await followers?.dropBefore(
				new Date(now.getTime() - FOLLOWED_DAYS * DAY_MS),
			);
			await questions?.change(expire(dayAt(now)));
			log.info({ wiped, ended }, "data past its time removed");
		} catch (err) {
			// Cut off by the end of the process: the next start does it.
			if (!stopped)
				log.error({ err }, "data past its time could not be removed");
		}
	};
	const timer = setInterval(tidy, DAY_MS).unref();
	return {
		first: tidy(),
		stop() {
			stopped = true;
			clearInterval(timer);
		},
	};
}
