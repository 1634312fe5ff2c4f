import type { BookingDesk } from "../booking/booking.js";
import type { SaturdayDesk } from "../booking/saturday-desk.js";
import type { PersonKey } from "../booking/store.js";
import type { Knowledge } from "../knowledge/schema.js";
import type { LetterStore } from "../outbox/letter.js";
import type { ConsentStore } from "../people/consent.js";
import type { People } from "../people/people.js";
import type { Actor } from "../people/roles.js";
import type { QuestionLog } from "../questions/log.js";
import type { Understand } from "../search/understanding.js";
import type { LocalDate } from "../time.js";
import type { Editing } from "./editing.js";

/** What a step can see and call during one message: one person, one moment, one state of the knowledge. */
export interface Scene {
	readonly person: PersonKey;
	/** What they may do beyond what everybody may: asked of `may`, never of the role itself. */
	readonly actor: Actor;
	readonly people: People;
	/** Where the desk's pages are reached; undefined where there are none. */
	readonly address: string | undefined;
	readonly now: Date;
	readonly today: LocalDate;
	readonly knowledge: Knowledge;
	readonly understand: Understand;
	readonly booking: BookingDesk;
	readonly saturday: SaturdayDesk;
	/** What they asked within the last hour, without anything that tells who they are. */
	readonly lastAsked: string | undefined;
	readonly consents: ConsentStore;
	readonly questions: QuestionLog;
	/** Undefined where nothing can be edited. */
	readonly editing: Editing | undefined;
	readonly letters: Pick<LetterStore, "forget">;
}
