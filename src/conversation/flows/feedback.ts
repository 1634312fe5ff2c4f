import { channelOf, mayPush } from "../../outbox/windows.js";
import { anonymous } from "../../questions/anonymous.js";
import type { Answered } from "../../questions/book.js";
import type { FeedbackAct } from "../feedback-act.js";
import type { Choice } from "../reply.js";
import type { Scene } from "../scene.js";
import type { AskedLast, State } from "../state.js";
import { lead, offer, say, type Turn } from "../turn.js";
import * as wording from "../wording/feedback.js";
import { LABEL } from "../wording/general.js";
import { tell } from "./tell.js";

/** Remembers the question until the next message, under a mark that its choices carry. */
function remember(
	{ now }: Scene,
	state: State,
	text: string,
	answered?: Answered,
): State {
	const kept = anonymous(text);
	if (kept === undefined) return state;
	const number = Math.max(now.getTime(), state.lastMenu + 1);
	const asked: AskedLast = {
		mark: number.toString(36),
		text: kept,
		...(answered && { answered }),
	};
	return { ...state, lastMenu: number, asked };
}

/** The same question is still at hand after this message. */
const stillAsked = (state: State, asked: AskedLast): State => ({
	...state,
	asked: { ...asked },
});

/** Menus there are lines of the message itself: one line is what it may cost. */
const TIGHT = new Set(["zalo"]);

/** An answer to what was typed, with the choices to say whether it helped. */
export function withRating(scene: Scene, turn: Turn, text: string): Turn {
	const [told] = turn.state.told;
	if (!told) return turn;
	const state = remember(scene, turn.state, text, told);
	const mark = state.asked?.mark;
	if (mark === undefined || state === turn.state) return turn;
	const rate = (label: string, helped: boolean) =>
		offer(label, { kind: "rate", helped, mark });
	const { reply } = turn;
	const choices = [
		...(reply.choices ?? []),
		...(TIGHT.has(channelOf(scene.person)) ? [] : [rate(wording.HELPED, true)]),
		rate(wording.NOT_HELPED, false),
	];
	return { ...turn, state, reply: { ...reply, choices } };
}

/** Several were found: none of them may be what was meant. */
export function withNoneFits(scene: Scene, turn: Turn, text: string): Turn {
	const state = remember(scene, turn.state, text);
	const mark = state.asked?.mark;
	if (mark === undefined || state === turn.state) return turn;
	const { reply } = turn;
	const choices = [
		...(reply.choices ?? []),
		offer(wording.NONE_FITS, { kind: "rate", helped: false, mark }),
	];
	return { ...turn, state, reply: { ...reply, choices } };
}

/** Nothing was found: the question is noted, and who asked may be told later. */
export function withFollowing(scene: Scene, turn: Turn, text: string): Turn {
	scene.questions.note(scene.person, { text });
	const state = remember(scene, turn.state, text);
	if (state === turn.state) return turn;
	const { reply } = turn;
	const choices = [...(reply.choices ?? []), ...followChoice(scene, state)];
	return { ...turn, state, reply: { ...reply, choices } };
}

const followChoice = ({ person }: Scene, { asked }: State): Choice[] =>
	asked && mayPush(person)
		? [
				offer(wording.FOLLOW, {
					kind: "follow",
					mark: asked.mark,
					agreed: false,
				}),
			]
		: [];

export async function hearFeedback(
	scene: Scene,
	state: State,
	act: FeedbackAct,
): Promise<Turn> {
	switch (act.kind) {
		case "rate":
			return hearRating(scene, state, act);
		case "follow":
			return hearFollow(scene, state, act);
		case "unfollow":
			await scene.questions.forget(scene.person);
			await scene.consents.withdraw(scene.person, scene.now, "answer");
			return say(state, wording.unfollowed, [
				offer(LABEL.data, { kind: "data" }),
			]);
	}
}

function hearRating(
	scene: Scene,
	state: State,
	{ helped, mark }: Extract<FeedbackAct, { kind: "rate" }>,
): Turn {
	const { asked } = state;
	const others = state.menu.filter(({ value }) => !value.startsWith("rate:"));
	if (asked?.mark !== mark || (helped && !asked.answered))
		return say(state, wording.thanksAnyway, others);
	if (helped) {
		scene.questions.helped(scene.person, asked);
		return say(state, wording.gladItHelped, others);
	}
	scene.questions.note(scene.person, asked);
	const canCall = mayPush(scene.person);
	return say(stillAsked(state, asked), wording.sorryNotHelped(canCall), [
		offer(LABEL.book, {
			kind: "book",
			...(asked.answered && { procedure: asked.answered.procedure }),
		}),
		offer(LABEL.person, { kind: "person" }),
		...followChoice(scene, state),
	]);
}

async function hearFollow(
	scene: Scene,
	state: State,
	{ mark, agreed }: Extract<FeedbackAct, { kind: "follow" }>,
): Promise<Turn> {
	const { person, consents, knowledge, now } = scene;
	const { asked } = state;
	if (!mayPush(person)) return say(state, wording.pageCannotCall, meeting);
	if (asked?.mark !== mark) return say(state, wording.askAgainToFollow);
	const version = wording.followVersion(knowledge.office);
	const given = await consents.current(person, "answer");
	if (!agreed && given?.version !== version) {
		return say(stillAsked(state, asked), wording.askFollow(knowledge.office), [
			offer(wording.AGREE, { kind: "follow", mark, agreed: true }),
			offer(wording.REFUSE, { kind: "again" }),
		]);
	}
	if (given?.version !== version) {
		const channel = channelOf(person);
		const consent = { person, version, channel, givenAt: now };
		await consents.give({ ...consent, purpose: "answer" });
	}
	return followed(scene, state, asked);
}

async function followed(
	scene: Scene,
	state: State,
	asked: AskedLast,
): Promise<Turn> {
	const { person, now, questions } = scene;
	const outcome = await questions.follow(person, asked, now);
	switch (outcome.kind) {
		case "following":
			return say(state, wording.following, [
				offer(LABEL.askElse, { kind: "help" }),
			]);
		case "answered":
			return lead(
				wording.answeredMeanwhile,
				tell(scene, state, outcome.answer),
			);
		case "too-many":
			return say(state, wording.tooManyFollowed, meeting);
		case "not-kept":
			return say(state, wording.cannotFollow, meeting);
	}
}

const meeting = [
	offer(LABEL.book, { kind: "book" }),
	offer(LABEL.person, { kind: "person" }),
];
