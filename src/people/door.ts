import type { PersonKey } from "../booking/store.js";
import type { Clock } from "../time.js";
import type { Actor } from "./roles.js";
import { actorBy, signInOf } from "./sign-in.js";
import type { TeamStore } from "./team.js";

/** Who it is that comes: in a conversation, or with a cookie. */
export interface Door {
	actorIn(conversation: PersonKey): Promise<Actor>;
	actorWith(cookie: string | undefined): Promise<Actor>;
}

export function createDoor({
	team,
	clock,
}: {
	readonly team: TeamStore;
	readonly clock: Clock;
}): Door {
	return {
		async actorIn(conversation) {
			const { members } = await team.read();
			const member = members.find(({ conversations }) =>
				conversations.includes(conversation),
			);
			return member ? { kind: "member", member } : { kind: "citizen" };
		},

		async actorWith(cookie) {
			const now = await team.read();
			return actorBy(now, signInOf(now, cookie, clock())?.member);
		},
	};
}
