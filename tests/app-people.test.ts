import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../src/app.js";
import type { Config } from "../src/config.js";
import { createLog } from "../src/log.js";
import { newFolder } from "./app-program.js";
import { openBrowser } from "./desk/open-desk.js";
import { everythingIn } from "./store/folder.js";

const SATURDAY = "2026-11-28";

let folder: string;
let logged: string[];
const open: Awaited<ReturnType<typeof createApp>>[] = [];

beforeEach(async () => {
	folder = await newFolder();
	logged = [];
});
afterEach(async () => {
	for (const app of open.splice(0)) await app.close();
	await rm(folder, { recursive: true, force: true });
});

async function start(settings: Partial<Config> = {}) {
	await mkdir(join(folder, "data"), { recursive: true });
	const app = await createApp(
		{
			host: "127.0.0.1",
			port: 0,
			dataDir: join(folder, "data"),
			knowledgeDir: "knowledge",
			admins: [],
			logLevel: "debug",
			rateLimit: true,
			...settings,
		},
		{
			clock: () => new Date("2026-11-23T02:00:00Z"),
			log: createLog("debug", { write: (line) => void logged.push(line) }),
		},
	);
	open.push(app);
	await app.start("http://127.0.0.1:3000");
	const says = async (conversation: string, text: string) =>
		(await app.converse({ conversation, text })).at(-1)?.text ?? "";
	const close = async () => {
		open.splice(open.indexOf(app), 1);
		await app.close();
	};
	return { app, says, close };
}

describe("the first administrator of the program", { timeout: 60_000 }, () => {
	it("gets a link at each start, on the address that the world knows, until there is one", async () => {
		const first = await start();
		const old = (await first.app.firstLink()) ?? "";
		expect(old).toMatch(/^http:\/\/127\.0\.0\.1:3000\/vao\/[\w-]{43}$/);
		await first.close();

		const second = await start({ publicUrl: "https://ban.example.vn" });
		const link = (await second.app.firstLink()) ?? "";
		expect(link).toMatch(/^https:\/\/ban\.example\.vn\/vao\//);
		const minh = openBrowser(second.app.web);
		const void_ = await minh.opens(new URL(old).pathname);
		expect(void_.status).toBe(404);
		await minh.sends(new URL(link).pathname, { name: "anh Minh" });
		expect((await minh.opens("/quan-tri")).status).toBe(200);
		await second.close();

		const third = await start();
		expect(await third.app.firstLink()).toBeUndefined();
	});

	it("is whom ADMINS names, from the first word on, and over restarts the same", async () => {
		const settings = { admins: ["telegram:7"] };
		const first = await start(settings);
		expect(await first.says("telegram:7", "/nhom")).toContain("1 người");
		expect(await first.says("telegram:8", "/nhom")).toContain(
			"dành cho người trực bàn",
		);
		expect(await first.app.firstLink()).toBeUndefined();
		await first.close();
		const second = await start(settings);
		expect(await second.says("telegram:7", "/nhom")).toContain("1 người");
	});
});

describe("a member who leaves", { timeout: 60_000 }, () => {
	it("is in no file and no log any more, and is not expected on the Saturday that they had promised", async () => {
		const { app, says, close } = await start({ admins: ["telegram:7"] });
		await says("telegram:7", "/moi");
		const invitation = await says("telegram:7", "1");
		const [code] = /\w{4}-\w{4}-\w{4}/.exec(invitation) ?? [];
		await says("zalo:lan-123", `/vao ${code}`);
		expect(await says("zalo:lan-123", "chị Ngọc Lan")).toContain("Chào");
		const member = (await app.people.crew.members()).at(-1);
		await app.saturday.serve("thu-bay", SATURDAY, member?.id ?? "");

		await says("zalo:lan-123", "xóa dữ liệu của tôi");
		expect(await says("zalo:lan-123", "xóa hết")).toContain("Đã xóa hết");
		const [session] = await app.saturday.sessions(SATURDAY, 1, "thu-bay");
		expect(session?.duties).toEqual([]);
		expect(session?.gaps).toMatchObject([{ member: member?.id }]);
		await close();
		const files = JSON.stringify(await everythingIn(join(folder, "data")));
		expect(files).not.toMatch(/Ngọc Lan|lan-123/);
		expect(logged.join("\n")).not.toMatch(/Ngọc Lan|lan-123/);
		expect(logged.join("\n")).not.toContain(code);
	});
});
