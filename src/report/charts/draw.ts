import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Chart } from "./chart.js";
import { clean } from "./clean.js";
import { wrap } from "./wrap.js";

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

/** In units of its own: a page shows it as wide as there is room, on a phone at about six sevenths. */
const WIDTH = 340;
const TEXT = 14;
const LINE = 18;
const LEGEND = 30;
const UPRIGHT = 190;
/** A lying bar and the air around it. */
const BAR = 30;
/** Letters of a name on one line before lying bars. */
const NAME = 16;
const NAME_WIDTH = 126;

/** Values the page's style sheet gives; an SVG within the page knows them, in the dark and on paper too. */
const INK = "var(--ink)";
const LINES = "var(--line)";
const COLOURS = {
	1: "var(--chart-1)",
	2: "var(--chart-2)",
	3: "var(--chart-3)",
} as const;

export function draw(chart: Chart): string {
	const lying = chart.bars === "lying";
	const names = chart.categories.map((name) =>
		lying ? wrap(name, NAME) : name,
	);
	const legend = chart.series.length > 1 ? LEGEND : 0;
	const height = lying
		? Math.max(...names.map(heightOf)) * names.length + legend + 8
		: UPRIGHT + legend;
	const drawing = init(null, null, {
		renderer: "svg",
		ssr: true,
		width: WIDTH,
		height,
	});
	try {
		const categories = {
			type: "category" as const,
			data: names,
			axisTick: { show: false },
			axisLine: { lineStyle: { color: INK } },
			axisLabel: {
				color: INK,
				fontSize: TEXT,
				lineHeight: LINE,
				...(!lying && names.length > 6 && { fontSize: 13, interval: 0 }),
			},
		};
		const values = {
			type: "value" as const,
			minInterval: 1,
			axisLabel: { show: !lying, color: INK, fontSize: TEXT },
			splitLine: { show: !lying, lineStyle: { color: LINES } },
			axisLine: { show: false },
		};
		drawing.setOption({
			animation: false,
			textStyle: { fontFamily: "inherit" },
			...(legend > 0 && {
				legend: {
					top: 0,
					left: 0,
					itemWidth: 14,
					itemGap: 14,
					selectedMode: false,
					borderColor: LINES,
					textStyle: { color: INK, fontSize: TEXT },
				},
			}),
			grid: {
				left: lying ? NAME_WIDTH : 34,
				right: lying ? 34 : 8,
				top: legend + (lying ? 0 : 10),
				bottom: lying ? 4 : 26,
			},
			xAxis: lying ? values : categories,
			yAxis: lying ? { ...categories, inverse: true } : values,
			series: chart.series.map(({ name, values, colour }) => ({
				name,
				type: "bar" as const,
				...(chart.series.length > 1 && { stack: "all" }),
				barMaxWidth: lying ? 18 : 34,
				data: [...values],
				silent: true,
				emphasis: { disabled: true },
				itemStyle: { color: COLOURS[colour] },
				label: {
					show: lying && chart.series.length === 1,
					position: "right" as const,
					color: INK,
					fontSize: TEXT,
				},
			})),
		});
		return clean(drawing.renderToSVGString(), chart.label);
	} finally {
		drawing.dispose();
	}
}

const heightOf = (name: string): number =>
	Math.max(BAR, name.split("\n").length * LINE + 8);
