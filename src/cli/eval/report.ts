import type { Figures, Named } from "./evaluation.js";
import { table } from "./table.js";

/** Groups of figures one below the other, an empty line between two groups. */
export const figuresTable = (
	heading: string,
	groups: readonly (readonly Named[])[],
): string =>
	table(
		[
			heading,
			"n",
			"R@1",
			"R@3",
			"MRR",
			"harm",
			"reject",
			"refused",
			"aspect",
			"intent",
		],
		groups.flatMap((rows, group) => [
			...(group > 0 ? [[]] : []),
			...rows.map(([name, figures]) => [name, ...cells(figures)]),
		]),
	);

const cells = (figures: Figures): readonly string[] => [
	String(figures.n),
	...[
		figures.r1,
		figures.r3,
		figures.mrr,
		figures.harm,
		figures.reject,
		figures.refused,
		figures.aspect,
		figures.intent,
	].map((value) => value?.toFixed(3) ?? "-"),
];
