import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../src/channels/web/listen.js";
import type { LocalTime } from "../../src/time.js";
import type { Browser as Visitor } from "../desk/open-desk.js";
import { DAY, openWeek } from "../desk/sessions/a-week.js";
import { seriousFaults } from "./axe.js";
import { DESKTOP, PHONE } from "./devices.js";
import { look, noBrowser, openBrowser } from "./open-browser.js";
import { sitDown, smallTargets, widerThanTheWindow } from "./sitting.js";

if (noBrowser) console.warn(`browser tests skipped: ${noBrowser}`);

let browser: Browser;
beforeAll(async () => {
	if (!noBrowser) browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

/** A week with a booked Saturday, a make-up day, volunteers, and one who dropped out. */
async function week() {
	const desk = openWeek();
	const minh = await desk.signedIn(
		{ role: "administrator", desk: null },
		"anh Minh",
	);
	const lan = await desk.signedIn({ role: "volunteer", desk: "a" }, "chị Lan");
	const hai = await desk.member({ role: "volunteer", desk: "a" }, "anh Hải");
	const times: LocalTime[] = ["07:30", "08:00", "08:30", "09:00"];
	for (const [index, time] of times.entries())
		await desk.books(`${index % 2 ? "telegram" : "web"}:${index}`, time);
	for (const { id } of [lan.member, hai])
		await desk.saturday.serve("a", DAY, id);
	await desk.saturday.dropOut("a", DAY, hai.id);
	await desk.saturday.dropOut("a", DAY, lan.member.id);
	desk.decree({
		from: "2026-12-12",
		kind: "makeup",
		name: "làm bù cho thứ Hai 14/12/2026",
	});
	const site = await listen(desk.web, { host: "127.0.0.1", port: 0 });
	return { ...desk, minh, lan, hai, site };
}

/** A page of a member who is signed in; the site is theirs alone. */
async function sits(
	site: Listening,
	{ cookies }: Visitor,
	options: BrowserContextOptions,
	path: string,
) {
	const { url } = site;
	const sitting = await sitDown(browser, { url, path, options, cookies });
	return {
		...sitting,
		async leave() {
			await sitting.leave();
			await site.stop(1_000);
		},
	};
}

const TARGETS =
	"main button, main select, main summary, main label.tick, main .session a";

describe.skipIf(noBrowser)(
	"the Saturdays in a browser",
	{ timeout: 60_000 },
	() => {
		describe.each([
			["a phone without scripts", PHONE, false],
			["a desktop", DESKTOP, true],
		])("on %s", (name, device, javaScriptEnabled) => {
			const checked = async (page: Page, step: string) => {
				await look(page, `sessions-${name.replaceAll(" ", "-")}-${step}`, {
					fullPage: true,
				});
				expect(await seriousFaults(page)).toEqual([]);
				if (!javaScriptEnabled) return;
				expect(await widerThanTheWindow(page)).toBeLessThanOrEqual(0);
				expect(await smallTargets(page, TARGETS)).toEqual([]);
			};

			it("an administrator closes two, seeing first whom it hits", async () => {
				const { site, minh, saturday } = await week();
				const { page, leave } = await sits(
					site,
					minh,
					{ ...device, javaScriptEnabled },
					"/quan-tri/lich?ban=a",
				);
				await checked(page, "1-list");
				await page.getByLabel("Thứ Bảy 28/11/2026").check();
				await page.getByLabel("Thứ Bảy 05/12/2026").check();
				await page.getByRole("button", { name: "Đóng…" }).click();
				await page.getByText("sẽ ảnh hưởng 4 lịch hẹn").first().waitFor();
				await checked(page, "2-preview");
				await page
					.getByRole("button", { name: "Xác nhận đóng 2 buổi, báo 4 người" })
					.click();
				await page.getByText("Đã đóng thứ Bảy 28/11/2026").waitFor();
				await checked(page, "3-closed");
				await page.getByRole("link", { name: "Xem buổi này" }).click();
				await page.getByText("2 chưa báo được").waitFor();
				await checked(page, "4-told");
				const [view] = await saturday.sessions(DAY, 1, "a");
				expect(view).toMatchObject({ hit: 4 });
				await leave();
			});

			it("an administrator shortens one, and hears what is wrong with the hours", async () => {
				const { site, minh, saturday } = await week();
				const { page, leave } = await sits(
					site,
					minh,
					{ ...device, javaScriptEnabled },
					`/quan-tri/lich/${DAY}?ban=a`,
				);
				await checked(page, "5-session");
				await page.getByLabel("đến").first().fill("07:30");
				await page.getByRole("button", { name: "Sửa…" }).click();
				await page.getByText("Giờ chưa đúng").waitFor();
				await page.getByLabel("đến").first().fill("08:30");
				await page.getByLabel("Số chỗ mỗi nửa giờ").selectOption("6");
				await page.getByRole("button", { name: "Sửa…" }).click();
				await page.getByText("sẽ ảnh hưởng 2 lịch hẹn").first().waitFor();
				await page.getByRole("button", { name: /^Xác nhận/ }).click();
				await page.getByText("Giờ đã rút ngắn").waitFor();
				await checked(page, "6-shortened");
				const [view] = await saturday.sessions(DAY, 1, "a");
				expect(view?.plan).toMatchObject({
					hours: [{ from: "07:30", to: "08:30" }],
					places: 6,
				});
				await leave();
			});

			it("a volunteer comes, drops out and comes instead", async () => {
				const { site, lan, saturday } = await week();
				const { page, leave } = await sits(
					site,
					lan,
					{ ...device, javaScriptEnabled },
					"/ban/lich-truc",
				);
				await checked(page, "7-duties");
				await page.getByRole("button", { name: "Tôi đến thay" }).click();
				await page.getByText("Anh/chị đến thay thứ Bảy 28/11/2026").waitFor();
				await page.getByRole("button", { name: "Tôi bận" }).click();
				await page.getByText("Đã ghi: anh/chị bận").waitFor();
				await page
					.getByRole("button", { name: /Tôi đến được.*05\/12/ })
					.click();
				await page.getByText("Đã ghi: anh/chị đến được").waitFor();
				await checked(page, "8-taken");
				const [view] = await saturday.sessions("2026-12-05", 1, "a");
				expect(view?.duties).toMatchObject([{ member: lan.member.id }]);
				await leave();
			});
		});
	},
);
