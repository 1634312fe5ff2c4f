import type { SessionView } from "../../booking/saturday-desk.js";
import type { Actor, Member } from "../../people/roles.js";
import { readableSessions } from "../../people/rosters.js";
import { dayAt } from "../../time.js";
import type { DeskParts } from "../parts.js";
import { type At, atOf, atValue } from "./at.js";
import type { Reading } from "./reader.js";

/** What one member may read of the rosters. */
export interface DeskBook {
	sessions(actor: Actor): Promise<readonly SessionView[]>;
	/** Undefined for a session that the member may not read, or that is none. */
	open(member: Member, at: At): Promise<Reading | undefined>;
}

export function createDeskBook({
	saturday,
	people,
	knowledge,
	office,
	clock,
}: Pick<
	DeskParts,
	"saturday" | "people" | "knowledge" | "office" | "clock"
>): DeskBook {
	const sessions = (actor: Actor) =>
		readableSessions(saturday, actor, dayAt(clock()));

	return {
		sessions,
		async open(member, at) {
			const readable = await sessions({ kind: "member", member });
			const known = readable.some(
				(session) => atValue(atOf(session)) === atValue(at),
			);
			const roster = known && (await saturday.roster(at.desk, at.day));
			return roster
				? {
						roster,
						reader: member,
						today: dayAt(clock()),
						knowledge: knowledge(),
						members: await people.crew.members(),
						office: office(),
					}
				: undefined;
		},
	};
}
