import { readFile, writeFile } from "node:fs/promises";
import * as z from "zod";
import type { Figures } from "./evaluation.js";

const FILE = "tests/questions/figures.json";

/** How far a figure may fall behind the committed one before the tests fail, in thousandths. */
const MAY_FALL = 10;

const rate = z.number().min(0).max(1);
const Committed = z.strictObject({
	n: z.int(),
	r1: rate,
	r3: rate,
	mrr: rate,
	harm: rate,
	reject: rate,
	refused: rate,
	aspect: rate,
	intent: rate,
});
export type Committed = z.infer<typeof Committed>;

/** What the validation part is known to reach. */
export const readCommitted = async (): Promise<Committed> =>
	Committed.parse(JSON.parse(await readFile(FILE, "utf8")));

export async function writeCommitted(figures: Figures): Promise<void> {
	const committed = Committed.parse(rounded(figures));
	await writeFile(FILE, `${JSON.stringify(committed, null, "\t")}\n`);
}

/** What got worse by more than is let pass, one line a figure. */
export function worsened(
	figures: Figures,
	committed: Committed,
): readonly string[] {
	const now = rounded(figures);
	const lost = (name: keyof Committed) =>
		Math.round((committed[name] - (now[name] ?? 0)) * 1000);
	return (["r1", "r3", "aspect", "intent", "reject", "harm"] as const)
		.filter((name) => (name === "harm" ? -lost(name) : lost(name)) > MAY_FALL)
		.map((name) => `${name}: ${committed[name]} committed, now ${now[name]}`);
}

const rounded = (figures: Figures): Record<keyof Figures, number | null> => ({
	n: figures.n,
	r1: thousandths(figures.r1),
	r3: thousandths(figures.r3),
	mrr: thousandths(figures.mrr),
	harm: thousandths(figures.harm),
	reject: thousandths(figures.reject),
	refused: thousandths(figures.refused),
	aspect: thousandths(figures.aspect),
	intent: thousandths(figures.intent),
});

const thousandths = (value: number | null) =>
	value === null ? null : Math.round(value * 1000) / 1000;
