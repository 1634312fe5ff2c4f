import { table } from "../eval/table.js";
import type { Alone } from "./alone.js";
import type { Quality } from "./quality.js";
import { medianOf, p99Of, type Ready, type Run, ratio } from "./race.js";

/** Ratios first: milliseconds differ from machine to machine, and from one busy minute to the next. */
export function raceTable(
	field: readonly Ready[],
	runs: ReadonlyMap<string, Run>,
	[project, miniSearch]: readonly [string, string],
	quality?: (run: Run) => Quality,
): string {
	const against = (run: Run, name: string) => {
		const other = runs.get(name);
		return other ? `${shortly(ratio(run, other))}×` : "-";
	};
	return table(
		[
			"median time against",
			project,
			miniSearch,
			...(quality ? ["R@1", "R@3"] : []),
			"asked",
			"median ms",
			"p99 ms",
			"heap MB",
			"index ms",
		],
		field.flatMap(({ contestant: { name }, heapGrowth, indexMs }) => {
			const run = runs.get(name);
			if (!run) return [];
			const { r1, r3 } = quality?.(run) ?? {};
			return [
				[
					name,
					against(run, project),
					against(run, miniSearch),
					...[r1, r3].flatMap((value) => value?.toFixed(3) ?? []),
					String(run.times.size),
					shortly(medianOf(run)),
					shortly(p99Of(run)),
					heapGrowth.toFixed(1),
					indexMs.toFixed(0),
				],
			];
		}),
	);
}

/** The project by itself, a column for each size of the catalogue. */
export const aloneTable = (sizes: readonly Alone[]): string =>
	table(
		[
			"ms, in a process of its own",
			...sizes.map(({ procedures }) => `${procedures} procedures`),
		],
		[
			["ready since process start", ({ ready }: Alone) => ready] as const,
			["knowledge read and checked", ({ load }: Alone) => load] as const,
			["index made", ({ index }: Alone) => index] as const,
			["first question", ({ first }: Alone) => first] as const,
			["median", ({ median }: Alone) => median] as const,
			["p99", ({ p99 }: Alone) => p99] as const,
			...Object.keys(sizes[0]?.hostile ?? {}).map(
				(name) => [name, ({ hostile }: Alone) => hostile[name]] as const,
			),
		].map(([name, value]) => [
			name,
			...sizes.map((figures) => shortly(value(figures) ?? Number.NaN)),
		]),
	);

/** Three digits that tell, whatever the size. */
export const shortly = (value: number): string =>
	value >= 100 ? value.toFixed(0) : value.toPrecision(3);
