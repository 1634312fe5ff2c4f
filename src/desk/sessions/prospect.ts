import type { Shut } from "../../booking/calendar.js";
import type { SaturdayDesk, SessionView } from "../../booking/saturday-desk.js";
import type { Plan } from "../../booking/session.js";
import type { Booking } from "../../booking/store.js";
import type { LocalDate } from "../../time.js";
import { type At, sameAs } from "./at.js";
import { planFor, type Wish } from "./wish.js";

/** What a wish would make of one session. */
export interface Prospect {
	readonly at: At;
	readonly view: SessionView;
	readonly plan: Plan;
	readonly hits: readonly Booking[];
	/** No plan can do it. */
	readonly impossible?: Shut;
}

/** Undefined when one of the sessions is none. */
export async function prospectsOf(
	saturday: Pick<SaturdayDesk, "sessions" | "hits">,
	wish: Wish,
	today: LocalDate,
): Promise<readonly Prospect[] | undefined> {
	const found = await Promise.all(
		wish.sessions.map(async (at): Promise<Prospect | undefined> => {
			const views = await saturday.sessions(at.day, 1, at.desk);
			const view = views.find(sameAs(at));
			if (!view) return undefined;
			const plan = planFor(wish, view);
			const impossible = whyImpossible(wish, view, today);
			const hits = impossible ? [] : await saturday.hits(at.desk, at.day, plan);
			return { at, view, plan, hits, ...(impossible && { impossible }) };
		}),
	);
	return found.every((one) => one !== undefined) ? found : undefined;
}

/** Said before it is tried: what is past, a holiday by law, and what the desk's file closes stay as they are. */
function whyImpossible(
	{ open }: Wish,
	{ day, row, desk }: SessionView,
	today: LocalDate,
): Shut | undefined {
	if (day < today) return { kind: "past" };
	if (!open) return undefined;
	if (row?.kind === "statutory") return { kind: row.kind, name: row.name };
	return desk.closed.includes(day) ? { kind: "closed-by-desk" } : undefined;
}
