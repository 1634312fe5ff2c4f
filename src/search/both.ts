import type { Procedure } from "../knowledge/schema.js";
import type { Feature } from "./features.js";
import type { Kinds } from "./lexicon.js";
import type { Ranked } from "./rank.js";
import type { Read } from "./reading.js";
import type { Tuning } from "./tuning.js";

/** Words that join two wishes: "đổi tên và đổi địa chỉ". */
const JOINED = /\s(?:và|với|đồng thời|cùng lúc|and|va|dong thoi|cung luc)\s/i;

/**
 * The two procedures that a message asks for at once, in the order they are asked; undefined when it asks for one.
 * Each part has to be a wish of its own, sure enough by itself; who it is about may be said in one part for both.
 */
export function bothAsked(
	text: string,
	read: Read,
	rank: (features: readonly Feature[]) => readonly Ranked[],
	kinds: Kinds,
	tuning: Tuning,
): readonly [Procedure, Procedure] | undefined {
	const written = text.split(JOINED);
	if (written.length < 2) return undefined;
	const parts = written.map((part) => read(part));
	const subjects = parts
		.flatMap(({ features }) => features)
		.filter(({ key }) => kinds.subjects.has(key));
	const asked = parts.flatMap(({ content, features }) => {
		const isWish = content.some(({ keys }) =>
			keys.some((key) => key.startsWith("=") && !kinds.subjects.has(key)),
		);
		if (!isWish) return [];
		const named = features.some(({ key }) => kinds.subjects.has(key));
		const [first] = rank(named ? features : [...features, ...subjects]);
		const procedure = first?.entry.procedure;
		return procedure && first.score >= tuning.bothFrom ? [procedure] : [];
	});
	const [one, two] = asked;
	if (!one || !two || one.id === two.id) return undefined;
	if (one.caseOf === two.id || two.caseOf === one.id) return undefined;
	return [one, two];
}
