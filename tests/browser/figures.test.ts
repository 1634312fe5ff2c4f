import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../src/channels/web/listen.js";
import { openFigures } from "../desk/figures/a-year.js";
import { seriousFaults } from "./axe.js";
import { DESKTOP, PHONE } from "./devices.js";
import { look, noBrowser, openBrowser } from "./open-browser.js";
import { sitDown, widerThanTheWindow } from "./sitting.js";

if (noBrowser) console.warn(`browser tests skipped: ${noBrowser}`);

const DARK = { colorScheme: "dark" } as const;

let browser: Browser;
let site: Listening;

beforeAll(async () => {
	if (noBrowser) return;
	const { web } = await openFigures({
		usage: {
			month: "2026-11",
			messages: { used: 2600, allowed: 3000 },
			users: { used: 21, allowed: 50 },
		},
		unanswered: [
			{ words: "đăng ký xe máy ở đâu", times: 7 },
			{ words: "tách thửa đất cho con cần gì", times: 4 },
		],
	});
	site = await listen(web, { host: "127.0.0.1", port: 0 });
	browser = await openBrowser();
}, 60_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop(1_000);
});

async function visit(options: BrowserContextOptions, path: string) {
	const sitting = await sitDown(browser, { url: site.url, path, options });
	return {
		...sitting,
		/** As wide as the window: nothing to push sideways. */
		async fits() {
			expect(await widerThanTheWindow(sitting.page)).toBe(0);
		},
	};
}

describe.skipIf(noBrowser)("the figures in a browser", () => {
	it.each([
		["on a phone", PHONE, "figures-phone"],
		["on a phone in the dark", { ...PHONE, ...DARK }, "figures-dark"],
		["on a desktop", DESKTOP, "figures-desktop"],
		[
			"without scripts",
			{ ...PHONE, javaScriptEnabled: false },
			"figures-plain",
		],
	])(
		"%s: charts are drawn under the policy of the site",
		async (_, options, name) => {
			const { page, fits, leave } = await visit(
				options,
				"/quan-tri/so-lieu?ky=2026",
			);
			const charts = page.locator(".chart svg");
			expect(await charts.count()).toBe(3);
			if (name !== "figures-plain") {
				await fits();
				const box = await charts.first().boundingBox();
				expect(box?.width).toBeGreaterThan(250);
				// The colours and the letters come from the page.
				const drawn = await charts.first().evaluate((svg) => {
					const bar = svg.querySelector('path[fill="var(--chart-1)"]');
					const text = svg.querySelector("text");
					return {
						bar: bar && getComputedStyle(bar).fill,
						text: text && getComputedStyle(text).fontSize,
					};
				});
				expect(drawn).toEqual({
					bar:
						name === "figures-dark" ? "rgb(127, 208, 221)" : "rgb(11, 85, 99)",
					text: "14px",
				});
			}
			await look(page, name, { fullPage: true });
			await leave();
		},
	);

	it("on a phone: another quarter is two taps away", async () => {
		const { page, fits, leave } = await visit(PHONE, "/quan-tri/so-lieu");
		await page.getByLabel("Kỳ").selectOption({ label: "Quý I năm 2026" });
		await page.getByRole("button", { name: "Xem" }).click();
		expect(await page.locator(".numbers").innerText()).toMatch(
			/Số buổi tổ chức\s+2/,
		);
		await fits();
		await leave();
	});

	it.each([
		["the page", "/quan-tri/so-lieu?ky=2026", PHONE],
		[
			"the page in the dark",
			"/quan-tri/so-lieu?ky=2026",
			{ ...DESKTOP, ...DARK },
		],
		["the report", "/quan-tri/so-lieu/bao-cao?ky=2026", PHONE],
	])(
		"%s has no serious fault for those who see or hear it otherwise",
		async (_, path, options) => {
			const { page, leave } = await visit(options, path);
			expect(await seriousFaults(page)).toEqual([]);
			await leave();
		},
	);

	it("the report is printed on A4, its head on each page and no line cut", async () => {
		const { page, leave } = await visit(
			DESKTOP,
			"/quan-tri/so-lieu/bao-cao?ky=2026",
		);
		await look(page, "report-screen", { fullPage: true });
		await page.emulateMedia({ media: "print" });
		await page.setViewportSize({ width: 643, height: 971 }); // what is left of A4 between the margins
		expect(await page.locator(".top").isVisible()).toBe(false);
		expect(await page.locator(".signed").isVisible()).toBe(true);
		await look(page, "report-paper", { fullPage: true });
		const folder = process.env.SCREENSHOTS;
		const pdf = await page.pdf({
			preferCSSPageSize: true,
			...(folder && { path: join(folder, "report.pdf") }),
		});
		// 210 × 297 mm in points.
		expect(pdf.toString("latin1")).toMatch(
			/\/MediaBox ?\[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/,
		);
		await leave();
	});

	it("the report on a phone", async () => {
		const { page, fits, leave } = await visit(
			PHONE,
			"/quan-tri/so-lieu/bao-cao?ky=2026-Q4",
		);
		await fits();
		await look(page, "report-phone", { fullPage: true });
		await leave();
	});
});
