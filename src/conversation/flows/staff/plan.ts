import type { SessionView } from "../../../booking/saturday-desk.js";
import type { Plan } from "../../../booking/session.js";
import type { Booking } from "../../../booking/store.js";
import { type Actor, may } from "../../../people/roles.js";
import { LocalDate } from "../../../time.js";
import { LEAVE } from "../../choice.js";
import type { PlanForm } from "../../forms.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import {
	closed,
	enter,
	offer,
	paragraphs,
	present,
	type Question,
	say,
	type Turn,
} from "../../turn.js";
import { LABEL, stopped } from "../../wording/general.js";
import { bullets } from "../../wording/show.js";
import * as wording from "../../wording/staff/sessions.js";
import type { Handler } from "../handler.js";
import { refuse } from "./refuse.js";

/** A quarter of a year. */
const WEEKS = 13;
/** As many days as are read in one message; those farther ahead are on the page. */
const SHOWN = 8;
const YES = "yes";

/** `/molich`, `/donglich`: choose the day, see what it hits, confirm. */
export async function startPlan(
	scene: Scene,
	state: State,
	open: boolean,
): Promise<Turn> {
	const sessions = await choosable(scene, open);
	return sessions.length > 0
		? enter(scene, state, { kind: "plan", open }, whichDay(sessions, open))
		: say(
				closed(state),
				open ? wording.nothingToOpen : wording.nothingToClose,
				[offer(LABEL.help, { kind: "help" })],
			);
}

async function choosable(
	{ saturday, actor, today }: Scene,
	open: boolean,
): Promise<readonly SessionView[]> {
	const sessions = await saturday.sessions(today, WEEKS);
	return sessions
		.filter(
			({ desk, shut }) =>
				may(actor, "plan-sessions", desk.id) &&
				(open
					? shut !== undefined && !["statutory", "past"].includes(shut.kind)
					: shut === undefined),
		)
		.slice(0, SHOWN);
}

function whichDay(sessions: readonly SessionView[], open: boolean): Question {
	const several = new Set(sessions.map(({ desk }) => desk.id)).size > 1;
	return {
		text: open ? wording.chooseToOpen : wording.chooseToClose,
		options: [
			...sessions.map((session) => ({
				label: `${wording.sessionName(session, several)} — ${wording.inBrief(session)}`,
				answer: `${session.day}:${session.desk.id}`,
			})),
			{ label: wording.KEEP_AS_IS, answer: LEAVE },
		],
	};
}

/** A session and what the plan would do to it, for whoever may plan it now. */
interface Prospect {
	readonly view: SessionView;
	readonly name: string;
	readonly plan: Plan;
	readonly hits: readonly Booking[];
}

async function prospect(
	{ saturday, actor, knowledge }: Scene,
	{ open }: PlanForm,
	day: LocalDate,
	id: string,
): Promise<Prospect | undefined> {
	const known = knowledge.desks.some((desk) => desk.id === id);
	if (!known || !may(actor, "plan-sessions", id)) return undefined;
	const [view] = await saturday.sessions(day, 1, id);
	if (view?.day !== day) return undefined;
	const plan = { ...view.plan, desk: id, open };
	const hits = await saturday.hits(id, day, plan);
	const several = knowledge.desks.length > 1;
	return { view, name: wording.sessionName(view, several), plan, hits };
}

const whetherTo = ({ view, name, plan, hits }: Prospect): Question => ({
	text: paragraphs(
		plan.open
			? wording.opening(name, view, hits.length)
			: wording.closing(name, hits.length),
		hits.length > 0 && bullets(wording.hitLines(hits)),
	),
	options: [
		{
			label: plan.open
				? wording.CONFIRM_OPENING
				: wording.confirmClosing(hits.length),
			answer: YES,
		},
		{ label: wording.KEEP_AS_IS, answer: LEAVE },
	],
});

