import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listen } from "../../src/channels/web/listen.js";
import {
	AT,
	FAQ,
	formOf,
	openKnowledgeDesk,
	VON,
} from "../desk/knowledge/a-knowledge-desk.js";
import { seriousFaults } from "./axe.js";
import { DESKTOP, PHONE } from "./devices.js";
import { look, noBrowser, openBrowser } from "./open-browser.js";
import { sitDown, smallTargets, widerThanTheWindow } from "./sitting.js";

if (noBrowser) console.warn(`browser tests skipped: ${noBrowser}`);
vi.setConfig({ testTimeout: 120_000 });

let browser: Browser;
beforeAll(async () => {
	if (!noBrowser) browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

const EFFECT = {
	total: 1_697,
	changes: [
		{
			text: "hạn góp vốn điều lệ",
			before: "“Góp vốn điều lệ chậm nhất khi nào?”",
			after: "chưa rõ",
			rightBefore: true,
			rightAfter: false,
		},
	],
};

/** An administrator at the pages of the knowledge. */
async function sits(options: BrowserContextOptions, path: string) {
	const desk = await openKnowledgeDesk({ effect: EFFECT });
	const lan = await desk.administrator("chị Lan");
	const site = await listen(desk.web, { host: "127.0.0.1", port: 0 });
	const sitting = await sitDown(browser, {
		url: site.url,
		path,
		options,
		cookies: lan.cookies,
		expected: /409/, // a clash
	});
	return {
		...desk,
		page: sitting.page,
		async leave() {
			await sitting.leave();
			await site.stop(1_000);
		},
	};
}

/** A tick is hit by its label. */
const TARGETS =
	"main button, main .button, main select, main summary, main input:not([type=hidden], label.tick *), main textarea, main .trail a, main .list li > a";

describe.skipIf(noBrowser)("the knowledge in a browser", () => {
	describe.each([
		["a phone in the dark", { ...PHONE, colorScheme: "dark" as const }, true],
		["a desktop", DESKTOP, true],
	])("on %s", (name, device, javaScriptEnabled) => {
		const checked = async (page: Page, step: string) => {
			await look(page, `knowledge-${name.replaceAll(" ", "-")}-${step}`, {
				fullPage: true,
			});
			expect(await seriousFaults(page)).toEqual([]);
			if (!javaScriptEnabled) return;
			expect(await widerThanTheWindow(page)).toBeLessThanOrEqual(0);
			expect(await smallTargets(page, TARGETS, "any width")).toEqual([]);
		};
		const options = { ...device, javaScriptEnabled };

		it("an administrator finds, corrects, publishes and takes back", async () => {
			const { page, leave, everything } = await sits(options, AT);
			const before = await everything();
			await checked(page, "1-kinds");
			await page.getByLabel("Tìm trong mọi mục").fill("han gop von dieu le");
			await page.getByRole("button", { name: "Tìm" }).click();
			await checked(page, "2-found");
			await page
				.getByRole("link", { name: "Góp vốn điều lệ chậm nhất khi nào?" })
				.click();
			await checked(page, "3-entry");
			await page.getByLabel("Câu trả lời").fill("");
			await page.getByRole("button", { name: "Xem trước…" }).click();
			await page.getByText("Mục này cần điền.").waitFor();
			await checked(page, "4-fault");
			await page
				.getByLabel("Câu trả lời")
				.fill("Trong 90 ngày kể từ ngày được cấp giấy.");
			await page.getByRole("button", { name: "Xem trước…" }).click();
			await page.getByText("Trong 1697 câu mẫu có 1 câu đổi").waitFor();
			await checked(page, "5-preview");
			await page.getByRole("button", { name: "Công bố" }).click();
			await page.getByText("Đã công bố.").waitFor();
			await page.getByRole("link", { name: "Lịch sử sửa" }).click();
			await checked(page, "6-history");
			await page.getByRole("button", { name: /^Hoàn tác/ }).click();
			await page.getByText(/Đã hoàn tác: Sửa/).waitFor();
			expect(await everything()).toEqual(before);
			await leave();
		});

		it("an administrator sees what another wrote meanwhile", async () => {
			const { page, leave, administrator } = await sits(options, VON);
			const minh = await administrator("anh Minh");
			await page.getByLabel("Câu trả lời").fill("Của chị Lan.");
			await page.getByRole("button", { name: "Xem trước…" }).click();
			const form = formOf(await (await minh.opens(VON)).text());
			const sent = { ...form, answer: "Của anh Minh.", viec: "cong-bo" };
			await minh.sends(VON, sent);
			await page.getByRole("button", { name: "Công bố" }).click();
			await page.getByText("anh Minh đã sửa mục này").waitFor();
			await checked(page, "7-clash");
			await leave();
		});

		it("every form can be read and filled in", async () => {
			const { page, leave } = await sits(options, FAQ);
			await checked(page, "8-new-faq");
			const site = new URL(page.url()).origin;
			for (const [step, path] of [
				["9-procedure", "muc?loai=thu-tuc&ma=1.005169"],
				["10-office", "muc?loai=co-quan&ma=office"],
				["11-desk", "muc?loai=ban&ma=thu-bay"],
				["12-procedures", "?loai=thu-tuc"],
			] as const) {
				const slash = path.startsWith("?") ? "" : "/";
				await page.goto(`${site}${AT}${slash}${path}`);
				await checked(page, step);
			}
			await leave();
		});
	});
});
