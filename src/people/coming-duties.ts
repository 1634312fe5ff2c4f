import type { SaturdayDesk, SessionView } from "../booking/saturday-desk.js";
import type { LocalDate } from "../time.js";
import { type Actor, may } from "./roles.js";

/** As far ahead as anybody knows what they do on a Saturday. */
const WEEKS = 8;

/** The sessions that the actor may come to, earliest first, and those they said they would come to that are shut now. */
export async function comingDuties(
	saturday: Pick<SaturdayDesk, "sessions">,
	actor: Actor,
	today: LocalDate,
): Promise<readonly SessionView[]> {
	if (actor.kind === "citizen") return [];
	const { id } = actor.member;
	const all = await saturday.sessions(today, WEEKS);
	return all.filter(
		({ desk, shut, duties }) =>
			may(actor, "serve", desk.id) &&
			(shut === undefined ||
				shut.kind === "too-far" ||
				duties.some(({ member }) => member === id)),
	);
}
