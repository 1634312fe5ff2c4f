import type { Roster, RosterLine } from "../../../../booking/saturday-desk.js";
import type { Slot } from "../../../../booking/store.js";
import { sessionToOpen } from "../../../../people/rosters.js";
import type { LocalDate } from "../../../../time.js";
import type { Choice } from "../../../reply.js";
import type { RosterAct } from "../../../roster-act.js";
import type { Scene } from "../../../scene.js";
import type { State } from "../../../state.js";
import { closed, offer, paragraphs, say, type Turn } from "../../../turn.js";
import {
	linesOf,
	NO_SUCH_VISITOR,
	progressLine,
	totalsLine,
} from "../../../wording/staff/roster.js";
import * as wording from "../../../wording/staff/roster-chat.js";
import { refuse } from "../refuse.js";
import { openRoster, readable, readerOf } from "./open.js";

type Session = Pick<Slot, "desk" | "day">;

/** More lines than this are not read in a chat. */
const PAGE = 8;
/** More sessions than this are looked up on the page. */
const SESSIONS = 8;

export const choice = (label: string, does: RosterAct): Choice =>
	offer(label, { kind: "staff", does });

/** `/ban`, `/lich`: who comes, by hour, and one tap for each. */
export async function tellRoster(
	scene: Scene,
	state: State,
	{ session, from }: { readonly session?: Session; readonly from?: number },
): Promise<Turn> {
	const reader = readerOf(scene);
	if (!reader) return refuse(state);
	const sessions = await readable(scene);
	const first = sessionToOpen(sessions, scene.today);
	const at = session ?? (first && { desk: first.desk.id, day: first.day });
	if (!at) return say(closed(state), wording.noSession);
	const roster = await openRoster(scene, at);
	if (!roster) return say(closed(state), wording.noSession);
	await scene.people.note(scene.actor, "roster-seen", at.day, at.desk);
	const lines = linesOf(roster);
	const begin = from ?? firstOpen(lines, roster.day, scene.today);
	const shown = lines.slice(begin, begin + PAGE);
	const end = begin + shown.length;
	return say(
		closed(state),
		paragraphs(
			[
				wording.rosterHead(
					roster,
					totalsLine(roster, reader.id),
					new Set(sessions.map(({ desk }) => desk.id)).size > 1,
				),
				progressLine(roster),
				roster.plan?.note,
				lines.length > PAGE && wording.shownOf(begin, end, lines.length),
			]
				.filter(Boolean)
				.join("\n"),
			lines.length === 0
				? wording.nobodyBooked
				: shown
						.map((line) => wording.lineWords(line, reader.id, scene.knowledge))
						.join("\n"),
		),
		[
			...taps(shown, roster, scene.today),
			...ways(roster, { begin, end, all: lines.length }, scene.today),
			...(sessions.length > 1
				? [choice(wording.LABEL.sessions, { kind: "rosters" })]
				: []),
			choice(wording.LABEL.print, { kind: "sheet", session: at }),
		],
	);
}

/** On the day the page with the first who is still expected or there; else the beginning. */
function firstOpen(
	lines: readonly RosterLine[],
	day: LocalDate,
	today: LocalDate,
): number {
	if (day !== today) return 0;
	const open = lines.findIndex(
		({ booking: { visit } }) => !visit || visit.state === "arrived",
	);
	return open < 0 ? 0 : Math.floor(open / PAGE) * PAGE;
}

/** What is next for each: they come, and are done. Before the day one can only look. */
function taps(
	shown: readonly RosterLine[],
	{ day, hours }: Roster,
	today: LocalDate,
): Choice[] {
	const everybody = hours.flatMap(({ lines }) =>
		lines.map(({ booking }) => booking),
	);
	return shown.flatMap(({ booking }) => {
		const { code, visit } = booking;
		const name = wording.calledIn(booking, everybody);
		if (today < day)
			return [choice(name, { kind: "visit", code, step: "show" })];
		if (!visit)
			return [
				choice(wording.hasCome(name), { kind: "visit", code, step: "arrived" }),
			];
		return visit.state === "arrived"
			? [choice(wording.isDone(name), { kind: "visit", code, step: "done" })]
			: [];
	});
}

function ways(
	roster: Roster,
	{ begin, end, all }: { begin: number; end: number; all: number },
	today: LocalDate,
): Choice[] {
	const session = { desk: roster.desk.id, day: roster.day };
	const { LABEL } = wording;
	return [
		...(end < all
			? [choice(LABEL.more, { kind: "roster", session, from: end })]
			: []),
		...(begin > 0
			? [
					choice(LABEL.before, {
						kind: "roster",
						session,
						from: Math.max(0, begin - PAGE),
					}),
				]
			: []),
		...(all > 0 && today >= roster.day
			? [choice(LABEL.others, { kind: "people", session, from: begin })]
			: []),
		...(today === roster.day
			? [choice(LABEL.walkIn, { kind: "walk-in", session })]
			: []),
	];
}

/** Which of them is meant, for what the list does not offer at once. */
export async function askPerson(
	scene: Scene,
	state: State,
	{ session, from }: Extract<RosterAct, { kind: "people" }>,
): Promise<Turn> {
	const roster = await openRoster(scene, session);
	if (!roster) return say(closed(state), NO_SUCH_VISITOR);
	await scene.people.note(
		scene.actor,
		"roster-seen",
		session.day,
		session.desk,
	);
	const lines = linesOf(roster);
	const everybody = lines.map(({ booking }) => booking);
	const shown = lines.slice(from, from + PAGE);
	const end = from + shown.length;
	return say(closed(state), wording.whichPerson, [
		...shown.map(({ booking }) =>
			choice(wording.calledIn(booking, everybody), {
				kind: "visit",
				code: booking.code,
				step: "show",
			}),
		),
		...(end < lines.length
			? [choice(wording.LABEL.more, { kind: "people", session, from: end })]
			: []),
		...(from > 0
			? [
					choice(wording.LABEL.before, {
						kind: "people",
						session,
						from: Math.max(0, from - PAGE),
					}),
				]
			: []),
		choice(wording.LABEL.list, { kind: "roster", session }),
	]);
}

/** The other sessions that may be read: the next first, then what was. */
export async function askSession(scene: Scene, state: State): Promise<Turn> {
	const sessions = await readable(scene);
	const several = new Set(sessions.map(({ desk }) => desk.id)).size > 1;
	const ahead = sessions.filter(({ day }) => day >= scene.today);
	const past = sessions.filter(({ day }) => day < scene.today).reverse();
	return say(
		closed(state),
		sessions.length > 0 ? wording.whichSession : wording.noSession,
		[...ahead, ...past].slice(0, SESSIONS).map((session) =>
			choice(wording.sessionLabel(session, several), {
				kind: "roster",
				session: { desk: session.desk.id, day: session.day },
			}),
		),
	);
}

/** Where the list can be printed. The page asks who it is, and notes it. */
export async function tellSheet(
	scene: Scene,
	state: State,
	session: Session,
): Promise<Turn> {
	const roster = await openRoster(scene, session);
	if (!roster) return say(closed(state), wording.noSession);
	const { address } = scene;
	const path = `/ban/${session.day}/in?ban=${session.desk}`;
	return say(
		closed(state),
		address ? wording.sheetAt(`${address}${path}`) : wording.noPages,
		[choice(wording.LABEL.list, { kind: "roster", session })],
	);
}
