import { rm } from "node:fs/promises";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build, newFolder, type Program, start } from "../app-program.js";
import { DESKTOP, PHONE } from "./devices.js";
import { look, noBrowser, openBrowser } from "./open-browser.js";
import { sitDown } from "./sitting.js";

if (noBrowser) console.warn(`browser tests skipped: ${noBrowser}`);

let folder: string;
let program: Program;
let browser: Browser;

beforeAll(async () => {
	if (noBrowser) return;
	await build();
	folder = await newFolder();
	program = await start({ DATA_DIR: folder, RATE_LIMIT: "off" });
	browser = await openBrowser();
}, 60_000);
afterAll(async () => {
	if (noBrowser) return;
	// Either may not have come up; that is then the failure to be shown.
	await browser?.close();
	await program?.end("SIGTERM");
	await rm(folder, { recursive: true, force: true });
});

/** A new visitor. */
const visit = (options: BrowserContextOptions, path = "/") =>
	sitDown(browser, { url: program.url, path, options });

const lastReply = (page: Page) => page.locator(".desk").last();

/** Sends with the button, as everybody can, and waits for the answer. */
async function say(page: Page, text: string): Promise<string> {
	await page.getByLabel("Câu hỏi của anh/chị").fill(text);
	return answered(page, () =>
		page.getByRole("button", { name: "Gửi" }).click(),
	);
}

/** Taps a choice by its words. */
const tap = (page: Page, label: string | RegExp): Promise<string> =>
	answered(page, () =>
		page.locator(".choices button").filter({ hasText: label }).first().click(),
	);

async function answered(page: Page, act: () => Promise<void>): Promise<string> {
	const before = await page.locator(".desk").count();
	await act();
	await page.locator(".desk").nth(before).waitFor();
	return (await lastReply(page).textContent()) ?? "";
}

const fitsTheScreen = (page: Page) =>
	page.evaluate(
		() => document.documentElement.scrollWidth <= window.innerWidth,
	);

