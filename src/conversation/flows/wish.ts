import { readErrand } from "../reading/errand.js";
import { readWish, type Wish } from "../reading/wish.js";
import { words } from "../reading/words.js";
import type { Scene } from "../scene.js";
import type { State } from "../state.js";
import { readQuestion } from "./question.js";

/** A wish is a few words; in a longer sentence a date may belong to the question. */
const FEW_WORDS = 6;

/** When somebody wants to come, said as an answer to "which day, which hour"; undefined for a question with a date. */
export function wishedFor(
	scene: Scene,
	state: State,
	text: string,
): Wish | undefined {
	const wish = readWish(text, scene.today);
	if (!wish.day && !wish.time) return undefined;
	const { intent, decision } = readQuestion(scene, state, text).understanding;
	const asked = intent === "ask" && decision !== "unknown" && !readErrand(text);
	return asked && words(text).split(" ").length > FEW_WORDS ? undefined : wish;
}

/** A change of day or hour, said in so many words; without a day or an hour it says only that there shall be one. */
export function changeOf(
	scene: Scene,
	state: State,
	text: string,
): Wish | undefined {
	const { intent } = readQuestion(scene, state, text).understanding;
	const errand = readErrand(text)?.kind ?? intent;
	const wish = readWish(text, scene.today);
	if (errand === "move" || errand === "reschedule") return wish;
	return errand === "book" && (wish.day || wish.time) ? wish : undefined;
}
