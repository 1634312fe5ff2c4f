import { type Member, may } from "../../../people/roles.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { offer, say, type Turn } from "../../turn.js";
import * as wording from "../../wording/staff/access.js";
import { refuse } from "./refuse.js";

const { STAFF_LABEL } = wording;

/** The member behind the actor; a citizen never gets this far. */
const memberOf = ({ actor }: Scene): Member | undefined =>
	actor.kind === "member" && may(actor, "keep-account")
		? actor.member
		: undefined;

/** A link and a code, for the web or for another conversation. */
export async function tellKey(scene: Scene, state: State): Promise<Turn> {
	const member = memberOf(scene);
	if (!member) return refuse(state);
	if (!scene.address) return say(state, wording.noPages);
	const key = await scene.people.door.giveKey(member.id);
	return {
		...say(state, wording.keyText(scene.address, key)),
		again: wording.saidOnce,
	};
}

export async function signOutEverywhere(
	scene: Scene,
	state: State,
): Promise<Turn> {
	const member = memberOf(scene);
	if (!member) return refuse(state);
	const browsers = await scene.people.door.signOutEverywhere(member.id);
	return say(state, wording.signedOut(browsers), [
		offer(STAFF_LABEL.unlink, { kind: "staff", does: { kind: "unlink" } }),
		offer(STAFF_LABEL.signIn, { kind: "staff", does: { kind: "sign-in" } }),
	]);
}

/** From now on a citizen writes here. */
export async function unlinkHere(scene: Scene, state: State): Promise<Turn> {
	const member = memberOf(scene);
	if (!member) return refuse(state);
	await scene.people.crew.unlink(member.id, member.id, scene.person);
	return say(state, wording.unlinked);
}
