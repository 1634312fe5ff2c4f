import { mayBeLinked } from "../../../people/members.js";
import { readMemberName } from "../../../people/name.js";
import { readTypedCode } from "../../../people/secret.js";
import type { EnterForm } from "../../forms.js";
import { readName } from "../../reading/name.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import {
	back,
	closed,
	enter,
	lead,
	offer,
	present,
	say,
	type Turn,
} from "../../turn.js";
import { LABEL, stopped } from "../../wording/general.js";
import * as wording from "../../wording/staff/access.js";
import { post } from "../../wording/staff/team.js";
import type { Handler } from "../handler.js";

const askCode = { text: wording.askCode, options: [back] };
const askName = (invitedAs: string) => ({
	text: wording.askMemberName(invitedAs),
	options: [back],
});

/** `/vao`, with the code or without. The web's chat is not linked: its cookie lasts longer than a sign-in may. */
export async function startEnter(
	scene: Scene,
	state: State,
	secret: string | undefined,
): Promise<Turn> {
	if (!mayBeLinked(scene.person))
		return say(closed(state), wording.notHere(scene.address));
	return secret === undefined
		? enter(scene, state, { kind: "enter" }, askCode)
		: tryCode(scene, state, secret);
}

/** What is kept while the name is asked for is a hash. */
async function tryCode(
	scene: Scene,
	state: State,
	secret: string,
): Promise<Turn> {
	const { people, person, actor, knowledge } = scene;
	const looked = await people.door.look(secret, person);
	const out = closed(state);
	if (looked.kind === "wait")
		return say(out, wording.triedTooOften(looked.seconds), elsewhere);
	if (looked.kind === "wrong") return say(out, wording.wrongCode, elsewhere);
	const { hash, opening } = looked;
	if (actor.kind === "member" && opening.kind !== "key")
		return say(out, wording.memberAlready(post(knowledge, actor.member)));
	if (opening.kind === "invitation") {
		const as = post(knowledge, opening.invitation);
		return enter(scene, out, { kind: "enter", hash, as }, askName(as));
	}
	if (opening.kind === "first")
		return enter(
			scene,
			out,
			{ kind: "enter", hash, as: FIRST },
			askName(FIRST),
		);
	const outcome = await people.door.linkTo(person, hash);
	switch (outcome.kind) {
		case "linked":
			return say(
				out,
				wording.linked(outcome.member.name, post(knowledge, outcome.member)),
				opened,
			);
		case "taken":
			return say(out, wording.taken);
		case "not-valid":
			return say(out, wording.wrongCode, elsewhere);
	}
}

const FIRST = "quản trị viên đầu tiên";
const elsewhere = [
	offer(LABEL.help, { kind: "help" }),
	offer(LABEL.person, { kind: "person" }),
];
const opened = [
	offer(wording.STAFF_LABEL.signIn, {
		kind: "staff",
		does: { kind: "sign-in" },
	}),
];

async function hear(
	scene: Scene,
	state: State,
	{ hash }: EnterForm,
	text: string,
): Promise<Turn | undefined> {
	if (hash === undefined)
		return readTypedCode(text) === undefined && /\s.*\s.*\s.*\s/.test(text)
			? undefined // a sentence, not a code
			: tryCode(scene, state, text);
	const read = readName(text, scene.understand(text));
	if (read.kind === "question") return undefined;
	const name = readMemberName(read.kind === "none" ? text : read.name);
	if (name === undefined)
		return lead(wording.noMemberName, await resume(scene, state));
	const { people, person, knowledge } = scene;
	const outcome = await people.door.joinIn(person, hash, name);
	const out = closed(state);
	switch (outcome.kind) {
		case "joined":
			return say(
				out,
				wording.joined(outcome.member.name, post(knowledge, outcome.member)),
				opened,
			);
		case "member-already":
			return say(out, wording.memberAlready(post(knowledge, outcome.member)));
		case "not-valid":
			return say(out, wording.wrongCode, elsewhere);
	}
}

const resume = async (_: Scene, state: State): Promise<Turn> => {
	const form = state.step?.form;
	return present(
		state,
		form?.kind === "enter" && form.as ? askName(form.as) : askCode,
	);
};

const leave = async (_: Scene, state: State) =>
	say(closed(state), stopped, [offer(LABEL.help, { kind: "help" })]);

export const enterHandler: Handler<EnterForm> = {
	choose: leave,
	hear,
	resume,
	back: leave,
	leave,
};
