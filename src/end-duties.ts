import type { SaturdayDesk } from "./booking/saturday-desk.js";
import { type Member, type MemberId, may } from "./people/roles.js";
import { type Clock, dayAt } from "./time.js";

/** Farther ahead than anybody signs up. */
const WEEKS = 26;

/** Who left, or serves at another desk now, is not expected where they had said they would come: the others are asked. */
export const endDuties =
	(saturday: Pick<SaturdayDesk, "sessions" | "dropOut">, clock: Clock) =>
	async (id: MemberId, now: Member | undefined): Promise<void> => {
		const sessions = await saturday.sessions(dayAt(clock()), WEEKS);
		for (const { desk, day, duties } of sessions) {
			const serves = duties.some(({ member }) => member === id);
			const still =
				now && may({ kind: "member", member: now }, "serve", desk.id);
			if (serves && !still) await saturday.dropOut(desk.id, day, id);
		}
	};
