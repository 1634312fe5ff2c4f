import { randomInt } from "node:crypto";
import { codeGenerator } from "./booking/code.js";
import { createBookingDesk } from "./booking/desk.js";
import { createConversation } from "./conversation/converse.js";
import type { State } from "./conversation/state.js";
import type { Knowledge } from "./knowledge/schema.js";
import { createDoor } from "./people/door.js";
import type { Search } from "./search/search.js";
import type { Stores } from "./store/stores.js";
import type { Clock } from "./time.js";

/** What the bot knows at a moment, and the search over it: they change together. */
export interface Knowing {
	readonly knowledge: Knowledge;
	readonly search: Search;
}

/** The conversation and the booking desk behind it, over whatever stores. */
export function createTalk(
	stores: Stores<State>,
	knowing: () => Knowing,
	clock: Clock,
	trouble?: (error: unknown) => void,
) {
	const booking = createBookingDesk({
		store: stores.bookings,
		desks: () => knowing().knowledge.desks,
		calendar: () => knowing().knowledge.calendar,
		clock,
		code: codeGenerator((max) => randomInt(max)),
	});
	const door = createDoor({ team: stores.team, clock });
	const converse = createConversation({
		knowledge: () => knowing().knowledge,
		understand: () => knowing().search.understand,
		booking,
		sessions: stores.sessions,
		consents: stores.consents,
		door,
		clock,
		...(trouble && { trouble }),
	});
	return { booking, converse, door };
}
