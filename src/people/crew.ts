import type { PersonKey } from "../booking/store.js";
import type { Keeper, Told } from "./keeper.js";
import {
	type Assignment,
	assign,
	type ChangeOutcome,
	describe,
	remove,
	unlink,
} from "./members.js";
import type { Member, MemberId, Role } from "./roles.js";
import type { Invitation } from "./team.js";
import { INVITED_MS, invite, withdraw } from "./ways-in.js";

/** The team as those see and change it who may: each act asks `may` again, in the same step as the change. */
export interface Crew {
	members(): Promise<readonly Member[]>;
	invitations(): Promise<readonly Invitation[]>;
	/** In how many browsers the member is signed in. */
	browsersOf(member: MemberId): Promise<number>;
	invite(
		by: MemberId,
		to: { readonly role: Role; readonly desk: string | null },
	): Promise<
		| { readonly kind: "invited"; readonly id: string; readonly told: Told }
		| { readonly kind: "not-allowed" | "needs-desk" }
	>;
	withdraw(by: MemberId, id: string): Promise<"withdrawn" | "not-found">;
	assign(by: MemberId, id: MemberId, given: Assignment): Promise<ChangeOutcome>;
	/** What a member says of themselves. */
	describe(
		id: MemberId,
		said: Partial<Pick<Member, "name" | "fields">>,
	): Promise<ChangeOutcome>;
	unlink(
		by: MemberId,
		id: MemberId,
		conversation: PersonKey,
	): Promise<ChangeOutcome>;
	/** Ends a membership: somebody else's, or one's own. */
	remove(by: MemberId, id: MemberId): Promise<ChangeOutcome>;
	/** Drops what is past its time. */
	sweep(): Promise<void>;
}

/** Hears of a member who has another post now, or none. What is promised at the old one has to end. */
export type Reassigned = (
	id: MemberId,
	now: Member | undefined,
) => Promise<void>;

export function createCrew(
	keeper: Keeper,
	reassigned: Reassigned = async () => {},
): Crew {
	const { change, note } = keeper;
	return {
		members: async () => (await keeper.team()).members,
		invitations: async () => (await keeper.team()).invitations,
		browsersOf: async (member) =>
			(await keeper.team()).signIns.filter((one) => one.member === member)
				.length,

		async invite(by, { role, desk }) {
			const { told, kept } = keeper.newWayIn(INVITED_MS);
			const id = keeper.newId();
			const outcome = await change(invite({ id, role, desk, by, ...kept }));
			if (outcome.kind !== "invited") return { kind: outcome.kind };
			await note(by, "invitation-made", { id, desk });
			return { kind: "invited", id, told };
		},

		async withdraw(by, id) {
			const outcome = await change(withdraw(by, id));
			if (outcome === "withdrawn")
				await note(by, "invitation-withdrawn", { id, desk: null });
			return outcome;
		},

		async assign(by, id, given) {
			const outcome = await change(assign(by, id, given));
			if (outcome.kind !== "changed") return outcome;
			await note(by, "member-changed", outcome.member);
			await reassigned(id, outcome.member);
			return outcome;
		},

		async describe(id, said) {
			const outcome = await change(describe(id, said));
			if (outcome.kind === "changed")
				await note(id, "member-changed", outcome.member);
			return outcome;
		},

		async unlink(by, id, conversation) {
			const outcome = await change(unlink(by, id, conversation));
			if (outcome.kind !== "changed") return outcome;
			await note(by, "conversation-unlinked", outcome.member);
			return outcome;
		},

		async remove(by, id) {
			const outcome = await change(remove(by, id));
			if (outcome.kind !== "changed") return outcome;
			await note(
				by,
				by === id ? "member-left" : "member-removed",
				outcome.member,
			);
			await reassigned(id, undefined);
			return outcome;
		},

		sweep: () => change<void>((team) => ({ team, outcome: undefined })),
	};
}
