import type { Clock } from "../time.js";
import type { AuditAct, AuditStore } from "./audit.js";
import type { Member, MemberId } from "./roles.js";
import { hashOf, newCode, newId, newSecret, type RandomInt } from "./secret.js";
import { swept } from "./sign-in.js";
import type { Team, TeamAct, TeamStore, TwoWays } from "./team.js";

/** A way in as it is told to a person, once: only hashes of it are kept. */
export interface Told {
	readonly link: string;
	readonly code: string;
	readonly until: Date;
}

/** The team and its audit list in one hand: changes are made on what is not past its time, and noted. */
export interface Keeper {
	now(): Date;
	team(): Promise<Team>;
	change<Outcome>(act: TeamAct<Outcome>): Promise<Outcome>;
	/** Notes what was done to a member. */
	note(
		by: MemberId,
		act: AuditAct,
		to: Pick<Member, "id" | "desk">,
	): Promise<void>;
	newId(): string;
	/** For a browser: what its cookie holds. */
	newCookie(): string;
	newWayIn(lastsMs: number): { readonly told: Told; readonly kept: TwoWays };
}

export interface KeeperDeps {
	readonly team: TeamStore;
	readonly audit: AuditStore;
	readonly clock: Clock;
	readonly random: RandomInt;
}

export const createKeeper = ({
	team,
	audit,
	clock,
	random,
}: KeeperDeps): Keeper => ({
	now: clock,
	team: async () => swept(await team.read(), clock()),
	change: (act) => team.change((before) => act(swept(before, clock()))),
	note: (by, act, { id, desk }) =>
		audit.note({
			at: clock(),
			by,
			act,
			subject: id,
			...(desk !== null && { desk }),
		}),
	newId: () => newId(random),
	newCookie: () => newSecret(random),
	newWayIn(lastsMs) {
		const link = newSecret(random);
		const code = newCode(random);
		const until = new Date(clock().getTime() + lastsMs);
		return {
			told: { link, code, until },
			kept: { link: hashOf(link), code: hashOf(code), until },
		};
	},
});
