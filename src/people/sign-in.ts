import type { Actor } from "./roles.js";
import { CITIZEN } from "./roles.js";
import { hashOf, isSecret } from "./secret.js";
import type { SignIn, Team } from "./team.js";

const HOUR_MS = 60 * 60 * 1000;
/** A Saturday with what is prepared before it; a phone that was left somewhere asks again the next morning. */
export const IDLE_MS = 12 * HOUR_MS;
/** However much it is used: as long as everything else is kept here, and one link a month is no burden. */
export const LONGEST_MS = 30 * 24 * HOUR_MS;

export const isOver = ({ since, seen }: SignIn, now: Date): boolean =>
	now.getTime() - seen.getTime() >= IDLE_MS ||
	now.getTime() - since.getTime() >= LONGEST_MS;

/** Who holds this cookie at this moment. */
export function signInOf(
	team: Team,
	cookie: string | undefined,
	now: Date,
): SignIn | undefined {
	if (!cookie || !isSecret(cookie)) return undefined;
	const hash = hashOf(cookie);
	const found = team.signIns.find((one) => one.cookie === hash);
	return found && !isOver(found, now) ? found : undefined;
}

export function actorBy(team: Team, id: string | undefined): Actor {
	const member = team.members.find((one) => one.id === id);
	return member ? { kind: "member", member } : CITIZEN;
}