/** What is shown is noted; `seen` goes along with the question. */
async function ask(
	scene: Scene,
	state: State,
	form: PlanForm,
	of: Prospect,
	before?: string,
): Promise<Turn> {
	const { day, desk } = of.view;
	if (of.hits.length > 0)
		await scene.people.note(scene.actor, "hits-seen", day, desk.id);
	return enter(
		scene,
		state,
		{ ...form, day, desk: desk.id, seen: of.hits.length },
		whetherTo(of),
		before,
	);
}

async function choose(
	scene: Scene,
	state: State,
	form: PlanForm,
	answer: string,
): Promise<Turn> {
	if (!mayPlan(scene.actor)) return refuse(state);
	if (answer === LEAVE) return leave(scene, state);
	if (form.day === undefined || form.desk === undefined) {
		const [date, desk = ""] = answer.split(":");
		const day = LocalDate.safeParse(date).data;
		const of = day && (await prospect(scene, form, day, desk));
		return of ? ask(scene, state, form, of) : refuse(state);
	}
	return answer === YES
		? confirm(scene, state, form, form.day, form.desk)
		: present(state, await question(scene, form));
}

async function confirm(
	scene: Scene,
	state: State,
	form: PlanForm,
	day: LocalDate,
	desk: string,
): Promise<Turn> {
	const { saturday, people, actor } = scene;
	const of = await prospect(scene, form, day, desk);
	if (!of) return refuse(state);
	const outcome = await saturday.plan(desk, day, of.plan, form.seen ?? 0);
	switch (outcome.kind) {
		case "changed":
			return ask(
				scene,
				state,
				form,
				{ ...of, hits: outcome.hits },
				wording.numberChanged(outcome.hits.length),
			);
		case "refused":
			return done(state, wording.planRefused(of.name, outcome.why));
		case "planned": {
			await people.note(actor, "session-planned", day, desk);
			const unreached = await saturday.unreached(desk, day);
			return done(
				state,
				paragraphs(
					wording.plannedWords(outcome, of.name, of.view, form.open),
					unreached.length > 0 &&
						`${wording.unreachedWords(unreached)}\n${bullets(wording.hitLines(unreached))}`,
				),
			);
		}
	}
}

const done = (state: State, text: string): Turn =>
	say(closed(state), text, [
		offer(wording.OPEN_A_DAY, {
			kind: "staff",
			does: { kind: "open-session" },
		}),
		offer(wording.CLOSE_A_DAY, {
			kind: "staff",
			does: { kind: "close-session" },
		}),
	]);

async function question(scene: Scene, form: PlanForm): Promise<Question> {
	const of =
		form.day !== undefined && form.desk !== undefined
			? await prospect(scene, form, form.day, form.desk)
			: undefined;
	return of
		? whetherTo(of)
		: whichDay(await choosable(scene, form.open), form.open);
}

/** The number may have changed meanwhile: then it is asked anew, with the new one. */
async function resume(
	scene: Scene,
	state: State,
	form: PlanForm,
): Promise<Turn> {
	if (!mayPlan(scene.actor)) return refuse(state);
	const { day, desk } = form;
	const of =
		day !== undefined && desk !== undefined
			? await prospect(scene, form, day, desk)
			: undefined;
	if (of && of.hits.length !== form.seen) return ask(scene, state, form, of);
	return present(state, await question(scene, form));
}

const mayPlan = (actor: Actor) => may(actor, "plan-sessions");

const leave = async (_: Scene, state: State): Promise<Turn> =>
	say(closed(state), stopped, [offer(LABEL.help, { kind: "help" })]);

export const planHandler: Handler<PlanForm> = {
	choose,
	hear: async () => undefined,
	resume,
	back: async (scene, state, { open, day }) =>
		day === undefined
			? leave(scene, state)
			: mayPlan(scene.actor)
				? startPlan(scene, state, open)
				: refuse(state),
	leave,
};
