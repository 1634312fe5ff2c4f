import type { Member, MemberId } from "./roles.js";
import { hashOf, isSecret } from "./secret.js";
import type { SignIn, Team, TeamAct } from "./team.js";
import { openingOf } from "./ways-in.js";

const HOUR_MS = 60 * 60 * 1000;
/** A Saturday with what is prepared before it; a phone that was left somewhere asks again the next morning. */
export const IDLE_MS = 12 * HOUR_MS;
/** However much it is used: as long as everything else is kept here, and one link a month is no burden. */
export const LONGEST_MS = 30 * 24 * HOUR_MS;
/** How exactly it is kept when a browser was last seen: not every look at a page writes to the disk. */
const SEEN_MS = 5 * 60 * 1000;
/** More browsers than anybody has; the ones signed in longest ago make room. */
const MOST = 20;

const isOver = ({ since, seen }: SignIn, now: Date): boolean =>
	now.getTime() - seen.getTime() >= IDLE_MS ||
	now.getTime() - since.getTime() >= LONGEST_MS;

/** The sign-in that a cookie stands for at this moment. */
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

export const isSeenLongAgo = ({ seen }: SignIn, now: Date): boolean =>
	now.getTime() - seen.getTime() >= SEEN_MS;

/** Notes that the browser was there. */
export const see =
	({ cookie }: SignIn, now: Date): TeamAct<void> =>
	(team) => ({
		team: {
			...team,
			signIns: team.signIns.map((one) =>
				one.cookie === cookie ? { ...one, seen: now } : one,
			),
		},
		outcome: undefined,
	});

/** Signs a member in under a new cookie; the one that the browser had before, whoever's it was, ends. */
export const signedIn = (
	team: Team,
	member: MemberId,
	cookie: { readonly now: string; readonly before: string | undefined },
	now: Date,
): Team => {
	const own = team.signIns.filter((one) => one.member === member);
	const oldest = own.length >= MOST ? own[0] : undefined;
	return {
		...team,
		signIns: [
			...team.signIns.filter(
				(one) => one !== oldest && one.cookie !== cookie.before,
			),
			{ member, cookie: cookie.now, since: now, seen: now },
		],
	};
};

export type SignInOutcome =
	| { readonly kind: "signed-in"; readonly member: Member }
	| { readonly kind: "not-valid" };

/** Signs in with a member's key, which is used up in the same step. */
export const signIn =
	(
		hash: string,
		cookie: { readonly now: string; readonly before: string | undefined },
		now: Date,
	): TeamAct<SignInOutcome> =>
	(team) => {
		const opening = openingOf(team, hash, now);
		if (opening?.kind !== "key")
			return { team, outcome: { kind: "not-valid" } };
		const { key, member } = opening;
		const keys = team.keys.filter((one) => one !== key);
		return {
			team: signedIn({ ...team, keys }, member.id, cookie, now),
			outcome: { kind: "signed-in", member },
		};
	};

/** Ends one sign-in. */
export const signOut =
	(cookie: string): TeamAct<void> =>
	(team) => ({
		team: {
			...team,
			signIns: team.signIns.filter((one) => one.cookie !== cookie),
		},
		outcome: undefined,
	});

/** Ends every sign-in of a member, and the key that is still open; gives how many browsers. */
export const signOutEverywhere =
	(id: MemberId): TeamAct<number> =>
	(team) => {
		const signIns = team.signIns.filter(({ member }) => member !== id);
		const keys = team.keys.filter(({ member }) => member !== id);
		return {
			team: { ...team, signIns, keys },
			outcome: team.signIns.length - signIns.length,
		};
	};

/** Without what is past its time; the same team when there is nothing of the kind. */
export function swept(team: Team, now: Date): Team {
	const open = ({ until }: { readonly until: Date }) => now < until;
	const invitations = team.invitations.filter(open);
	const keys = team.keys.filter(open);
	const signIns = team.signIns.filter((one) => !isOver(one, now));
	const gone =
		team.invitations.length +
		team.keys.length +
		team.signIns.length -
		(invitations.length + keys.length + signIns.length);
	return gone === 0 ? team : { ...team, invitations, keys, signIns };
}
