import type { PersonKey } from "../booking/store.js";
import {
	type Actor,
	CITIZEN,
	type Member,
	type MemberId,
	may,
} from "./roles.js";
import type { Team, TeamAct } from "./team.js";

export function actorBy(team: Team, id: MemberId | undefined): Actor {
	const member = team.members.find((one) => one.id === id);
	return member ? { kind: "member", member } : CITIZEN;
}

/**
 * A conversation that one person alone has, and that lasts no longer than they want: a chat with the bot, not a group of
 * Telegram's (its number is negative), not the web's chat, whose cookie would be a sign-in that never asks again.
 */
export const mayBeLinked = (conversation: PersonKey): boolean =>
	/^(telegram:\d+|zalo:.+|terminal:.+)$/.test(conversation);

export const memberIn = (
	{ members }: Team,
	conversation: PersonKey,
): Member | undefined =>
	members.find(({ conversations }) => conversations.includes(conversation));

/** Somebody has to be able to do everything everywhere, or nobody could ever be given it again. */
export const administers = ({ role, desk }: Member): boolean =>
	role === "administrator" && desk === null;

export const isLastAdministrator = (
	members: readonly Member[],
	id: MemberId,
): boolean => {
	const all = members.filter(administers);
	return all.length === 1 && all[0]?.id === id;
};

export type ChangeOutcome =
	| { readonly kind: "changed"; readonly member: Member }
	/** Who asks may not do that, there, to them. */
	| { readonly kind: "not-allowed" }
	| { readonly kind: "not-found" }
	/** Only administrators are for every desk. */
	| { readonly kind: "needs-desk" }
	/** Nobody would be left who administers every desk. */
	| { readonly kind: "last-administrator" };

/** What an administrator decides about a member. */
export type Assignment = Pick<Member, "role" | "desk" | "fields">;

/** Gives a member another role, desk or fields. */
export const assign =
	(by: MemberId, id: MemberId, given: Assignment): TeamAct<ChangeOutcome> =>
	(team) => {
		const found = managed(team, by, id);
		if (found.kind !== "changed") return { team, outcome: found };
		const { member } = found;
		if (given.role === "volunteer" && given.desk === null)
			return { team, outcome: { kind: "needs-desk" } };
		if (!may(actorBy(team, by), "manage-team", given.desk))
			return { team, outcome: { kind: "not-allowed" } };
		const { role, desk, fields } = given;
		return replaced(team, { ...member, role, desk, fields });
	};

/** What a member says of themselves. */
export const describe =
	(
		id: MemberId,
		said: Partial<Pick<Member, "name" | "fields">>,
	): TeamAct<ChangeOutcome> =>
	(team) => {
		const member = team.members.find((one) => one.id === id);
		return member
			? replaced(team, { ...member, ...said })
			: { team, outcome: { kind: "not-found" } };
	};

/** Takes a conversation from a member: their own, or that of somebody whom they manage. */
export const unlink =
	(
		by: MemberId,
		id: MemberId,
		conversation: PersonKey,
	): TeamAct<ChangeOutcome> =>
	(team) => {
		const found = managed(team, by, id);
		if (found.kind !== "changed") return { team, outcome: found };
		const { member } = found;
		if (!member.conversations.includes(conversation))
			return { team, outcome: { kind: "not-found" } };
		return replaced(team, {
			...member,
			conversations: member.conversations.filter((one) => one !== conversation),
		});
	};

/**
 * Ends a membership, by the member or by who manages them: name, conversations, sign-ins and keys leave the file, and
 * the invitations they gave are withdrawn.
 */
export const remove =
	(by: MemberId, id: MemberId): TeamAct<ChangeOutcome> =>
	(team) => {
		const outcome = managed(team, by, id);
		if (outcome.kind !== "changed") return { team, outcome };
		const without = {
			...team,
			members: team.members.filter((one) => one.id !== id),
			keys: team.keys.filter(({ member }) => member !== id),
			signIns: team.signIns.filter(({ member }) => member !== id),
		};
		return settled(team, without, outcome);
	};

function managed(team: Team, by: MemberId, id: MemberId): ChangeOutcome {
	const member = team.members.find((one) => one.id === id);
	if (!member) return { kind: "not-found" };
	return by === id || may(actorBy(team, by), "manage-team", member.desk)
		? { kind: "changed", member }
		: { kind: "not-allowed" };
}

function replaced(team: Team, member: Member) {
	const members = team.members.map((one) =>
		one.id === member.id ? member : one,
	);
	return settled(team, { ...team, members }, { kind: "changed", member });
}

/** Refuses to lose the last administrator; withdraws what its giver may no longer give. */
function settled(before: Team, after: Team, outcome: ChangeOutcome) {
	if (before.members.some(administers) && !after.members.some(administers)) {
		return {
			team: before,
			outcome: { kind: "last-administrator" } as const,
		};
	}
	const invitations = after.invitations.filter(({ by, desk }) =>
		may(actorBy(after, by), "manage-team", desk),
	);
	return { team: { ...after, invitations }, outcome };
}
