import type { PersonKey } from "../booking/store.js";
import type { AuditAct } from "./audit.js";
import { type Crew, createCrew, type Reassigned } from "./crew.js";
import { createDoor, type Door } from "./door.js";
import { createKeeper, type KeeperDeps } from "./keeper.js";
import type { Actor } from "./roles.js";
import { createTries, type Tries } from "./tries.js";

/** Those who work at the desks: who comes, and who belongs to them. */
export interface People {
	readonly door: Door;
	readonly crew: Crew;
	/** One line in the audit list for what a member saw or did: the act and whose code, never the data. */
	note(
		actor: Actor,
		act: AuditAct,
		subject: string,
		desk?: string,
	): Promise<void>;
}

interface PeopleDeps extends KeeperDeps {
	readonly tries?: Tries;
	/** Conversations that administer from the first start. */
	readonly admins?: readonly PersonKey[];
	readonly reassigned?: Reassigned;
}

export function createPeople({
	tries = createTries(),
	admins = [],
	reassigned,
	...deps
}: PeopleDeps): People {
	const keeper = createKeeper(deps);
	return {
		door: createDoor(keeper, tries, new Set(admins)),
		crew: createCrew(keeper, reassigned),
		async note(actor, act, subject, desk) {
			if (actor.kind === "citizen") return; // saw nothing that is not their own
			const to = { id: subject, desk: desk ?? null };
			await keeper.note(actor.member.id, act, to);
		},
	};
}
