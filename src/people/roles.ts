import type { PersonKey } from "../booking/store.js";

/** `tv-` and eight letters or digits. */
export type MemberId = string;

/** Tình nguyện viên serves at a desk; quản trị viên plans, invites and keeps the knowledge true. */
export type Role = "volunteer" | "administrator";

export interface Member {
	readonly id: MemberId;
	/** What they are called. */
	readonly name: string;
	readonly role: Role;
	/** Null: every desk, for administrators only. */
	readonly desk: string | null;
	/** Fields of procedures they know. */
	readonly fields: readonly string[];
	/** Conversations in which they are recognised. */
	readonly conversations: readonly PersonKey[];
	readonly joinedAt: Date;
}

/** Who acts: found out at the edge, handed to everything below. */
export type Actor =
	| { readonly kind: "citizen" }
	| { readonly kind: "member"; readonly member: Member };

export const CITIZEN: Actor = { kind: "citizen" };

/** What is needed for each thing that not everybody may do. A new permission goes here and nowhere else. */
const NEEDS = {
	/** Their own name, conversations and signing out. */
	"keep-account": "volunteer",
	"see-roster": "volunteer",
	"record-visit": "volunteer",
	serve: "volunteer",
	"plan-sessions": "administrator",
	"manage-team": "administrator",
	"edit-knowledge": "administrator",
	"see-questions": "administrator",
	"see-figures": "administrator",
	"see-audit": "administrator",
} as const satisfies Readonly<Record<string, Role>>;

export type Permission = keyof typeof NEEDS;
export const PERMISSIONS = Object.keys(NEEDS) as readonly Permission[];

const RANK: Readonly<Record<Role, number>> = { volunteer: 1, administrator: 2 };

/**
 * The one place that decides who may do what. With a desk: at that desk; with null: for every desk at once; without:
 * at some desk, so that what is then shown has still to be narrowed to theirs.
 */
export function may(
	actor: Actor,
	permission: Permission,
	desk?: string | null,
): boolean {
	if (actor.kind === "citizen") return false;
	const { role, desk: own } = actor.member;
	if (RANK[role] < RANK[NEEDS[permission]]) return false;
	return desk === undefined || own === null || own === desk;
}

/** Of these desks, those at which the actor may do it. */
export const desksWhere = <Desk extends { readonly id: string }>(
	actor: Actor,
	permission: Permission,
	desks: readonly Desk[],
): readonly Desk[] => desks.filter(({ id }) => may(actor, permission, id));
