import type { SessionView } from "../../../booking/saturday-desk.js";
import type { Slot } from "../../../booking/store.js";
import { comingDuties } from "../../../people/coming-duties.js";
import { type Member, may } from "../../../people/roles.js";
import type { LocalDate } from "../../../time.js";
import type { Choice } from "../../reply.js";
import type { Scene } from "../../scene.js";
import type { StaffAct } from "../../staff-act.js";
import type { State } from "../../state.js";
import { closed, offer, paragraphs, say, type Turn } from "../../turn.js";
import { bullets } from "../../wording/show.js";
import * as wording from "../../wording/staff/sessions.js";
import { refuse } from "./refuse.js";

type Session = Pick<Slot, "desk" | "day">;

/** As many as are read, and tapped, in one message. */
const SHOWN = 6;

/** `/lichtruc`: the coming sessions, who comes, and one tap for each. */
export async function tellDuties(scene: Scene, state: State): Promise<Turn> {
	const { actor, people } = scene;
	if (actor.kind !== "member") return refuse(state);
	const sessions = (await coming(scene)).slice(0, SHOWN);
	if (sessions.length === 0) return say(closed(state), wording.noDuties);
	const several = areSeveral(sessions);
	const open = sessions.filter((one) => !isShut(one));
	const members = await people.crew.members();
	return say(
		closed(state),
		paragraphs(
			bullets(
				sessions.map(
					(session) =>
						`${wording.sessionName(session, several)}: ${companyOf(session, actor.member, members)}`,
				),
			),
			wording.knownFields(actor.member.fields),
			open.length > 0 && wording.chooseDuty,
		),
		open.map((session) => choiceFor(session, actor.member, several)),
	);
}

/** The choice says the opposite of how things are. */
function choiceFor(
	session: SessionView,
	{ id }: Member,
	several: boolean,
): Choice {
	const at = { desk: session.desk.id, day: session.day };
	const when = `${wording.shortDay(at.day)}${several ? ` ${session.desk.name}` : ""}`;
	const choice = (does: StaffAct, label: string) =>
		offer(`${when}: ${label}`, { kind: "staff", does });
	if (session.duties.some(({ member }) => member === id))
		return choice(
			{ kind: "drop-out", session: at },
			wording.DUTY_LABEL["drop-out"],
		);
	return session.gaps.length > 0
		? choice({ kind: "relieve", ...at }, wording.DUTY_LABEL.relieve)
		: choice({ kind: "serve", session: at }, wording.DUTY_LABEL.serve);
}

function companyOf(
	session: SessionView,
	{ id }: Member,
	members: readonly Member[],
): string {
	const { duties, gaps, shut } = session;
	if (shut && isShut(session)) return wording.shutForYou(shut);
	const names = duties.flatMap(({ member }) =>
		member === id ? [] : (members.find((one) => one.id === member)?.name ?? []),
	);
	const mine = duties.some(({ member }) => member === id);
	return wording.companyWords(mine, names, gaps.length);
}

const isShut = ({ shut }: SessionView) =>
	shut !== undefined && shut.kind !== "too-far";

export async function serve(
	scene: Scene,
	state: State,
	session: Session,
): Promise<Turn> {
	const id = servantAt(scene, session.desk);
	if (!id) return refuse(state);
	const outcome = await scene.saturday.serve(session.desk, session.day, id);
	return said(state, wording.serveWords(outcome, session));
}

export async function dropOut(
	scene: Scene,
	state: State,
	session: Session,
): Promise<Turn> {
	const id = servantAt(scene, session.desk);
	if (!id) return refuse(state);
	const outcome = await scene.saturday.dropOut(session.desk, session.day, id);
	return said(state, wording.dropOutWords(outcome, session));
}

/** Under the question of the outbox, however old; typed without a desk, wherever somebody is missing. */
export async function relieve(
	scene: Scene,
	state: State,
	asked: { readonly desk?: string; readonly day?: LocalDate },
): Promise<Turn> {
	const session = await missingAt(scene, asked);
	if (!session) return said(state, wording.nobodyMissing);
	const id = servantAt(scene, session.desk);
	if (!id) return refuse(state);
	const outcome = await scene.saturday.relieve(session.desk, session.day, id);
	return said(state, wording.relieveWords(outcome, session));
}

async function missingAt(
	scene: Scene,
	{ desk, day }: { readonly desk?: string; readonly day?: LocalDate },
): Promise<Session | undefined> {
	if (desk !== undefined && day !== undefined) return { desk, day };
	const fitting = (await coming(scene)).filter(
		(session) => day === undefined || session.day === day,
	);
	const found =
		fitting.find(({ gaps }) => gaps.length > 0) ??
		(day === undefined ? undefined : fitting[0]);
	return found && { desk: found.desk.id, day: found.day };
}

/** Asked anew at each tap: whoever does not serve at this desk, or at one that is gone, learns nothing of it. */
function servantAt(
	{ actor, knowledge }: Scene,
	desk: string,
): Member["id"] | undefined {
	const known = knowledge.desks.some(({ id }) => id === desk);
	return known && actor.kind === "member" && may(actor, "serve", desk)
		? actor.member.id
		: undefined;
}

const coming = ({ saturday, actor, today }: Scene) =>
	comingDuties(saturday, actor, today);

const areSeveral = (sessions: readonly SessionView[]) =>
	new Set(sessions.map(({ desk }) => desk.id)).size > 1;

const said = (state: State, text: string): Turn =>
	say(closed(state), text, [
		offer(wording.SEE_DUTIES, { kind: "staff", does: { kind: "duties" } }),
	]);
