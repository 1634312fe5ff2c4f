import type { Booking } from "../../booking/store.js";
import { LEAVE } from "../choice.js";
import type { ReadyForm } from "../forms.js";
import { words } from "../reading/words.js";
import type { Scene } from "../scene.js";
import type { State } from "../state.js";
import {
	closed,
	enter,
	offer,
	present,
	type Question,
	say,
	type Turn,
} from "../turn.js";
import { LABEL } from "../wording/general.js";
import * as wording from "../wording/ready.js";
import type { Handler } from "./handler.js";
import { ahead, listBookings, tellPapers, visible } from "./mine.js";
import { canTick, papersOf, readyChoice } from "./ready-choice.js";

const ALL = "all";
const NOTHING = "nothing";
/** `+2`: has the second paper; `-2`: has it not. Said twice, it is the same. */
const PAPER = /^([+-])(\d{1,2})$/;

/** Of the only booking there is, or of the one to be chosen. */
export async function chooseReady(scene: Scene, state: State): Promise<Turn> {
	const bookings = (await ahead(scene, state)).filter((booking) =>
		canTick(scene, booking),
	);
	const [only, other] = bookings;
	if (!only) return listBookings(scene, closed(state));
	if (!other) return startReady(scene, state, only);
	return say(
		closed(state),
		wording.whichBooking,
		bookings.flatMap((booking) =>
			readyChoice(scene, booking, ` ${booking.code}`),
		),
	);
}

export function startReady(scene: Scene, state: State, booking: Booking): Turn {
	return canTick(scene, booking)
		? enter(
				scene,
				state,
				{ kind: "ready", code: booking.code },
				questionOf(scene, booking),
			)
		: tellPapers(scene, closed(state), booking);
}

function questionOf(scene: Scene, booking: Booking): Question {
	const papers = papersOf(scene, booking);
	const { ready } = booking;
	return {
		text: wording.askReady(papers, ready),
		options: [
			...papers.map((paper, index) => {
				const has = ready?.includes(paper) ?? false;
				return {
					label: wording.paperLabel(paper, has),
					answer: `${has ? "-" : "+"}${index + 1}`,
				};
			}),
			{ label: wording.ALL, answer: ALL },
			{ label: wording.NOTHING, answer: NOTHING },
			{ label: wording.DONE, answer: LEAVE },
		],
	};
}

/** Those that are ready after this answer; undefined for no answer at all. */
function after(
	answer: string,
	papers: readonly string[],
	before: readonly string[] = [],
): readonly string[] | undefined {
	if (answer === ALL) return papers;
	if (answer === NOTHING) return [];
	const [, sign, number] = PAPER.exec(answer) ?? [];
	const paper = papers[Number(number) - 1];
	if (paper === undefined) return undefined;
	return papers.filter((one) =>
		one === paper ? sign === "+" : before.includes(one),
	);
}

async function choose(
	scene: Scene,
	state: State,
	form: ReadyForm,
	answer: string,
): Promise<Turn> {
	const booking = await visible(scene, state, form.code);
	if (!booking || !canTick(scene, booking))
		return listBookings(scene, closed(state));
	if (answer === LEAVE) return done(scene, state, booking);
	const papers = papersOf(scene, booking);
	const ready = after(answer, papers, booking.ready);
	if (!ready) return present(state, questionOf(scene, booking));
	const ticked = await tick(scene, booking, ready);
	return answer === ALL || answer === NOTHING
		? done(scene, state, ticked)
		: present(state, questionOf(scene, ticked));
}

const tick = async (
	{ booking: desk }: Scene,
	booking: Booking,
	ready: readonly string[],
): Promise<Booking> => (await desk.tick(booking.code, ready)) ?? booking;

const done = (scene: Scene, state: State, booking: Booking): Turn =>
	say(
		closed(state),
		wording.readyNow(papersOf(scene, booking), booking.ready),
		[offer(LABEL.bookings, { kind: "bookings" })],
	);

/** `1 3`, `1, 2 và 3`: several at once. */
async function hear(
	scene: Scene,
	state: State,
	form: ReadyForm,
	text: string,
): Promise<Turn | undefined> {
	const booking = await visible(scene, state, form.code);
	if (!booking || !canTick(scene, booking)) return undefined;
	const said = words(text);
	if (/^(?:co )?(?:du|du ca|du het|du roi)(?: roi| a)*$/.test(said))
		return choose(scene, state, form, ALL);
	const papers = papersOf(scene, booking);
	const numbers = said
		.replace(/\bva\b/g, " ")
		.split(/\s+/)
		.map(Number);
	const named = numbers.map((number) => papers[number - 1]);
	if (numbers.length < 2 || named.some((paper) => paper === undefined))
		return undefined;
	const ready = papers.filter(
		(paper) => named.includes(paper) || booking.ready?.includes(paper),
	);
	const ticked = await tick(scene, booking, ready);
	return present(state, questionOf(scene, ticked));
}

async function resume(
	scene: Scene,
	state: State,
	form: ReadyForm,
): Promise<Turn> {
	const booking = await visible(scene, state, form.code);
	return booking && canTick(scene, booking)
		? present(state, questionOf(scene, booking))
		: listBookings(scene, closed(state));
}

async function leave(
	scene: Scene,
	state: State,
	form: ReadyForm,
): Promise<Turn> {
	const booking = await visible(scene, state, form.code);
	return booking
		? done(scene, state, booking)
		: listBookings(scene, closed(state));
}

export const readyHandler: Handler<ReadyForm> = {
	choose,
	hear,
	resume,
	back: leave,
	leave,
};

/** The question that goes along is taken back: what was agreed to can be withdrawn as easily. */
export async function takeQuestionBack(
	scene: Scene,
	state: State,
	code: Booking["code"],
): Promise<Turn> {
	const booking = await visible(scene, state, code);
	if (booking) await scene.booking.ask(code, undefined);
	return say(closed(state), wording.questionTakenBack, [
		offer(LABEL.bookings, { kind: "bookings" }),
	]);
}
