import type { Reply } from "../../conversation/reply.js";
import type { Incoming } from "../channel.js";

/** A message that waits for its turn. */
export interface Entry {
	readonly incoming: Incoming;
	/** When it came to the gateway, in ms; the platform's own time can be coarse or old. */
	readonly at: number;
	/** What an earlier process answered to it without getting as far as knowing that it arrived: said again, not done again. */
	readonly said?: readonly Reply[];
}

/** What is answered together: one message, or the lines of one burst. */
export type Turn = readonly [Entry, ...Entry[]];
