import { randomInt } from "node:crypto";
import { codeGenerator } from "./booking/code.js";
import { createBookingDesk } from "./booking/desk.js";
import { createConversation } from "./conversation/converse.js";
import type { State, Told } from "./conversation/state.js";
import type { Knowledge } from "./knowledge/schema.js";
import { createPeople, type People } from "./people/people.js";
import type { Search } from "./search/search.js";
import type { Stores } from "./store/stores.js";
import type { Clock } from "./time.js";

/** What the bot knows at a moment, and the search over it: they change together. */
export interface Knowing {
	readonly knowledge: Knowledge;
	readonly search: Search;
}

interface Around {
	/** Hears why a message could not be dealt with. */
	readonly trouble?: (error: unknown) => void;
	/** Where the pages are reached, once that is known. */
	readonly address?: () => string | undefined;
	readonly people?: People;
	/** Hears what was told, and nothing of whom it was told to. */
	readonly answered?: (told: Told) => void;
}

/** The conversation and the booking desk behind it, over whatever stores. */
export function createTalk(
	stores: Stores<State>,
	knowing: () => Knowing,
	clock: Clock,
	{
		trouble,
		address,
		people = openPeople(stores, clock),
		answered,
	}: Around = {},
) {
	const booking = createBookingDesk({
		store: stores.bookings,
		desks: () => knowing().knowledge.desks,
		calendar: () => knowing().knowledge.calendar,
		clock,
		code: codeGenerator((max) => randomInt(max)),
	});
	const converse = createConversation({
		knowledge: () => knowing().knowledge,
		understand: () => knowing().search.understand,
		booking,
		sessions: stores.sessions,
		consents: stores.consents,
		people,
		clock,
		...(address && { address }),
		...(answered && { answered }),
		...(trouble && { trouble }),
	});
	return { booking, converse };
}

/** Those who work at the desks, over whatever stores. */
export const openPeople = (
	{ team, audit }: Pick<Stores<State>, "team" | "audit">,
	clock: Clock,
	admins: readonly string[] = [],
): People =>
	createPeople({
		team,
		audit,
		clock,
		random: (max) => randomInt(max),
		admins,
	});
