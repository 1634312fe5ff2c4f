import type { PersonKey } from "../booking/store.js";
import { actorBy, administers, memberIn } from "./members.js";
import { type Member, type MemberId, may } from "./roles.js";
import type { Invitation, Key, Team, TeamAct, TwoWays } from "./team.js";

const HOUR_MS = 60 * 60 * 1000;
export const INVITED_MS = 48 * HOUR_MS;
/** Asked for and used at once, with time to walk to the other device. */
export const KEY_MS = 10 * 60 * 1000;

/** What a link or a code opens. */
export type Opening =
	| { readonly kind: "first" }
	| { readonly kind: "invitation"; readonly invitation: Invitation }
	| { readonly kind: "key"; readonly key: Key; readonly member: Member };

/** What the secret with this hash opens at this moment. */
export function openingOf(
	team: Team,
	hash: string,
	now: Date,
): Opening | undefined {
	if (team.first === hash && !team.members.some(administers))
		return { kind: "first" };
	const fits = ({ link, code, until }: TwoWays) =>
		(link === hash || code === hash) && now < until;
	const invitation = team.invitations.find(fits);
	if (invitation) return { kind: "invitation", invitation };
	const key = team.keys.find(fits);
	const member = team.members.find(({ id }) => id === key?.member);
	return key && member ? { kind: "key", key, member } : undefined;
}

/** The link to the first administrator's account, in place of an earlier one; not when there is one already. */
export const openFirst =
	(hash: string): TeamAct<"opened" | "not-needed"> =>
	(team) =>
		team.members.some(administers)
			? { team, outcome: "not-needed" }
			: { team: { ...team, first: hash }, outcome: "opened" };

export type InviteOutcome =
	| { readonly kind: "invited"; readonly invitation: Invitation }
	| { readonly kind: "not-allowed" }
	| { readonly kind: "needs-desk" };

export const invite =
	(invitation: Invitation): TeamAct<InviteOutcome> =>
	(team) => {
		const { by, role, desk } = invitation;
		if (role === "volunteer" && desk === null)
			return { team, outcome: { kind: "needs-desk" } };
		if (!may(actorBy(team, by), "manage-team", desk))
			return { team, outcome: { kind: "not-allowed" } };
		const invitations = [...team.invitations, invitation];
		return {
			team: { ...team, invitations },
			outcome: { kind: "invited", invitation },
		};
	};

export const withdraw =
	(by: MemberId, id: string): TeamAct<"withdrawn" | "not-found"> =>
	(team) => {
		const found = team.invitations.find((one) => one.id === id);
		if (!found || !may(actorBy(team, by), "manage-team", found.desk))
			return { team, outcome: "not-found" };
		const invitations = team.invitations.filter((one) => one !== found);
		return { team: { ...team, invitations }, outcome: "withdrawn" };
	};

/** A member's new key; an earlier one opens nothing any more. */
export const giveKey =
	(key: Key): TeamAct<void> =>
	(team) => ({
		team: {
			...team,
			keys: [...team.keys.filter(({ member }) => member !== key.member), key],
		},
		outcome: undefined,
	});

export type JoinOutcome =
	| { readonly kind: "joined"; readonly member: Member }
	/** Wrong, used, withdrawn or too late: nobody is told which. */
	| { readonly kind: "not-valid" }
	/** The conversation is a member's: another role is given by an administrator. The invitation stays. */
	| { readonly kind: "member-already"; readonly member: Member };

/** Becomes a member by an invitation or the first link, which is used up in the same step. */
export const join =
	(
		hash: string,
		newcomer: Pick<Member, "id" | "name" | "conversations">,
		now: Date,
	): TeamAct<JoinOutcome> =>
	(team) => {
		const opening = openingOf(team, hash, now);
		if (!opening || opening.kind === "key")
			return { team, outcome: { kind: "not-valid" } };
		const already = newcomer.conversations
			.map((conversation) => memberIn(team, conversation))
			.find((member) => member !== undefined);
		if (already)
			return { team, outcome: { kind: "member-already", member: already } };
		const { role, desk } =
			opening.kind === "first" ? EVERYTHING : opening.invitation;
		const member: Member = {
			...newcomer,
			role,
			desk,
			fields: [],
			joinedAt: now,
		};
		const { first, ...rest } = team;
		return {
			team: {
				...rest,
				...(first !== undefined && !administers(member) && { first }),
				members: [...team.members, member],
				invitations: team.invitations.filter(
					(one) => opening.kind !== "invitation" || one !== opening.invitation,
				),
			},
			outcome: { kind: "joined", member },
		};
	};

export const EVERYTHING = { role: "administrator", desk: null } as const;

export type LinkOutcome =
	| { readonly kind: "linked"; readonly member: Member }
	| { readonly kind: "not-valid" }
	/** The conversation is another member's. */
	| { readonly kind: "taken" };

/** Links a conversation with a member's key. */
export const link =
	(hash: string, conversation: PersonKey, now: Date): TeamAct<LinkOutcome> =>
	(team) => {
		const opening = openingOf(team, hash, now);
		if (opening?.kind !== "key")
			return { team, outcome: { kind: "not-valid" } };
		const holder = memberIn(team, conversation);
		if (holder && holder.id !== opening.member.id)
			return { team, outcome: { kind: "taken" } };
		const member = {
			...opening.member,
			conversations: [
				...opening.member.conversations.filter((one) => one !== conversation),
				conversation,
			],
		};
		return {
			team: {
				...team,
				members: team.members.map((one) =>
					one.id === member.id ? member : one,
				),
				keys: team.keys.filter((one) => one !== opening.key),
			},
			outcome: { kind: "linked", member },
		};
	};
