import type { PersonKey } from "../../booking/store.js";
import type { Reply } from "../../conversation/reply.js";

/** One thing that somebody must be told, whether it is read off a booking or stored as a letter. */
export interface Mail {
	/** The same in every round, and nobody else's. */
	readonly key: string;
	/** For the log, which says nothing else of it. */
	readonly kind: string;
	/** Where it may go, the best first. */
	readonly to: readonly PersonKey[];
	/** Everybody it concerns: while one of them is being answered, perhaps with just this, it waits. */
	readonly concerns: readonly PersonKey[];
	/** Asked for at the last moment; nothing, if it is not true any more. */
	say(to: PersonKey): Promise<Reply | undefined>;
	/** It is known, or will never be taken: not to be brought again. */
	settle(said: Date): Promise<void>;
}

/** What is due at a moment. */
export type Mailbag = (now: Date) => Promise<readonly Mail[]>;
