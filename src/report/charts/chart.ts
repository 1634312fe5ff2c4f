/** One row of bars, or one part of each bar. */
export interface Series {
	readonly name: string;
	readonly values: readonly number[];
	/** Which of the page's chart colours it has: 1, 2, 3. */
	readonly colour: 1 | 2 | 3;
}

/** Bars beside or above one another; what they show stands in a table next to them as well. */
export interface Chart {
	/** The whole in a sentence, for those who do not see it. */
	readonly label: string;
	/** Upright: time goes to the right. Lying: names of any length stand before their bars. */
	readonly bars: "upright" | "lying";
	readonly categories: readonly string[];
	readonly series: readonly Series[];
}

/** An `<svg>` without scripts, style attributes and style sheets: its colours are the page's own. */
export type Draw = (chart: Chart) => string;

/**
 * The drawing library costs most of a second and 40 MB: it is fetched when somebody first looks at a chart, and the
 * desk opens without it.
 */
export const loadDraw = async (): Promise<Draw> =>
	(await import("./draw.js")).draw;
