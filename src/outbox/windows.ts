import type { Booking, PersonKey } from "../booking/store.js";

/**
 * Which channels let us write to somebody who has not just written, and when: the one place that knows.
 *
 * Telegram: at any time, to whoever wrote once and did not block the bot. Zalo's bot platform documents no window (the
 * 48 hours and the paid notices are rules of its Official Accounts); each message counts towards the month's quota. A web
 * page and a terminal show only what is asked for.
 */
const MAY_PUSH: ReadonlySet<string> = new Set(["telegram", "zalo"]);

/** The channel of a conversation. */
export const channelOf = (conversation: PersonKey): string =>
	conversation.split(":")[0] ?? "";

/** Whether somebody may be written to who has not just written. */
export const mayPush = (person: PersonKey): boolean =>
	MAY_PUSH.has(channelOf(person));

/** Everybody the booking belongs to: who made it, and who opened it with its code and name. */
export const peopleOf = ({ person, links = [] }: Booking): PersonKey[] =>
	person === undefined ? [] : [person, ...links];

/** Where notices about the booking may go, the best first: the conversation that linked last is the one in use. */
export const recipientsOf = (booking: Booking): PersonKey[] =>
	peopleOf(booking).reverse().filter(mayPush);
