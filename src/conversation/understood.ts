import type { Understanding } from "../search/understanding.js";
import { perform } from "./flows/acts.js";
import { answer } from "./flows/ask.js";
import type { OpenStep } from "./flows/form.js";
import { isElsewhere, type Question, readQuestion } from "./flows/question.js";
import { readErrand } from "./reading/errand.js";
import { readWish, type Wish } from "./reading/wish.js";
import { words } from "./reading/words.js";
import type { Scene } from "./scene.js";
import type { State } from "./state.js";
import { aside, take, withTopic } from "./take.js";
import { lead, type Turn } from "./turn.js";
import { notKnownHere } from "./wording/ask.js";
import { bookingNow, bookingStopped } from "./wording/book.js";
import { notUnderstoodHere } from "./wording/general.js";

/** Does or answers what the words mean, after nothing simpler could be made of them. */
export async function understood(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	text: string,
): Promise<Turn> {
	const question = readQuestion(scene, state, text);
	const { intent } = question.understanding;
	const errand = readErrand(question.text);
	const wish = () => readWish(text, scene.today);
	switch (errand?.kind ?? intent) {
		case "book": {
			const procedure = subjectOf(scene, question, errand?.rest);
			return take(scene, state, step, {
				kind: "book",
				wish: wish(),
				...(procedure !== undefined && { procedure }),
			});
		}
		case "cancel":
			return cancelWish(scene, state, step);
		case "move":
		case "reschedule":
			return moveWish(scene, state, step, wish());
		case "my_booking":
			return take(scene, state, step, { kind: "bookings" });
		case "human":
			return take(scene, state, step, { kind: "person" });
		case "ask":
		case "smalltalk":
		case "out_of_scope":
			return step
				? inTheMiddle(scene, state, step, question)
				: answer(scene, state, question);
	}
}

/** What a message that books is about, if it says so beyond doubt. */
function subjectOf(
	scene: Scene,
	{ understanding }: Question,
	rest = "",
): string | undefined {
	const about = ({ decision, carried, candidates }: Understanding) =>
		decision === "answer" && !carried ? candidates[0]?.code : undefined;
	return (
		about(understanding) ?? (rest ? about(scene.understand(rest)) : undefined)
	);
}

/** "hủy" in the middle of a form that books leaves it; only a booking that exists can be cancelled. */
export async function cancelWish(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
): Promise<Turn> {
	if (step?.form.kind !== "book") {
		return take(scene, state, step, { kind: "cancel" });
	}
	const left = await step.leave();
	return (await scene.booking.mine(scene.person)).length > 0
		? lead(bookingStopped, await perform(scene, left.state, { kind: "cancel" }))
		: left;
}

/** Before anything is booked there is nothing to move but the booking being made. */
async function moveWish(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	wish: Wish,
): Promise<Turn> {
	const drafting =
		step?.form.kind === "book" &&
		(await scene.booking.mine(scene.person)).length === 0;
	return drafting
		? lead(bookingNow, await step.resume(state))
		: take(scene, state, step, { kind: "move", wish });
}

async function inTheMiddle(
	scene: Scene,
	state: State,
	step: OpenStep,
	question: Question,
): Promise<Turn> {
	const { intent, decision, aspect } = question.understanding;
	const short = words(question.text).split(" ").length <= SHORT;
	const found =
		decision === "answer" ||
		(decision === "clarify" && (aspect !== null || !short)) ||
		intent === "smalltalk" ||
		isElsewhere(question.understanding);
	if (!found) {
		if (!short) scene.questions.note(scene.person, { text: question.text });
		return lead(
			short ? notUnderstoodHere : notKnownHere,
			await step.resume(state),
		);
	}
	const turn = await answer(scene, state, question);
	return aside(
		step,
		{ ...turn, state: withTopic(turn.state, decision === "answer") },
		decision === "clarify",
	);
}

/** So few words that were not understood are rather a slip than a question. */
const SHORT = 3;
