import { desksWhere, may, type Role } from "../../../people/roles.js";
import { LEAVE } from "../../choice.js";
import type { InviteForm } from "../../forms.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import {
	closed,
	enter,
	lead,
	offer,
	present,
	type Question,
	say,
	type Turn,
} from "../../turn.js";
import { stopped } from "../../wording/general.js";
import * as wording from "../../wording/staff/access.js";
import { post, ROLE } from "../../wording/staff/team.js";
import type { Handler } from "../handler.js";

const { STAFF_LABEL } = wording;
const EVERY_DESK = "*";
const stop = { label: STAFF_LABEL.stop, answer: LEAVE };

export const startInvite = async (scene: Scene, state: State): Promise<Turn> =>
	enter(scene, state, { kind: "invite" }, whom);

const whom: Question = {
	text: wording.askRole,
	options: [
		{ label: capital(ROLE.volunteer), answer: "volunteer" },
		{ label: capital(ROLE.administrator), answer: "administrator" },
		stop,
	],
};

/** The desks that this administrator may invite to in this role. */
function desksFor({ actor, knowledge }: Scene, role: Role) {
	const own = desksWhere(actor, "manage-team", knowledge.desks).map(
		({ id, name }) => ({ label: name, answer: id }),
	);
	return role === "administrator" && may(actor, "manage-team", null)
		? [...own, { label: STAFF_LABEL.everyDesk, answer: EVERY_DESK }]
		: own;
}

const where = (scene: Scene, role: Role): Question => ({
	text: wording.askDesk,
	options: [...desksFor(scene, role), stop],
});

async function choose(
	scene: Scene,
	state: State,
	{ role }: InviteForm,
	answer: string,
): Promise<Turn> {
	if (answer === LEAVE) return leave(scene, state);
	if (!role) {
		if (answer !== "volunteer" && answer !== "administrator")
			return present(state, whom);
		const [only, other] = desksFor(scene, answer);
		return only && !other
			? give(scene, state, answer, only.answer)
			: enter(
					scene,
					state,
					{ kind: "invite", role: answer },
					where(scene, answer),
				);
	}
	return give(scene, state, role, answer);
}

async function give(
	scene: Scene,
	state: State,
	role: Role,
	answer: string,
): Promise<Turn> {
	const { actor, people, knowledge, address } = scene;
	const desk = answer === EVERY_DESK ? null : answer;
	const outcome =
		actor.kind === "member"
			? await people.crew.invite(actor.member.id, { role, desk })
			: undefined;
	if (outcome?.kind !== "invited")
		return lead(
			wording.notInvited,
			enter(scene, closed(state), { kind: "invite" }, whom),
		);
	return {
		...say(
			closed(state),
			wording.invited(post(knowledge, { role, desk }), outcome.told, address),
			[
				offer(STAFF_LABEL.withdraw, {
					kind: "staff",
					does: { kind: "withdraw", invitation: outcome.id },
				}),
				offer(STAFF_LABEL.team, { kind: "staff", does: { kind: "team" } }),
			],
		),
		again: wording.saidOnce,
	};
}

export async function withdrawInvitation(
	{ actor, people }: Scene,
	state: State,
	invitation: string,
): Promise<Turn> {
	const outcome =
		actor.kind === "member"
			? await people.crew.withdraw(actor.member.id, invitation)
			: "not-found";
	return say(
		state,
		outcome === "withdrawn" ? wording.withdrawn : wording.alreadyUsed,
		[offer(STAFF_LABEL.team, { kind: "staff", does: { kind: "team" } })],
	);
}

const leave = async (_: Scene, state: State) =>
	say(closed(state), stopped, [
		offer(STAFF_LABEL.team, { kind: "staff", does: { kind: "team" } }),
	]);

function capital(text: string): string {
	return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}

export const inviteHandler: Handler<InviteForm> = {
	choose,
	hear: async () => undefined,
	resume: async (scene, state, { role }) =>
		present(state, role ? where(scene, role) : whom),
	back: async (scene, state, { role }) =>
		role ? enter(scene, state, { kind: "invite" }, whom) : leave(scene, state),
	leave,
};
