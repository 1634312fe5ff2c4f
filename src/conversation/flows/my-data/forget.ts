import { isLastAdministrator } from "../../../people/members.js";
import { LEAVE } from "../../choice.js";
import type { ForgetForm } from "../../forms.js";
import { saysNo, saysYes } from "../../reading/yes.js";
import type { Scene } from "../../scene.js";
import { newState, type State } from "../../state.js";
import {
	enter,
	paragraphs,
	present,
	type Question,
	say,
	type Turn,
} from "../../turn.js";
import * as wording from "../../wording/data.js";
import * as staff from "../../wording/staff/membership.js";
import type { Handler } from "../handler.js";
import { leave } from "./leave.js";

/** Asks before everything is deleted. */
export async function startForget(scene: Scene, state: State): Promise<Turn> {
	const question = await forgetQuestion(scene);
	return enter(scene, state, { kind: "forget" }, question);
}

const forgetQuestion = async ({
	booking,
	person,
	actor,
	people,
}: Scene): Promise<Question> => ({
	text: paragraphs(
		wording.confirmForget(
			await booking.mine(person),
			await booking.waiting(person),
		),
		actor.kind === "member" &&
			(isLastAdministrator(await people.crew.members(), actor.member.id)
				? staff.membershipStays
				: staff.membershipEnds),
	),
	options: [
		{ label: wording.FORGET_YES, answer: "yes" },
		{ label: wording.FORGET_NO, answer: LEAVE },
	],
});

async function forget(scene: Scene): Promise<Turn> {
	const { booking, consents, person, now, questions, letters } = scene;
	const ahead = await booking.mine(person);
	const proofs = await consents.of(person);
	await booking.release(person);
	await booking.forget(person);
	await questions.forget(person);
	await letters.forget(person);
	await consents.withdraw(person, now);
	return {
		...say(
			newState,
			paragraphs(
				wording.forgotten(ahead.length, proofs.length > 0),
				...(await leaveTeam(scene)),
			),
		),
		wiped: true,
	};
}

/** Ends the membership too, and says what came of it; the last administrator stays. */
async function leaveTeam({ actor, people, person }: Scene): Promise<string[]> {
	if (actor.kind === "citizen") return [];
	const { id } = actor.member;
	const { kind } = await people.crew.remove(id, id);
	if (kind === "last-administrator") return [staff.membershipStays];
	return people.door.isNamed(person)
		? [staff.membershipEnded, staff.namedInSettings]
		: [staff.membershipEnded];
}

export const forgetHandler: Handler<ForgetForm> = {
	choose: (scene, state, _, answer) =>
		answer === LEAVE ? leave(scene, state) : forget(scene),
	hear: async (scene, state, _, text) => {
		if (saysYes(text)) return forget(scene);
		return saysNo(text) ? leave(scene, state) : undefined;
	},
	resume: async (scene, state) => present(state, await forgetQuestion(scene)),
	back: leave,
	leave,
};
