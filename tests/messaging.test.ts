import { rm } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { createApp } from "../src/app.js";
import { type Listening, listen } from "../src/channels/web/listen.js";
import type { BotSettings, Config } from "../src/config.js";
import { createLog } from "../src/log.js";
import { instantAt } from "../src/time.js";
import { newFolder, person } from "./app-program.js";
import { standIn } from "./channels/telegram/stand-in.js";
import { startZalo } from "./channels/zalo/stand-in.js";

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

const MONDAY = instantAt("2026-11-23", "09:00").getTime();

interface Office {
	readonly url: string;
	readonly logged: string[];
	/** Ends the process, and begins another on the same data. */
	restart(): Promise<Office>;
}

/** The whole system on a port of this machine, on a Monday; days go by when a test says so. */
async function open(
	settings: Partial<Config>,
	clock: { add: number },
	dataDir?: string,
): Promise<Office> {
	const folder = dataDir ?? (await newFolder());
	if (!dataDir)
		endings.push(() => rm(folder, { recursive: true, force: true }));
	const logged: string[] = [];
	const began = Date.now();
	const config: Config = {
		host: "127.0.0.1",
		port: 0,
		dataDir: folder,
		knowledgeDir: "knowledge",
		admins: [],
		logLevel: "debug",
		rateLimit: false,
		...settings,
	};
	const app = await createApp(config, {
		clock: () => new Date(MONDAY + Date.now() - began + clock.add),
		log: createLog("debug", { write: (text) => void logged.push(text) }),
	});
	const listening: Listening = await listen(app.web, config);
	let ended = false;
	const end = async () => {
		if (ended) return;
		ended = true;
		await Promise.all([listening.stop(1_000), app.stop(1_000)]);
		await app.close();
	};
	endings.push(end);
	await app.start();
	return {
		url: listening.url,
		logged,
		restart: async () => {
			await end();
			return open(settings, clock, folder);
		},
	};
}

async function openZalo() {
	const zalo = await startZalo();
	endings.push(() => zalo.stop());
	const settings: BotSettings = { token: zalo.token, apiRoot: zalo.apiRoot };
	return { zalo, settings };
}

async function openTelegram() {
	const telegram = await standIn();
	endings.push(() => telegram.close());
	const settings: BotSettings = {
		token: telegram.token,
		apiRoot: telegram.url,
	};
	return { telegram, settings };
}

describe("one person, several channels", { timeout: 60_000 }, () => {
	it("books on Zalo, moves on the web under the same code, and hears of it and of the Friday on Zalo", async () => {
		const clock = { add: 0 };
		const { zalo, settings } = await openZalo();
		const { url, logged } = await open({ zalo: settings }, clock);
		const hoa = zalo.person("hoa");
		const says = async (text: string) => {
			await hoa.types(text);
			return hoa.reads();
		};
		await says("đặt lịch 28/11 8h");
		await says("1");
		await says("chị Hoa");
		await says("1");
		const code = /T7-[2-9A-Z]{6}/.exec(await says("1"))?.[0] ?? "";

		const web = person(url);
		expect((await web.says(code)).text).toContain("tên gọi đã dùng");
		expect((await web.says("Hoa")).text).toContain("08:00");
		await web.says(`move:${code}`);
		const hours = await web.taps(1);
		expect(hours.text).toContain("giờ nào");
		const { booking } = await web.taps(3);
		expect(booking).toMatchObject({ code, status: "moved" });
		expect(await hoa.reads()).toContain(`Đã đổi lịch ${code} sang`);
		clock.add = instantAt("2026-11-27", "17:00").getTime() - MONDAY;
		expect(await hoa.reads()).toContain("Nhắc lịch hẹn thứ Bảy này");
		expect(logged.join("")).not.toMatch(/chị Hoa|T7-[2-9A-Z]{6}/);
	});
});

describe("every update delivered again", { timeout: 60_000 }, () => {
	it("five times, and after a restart, is one reply and one booking", async () => {
		const { telegram, settings } = await openTelegram();
		const office = await open({ telegram: settings }, { add: 0 });
		const lan = telegram.person();
		const shows = (words: string) =>
			lan.chat.filter(({ text }) => text.includes(words));
		const sees = async (words: string) => {
			while (shows(words).length === 0) await lan.reads();
		};
		lan.types("/datlich");
		await sees("chọn ngày nào");
		lan.taps("thứ Bảy");
		await sees("đến giờ nào");
		lan.taps("08:00");
		await sees("đồng ý không");
		lan.taps("Đồng ý");
		await sees("là gì ạ");
		lan.types("chị Lan");
		await sees("số điện thoại không");
		lan.taps("Không cần");
		await sees("Đúng chưa ạ");
		lan.taps("Xác nhận");
		await sees("Mã T7-");
		await telegram.delivered();
		const before = lan.chat.length;
		for (let again = 0; again < 5; again++) telegram.bringsAllAgain();
		await telegram.delivered();
		await office.restart();
		telegram.bringsAllAgain();
		await telegram.delivered();
		await wait(3_000); // a second answer would come now
		expect(shows("Mã T7-")).toHaveLength(1);
		expect(lan.chat.length).toBeLessThanOrEqual(before + 1); // the calendar's file
	});
});

describe("a platform that fails in every way, in turn", {
	timeout: 120_000,
}, () => {
	it("has all of two hundred conversations answered in the end, in order, and none twice", async () => {
		const { telegram, settings } = await openTelegram();
		await open({ telegram: settings }, { add: 0 });
		const people = Array.from({ length: 200 }, () => telegram.person());
		telegram.fails("getUpdates", { kind: "page", status: 502 }, 2);
		for (let round = 0; round < 20; round++) {
			telegram.fails("sendMessage", { kind: "429", retryAfter: 1 }, 2);
			telegram.fails("sendMessage", { kind: "error", code: 500, says: "?" }, 2);
			telegram.fails("sendMessage", { kind: "page", status: 502 }, 2);
			telegram.fails("sendMessage", { kind: "drop" });
		}
		telegram.fails("sendMessage", { kind: "silence" }, 2);
		for (const lan of people) {
			lan.types("/trogiup");
			lan.types("/datlich");
		}
		while (people.some((lan) => lan.chat.length < 2)) await wait(200);
		await wait(2_000); // a second answer would come now
		for (const { chat } of people) {
			const [help, days, ...more] = chat.map(({ text }) => text);
			expect(help).toContain("Anh/chị có thể:");
			expect(days).toContain("chọn ngày nào");
			expect(more).toEqual([]);
		}
	});
});

describe("a token that is refused", { timeout: 60_000 }, () => {
	it("ends that channel alone, and the log names the remedy", async () => {
		const { telegram, settings } = await openTelegram();
		const { zalo, settings: zaloSettings } = await openZalo();
		const refused = { ...settings, token: "7000000002:AAE-wrong" };
		const { url, logged } = await open(
			{ telegram: refused, zalo: zaloSettings },
			{ add: 0 },
		);
		const lan = telegram.person();
		lan.types("xin chào");
		const hoa = zalo.person("hoa");
		await hoa.types("chào em");
		expect(await hoa.reads()).toContain("Chào anh/chị");
		expect((await person(url).says("chào em")).text).toContain("Chào");
		expect(logged.join("")).toContain("TELEGRAM_BOT_TOKEN");
		expect(logged.join("")).not.toContain("AAE-wrong");
		expect(lan.chat).toEqual([]);
	});
});
