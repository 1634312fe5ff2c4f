import { writeFile } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../src/channels/web/listen.js";
import { newFolder } from "../app-program.js";
import { twoDesks, type Browser as Visitor } from "../desk/open-desk.js";
import { DAY, PHONE as NUMBER, openMorning } from "../desk/roster/a-morning.js";
import { seriousFaults } from "./axe.js";
import { DESKTOP, PHONE } from "./devices.js";
import { look, noBrowser, openBrowser } from "./open-browser.js";
import { sitDown, smallTargets, widerThanTheWindow } from "./sitting.js";

if (noBrowser) console.warn(`browser tests skipped: ${noBrowser}`);

const ONE_OWNER = "2.001583";

let browser: Browser;

beforeAll(async () => {
	if (!noBrowser) browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

/** A Saturday morning on a port of this machine. */
async function morning() {
	const desk = openMorning();
	const minh = await desk.volunteer("anh Minh");
	const lan = await desk.volunteer("chị Lan");
	const papers = twoDesks.procedures.get(ONE_OWNER)?.documents ?? [];
	const hoa = await desk.books("chị Hoa", "08:00", {
		procedure: ONE_OWNER,
		phone: NUMBER,
		ready: papers.slice(1),
		question: "Lệ phí nộp bằng chuyển khoản được không?",
	});
	const tu = await desk.books("bác Tư", "08:30", {
		onBehalfOf: "mẹ",
		procedure: "1.009645",
	});
	const nam = await desk.books("anh Nam", "08:30", {
		procedure: ONE_OWNER,
		ready: papers,
	});
	await desk.saturday.forward(hoa, minh.member.id);
	const site = await listen(desk.web, { host: "127.0.0.1", port: 0 });
	return { ...desk, minh, lan, hoa, tu, nam, site };
}

/** A page of a member who is signed in. */
async function sits(
	{ url }: Pick<Listening, "url">,
	{ cookies }: Visitor,
	options: BrowserContextOptions,
	path = "/ban",
) {
	const sitting = await sitDown(browser, { url, path, options, cookies });
	const card = (code: string) => sitting.page.locator(`[id="${code}"]`);
	return { ...sitting, card };
}

const TARGETS =
	"main button, main select, main summary, main a.button, main .facts a";

describe.skipIf(noBrowser)(
	"the roster in a browser",
	{ timeout: 60_000 },
	() => {
		it.each([
			["a phone", PHONE, true],
			["a desktop without scripts", DESKTOP, false],
		])(
			"is tapped through a morning on %s",
			async (name, device, javaScriptEnabled) => {
				const { site, minh, hoa, tu, booking } = await morning();
				const { page, card, leave } = await sits(site, minh, {
					...device,
					javaScriptEnabled,
				});
				const shot = (step: string) =>
					look(page, `roster-${name.replaceAll(" ", "-")}-${step}`, {
						fullPage: true,
					});
				await page.getByText("3 người").waitFor();
				await shot("1-begin");
				expect(await seriousFaults(page)).toEqual([]);
				expect(await card(hoa).textContent()).toContain(NUMBER);

				await card(hoa).getByRole("button", { name: "Đã đến" }).click();
				await card(hoa).getByText("Đã ghi: chị Hoa đã đến 08:00.").waitFor();
				await card(hoa).getByText("Xong…").click();
				await card(hoa)
					.getByLabel(/Ghi chú/)
					.fill("thiếu điều lệ, hẹn tuần sau");
				await shot("2-done");
				if (javaScriptEnabled) {
					expect(await smallTargets(page, TARGETS)).toEqual([]);
					expect(await widerThanTheWindow(page)).toBe(0);
				}
				expect(await seriousFaults(page)).toEqual([]);
				await card(hoa).getByRole("button", { name: "Tư vấn" }).click();
				await card(hoa).getByText("Đã ghi: chị Hoa xong: tư vấn.").waitFor();
				expect((await booking.find(hoa))?.visit?.note).toContain(
					"hẹn tuần sau",
				);

				await card(tu).getByRole("button", { name: "Không đến" }).click();
				await card(tu)
					.getByText("Đã ghi: bác Tư (đặt hộ mẹ) không đến.")
					.waitFor();
				await card(tu).getByRole("button", { name: "Hoàn tác" }).click();
				await card(tu).getByText("chưa đến.").waitFor();
				await card(tu).getByText("Chuyển…").click();
				await card(tu).getByLabel("Chuyển cho").selectOption({ index: 0 });
				await card(tu)
					.getByRole("button", { name: /^Chuyển/ })
					.click();
				await card(tu)
					.getByText(/Đã chuyển bác Tư/)
					.waitFor();
				await shot("3-taps");

				await page.getByText("Khách không hẹn", { exact: true }).click();
				await page.getByLabel(/Tên gọi/).fill("cô Sáu");
				await page.getByLabel(/Việc cần hỏi/).fill("việc gì đó");
				await page.getByRole("button", { name: "Ghi: đã đến" }).click();
				await page.getByText("Chưa tìm thấy việc nào").waitFor();
				expect(await seriousFaults(page)).toEqual([]);
				await shot("4-walk-in");
				await page
					.getByRole("button", { name: "Ghi mà không nêu việc" })
					.click();
				await page.getByText("Đã ghi: cô Sáu đã đến").waitFor();
				await shot("5-end");
				expect(await seriousFaults(page)).toEqual([]);
				await leave();
				await site.stop(500);
			},
		);

		it("shows two volunteers each other's taps, and keeps what one of them is typing", async () => {
			const { site, minh, lan, hoa, nam } = await morning();
			const one = await sits(site, minh, PHONE);
			const other = await sits(site, lan, DESKTOP);
			await other.card(nam).getByText("Xong…").click();
			const note = other.card(nam).getByLabel(/Ghi chú/);
			await note.fill("hồ sơ đủ");

			await one.card(hoa).getByRole("button", { name: "Đã đến" }).click();
			await other
				.card(hoa)
				.getByText("đã đến 08:00", { exact: true })
				.waitFor({ timeout: 2_000 });
			expect(await note.inputValue()).toBe("hồ sơ đủ");
			expect(await note.isVisible()).toBe(true);
			expect(await note.evaluate((box) => box === document.activeElement)).toBe(
				true,
			);

			await other
				.card(nam)
				.getByRole("button", { name: "Nhận hồ sơ mới" })
				.click();
			await one
				.card(nam)
				.getByText("xong: nhận hồ sơ mới", { exact: true })
				.waitFor({ timeout: 2_000 });
			await look(one.page, "roster-live-phone", { fullPage: true });
			await look(other.page, "roster-live-desktop", { fullPage: true });
			await one.leave();
			await other.leave();
			await site.stop(500);
		});

		it("hears of a tap made by somebody without scripts", async () => {
			const { site, minh, lan, hoa } = await morning();
			const one = await sits(site, minh, PHONE);
			await one.page.getByText("3 người").waitFor();
			await lan.sends(`/ban/khach/${hoa}`, { act: "no-show" });
			await one
				.card(hoa)
				.getByText("không đến", { exact: true })
				.waitFor({ timeout: 2_000 });
			await one.leave();
			await site.stop(500);
		});

		it("says when a tap did not arrive", async () => {
			const { site, minh, hoa, booking } = await morning();
			const one = await sits(site, minh, PHONE);
			await one.page.context().setOffline(true);
			await one.card(hoa).getByRole("button", { name: "Đã đến" }).click();
			await one.page.getByText("Chưa ghi được: mất mạng").waitFor();
			expect((await booking.find(hoa))?.visit).toBeUndefined();
			await one.page.context().setOffline(false);
			await one.card(hoa).getByRole("button", { name: "Đã đến" }).click();
			await one.card(hoa).getByText("Đã ghi: chị Hoa đã đến").waitFor();
			await one.page.context().close();
			await site.stop(500);
		});

		it("follows again after the line was cut, and shows what happened meanwhile", async () => {
			const { site, minh, lan, hoa } = await morning();
			const wire = await openWire(site);
			const one = await sits(wire, minh, PHONE);
			await one.page.getByText("3 người").waitFor();
			wire.cut();
			await one.page.getByText("Đang nối lại…").waitFor();
			await lan.sends(`/ban/khach/${hoa}`, { act: "no-show" });
			wire.mend();
			await one.card(hoa).getByText("không đến", { exact: true }).waitFor();
			await one.page.context().close();
			await wire.close();
			await site.stop(500);
		});

		it("ends in the browser too when the desk closes, and does not hold it up", async () => {
			const { site, minh } = await morning();
			const one = await sits(site, minh, PHONE);
			await one.page.getByText("3 người").waitFor();
			const began = performance.now();
			await site.stop(7_000);
			expect(performance.now() - began).toBeLessThan(3_000);
			await one.page.context().close();
		});

		it("fits sixty people on one A4 page", async () => {
			const desk = openMorning();
			const minh = await desk.volunteer("anh Minh");
			const papers = twoDesks.procedures.get(ONE_OWNER)?.documents ?? [];
			for (let n = 0; n < 60; n++) {
				const sent = await minh.sends(`/ban/${DAY}/khach-moi?ban=a`, {
					name: `chị Nguyễn Thị Hoàng Phương Thảo ${n + 1}`,
					procedure: ONE_OWNER,
				});
				const code = sent.headers.get("location")?.split("#")[1] ?? "";
				await desk.booking.tick(code as `T7-${string}`, papers.slice(3));
				await desk.booking.ask(
					code as `T7-${string}`,
					"Tôi muốn hỏi về lệ phí, thời hạn và nơi nộp hồ sơ khi chuyển khoản từ ngân hàng khác",
				);
			}
			const site = await listen(desk.web, { host: "127.0.0.1", port: 0 });
			const { page, leave } = await sits(
				site,
				minh,
				DESKTOP,
				`/ban/${DAY}/in?ban=a`,
			);
			expect(await page.locator("tbody tr").count()).toBe(60);
			expect(await seriousFaults(page)).toEqual([]);
			await look(page, "roster-sheet-screen", { fullPage: true });
			const pdf = await page.pdf({ preferCSSPageSize: true });
			expect(pagesOf(pdf)).toBe(1);
			await page.emulateMedia({ media: "print" });
			await page.setViewportSize({ width: 740, height: 1060 });
			await look(page, "roster-sheet-60", { fullPage: true });
			await leave();
			await site.stop(500);
		});

		it.each([1, 14, 15, 26, 27])(
			"fits %i people on one page as well",
			async (count) => {
				const desk = openMorning();
				const minh = await desk.volunteer("anh Minh");
				for (let n = 0; n < count; n++)
					await minh.sends(`/ban/${DAY}/khach-moi?ban=a`, {
						name: `chị Nguyễn Thị Hoàng Phương Thảo ở xa đến nhờ hỏi hộ ${n + 1}`,
						procedure: ONE_OWNER,
					});
				const site = await listen(desk.web, { host: "127.0.0.1", port: 0 });
				const { page, leave } = await sits(
					site,
					minh,
					DESKTOP,
					`/ban/${DAY}/in?ban=a`,
				);
				expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
				if (count === 14) {
					await page.emulateMedia({ media: "print" });
					await page.setViewportSize({ width: 740, height: 1060 });
					await look(page, "roster-sheet-14", { fullPage: true });
				}
				await leave();
				await site.stop(500);
			},
		);

		it.each([
			["a phone", PHONE],
			["a desktop", DESKTOP],
		])(
			"is read from the disk of %s, with the net off",
			async (name, device) => {
				const { site, minh, hoa } = await morning();
				const file = await minh.reads(`/ban/${DAY}/danh-sach.html?ban=a`);
				await site.stop(500);
				const path = join(await newFolder(), "danh-sach.html");
				await writeFile(path, file);
				const context = await browser.newContext({ ...device, offline: true });
				const page = await context.newPage();
				const asked: string[] = [];
				page.on("request", (request) => asked.push(request.url()));
				await page.goto(pathToFileURL(path).href);
				expect(asked).toEqual([pathToFileURL(path).href]);
				const text = (await page.locator("body").textContent()) ?? "";
				for (const part of ["chị Hoa", "bác Tư (đặt hộ mẹ)", "08:30", NUMBER])
					expect(text).toContain(part);
				expect(text).not.toContain(hoa);
				expect(await widerThanTheWindow(page)).toBe(0);
				const font = await page
					.locator("td")
					.first()
					.evaluate((cell) => getComputedStyle(cell).verticalAlign);
				expect(font).toBe("top");
				await look(page, `roster-file-${name.replaceAll(" ", "-")}`, {
					fullPage: true,
				});
				await context.close();
			},
		);
	},
);

/** A line to the site that can be cut. */
async function openWire(site: Listening) {
	const { port } = new URL(site.url);
	const ends = new Set<Socket>();
	let whole = true;
	const server = createServer((near) => {
		if (!whole) {
			near.destroy();
			return;
		}
		const far = connect(Number(port), "127.0.0.1");
		for (const end of [near, far]) {
			ends.add(end);
			end.on("error", () => end.destroy());
			end.on("close", () => {
				ends.delete(end);
				near.destroy();
				far.destroy();
			});
		}
		near.pipe(far).pipe(near);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	const cut = () => {
		whole = false;
		for (const end of ends) end.destroy();
	};
	return {
		...site,
		url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
		cut,
		mend: () => {
			whole = true;
		},
		close: () => {
			cut();
			return new Promise((done) => server.close(done));
		},
	};
}

/** Of a PDF as Chromium writes it. */
const pagesOf = (pdf: Buffer): number =>
	pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
