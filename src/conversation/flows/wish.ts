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

/** `t7 tuần sau 9h` and nothing else. */
const BARE_WISH = 5;

/** A change of day or hour, said in so many words; without a day or an hour it says only that there shall be one. */
export function changeOf(
	scene: Scene,
	state: State,
	text: string,
): Wish | undefined {
	const { intent, decision } = readQuestion(scene, state, text).understanding;
	const unknown = decision === "unknown";
	const errand = readErrand(text)?.kind ?? intent;
	const wish = readWish(text, scene.today);
	if (errand === "move") return wish;
	if (!wish.day && !wish.time) {
		return errand === "reschedule" ? wish : undefined;
	}
	const bare = words(text).split(" ").length <= BARE_WISH && !readErrand(text);
	return errand === "reschedule" || errand === "book" || (bare && unknown)
		? wish
		: undefined;
}
