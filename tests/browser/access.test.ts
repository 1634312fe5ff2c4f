import { rm } from "node:fs/promises";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build, newFolder, type Program, start } from "../app-program.js";
import { seriousFaults } from "./axe.js";
import { DESKTOP, PHONE } from "./devices.js";
import { look, noBrowser, openBrowser } from "./open-browser.js";
import { widerThanTheWindow } from "./sitting.js";

if (noBrowser) console.warn(`browser tests skipped: ${noBrowser}`);

let browser: Browser;
let folder: string;
let program: Program;

beforeAll(async () => {
	if (noBrowser) return;
	await build();
	browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

/** Somebody's own browser, without scripts. */
async function person(options: BrowserContextOptions): Promise<Page> {
	const context = await browser.newContext({
		...options,
		javaScriptEnabled: false,
		locale: "vi",
	});
	return context.newPage();
}

/** No serious fault of accessibility, nothing wider than the window. */
async function sound(page: Page, name: string): Promise<void> {
	expect([name, ...(await seriousFaults(page))]).toEqual([name]);
	expect([name, await widerThanTheWindow(page)]).toEqual([name, 0]);
	await look(page, name, { fullPage: true });
}

describe.skipIf(noBrowser).each([
	["phone", PHONE],
	["desktop", DESKTOP],
] as const)("from an empty folder, on a %s without scripts", (on, options) => {
	beforeAll(async () => {
		folder = await newFolder();
		program = await start({ DATA_DIR: folder });
	}, 60_000);
	afterAll(async () => {
		await program.end("SIGTERM");
		await rm(folder, { recursive: true, force: true });
	});

	it("the first administrator comes by the printed link, invites a volunteer, and both sign out", {
		timeout: 90_000,
	}, async () => {
		const minh = await person(options);
		const printed = /http\S+\/vao\/\S+/;
		while (!printed.test(program.output().stdout))
			await new Promise((resolve) => setTimeout(resolve, 50));
		const [link = ""] = printed.exec(program.output().stdout) ?? [];
		await minh.goto(link);
		await sound(minh, `${on}-1-first`);
		await minh.getByLabel("Tên để gọi").fill("anh Minh");
		await minh.getByRole("button", { name: "Bắt đầu" }).click();
		await minh.goto(`${program.url}/quan-tri/nhom-lam-viec`);
		await sound(minh, `${on}-2-team`);
		await minh.getByRole("button", { name: "Tạo lời mời" }).click();
		await sound(minh, `${on}-3-invitation`);
		const invitation = await minh.locator(".secret").first().textContent();

		const lan = await person(options);
		await lan.goto(invitation ?? "");
		await sound(lan, `${on}-4-invited`);
		await lan.getByLabel("Tên để gọi").fill("chị Lan");
		await lan.getByRole("button", { name: "Nhận lời" }).click();
		await lan.goto(`${program.url}/ban/tai-khoan`);
		await lan.locator("summary").click();
		await lan.getByLabel("Đầu tư tại Việt Nam").check();
		await lan.getByRole("button", { name: "Lưu" }).click();
		await lan.getByRole("button", { name: "Lấy mã để nối" }).click();
		await sound(lan, `${on}-5-account`);
		expect(await lan.locator("#ma .secret").textContent()).toMatch(
			/^\/vao [\w-]{14}$/,
		);
		const refused = await lan.goto(`${program.url}/quan-tri/nhat-ky`);
		expect(refused?.status()).toBe(403);
		await sound(lan, `${on}-6-refused`);

		await minh.goto(`${program.url}/quan-tri/nhom-lam-viec`);
		await minh.getByRole("link", { name: "chị Lan" }).click();
		await sound(minh, `${on}-7-member`);
		await minh.goto(`${program.url}/quan-tri/nhat-ky`);
		await sound(minh, `${on}-8-audit`);
		expect(await minh.locator("main").textContent()).toContain("chị Lan");
		await minh.goto(`${program.url}/quan-tri`);
		await sound(minh, `${on}-9-home`);

		await minh.goto(`${program.url}/ban/tai-khoan`);
		await minh.getByRole("button", { name: "Đăng xuất mọi nơi" }).click();
		await minh.getByLabel("Mã vào").fill("2222-2222-2222");
		await minh.getByRole("button", { name: "Vào" }).click();
		await sound(minh, `${on}-10-wrong-code`);
		expect(await minh.getByRole("alert").textContent()).toContain(
			"không dùng được",
		);
		const { stdout, stderr } = program.output();
		expect(stdout.match(/\/vao\//g)).toHaveLength(1);
		expect(stderr).not.toMatch(/Minh|Lan|\/vao\//);
	});
});
