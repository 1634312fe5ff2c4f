import type { BookingDesk } from "../booking/booking.js";
import type { SaturdayDesk } from "../booking/saturday-desk.js";
import type { Knowledge } from "../knowledge/schema.js";
import type { LetterStore } from "../outbox/letter.js";
import type { ConsentStore } from "../people/consent.js";
import type { People } from "../people/people.js";
import { DEAF, type QuestionLog } from "../questions/log.js";
import type { Understand } from "../search/understanding.js";
import { type Clock, dayAt } from "../time.js";
import { respond } from "./dialogue.js";
import type { Editing } from "./editing.js";
import { createLastAsked } from "./last-asked.js";
import type { Message } from "./message.js";
import { oneAtATime } from "./one-at-a-time.js";
import type { Reply } from "./reply.js";
import type { Scene } from "./scene.js";
import type { SessionStore } from "./session.js";
import { readState, type State, type Told } from "./state.js";
import { failure } from "./wording/general.js";

export type Converse = (message: Message) => Promise<readonly Reply[]>;

/**
 * The conversation, whatever the channel. `knowledge` and `understand` are asked for at each message, because both
 * change while the bot runs. Messages of one conversation are answered one after the other.
 *
 * When a step fails, the person gets a plain sentence, nothing is changed, and `trouble` hears why; without it the
 * error is thrown to the caller.
 */
export function createConversation({
	knowledge,
	understand,
	booking,
	saturday,
	sessions,
	consents,
	questions = DEAF,
	editing,
	letters = NO_LETTERS,
	people,
	address = () => undefined,
	answered,
	clock,
	trouble = (error) => {
		throw error;
	},
}: {
	readonly knowledge: () => Knowledge;
	readonly understand: () => Understand;
	readonly booking: BookingDesk;
	readonly saturday: SaturdayDesk;
	readonly sessions: SessionStore<State>;
	readonly consents: ConsentStore;
	/** Absent: nothing is noted of what could not be answered. */
	readonly questions?: QuestionLog;
	/** Absent: nothing can be edited from the chat. */
	readonly editing?: Editing;
	readonly letters?: Pick<LetterStore, "forget">;
	readonly people: People;
	/** Where the desk's pages are reached; absent where there are none. */
	readonly address?: () => string | undefined;
	/** Hears what was told, and nothing of whom it was told to. */
	readonly answered?: (told: Told) => void;
	readonly clock: Clock;
	readonly trouble?: (error: unknown) => void;
}): Converse {
	const inTurn = oneAtATime();
	const lastAsked = createLastAsked(clock);

	async function converse({
		conversation,
		text,
		ids,
	}: Message): Promise<readonly Reply[]> {
		const now = clock();
		const scene: Scene = {
			person: conversation,
			actor: await people.door.actorIn(conversation),
			people,
			address: address(),
			now,
			today: dayAt(now),
			knowledge: knowledge(),
			understand: understand(),
			booking,
			saturday,
			lastAsked: lastAsked.of(conversation),
			consents,
			questions,
			editing,
			letters,
		};
		const state = readState(await sessions.read(conversation));
		const {
			state: next,
			reply,
			wiped,
			again,
		} = await respond(scene, state, text);
		if (next.asked) lastAsked.note(conversation, next.asked.text);
		if (wiped) lastAsked.forget(conversation);
		const [told] = next.told;
		if (next.telling && told) answered?.(told);
		try {
			await (wiped
				? sessions.delete(conversation)
				: sessions.write(conversation, {
						...next,
						...(ids && {
							answered: {
								ids: [...ids],
								replies: [again === undefined ? reply : { text: again }],
							},
						}),
					}));
		} catch (error) {
			trouble(error); // what was booked is booked: the person must hear of it all the same
		}
		return [reply];
	}

	return (message) =>
		inTurn(message.conversation, () =>
			converse(message).catch((error: unknown) => {
				trouble(error);
				return [{ text: failure }];
			}),
		);
}

const NO_LETTERS: Pick<LetterStore, "forget"> = { forget: async () => {} };

/** What a conversation answered last, and to which messages. */
export const lastAnswerFrom =
	(sessions: SessionStore<State>) => async (conversation: string) =>
		readState(await sessions.read(conversation)).answered;
