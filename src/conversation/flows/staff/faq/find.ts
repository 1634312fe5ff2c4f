import { stripPrivate } from "../../../../people/private-numbers.js";
import { words } from "../../../reading/words.js";
import type { Scene } from "../../../scene.js";

/** As many as are compared at a glance. */
const MOST_ANSWERS = 5;
const MOST_PROCEDURES = 4;
/** Shorter words are in every question. */
const SHORTEST = 3;

/** The answers and the procedures that a few words may mean, the best first. */
export interface Found {
	readonly answers: readonly string[];
	readonly procedures: readonly string[];
}

export function find(
	{ knowledge, understand }: Pick<Scene, "knowledge" | "understand">,
	text: string,
): Found {
	const { candidates } = understand(stripPrivate(text).text);
	const said = words(text)
		.split(" ")
		.filter(({ length }) => length >= SHORTEST);
	const worded = [...knowledge.faq.values()].filter(({ question }) => {
		const within = words(question);
		return said.length > 0 && said.every((word) => within.includes(word));
	});
	const about = new Set(candidates.map(({ code }) => code));
	const answers = [
		...candidates.flatMap(({ faq }) => faq ?? []),
		...worded.map(({ id }) => id),
	].filter((id) => knowledge.faq.has(id));
	const procedures = [...about, ...worded.map(({ procedure }) => procedure)];
	return {
		answers: [...new Set(answers)].slice(0, MOST_ANSWERS),
		procedures: [...new Set(procedures)]
			.filter((id) => knowledge.procedures.has(id))
			.slice(0, MOST_PROCEDURES),
	};
}
