import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/app.js";
import { permissionOf } from "../../src/desk/gate.js";
import { createLog } from "../../src/log.js";
import { may, type Permission, type Role } from "../../src/people/roles.js";
import { newFolder } from "../app-program.js";
import { type Browser, openBrowser } from "./open-desk.js";
import { OF_DESK_B, ROUTES } from "./route-table.js";

const POSTS = {
	"a volunteer of desk A": { role: "volunteer", desk: "a" },
	"a volunteer of desk B": { role: "volunteer", desk: "b" },
	"an administrator of desk A": { role: "administrator", desk: "a" },
	"an administrator of every desk": { role: "administrator", desk: null },
} as const satisfies Record<string, { role: Role; desk: string | null }>;
type Who = keyof typeof POSTS;
const WHO = Object.keys(POSTS) as Who[];

let folder: string;
let app: Awaited<ReturnType<typeof createApp>>;
const browsers = new Map<Who, Browser>();

/** The whole program with two desks, and one member of each kind signed in. */
beforeAll(async () => {
	folder = await newFolder();
	const knowledgeDir = join(folder, "knowledge");
	await cp("knowledge", knowledgeDir, { recursive: true });
	const file = join(knowledgeDir, "desks.yaml");
	const desks = await readFile(file, "utf8");
	const [, one = ""] = /(\s+- id: thu-bay[\s\S]*)/.exec(desks) ?? [];
	await writeFile(
		file,
		`desks:${one.replace("thu-bay", "a")}${one.replace("thu-bay", "b")}`,
	);
	app = await createApp(
		{
			host: "127.0.0.1",
			port: 0,
			dataDir: join(folder, "data"),
			knowledgeDir,
			admins: [],
			logLevel: "silent",
			rateLimit: true,
		},
		{ clock: () => new Date("2026-11-28T01:00:00Z"), log: createLog("silent") },
	);
	const boss = openBrowser(app.web);
	const link = new URL((await app.firstLink()) ?? "", "http://x").pathname;
	await boss.sends(link.slice(link.indexOf("/vao")), { name: "anh Sếp" });
	browsers.set("an administrator of every desk", boss);
	for (const who of WHO.filter((one) => POSTS[one].desk !== null)) {
		const { role, desk } = POSTS[who];
		const made = await boss.sends("/quan-tri/nhom-lam-viec/moi", {
			role,
			desk: desk ?? "*",
		});
		const page = await boss.reads(made.headers.get("location") ?? "");
		const browser = openBrowser(app.web);
		await browser.sends(/\/vao\/[\w-]{43}/.exec(page)?.[0] ?? "", {
			name: "chị Lan",
		});
		browsers.set(who, browser);
	}
}, 60_000);
afterAll(async () => {
	await app.close();
	await rm(folder, { recursive: true, force: true });
});

/** What is registered, without what is there for several routes at once. */
const registered = () =>
	app.web.routes.filter(
		({ method, path }) => method !== "ALL" || !path.endsWith("/*"),
	);
const nameOf = (route: { method: string; path: string }) =>
	`${route.method} ${route.path}`;

const rows = Object.entries(ROUTES).map(([name, needs]) => {
	const [method = "", path = ""] = name.split(" ");
	return {
		name,
		method,
		path: path.replace(/:\w+(\{[^}]*\})?\??/g, "x"),
		needs,
	};
});
const gated = rows.flatMap((row) =>
	row.needs === "anybody" ? [] : [{ ...row, needs: row.needs as Permission }],
);
const ask = (browser: Browser, { method, path }: (typeof rows)[number]) =>
	method === "GET" ? browser.opens(path) : browser.sends(path, {});

describe("the table of routes", () => {
	it("has every route of the program, and no other", () => {
		const names = [...new Set(registered().map(nameOf))].sort();
		expect(names).toEqual(Object.keys(ROUTES).sort());
	});

	it("says of each what its gate says; there is none before the others", () => {
		const declared = new Map<string, Permission | "anybody">();
		for (const route of registered()) {
			const name = nameOf(route);
			// Of several handlers of a route the first has to be the gate.
			if (!declared.has(name))
				declared.set(name, permissionOf(route.handler) ?? "anybody");
		}
		expect(Object.fromEntries(declared)).toEqual(ROUTES);
	});
});

describe("a citizen", () => {
	it.each(gated)("is sent to the way in from $name", async (row) => {
		const response = await ask(openBrowser(app.web), row);
		if (row.method === "GET") {
			expect(response.status).toBe(303);
			expect(response.headers.get("location")).toMatch(/^\/vao\?next=/);
		} else expect(response.status).toBe(401);
		expect(response.headers.get("cache-control")).toBe("no-store");
	});

	it.each(gated)("with somebody's chat cookie, is too: $name", async (row) => {
		const browser = openBrowser(app.web);
		await browser.sends("/", { text: "chào" });
		browser.cookies.set(
			"ban-truc",
			browser.cookies.get("cuoc-tro-chuyen") ?? "",
		);
		expect([303, 401]).toContain((await ask(browser, row)).status);
	});
});

describe.each(WHO)("%s", (who) => {
	const actor = {
		kind: "member",
		member: {
			...POSTS[who],
			id: "tv-x",
			name: "x",
			fields: [],
			conversations: [],
			joinedAt: new Date(0),
		},
	} as const;
	const refused = gated.filter(({ needs }) => !may(actor, needs));
	const open = gated.filter(
		({ needs, method }) => method === "GET" && may(actor, needs),
	);
	const browser = () => browsers.get(who) ?? openBrowser(app.web);

	if (refused.length > 0)
		it.each(refused)("is refused $name", async (row) => {
			const response = await ask(browser(), row);
			expect(response.status).toBe(403);
			expect(await response.text()).toContain("không dành cho tài khoản");
		});

	it.each(open)("gets $name", async (row) => {
		const response = await ask(browser(), row);
		await response.body?.cancel();
		// What `x` stands for is not there; but the gate let them by.
		expect([200, 303, 404]).toContain(response.status);
		expect(response.headers.get("location") ?? "").not.toMatch(/^\/vao/);
	});

	if (POSTS[who].desk === "a")
		it.each(OF_DESK_B)("sees nothing of desk B at %s", async (path) => {
			expect([403, 404]).toContain((await browser().opens(path)).status);
		});
});
