import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import {
	afterAll,
	beforeAll,
	describe,
	expect,
	it,
	onTestFinished,
} from "vitest";
import { instantAt } from "../../src/time.js";
import { books, openTelegram, type Someone } from "../a-platform.js";
import { build, newFolder, start } from "../app-program.js";
import { programClock } from "../program-clock.js";
import { DESKTOP, PHONE } from "./devices.js";
import { look, noBrowser, openBrowser } from "./open-browser.js";
import { sitDown, widerThanTheWindow } from "./sitting.js";

if (noBrowser) console.warn(`browser tests skipped: ${noBrowser}`);

const DAY = "2026-11-28";
const NUMBER = "0912345678";

let browser: Browser;

beforeAll(async () => {
	if (noBrowser) return;
	await build();
	browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

/** The built program on an empty folder on a Monday, with a desk that opens only when somebody opens it. */
async function emptyOffice() {
	const folder = await newFolder();
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const knowledge = join(folder, "knowledge");
	await cp("knowledge", knowledge, { recursive: true });
	const desks = join(knowledge, "desks.yaml");
	const written = await readFile(desks, "utf8");
	await writeFile(
		desks,
		written.replace("    sessions:", "    weekly: false\n    sessions:"),
	);
	const clock = await programClock(folder, instantAt("2026-11-23", "09:00"));
	const { telegram, person } = await openTelegram();
	const program = await start({
		...clock.env,
		DATA_DIR: join(folder, "data"),
		KNOWLEDGE_DIR: knowledge,
		TELEGRAM_BOT_TOKEN: telegram.token,
		TELEGRAM_API_ROOT: telegram.url,
	});
	onTestFinished(() => void program.end("SIGTERM"));
	const printed = /http\S+\/vao\/\S+/;
	await expect.poll(() => program.output().stdout).toMatch(printed);
	const [link = ""] = printed.exec(program.output().stdout) ?? [];
	const turnTo = (instant: Date) => clock.turnTo(instant, program);
	return { url: program.url, link, person, turnTo };
}

/** Somebody at their own browser. */
async function sits(device: BrowserContextOptions) {
	const options = { ...device, locale: "vi" };
	const sitting = await sitDown(browser, { url: "", options });
	sitting.page.setDefaultTimeout(10_000);
	return sitting;
}

/** A step that can be looked at: nothing is wider than the window. */
async function sound(page: Page, step: string) {
	await look(page, step, { fullPage: true });
	expect([step, await widerThanTheWindow(page)]).toEqual([step, 0]);
}

/** The last answer of the chat after an act. */
async function answered(page: Page, act: Promise<void>): Promise<string> {
	const before = await page.locator(".desk").count();
	await act;
	await page.locator(".desk").nth(before).waitFor();
	return (await page.locator(".desk").last().textContent()) ?? "";
}
async function says(page: Page, text: string) {
	await page.getByLabel("Câu hỏi của anh/chị").fill(text);
	return answered(page, page.getByRole("button", { name: "Gửi" }).click());
}
const taps = (page: Page, label: string) =>
	answered(
		page,
		page.locator(".choices button").filter({ hasText: label }).first().click(),
	);

/** Links a chat to the account that is signed in. */
async function connects(page: Page, url: string, chat: Someone) {
	await page.goto(`${url}/ban/tai-khoan`);
	await page.getByRole("button", { name: "Lấy mã để nối" }).click();
	chat.types((await page.locator("#ma .secret").textContent()) ?? "");
	await expect.poll(() => chat.shown.length).toBeGreaterThan(0);
}

/** By the link that the bot gives in the chat. */
async function signsIn(page: Page, chat: Someone) {
	chat.types("/dangnhap");
	const [link = ""] =
		/http\S+\/vao\/[\w-]+/.exec(await chat.sees("/vao/")) ?? [];
	await page.goto(link);
	await page.getByRole("button", { name: "Vào bàn trực" }).click();
}

const textOf = async (page: Page) =>
	((await page.locator("main").textContent()) ?? "").replace(/\s+/g, " ");

describe.skipIf(noBrowser).each([
	["phone", PHONE],
	["desktop", DESKTOP],
] as const)("the whole desk, from an empty folder, on a %s", (on, device) => {
	it("is opened, booked, tapped through and counted", {
		timeout: 90_000,
	}, async () => {
		const { url, link, person, turnTo } = await emptyOffice();
		const step = (page: Page, name: string) =>
			sound(page, `whole-${on}-${name}`);

		// The first administrator, by the link that the start printed.
		const minhSits = await sits(device);
		const minh = minhSits.page;
		await minh.goto(link);
		await minh.getByLabel("Tên để gọi").fill("anh Minh");
		await minh.getByRole("button", { name: "Bắt đầu" }).click();
		await minh.getByRole("heading", { level: 1 }).waitFor();
		await step(minh, "01-begun");

		// A volunteer, invited by a link.
		await minh.goto(`${url}/quan-tri/nhom-lam-viec`);
		await minh.getByRole("button", { name: "Tạo lời mời" }).click();
		await step(minh, "02-invitation");
		const invitation = await minh.locator(".secret").first().textContent();
		const lanSits = await sits(device);
		const lan = lanSits.page;
		await lan.goto(invitation ?? "");
		await lan.getByLabel("Tên để gọi").fill("chị Lan");
		await lan.getByRole("button", { name: "Nhận lời" }).click();
		await step(lan, "03-volunteer");

		// Both connect their Telegram: that is how they come in again later.
		const chats = { minh: person("Minh"), lan: person("Lan") };
		await connects(minh, url, chats.minh);
		await connects(lan, url, chats.lan);

		// Nothing is open yet; then a Saturday is.
		const hoaSits = await sits(device);
		const hoa = hoaSits.page;
		await hoa.goto(url);
		expect(await says(hoa, "đặt lịch")).not.toContain("28/11");
		await minh.goto(`${url}/quan-tri/lich`);
		await minh.getByLabel("Thứ Bảy 28/11/2026").check();
		await minh.getByLabel("Số chỗ mỗi nửa giờ").selectOption("2");
		await step(minh, "04-sessions");
		await minh.getByRole("button", { name: "Mở hoặc sửa…" }).click();
		await step(minh, "05-preview");
		await minh.getByRole("button", { name: /^Xác nhận/ }).click();
		await minh.getByRole("status").first().waitFor();
		await step(minh, "06-opened");
		await lan.goto(`${url}/ban/lich-truc`);
		await lan.getByRole("button", { name: /Tôi đến được.*28\/11/ }).click();
		await lan.getByText("Đã ghi: anh/chị đến được").waitFor();
		await step(lan, "07-duty");

		// Two citizens book: one on the web, one over Telegram.
		await says(hoa, "mở công ty tnhh 1 thành viên cần giấy tờ gì");
		await taps(hoa, "Đặt lịch thứ Bảy");
		await taps(hoa, "28/11");
		await taps(hoa, "08:00");
		await taps(hoa, "Đồng ý");
		await says(hoa, "chị Hoa");
		await taps(hoa, "Không cần");
		expect(await taps(hoa, "Xác nhận")).toContain("Mã T7-");
		await step(hoa, "08-booked");
		const hung = person("Hùng");
		const code = await books(hung, {
			time: "08:30",
			name: "anh Hùng",
			phone: NUMBER,
		});

		// The roster shows both; before the day there is nothing to tap and no number to see.
		await lan.goto(`${url}/ban`);
		const before = await textOf(lan);
		expect(before).toMatch(/2 người.*08:00 chị Hoa.*08:30 anh Hùng/);
		expect(before).not.toContain(NUMBER);
		expect(await lan.getByRole("button", { name: /^Đã đến/ }).count()).toBe(0);
		await step(lan, "09-roster");

		// On the day, days later, one signs in again; check in, outcome.
		await turnTo(instantAt(DAY, "08:05"));
		await signsIn(lan, chats.lan);
		await lan.goto(`${url}/ban`);
		const card = (name: string) =>
			lan.getByRole("article").filter({ hasText: name });
		expect(await card("anh Hùng").textContent()).toContain(NUMBER);
		await step(lan, "10-day");
		for (const [name, outcome] of [
			["chị Hoa", "Tư vấn"],
			["anh Hùng", "Nhận hồ sơ mới"],
		] as const) {
			await card(name)
				.getByRole("button", { name: /^Đã đến/ })
				.click();
			await card(name).getByText(`Đã ghi: ${name} đã đến`).waitFor();
			await card(name).getByText("Xong…").click();
			if (name === "chị Hoa") await step(lan, "11-arrived");
			await card(name).getByRole("button", { name: outcome }).click();
			await card(name).getByText(`Đã ghi: ${name} xong`).waitFor();
		}
		await step(lan, "12-done");

		// The report has the numbers, and nobody in it.
		await signsIn(minh, chats.minh);
		await minh.goto(`${url}/quan-tri/so-lieu`);
		await step(minh, "13-figures");
		const numbers = await minh.locator(".numbers").innerText();
		expect(numbers.split(/\n+/)).toEqual([
			...["Số buổi tổ chức", "1"],
			...["Đoàn viên tham gia", "1"],
			...["Hồ sơ cũ giải quyết", "0"],
			...["Hồ sơ mới tiếp nhận", "1"],
			...["Lượt người được tư vấn", "1"],
		]);
		await minh.getByRole("link", { name: "Bản in báo cáo" }).click();
		await step(minh, "14-report");
		expect(await textOf(minh)).not.toMatch(
			new RegExp(`Hoa|Hùng|${NUMBER}|${code}`),
		);
		for (const { leave } of [minhSits, lanSits, hoaSits]) await leave();
	});
});
