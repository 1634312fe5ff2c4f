import { randomInt } from "node:crypto";
import { codeGenerator } from "./booking/code.js";
import { createBookingDesk } from "./booking/desk.js";
import { createSaturdayDesk } from "./booking/saturday-desk.js";
import { createConversation } from "./conversation/converse.js";
import type { Editing } from "./conversation/editing.js";
import type { State, Told } from "./conversation/state.js";
import type { Knowledge } from "./knowledge/schema.js";
import { recipientAmong } from "./outbox/recipient.js";
import { createRelief } from "./outbox/relief.js";
import { mayPush, recipientsOf } from "./outbox/windows.js";
import type { Reassigned } from "./people/crew.js";
import { createPeople, type People } from "./people/people.js";
import type { Search } from "./search/search.js";
import type { Stores } from "./store/stores.js";
import type { Clock } from "./time.js";
import { openUnanswered } from "./unanswered.js";

/** What the bot knows at a moment, and the search over it: they change together. */
export interface Knowing {
	readonly knowledge: Knowledge;
	readonly search: Search;
}

interface Around {
	/** Hears why a message could not be dealt with. */
	readonly trouble?: (error: unknown) => void;
	/** Hears why a question could not be noted; nobody else does. */
	readonly noted?: (error: unknown) => void;
	/** Where the pages are reached, once that is known. */
	readonly address?: () => string | undefined;
	readonly people?: People;
	/** Of the knowledge; absent where it cannot be edited. */
	readonly editor?: Editing["editor"];
	/** The channels that are open and let us write unasked. */
	readonly channels?: () => readonly string[];
	/** Hears what was told, and nothing of whom it was told to. */
	readonly answered?: (told: Told) => void;
}

/** The conversation, and the desks behind it, over whatever stores. */
export function createTalk(
	stores: Stores<State>,
	knowing: () => Knowing,
	clock: Clock,
	{
		trouble,
		noted = () => {},
		address,
		people = openPeople(stores, clock),
		channels = () => [],
		answered,
		editor,
	}: Around = {},
) {
	const code = codeGenerator((max) => randomInt(max));
	const booking = createBookingDesk({
		store: stores.bookings,
		desks: () => knowing().knowledge.desks,
		calendar: () => knowing().knowledge.calendar,
		clock,
		code,
	});
	const saturday = createSaturdayDesk({
		store: stores.bookings,
		knowledge: () => knowing().knowledge,
		volunteers: people.crew.members,
		reaches: async (one) =>
			(await recipientAmong(recipientsOf(one), channels(), stores.reach)) !==
			undefined,
		clock,
		code,
	});
	const askForRelief = createRelief({
		bookings: stores.bookings,
		letters: stores.letters,
		members: people.crew.members,
		reachable: (conversations) =>
			recipientAmong(
				conversations.toReversed().filter(mayPush),
				channels(),
				stores.reach,
			),
		knowledge: () => knowing().knowledge,
		clock,
	});
	const unanswered = openUnanswered(
		stores,
		() => knowing().search,
		clock,
		noted,
	);
	const converse = createConversation({
		knowledge: () => knowing().knowledge,
		understand: () => knowing().search.understand,
		booking,
		saturday,
		sessions: stores.sessions,
		consents: stores.consents,
		questions: unanswered.log,
		...(editor && { editing: { editor, questions: unanswered.desk } }),
		letters: stores.letters,
		people,
		clock,
		...(address && { address }),
		...(answered && { answered }),
		...(trouble && { trouble }),
	});
	return { booking, saturday, askForRelief, unanswered, converse };
}

/** Those who work at the desks, over whatever stores. */
export const openPeople = (
	{ team, audit }: Pick<Stores<State>, "team" | "audit">,
	clock: Clock,
	{
		admins,
		reassigned,
	}: {
		readonly admins?: readonly string[];
		readonly reassigned?: Reassigned;
	} = {},
): People =>
	createPeople({
		team,
		audit,
		clock,
		random: (max) => randomInt(max),
		...(admins && { admins }),
		...(reassigned && { reassigned }),
	});
