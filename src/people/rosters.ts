import type { SaturdayDesk, SessionView } from "../booking/saturday-desk.js";
import { addDays, type LocalDate, saturdayFrom } from "../time.js";
import { type Actor, may } from "./roles.js";

/** As long as names are kept: a volunteer is no reader of the whole history. */
const DAYS_BACK = 30;
/** The five Saturdays back and a quarter ahead; farther ahead nobody has booked yet. */
const WEEKS = 5 + 13;

/** The sessions whose visitors the actor may read: of the last 30 days and ahead, earliest first. */
export async function readableSessions(
	saturday: Pick<SaturdayDesk, "sessions">,
	actor: Actor,
	today: LocalDate,
): Promise<readonly SessionView[]> {
	const first = saturdayFrom(addDays(today, -DAYS_BACK));
	const all = await saturday.sessions(first, WEEKS);
	return all.filter(
		(session) =>
			may(actor, "see-roster", session.desk.id) && isHeld(session, today),
	);
}

/** Whether a visitor of that day is still somebody's to be read of, or noted. */
export const isWithinReach = (day: LocalDate, today: LocalDate): boolean =>
	day >= addDays(today, -DAYS_BACK);

/** What is opened first: today's session, else the next, else the last there was. */
export const sessionToOpen = (
	sessions: readonly SessionView[],
	today: LocalDate,
): SessionView | undefined =>
	sessions.find(({ day }) => day >= today) ?? sessions.at(-1);

/** It is open, or somebody comes all the same; of past ones, those that somebody came to. */
function isHeld(
	{ day, shut, booked, duties }: SessionView,
	today: LocalDate,
): boolean {
	if (booked > 0) return true;
	return day < today ? duties.length > 0 : shut === undefined;
}

/** The list to take along is given from Friday 00:00 on: earlier ones would be out of date on the day. */
export const mayTakeAlong = (day: LocalDate, today: LocalDate): boolean =>
	today >= addDays(day, -1);
