import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createApp } from "../../src/app.js";
import { type Listening, listen } from "../../src/channels/web/listen.js";
import { createLog } from "../../src/log.js";
import { instantAt } from "../../src/time.js";
import { newFolder } from "../app-program.js";
import { openBrowser as visitorOf } from "../desk/open-desk.js";
import { ROUTES } from "../desk/route-table.js";
import { seriousFaults } from "./axe.js";
import { PHONE } from "./devices.js";
import { look, noBrowser, openBrowser } from "./open-browser.js";

if (noBrowser) console.warn(`browser tests skipped: ${noBrowser}`);

const DAY = "2026-11-28";
const PROCEDURE = "2.001583";

/** What is asked with GET and is no page for people. */
const NO_PAGES = [
	"GET /healthz",
	"GET /assets/:name",
	"GET /lich-hen/:file{.+\\.ics}",
	"GET /ban/live",
	"GET /quan-tri/so-lieu.csv",
];

/** What stands for the parts of an address, so that there is something to see; more than one where that makes pages. */
const EXAMPLES: Readonly<
	Record<string, (filled: Filled) => readonly string[]>
> = {
	"/thu-tuc": () => ["/thu-tuc", "/thu-tuc?q=tam+ngung+ho+kinh+doanh"],
	"/thu-tuc/:code/:case?": () => [`/thu-tuc/${PROCEDURE}`],
	"/vao/:link": ({ invitation }) => [invitation, "/vao/khong-co"],
	"/ban": () => ["/ban", `/ban?buoi=${DAY}+thu-bay`],
	"/ban/:day/in": () => [`/ban/${DAY}/in?ban=thu-bay`],
	"/ban/:day/danh-sach.html": () => [`/ban/${DAY}/danh-sach.html?ban=thu-bay`],
	"/quan-tri/nhom-lam-viec/moi/:id": ({ invited }) => [invited],
	"/quan-tri/nhom-lam-viec/:id": ({ member }) => [
		`/quan-tri/nhom-lam-viec/${member}`,
	],
	"/quan-tri/lich/:day": () => [
		`/quan-tri/lich/${DAY}?ban=thu-bay`,
		"/quan-tri/lich/2026-12-05?ban=thu-bay",
	],
	"/quan-tri/kien-thuc": () => [
		"/quan-tri/kien-thuc",
		"/quan-tri/kien-thuc?loai=thu-tuc",
		"/quan-tri/kien-thuc?q=tam+ngung",
	],
	"/quan-tri/kien-thuc/muc": () => [
		`/quan-tri/kien-thuc/muc?loai=thu-tuc&ma=${PROCEDURE}`,
		"/quan-tri/kien-thuc/muc?loai=hoi-dap",
	],
	"/quan-tri/cau-hoi/:group": ({ group }) => [group],
	"/quan-tri/cau-hoi/:group/tra-loi": ({ group }) => [`${group}/tra-loi`],
	"/quan-tri/lich/xem-truoc": () => [
		`/quan-tri/lich/xem-truoc?buoi=${DAY}+thu-bay&viec=dong`,
	],
};

interface Filled {
	readonly group: string;
	readonly invitation: string;
	readonly invited: string;
	readonly member: string;
}

let folder: string;
let app: Awaited<ReturnType<typeof createApp>>;
let site: Listening;
let browser: Browser;
let filled: Filled;
const boss = () => visitorOf(app.web);
let cookies: Map<string, string>;

