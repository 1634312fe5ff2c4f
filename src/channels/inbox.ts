import type { Incoming } from "./channel.js";

/**
 * What came in and is not answered yet. A platform is told that it has delivered only once the message is in here;
 * from then on nothing loses it, and nothing lets it in a second time.
 */
export interface InboxStore {
	/** Those that were not accepted in the last 24 hours. Stores nothing. */
	unseen(incoming: readonly Incoming[]): Promise<readonly Incoming[]>;
	/**
	 * Stores what was not accepted in the last 24 hours, and gives just that back, in the order it came. Durable once the
	 * promise resolves; when it rejects, nothing was accepted.
	 */
	accept(incoming: readonly Incoming[]): Promise<readonly Incoming[]>;
	/** What an earlier process accepted and did not finish, oldest first. */
	pending(): Promise<readonly Incoming[]>;
	/** These were answered: what they say is dropped, that they came is remembered. */
	done(ids: readonly string[]): Promise<void>;
}

/** Telegram delivers again for 24 hours what it takes for undelivered; Zalo says nothing about it. */
export const REMEMBERED_MS = 24 * 60 * 60 * 1000;
