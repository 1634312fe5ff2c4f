import { describe, expect, it } from "vitest";
import { type Chart, loadDraw } from "../../src/report/charts/chart.js";
import { wrap } from "../../src/report/charts/wrap.js";

const MONTHS: Chart = {
	label: 'Kết quả "theo tháng" <b>&</b>',
	bars: "upright",
	categories: ["10/2026", "11/2026"],
	series: [
		{ name: "Tư vấn", values: [12, 30], colour: 1 },
		{ name: "Hồ sơ mới", values: [5, 3], colour: 2 },
		{ name: "Hồ sơ cũ", values: [15, 1], colour: 3 },
	],
};
const FIELDS: Chart = {
	label: "Theo lĩnh vực",
	bars: "lying",
	categories: [
		"<script>alert(1)</script>",
		"Đầu tư & xây dựng",
		"a".repeat(90),
	],
	series: [{ name: "Lượt", values: [3, 0, 1], colour: 1 }],
};

describe("a chart", () => {
	it.each([MONTHS, FIELDS])(
		"is well-formed and breaks no rule of the page: $label",
		async (chart) => {
			const svg = (await loadDraw())(chart);
			expect(svg).toMatch(/^<svg role="img" aria-label="[^"]+" .*<\/svg>$/);
			expect(svg).not.toMatch(
				/<script|<style|<image|<foreignObject| style=| class=| on\w+=|href=/i,
			);
			expect(openTags(svg)).toEqual([]);
		},
	);

	it("has the colours of the page, whatever the page's are", async () => {
		const svg = (await loadDraw())(MONTHS);
		const colours = new Set(
			[...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(
				([, colour]) => colour,
			),
		);
		for (const colour of [
			"var(--chart-1)",
			"var(--chart-2)",
			"var(--chart-3)",
			"var(--ink)",
		])
			expect(colours).toContain(colour);
		expect([...colours].filter((colour) => colour?.startsWith("#"))).toEqual(
			[],
		);
	});

	it("looks the same each time", async () => {
		const draw = await loadDraw();
		expect(draw(MONTHS)).toBe(draw(MONTHS));
	});
});

/** What is opened and not closed in its turn; attributes must be quoted and ampersands escaped. */
function openTags(xml: string): readonly string[] {
	const open: string[] = [];
	const rest = xml.replace(
		/<(\/?)([\w:]+)((?: [\w:-]+="[^"<]*")*)\s*(\/?)>/g,
		(_, closing: string, name: string, __, alone: string) => {
			if (closing) expect(open.pop()).toBe(name);
			else if (!alone) open.push(name);
			return "";
		},
	);
	expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|#\d+);)/);
	return open;
}

it("a long name is broken between words, and cut after three lines", () => {
	expect(wrap("Thành lập và hoạt động của doanh nghiệp", 19)).toBe(
		"Thành lập và hoạt\nđộng của doanh\nnghiệp",
	);
	expect(wrap("một hai ba bốn năm", 3)).toBe("một\nhai\nba…");
});
