import { may } from "../../../people/roles.js";
import type { Scene } from "../../scene.js";
import { STAFF_NEEDS, type StaffAct } from "../../staff-act.js";
import type { State } from "../../state.js";
import type { Turn } from "../../turn.js";
import { dropOut, relieve, serve, tellDuties } from "./duties.js";
import { startEnter } from "./enter.js";
import { startInvite, withdrawInvitation } from "./invite.js";
import { startPlan } from "./plan.js";
import { performQuestion } from "./questions.js";
import { refuse } from "./refuse.js";
import { askPerson, askSession, tellRoster, tellSheet } from "./roster/list.js";
import { forward, visit } from "./roster/visit.js";
import { startWalkIn } from "./roster/walk-in.js";
import { signOutEverywhere, tellKey, unlinkHere } from "./sign-in.js";
import { tellTeam } from "./team.js";

/** The chat's one gate to what those do who work at the desks: `STAFF_NEEDS` says what, `may` decides. */
export async function performStaff(
	scene: Scene,
	state: State,
	act: StaffAct,
): Promise<Turn> {
	const needs = STAFF_NEEDS[act.kind];
	if (needs !== "nothing" && !may(scene.actor, needs)) return refuse(state);
	switch (act.kind) {
		case "enter":
			return startEnter(scene, state, act.secret);
		case "sign-in":
			return tellKey(scene, state);
		case "sign-out":
			return signOutEverywhere(scene, state);
		case "unlink":
			return unlinkHere(scene, state);
		case "invite":
			return startInvite(scene, state);
		case "withdraw":
			return withdrawInvitation(scene, state, act.invitation);
		case "team":
			return tellTeam(scene, state);
		case "duties":
			return tellDuties(scene, state);
		case "serve":
			return serve(scene, state, act.session);
		case "drop-out":
			return dropOut(scene, state, act.session);
		case "relieve":
			return relieve(scene, state, act);
		case "open-session":
			return startPlan(scene, state, true);
		case "close-session":
			return startPlan(scene, state, false);
		case "questions":
		case "question":
		case "faq":
		case "unpublish":
			return performQuestion(scene, state, act);
		case "roster":
			return tellRoster(scene, state, act);
		case "rosters":
			return askSession(scene, state);
		case "people":
			return askPerson(scene, state, act);
		case "sheet":
			return tellSheet(scene, state, act.session);
		case "visit":
			return visit(scene, state, act);
		case "forward":
			return forward(scene, state, act);
		case "walk-in":
			return startWalkIn(scene, state, act.session);
	}
}
