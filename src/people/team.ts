import type { Member, MemberId, Role } from "./roles.js";

/** Everybody who works at the desks, and the ways in that are open. Secrets are in it as hashes only. */
export interface Team {
	readonly members: readonly Member[];
	readonly invitations: readonly Invitation[];
	readonly keys: readonly Key[];
	readonly signIns: readonly SignIn[];
	/** Of the link that the start printed, while there is no administrator. */
	readonly first?: string;
}

/** What is kept of the two forms of a way in: a link to open, a code to type. */
export interface TwoWays {
	readonly link: string;
	readonly code: string;
	readonly until: Date;
}

/** Lời mời: makes whoever uses it a member, once. */
export interface Invitation extends TwoWays {
	readonly id: string;
	readonly role: Role;
	readonly desk: string | null;
	readonly by: MemberId;
}

/** Of a member, for one use: signs in on the web, or links another conversation. */
export interface Key extends TwoWays {
	readonly member: MemberId;
}

/** A browser in which a member is signed in. */
export interface SignIn {
	readonly member: MemberId;
	/** Hash of what the cookie holds. */
	readonly cookie: string;
	readonly since: Date;
	readonly seen: Date;
}

export const NOBODY: Team = {
	members: [],
	invitations: [],
	keys: [],
	signIns: [],
};

/** A change of the team: what it becomes, and what came of it. The same team means that nothing changed. */
export type TeamAct<Outcome> = (team: Team) => {
	readonly team: Team;
	readonly outcome: Outcome;
};

/** Where the team is kept. */
export interface TeamStore {
	read(): Promise<Team>;
	/**
	 * Checks and writes in one step, one act after the other. Durable once the promise resolves; a rejected one means that
	 * nothing was changed.
	 */
	change<Outcome>(act: TeamAct<Outcome>): Promise<Outcome>;
}
