import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import {
	afterAll,
	beforeAll,
	describe,
	expect,
	it,
	onTestFinished,
} from "vitest";
import { listen } from "../../src/channels/web/listen.js";
import { instantAt } from "../../src/time.js";
import { anOffice } from "../desk/questions/an-office.js";
import { seriousFaults } from "./axe.js";
import { DESKTOP, PHONE } from "./devices.js";
import { look, noBrowser, openBrowser } from "./open-browser.js";
import { sitDown, smallTargets, widerThanTheWindow } from "./sitting.js";

if (noBrowser) console.warn(`browser tests skipped: ${noBrowser}`);

/** Links in a sentence are as high as its lines. */
const TARGETS =
	"main button:not(p *), main a:not(p *), main select:not(p *), main summary:not(p *), main input:not([type=hidden], [type=checkbox], p *)";

let browser: Browser;
beforeAll(async () => {
	if (!noBrowser) browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

/** A Saturday in February on which much is due, with questions that were not answered. */
async function office() {
	const desk = await anOffice({
		clock: () => instantAt("2027-02-27", "08:00"),
	});
	const minh = await desk.administrator();
	const id = await desk.asked(
		"góp vốn bằng tiền mặt hay chuyển khoản đc ko",
		6,
	);
	await desk.asked("góp vốn bằng tiền mặt hay chuyển khoản đc ko", 2, {
		procedure: "2.001583",
		aspect: null,
		faq: "von-gop-du-90-ngay",
	});
	await desk.asked("mở tiệm vàng mã cần chi", 3);
	const site = await listen(desk.web, { host: "127.0.0.1", port: 0 });
	onTestFinished(() => site.stop(1_000));
	return {
		...desk,
		id,
		/** The administrator's own browser. */
		async opens(options: BrowserContextOptions) {
			const { page, leave } = await sitDown(browser, {
				url: site.url,
				options,
				cookies: minh.cookies,
				expected: /422|409/, // a form that is not right yet
			});
			onTestFinished(leave);
			return { page, go: (path: string) => page.goto(site.url + path) };
		},
	};
}

/** Nothing wider than the window, all that is tapped large enough, no serious fault. */
async function holds(page: Page) {
	expect(await widerThanTheWindow(page)).toBe(0);
	expect(await smallTargets(page, TARGETS, "any width")).toEqual([]);
	expect(await seriousFaults(page)).toEqual([]);
}

describe.skipIf(noBrowser)("what could not be answered", () => {
	it.each([
		["on a phone", PHONE, "phone"],
		[
			"on a desktop in the dark",
			{ ...DESKTOP, colorScheme: "dark" } as const,
			"desktop",
		],
	])(
		"%s: from the list to a published answer",
		async (_, options, name) => {
			const desk = await office();
			const { page, go } = await desk.opens(options);
			await go("/quan-tri/cau-hoi");
			await holds(page);
			await look(page, `questions-list-${name}`, { fullPage: true });
			await page.getByRole("link", { name: /góp vốn bằng tiền mặt/ }).click();
			await holds(page);
			await look(page, `questions-group-${name}`, { fullPage: true });
			await page.locator("button.pick").first().click();
			await page.getByRole("heading", { name: "Nếu công bố" }).waitFor();
			await holds(page);
			await look(page, `questions-preview-${name}`, { fullPage: true });
			await page.getByRole("link", { name: "Thôi" }).click();

			await page.getByRole("link", { name: "Viết câu trả lời" }).click();
			await holds(page);
			await page.getByLabel("Câu trả lời").fill("Được, nếu là cá nhân.");
			await page.getByLabel(/Nguồn/).fill("Luật Doanh nghiệp, Điều 34");
			await look(page, `questions-write-${name}`, { fullPage: true });
			await page.getByRole("button", { name: "Xem trước" }).click();
			await holds(page);
			await page.getByRole("button", { name: "Công bố" }).click();
			await page.getByRole("status").waitFor();
			expect(await page.getByRole("status").innerText()).toContain(
				"Đã công bố",
			);
			await holds(page);
		},
		90_000,
	);
});

describe.skipIf(noBrowser)("what is to be reviewed", () => {
	it.each([
		["on a phone", PHONE, "phone"],
		["on a desktop", DESKTOP, "desktop"],
	])(
		"%s: one entry is done, one decree is marked",
		async (_, options, name) => {
			const desk = await office();
			const { page, go } = await desk.opens(options);
			await go("/quan-tri/ra-soat");
			await holds(page);
			await page
				.getByRole("button", { name: /Đã rà soát hôm nay/ })
				.first()
				.click();
			expect(await page.getByRole("status").innerText()).toContain(
				"Đã rà soát",
			);
			await page
				.getByLabel("Văn bản đã bị thay thế")
				.fill("Nghị định 168/2025/NĐ-CP");
			await page.getByLabel("Thay bằng").fill("Nghị định 500/2026/NĐ-CP");
			await page.getByRole("button", { name: "Xem trước" }).click();
			await holds(page);
			await look(page, `review-preview-${name}`, { fullPage: true });
			await page.getByRole("button", { name: "Công bố" }).click();
			await page.getByRole("status").waitFor();
			await holds(page);
			await look(page, `review-list-${name}`);
		},
		90_000,
	);
});
