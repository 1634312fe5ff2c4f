import type { PersonKey } from "../booking/store.js";

/** Who cannot be written to, because they blocked the bot or are gone. Durable once a promise resolves. */
export interface ReachStore {
	isLost(person: PersonKey): Promise<boolean>;
	lose(person: PersonKey): Promise<void>;
	/** They wrote: they can be written to again. */
	find(person: PersonKey): Promise<void>;
}