/** The whole program on a Saturday morning, with something on every page. */
beforeAll(async () => {
	if (noBrowser) return;
	folder = await newFolder();
	let now = instantAt("2026-11-23", "09:00");
	const config = {
		host: "127.0.0.1",
		port: 0,
		dataDir: join(folder, "data"),
		knowledgeDir: "knowledge",
		admins: [],
		logLevel: "silent",
		rateLimit: false,
	} as const;
	app = await createApp(config, {
		clock: () => now,
		log: createLog("silent"),
	});
	site = await listen(app.web, config);
	await app.start(site.url);
	await books("telegram:7", "chị Hoa", "08:00");
	await books("web:8", "anh Nam", "08:30");
	for (const text of ["mở công ty tnhh một thành viên", "chưa đúng ý"])
		await app.converse({ conversation: "web:8", text });
	now = instantAt(DAY, "08:10");
	const minh = boss();
	const first = new URL((await app.firstLink()) ?? "");
	await minh.sends(first.pathname, { name: "anh Minh" });
	const made = await minh.sends("/quan-tri/nhom-lam-viec/moi", {
		role: "volunteer",
		desk: "thu-bay",
	});
	const invited = made.headers.get("location") ?? "";
	const page = await minh.reads(invited);
	const lan = boss();
	await lan.sends(/\/vao\/[\w-]{43}/.exec(page)?.[0] ?? "", {
		name: "chị Lan",
	});
	const members = await app.people.crew.members();
	const member = members.at(-1)?.id ?? "";
	await app.saturday.serve("thu-bay", DAY, member);
	const again = await minh.sends("/quan-tri/nhom-lam-viec/moi", {
		role: "volunteer",
		desk: "thu-bay",
	});
	const open = again.headers.get("location") ?? "";
	const [invitation = ""] =
		/\/vao\/[\w-]{43}/.exec(await minh.reads(open)) ?? [];
	const { hours } = (await app.saturday.roster("thu-bay", DAY)) ?? {
		hours: [],
	};
	const codes = hours.flatMap(({ lines }) =>
		lines.map(({ booking }) => booking.code),
	);
	await minh.sends(`/ban/khach/${codes[0]}`, {
		act: "advised",
		note: "thiếu điều lệ",
	});
	const GROUP = /\/quan-tri\/cau-hoi\/[\w-]+/;
	// Kept off the path of the answer, and so a moment after it.
	const group = await vi.waitFor(async () => {
		const [found] = GROUP.exec(await minh.reads("/quan-tri/cau-hoi")) ?? [];
		if (!found) throw new Error("no group of questions");
		return found;
	});
	filled = { group, invitation, invited: open, member };
	cookies = minh.cookies;
	browser = await openBrowser();
}, 60_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop(1_000);
	await app?.close();
	if (folder) await rm(folder, { recursive: true, force: true });
});

async function books(conversation: string, name: string, time: string) {
	for (const text of [
		`book:${PROCEDURE}`,
		"28/11",
		time,
		"đồng ý",
		name,
		"không cần",
		"xác nhận",
	])
		await app.converse({ conversation, text });
}

/** Every page that is registered, whoever added it: routes.test.ts holds the table to what is served. */
const pages = Object.entries(ROUTES).flatMap(([name]) => {
	const [method = "", path = ""] = name.split(" ");
	return method === "GET" && !NO_PAGES.includes(name) ? [path] : [];
});

describe.skipIf(noBrowser)("every page of the program", () => {
	it.each(pages)(
		"%s is sound without scripts",
		{ timeout: 30_000 },
		async (path) => {
			const addresses = EXAMPLES[path]?.(filled) ?? [path];
			const context = await browser.newContext({
				...PHONE,
				javaScriptEnabled: false,
			});
			await context.addCookies(
				[...cookies].map(([name, value]) => ({ name, value, url: site.url })),
			);
			const page = await context.newPage();
			// What is offered as a file is looked at as a page.
			await page.route("**/danh-sach.html*", async (route) => {
				const response = await route.fetch();
				const headers = {
					...response.headers(),
					"content-disposition": "inline",
				};
				await route.fulfill({ response, headers });
			});
			for (const address of addresses) {
				const response = await page.goto(site.url + address);
				expect([address, response?.status()]).toEqual([
					address,
					address === "/vao/khong-co" ? 404 : 200,
				]);
				await look(page, `page-${address.replaceAll(/\W+/g, "-")}`, {
					fullPage: true,
				});
				expect(await page.locator("h1").count()).toBe(1);
				expect([address, ...(await seriousFaults(page))]).toEqual([address]);
			}
			await context.close();
		},
	);
});
