import type {
	Roster,
	RosterLine,
	SessionView,
} from "../../../../booking/saturday-desk.js";
import type { Booking, Slot } from "../../../../booking/store.js";
import { type Member, may } from "../../../../people/roles.js";
import { isWithinReach, readableSessions } from "../../../../people/rosters.js";
import type { Scene } from "../../../scene.js";
import { linesOf } from "../../../wording/staff/roster.js";

type Session = Pick<Slot, "desk" | "day">;

export const readable = ({ saturday, actor, today }: Scene) =>
	readableSessions(saturday, actor, today);

/** The member who reads; undefined for a citizen. */
export const readerOf = ({ actor }: Scene): Member | undefined =>
	actor.kind === "member" ? actor.member : undefined;

/** The session's roster, if this member may read it; of any other it is not told whether there is one. */
export async function openRoster(
	scene: Scene,
	{ desk, day }: Session,
): Promise<Roster | undefined> {
	const sessions: readonly SessionView[] = await readable(scene);
	return sessions.some((one) => one.desk.id === desk && one.day === day)
		? scene.saturday.roster(desk, day)
		: undefined;
}

/** A visitor at a desk where the member serves at this moment, asked anew at each tap. */
export async function ownBooking(
	scene: Scene,
	code: Booking["code"],
): Promise<Booking | undefined> {
	const booking = await scene.booking.find(code);
	return booking &&
		may(scene.actor, "record-visit", booking.desk) &&
		isWithinReach(booking.day, scene.today)
		? booking
		: undefined;
}

export async function lineOf(
	scene: Scene,
	booking: Booking,
): Promise<RosterLine | undefined> {
	const roster = await openRoster(scene, booking);
	return (
		roster && linesOf(roster).find((line) => line.booking.code === booking.code)
	);
}
