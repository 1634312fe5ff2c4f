import type { PersonKey } from "../booking/store.js";
import { type Crew, createCrew } from "./crew.js";
import { createDoor, type Door } from "./door.js";
import { createKeeper, type KeeperDeps } from "./keeper.js";
import { createTries, type Tries } from "./tries.js";

/** Those who work at the desks: who comes, and who belongs to them. */
export interface People {
	readonly door: Door;
	readonly crew: Crew;
}

interface PeopleDeps extends KeeperDeps {
	readonly tries?: Tries;
	/** Conversations that administer from the first start. */
	readonly admins?: readonly PersonKey[];
}

export function createPeople({
	tries = createTries(),
	admins = [],
	...deps
}: PeopleDeps): People {
	const keeper = createKeeper(deps);
	return {
		door: createDoor(keeper, tries, new Set(admins)),
		crew: createCrew(keeper),
	};
}
