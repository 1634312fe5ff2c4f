import { stripPrivate } from "../../people/private-numbers.js";
import type { Understanding } from "../../search/understanding.js";
import type { Scene } from "../scene.js";
import type { State } from "../state.js";

/** What is to be searched for, read in the light of what was spoken of before. */
export interface Question {
	/** Without numbers that are nobody's business. */
	readonly text: string;
	/** Something was taken out of what the person typed. */
	readonly stripped: boolean;
	readonly understanding: Understanding;
}

export function readQuestion(
	{ understand }: Scene,
	state: State,
	typed: string,
): Question {
	const { text, stripped } = stripPrivate(typed);
	const context = state.topic === undefined ? {} : { procedure: state.topic };
	return { text, stripped, understanding: understand(text, context) };
}

/** Something that is not ours and whose place is known; otherwise nothing was found, and that is what is said. */
export const isElsewhere = ({ intent, topic }: Understanding): boolean =>
	intent === "out_of_scope" && topic !== undefined;