describe.skipIf(noBrowser)("the chat in a browser", { timeout: 60_000 }, () => {
	describe.each([
		["a phone", PHONE, true],
		["a phone without scripts", PHONE, false],
		["a desktop", DESKTOP, true],
		["a desktop without scripts", DESKTOP, false],
	])("on %s", (name, device, javaScriptEnabled) => {
		it("asks, books, moves and cancels", async () => {
			const { page, leave } = await visit({ ...device, javaScriptEnabled });
			const shot = (step: string) =>
				look(page, `${name.replaceAll(" ", "-")}-${step}`);
			await shot("1-begin");

			expect(
				await say(page, "mở công ty tnhh 1 thành viên cần giấy tờ gì"),
			).toContain("Điều lệ công ty");
			await shot("2-asked");

			expect(await tap(page, "Đặt lịch thứ Bảy")).toContain("chọn ngày");
			await shot("3-days");
			expect(await tap(page, "thứ Bảy")).toContain("giờ nào");
			await shot("4-hours");
			expect(await tap(page, "10:00")).toContain("đồng ý không");
			await shot("5-consent");
			await tap(page, "Đồng ý");
			await say(page, "chị Hoa");
			await tap(page, "Không cần");
			await shot("6-confirm");
			const booked = await tap(page, "Xác nhận");
			expect(booked).toMatch(/Mã T7-[2-9A-HJKMNP-TV-Z]{6}/);
			await shot("7-booked");
			const code = /T7-\w{6}/.exec(booked)?.[0] ?? "";
			const file = lastReply(page).getByRole("link", {
				name: /lịch trong máy/,
			});
			expect(await file.getAttribute("href")).toBe(`/lich-hen/${code}.ics`);

			await say(page, "đổi lịch");
			await tap(page, "thứ Bảy");
			expect(await tap(page, "10:30")).toContain(`Đã đổi lịch ${code}`);
			await shot("8-moved");

			await say(page, "hủy lịch");
			expect(await tap(page, "Hủy lịch này")).toContain(`Đã hủy lịch ${code}`);
			await shot("9-cancelled");

			expect(await fitsTheScreen(page)).toBe(true);
			await leave();
		});
	});

	it("goes on after a reload, and ends without a trace", async () => {
		const { page, leave } = await visit(PHONE);
		await say(page, "hợp tác xã giải thể");
		await page.reload();
		expect(await page.getByRole("log").textContent()).toContain("giải thể");
		await page.getByRole("button", { name: /Kết thúc/ }).click();
		await page.locator(".welcome").waitFor();
		expect(await page.getByRole("log").textContent()).toBe("");
		await leave();
	});

	it.each([true, false])(
		"shows what somebody writes as text, never as a part of the page (scripts: %s)",
		async (javaScriptEnabled) => {
			const { page, leave } = await visit({ ...PHONE, javaScriptEnabled });
			const text = '<script>alert(1)</script><img src=x onerror="alert(2)">';
			page.on("dialog", () => expect.unreachable("a script ran"));
			await say(page, text);
			await say(page, "\u202eđảo 👪 مرحبا");
			expect(await page.locator(".person").first().textContent()).toContain(
				text,
			);
			expect(await page.locator(".line img, .line script").count()).toBe(0);
			expect(await fitsTheScreen(page)).toBe(true);
			await look(page, `hostile-${javaScriptEnabled}`);
			await leave();
		},
	);

	it("stays where it is with a script, keeps what is typed when the net is gone", async () => {
		const { page } = await visit(PHONE);
		await page.evaluate(() => document.body.setAttribute("data-same", ""));
		await say(page, "xin chào");
		expect(await page.locator("body[data-same]").count()).toBe(1);
		await page.context().setOffline(true);
		const box = page.getByLabel("Câu hỏi của anh/chị");
		await box.fill("phí bao nhiêu");
		await box.press("Enter");
		await page.getByText("Chưa gửi được").waitFor();
		expect(await box.inputValue()).toBe("phí bao nhiêu");
		await look(page, "offline");
		await page.context().close();
	});

	it("is usable with the keyboard alone: past the header, a choice, and on from its answer", async () => {
		const { page, leave } = await visit(DESKTOP);
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter"); // Đến nội dung chính
		await page.keyboard.press("Tab");
		const focused = () =>
			page.evaluate(() => document.activeElement?.className);
		await answered(page, () => page.keyboard.press("Enter"));
		expect(await focused()).toBe("line desk");
		await page.keyboard.press("Tab");
		expect(
			await page.evaluate(() => document.activeElement?.textContent),
		).toMatch(/^1\./);
		await look(page, "keyboard");
		await leave();
	});

	it("shows the beginning of a new answer, not its end", async () => {
		const { page, leave } = await visit(PHONE);
		await say(page, "mở công ty tnhh 1 thành viên cần giấy tờ gì");
		const top = await page
			.locator("#moi")
			.evaluate((line) => line.getBoundingClientRect().top);
		expect(top).toBeGreaterThanOrEqual(0);
		expect(top).toBeLessThan(200);
		await leave();
	});

	it("tells a screen reader what is what", async () => {
		const { page, leave } = await visit(PHONE);
		await say(page, "đặt lịch");
		const tree = await page.locator("body").ariaSnapshot();
		for (const part of [
			"- banner",
			"- main",
			"- contentinfo",
			"- navigation",
			"- log",
			'heading "Hỏi thủ tục, đặt lịch thứ Bảy" [level=1]',
			'textbox "Câu hỏi của anh/chị"',
		]) {
			expect(tree).toContain(part);
		}
		await leave();
	});

	it.each(["light", "dark"] as const)(
		"has enough contrast everywhere (%s)",
		async (colorScheme) => {
			const { page, leave } = await visit({ ...PHONE, colorScheme });
			await say(page, "mở công ty tnhh 1 thành viên cần giấy tờ gì");
			expect(await page.evaluate(worstContrast)).toBeGreaterThanOrEqual(4.5);
			await page.goto(`${program.url}/thu-tuc/1.009645`);
			expect(await page.evaluate(worstContrast)).toBeGreaterThanOrEqual(4.5);
			await look(page, `procedure-${colorScheme}`);
			await leave();
		},
	);

	it("shows the catalogue on a phone without a sideways scroll", async () => {
		const { page, leave } = await visit(PHONE, "/thu-tuc");
		await look(page, "catalogue");
		await page.getByLabel("Tìm thủ tục").fill("tam ngung ho kinh doanh");
		await page.getByLabel("Tìm thủ tục").press("Enter");
		await page.getByRole("link", { name: /ngừng/ }).first().waitFor();
		await look(page, "search");
		await page.getByRole("link", { name: /ngừng/ }).first().click();
		expect(await fitsTheScreen(page)).toBe(true);
		await page.getByRole("button", { name: "Hỏi về thủ tục này" }).click();
		await page.locator(".desk").waitFor();
		expect(await page.locator(".person").textContent()).toContain("Hỏi: ");
		await leave();
	});
});

/** The lowest contrast between a text and what it stands on, as WCAG counts it. Runs in the page. */
function worstContrast(): number {
	type Color = [red: number, green: number, blue: number, alpha?: number];
	const rgb = (color: string) =>
		(color.match(/[\d.]+/g) ?? []).map(Number) as Color;
	const linear = (part: number) => {
		const unit = part / 255;
		return unit <= 0.04045 ? unit / 12.92 : ((unit + 0.055) / 1.055) ** 2.4;
	};
	const luminance = (color: string) => {
		const [red, green, blue] = rgb(color);
		return (
			0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
		);
	};
	const ground = (element: Element | null): string => {
		if (!element) return "rgb(255, 255, 255)";
		const { backgroundColor } = getComputedStyle(element);
		return rgb(backgroundColor)[3] === 0
			? ground(element.parentElement)
			: backgroundColor;
	};
	const contrasts = [...document.querySelectorAll("body *")]
		.filter((element) =>
			[...element.childNodes].some(
				(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
			),
		)
		.map((element) => {
			const both = [getComputedStyle(element).color, ground(element)]
				.map(luminance)
				.toSorted((a, b) => b - a) as [number, number];
			return (both[0] + 0.05) / (both[1] + 0.05);
		});
	return Math.min(...contrasts);
}
