import { readCode } from "../booking/code.js";
import { type Act, readAct } from "./act.js";
import { readChoice, readNumber } from "./choice.js";
import { perform } from "./flows/acts.js";
import { type OpenStep, openStep } from "./flows/form.js";
import { visible } from "./flows/mine.js";
import { withNews } from "./flows/news.js";
import { expectsName } from "./forms.js";
import { readCommand, readLeaving, readPhrase } from "./reading/command.js";
import { clean, saysNothing, words } from "./reading/words.js";
import { saysNo, saysYes } from "./reading/yes.js";
import type { Scene } from "./scene.js";
import { readStaffPhrase } from "./staff-act.js";
import type { State } from "./state.js";
import { aside, take } from "./take.js";
import { tapped } from "./tapped.js";
import { lead, readTap, say, type Turn } from "./turn.js";
import { cancelWish, understood } from "./understood.js";
import {
	firstContact,
	nothingToRead,
	nothingToStop,
	numberNotShown,
	whichNumber,
} from "./wording/general.js";

/** Reads one message and answers it. */
export async function respond(
	scene: Scene,
	state: State,
	typed: string,
): Promise<Turn> {
	const turn = await withNews(scene, await read(scene, state, clean(typed)));
	const { reply } = turn;
	const { asked, ...rest } = turn.state;
	const next: State = {
		...rest,
		...(asked && asked !== state.asked && { asked }), // it leaves with the next message
		greeted: true,
		telling: turn.state.told !== state.told,
		menu: [...(reply.choices ?? [])],
	};
	return state.greeted
		? { ...turn, state: next }
		: lead(firstContact(scene.knowledge.office), { ...turn, state: next });
}

/** From what can mean only one thing to what has to be understood. */
async function read(scene: Scene, state: State, text: string): Promise<Turn> {
	const step = openStep(scene, state);
	if (saysNothing(text)) return aside(step, say(state, nothingToRead));
	const tap = readTap(text);
	if (tap) return tapped(scene, state, step, tap);
	const act = readAct(text);
	if (act) return take(scene, state, step, act);
	const command = readCommand(text, scene.today);
	if (command?.kind === "question") {
		return understood(scene, state, step, command.text);
	}
	if (command) {
		return step && command.act.kind === "cancel"
			? step.leave()
			: take(scene, state, step, command.act);
	}
	return (
		(await leaving(scene, state, step, text)) ??
		(await chosen(scene, state, step, text)) ??
		(await phrased(scene, state, step, text)) ??
		(await step?.hear(text)) ??
		(await coded(scene, state, step, text)) ??
		(step ? undefined : nodded(state, text)) ??
		understood(scene, state, step, text)
	);
}

async function leaving(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	text: string,
): Promise<Turn | undefined> {
	const how = readLeaving(text);
	if (!how) return undefined;
	if (step) return how === "back" ? step.back() : step.leave();
	return how === "back"
		? perform(scene, state, { kind: "again" })
		: say(state, nothingToStop);
}

/** One of the choices last shown, by number or in words. */
async function chosen(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	text: string,
): Promise<Turn | undefined> {
	const nameExpected = step !== undefined && expectsName(step.form);
	const choice = readChoice(text, state.menu, nameExpected);
	if (choice) {
		const tap = readTap(choice.value);
		if (tap) return tapped(scene, state, step, tap);
		const act = readAct(choice.value);
		if (act) return take(scene, state, step, act);
	}
	const number = readNumber(text);
	if (number === undefined || (nameExpected && !/\d/.test(text)))
		return undefined;
	if (step) return lead(numberNotShown(number), await step.resume(state));
	if (number === 0) return say(state, nothingToStop);
	return state.menu.length > 0
		? say(state, numberNotShown(number), state.menu)
		: say(state, whichNumber(number));
}

async function phrased(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	text: string,
): Promise<Turn | undefined> {
	const act = readPhrase(text) ?? staffPhrase(scene, text);
	if (!act) return undefined;
	if (act.kind === "cancel") return cancelWish(scene, state, step);
	return act.kind === "move" && step?.form.kind === "book"
		? undefined // the booking being made is what changes
		: take(scene, state, step, act);
}

/** For members alone: of anybody else it is a sentence like any other. */
function staffPhrase({ actor, today }: Scene, text: string): Act | undefined {
	const does =
		actor.kind === "member" ? readStaffPhrase(text, today) : undefined;
	return does && { kind: "staff", does };
}

/** "dạ", "ok", "không" to something that was not asked: what can be chosen stays. */
const nodded = (state: State, text: string): Turn | undefined =>
	saysYes(text) || saysNo(text) || words(text) === "da"
		? say(state, nothingToStop, state.menu)
		: undefined;

/** A booking code, typed. Without its `T7-` it could be a word: then it has to be known here, or hold a digit. */
async function coded(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	text: string,
): Promise<Turn | undefined> {
	const code = readCode(text);
	if (!code) return undefined;
	const certain =
		/^t7/i.test(text.trim()) ||
		(/\d/.test(text) && !/\s/.test(text.trim())) ||
		(await visible(scene, state, code)) !== undefined;
	return certain ? take(scene, state, step, { kind: "show", code }) : undefined;
}
