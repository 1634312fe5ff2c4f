import type { LabelledQuestion } from "../../search/labelled.js";
import type { Run } from "./race.js";

/** The shares of a run's questions whose first, or one of whose first three procedures is right. */
export interface Quality {
	readonly r1: number;
	readonly r3: number;
}

export function qualityOn(
	asks: readonly Pick<LabelledQuestion, "text" | "codes">[],
): (run: Run) => Quality {
	const codesOf = new Map(asks.map(({ text, codes }) => [text, codes]));
	return ({ found }) => {
		const hits = (among: number) =>
			[...found].filter(([question, procedures]) =>
				procedures
					.slice(0, among)
					.some((procedure) => codesOf.get(question)?.includes(procedure)),
			).length;
		return { r1: hits(1) / found.size, r3: hits(3) / found.size };
	};
}
