import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { instantAt } from "../src/time.js";
import {
	books,
	codeIn,
	openTelegram,
	openZalo,
	PLATFORMS,
} from "./a-platform.js";
import { anAddress, openOffice } from "./an-office.js";
import { person } from "./app-program.js";

const SECRET = "mot-bi-mat-cua-ban";
const BOTH = ["telegram", "zalo"] as const;

describe.each(BOTH)(
	"one person, %s and the web",
	{ timeout: 60_000 },
	(name) => {
		it("books there, moves on the web under the same code, and hears of it and of the Friday there", async () => {
			const platform = await PLATFORMS[name]();
			const office = await openOffice({ [name]: platform.settings });
			const hoa = platform.person("hoa");
			const code = await books(hoa);

			const web = person(office.url);
			expect((await web.says(code)).text).toContain("tên gọi đã dùng");
			expect((await web.says("Hoa")).text).toContain("08:00");
			await web.says(`move:${code}`);
			const hours = await web.taps(1);
			expect(hours.text).toContain("giờ nào");
			const { booking } = await web.taps(3);
			expect(booking).toMatchObject({ code, status: "moved" });
			await hoa.sees(`Đã đổi lịch ${code} sang`);
			office.turnTo(instantAt("2026-11-27", "17:00"));
			await hoa.sees("Nhắc lịch hẹn thứ Bảy này");
			expect(office.logged.join("")).not.toMatch(/chị Hoa|T7-[2-9A-Z]{6}/);
		});
	},
);

describe.each(BOTH)(
	"every update delivered again, %s",
	{ timeout: 60_000 },
	(name) => {
		it.each(["polling", "webhook"])(
			"by %s, five times, and after a restart, is one reply and one booking",
			async (way) => {
				const platform = await PLATFORMS[name]();
				const bot = { ...platform.settings, webhookSecret: SECRET };
				const office = await openOffice({
					[name]: bot,
					...(way === "webhook" && (await anAddress())),
				});
				if (way === "webhook") await platform.postsUpdates();
				const hoa = platform.person("hoa");
				hoa.types("mở công ty 1 thành viên cần giấy tờ gì");
				await hoa.sees("Điều lệ công ty");
				const code = await books(hoa);
				hoa.types("/lichhen");
				await hoa.sees(`Mã ${code}`);
				hoa.types("/trogiup"); // answered after all that came before it
				await hoa.sees("Anh/chị có thể:");
				const before = hoa.shown;

				for (let again = 0; again < 5; again++) await platform.bringsAllAgain();
				await office.restart();
				await platform.bringsAllAgain();
				hoa.types("/gapnguoi"); // and this after every second answer, if there were any
				await hoa.sees("Gặp trực tiếp");
				expect(hoa.shown.slice(0, -1)).toEqual(before);
				expect(new Set(hoa.shown.map(codeIn).filter(Boolean))).toEqual(
					new Set([code]),
				);
			},
		);
	},
);

describe("a platform that fails in every way, in turn", {
	timeout: 120_000,
}, () => {
	it("Telegram: has all of two hundred conversations answered in the end, in order, and none twice", async () => {
		const { telegram, settings } = await openTelegram();
		await openOffice({ telegram: settings });
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

	it("Zalo: has all of two hundred conversations answered in order, none twice, and says of which answers it does not know", async () => {
		const { zalo, settings } = await openZalo();
		const { logged } = await openOffice({ zalo: settings });
		const people = Array.from({ length: 200 }, (_, one) =>
			zalo.person(`hoa ${one}`),
		);
		zalo.fail(
			"getUpdates",
			{ kind: "error", code: 429, retryAfter: 1 },
			{ kind: "error", code: 500 },
			{ kind: "html", http: 502 },
			{ kind: "drop", done: false },
		);
		const ROUNDS = 20;
		for (let round = 0; round < ROUNDS; round++)
			zalo.fail(
				"sendMessage",
				{ kind: "error", code: 429, retryAfter: 1 },
				{ kind: "error", code: 500 },
				{ kind: "html", http: 502 },
				{ kind: "drop", done: false },
				{ kind: "drop", done: true },
			);
		zalo.fail(
			"sendMessage",
			{ kind: "silence", done: false },
			{ kind: "silence", done: true },
		);
		const lost = ROUNDS + 1;
		for (const hoa of people) {
			await hoa.types("/trogiup");
			await hoa.types("/datlich");
		}
		const total = () =>
			people.reduce((sum, { received }) => sum + received.length, 0);
		const unsure = () =>
			logged.filter((line) =>
				/"zalo".*"unknown".*an answer may not have arrived/.test(line),
			);
		await zalo.until(() => total() === 400 - lost);
		while (unsure().length < 2 * lost) await wait(50);
		expect(unsure()).toHaveLength(2 * lost); // half of them arrived all the same

		for (const hoa of people) await hoa.types("/gapnguoi");
		await zalo.until(() => total() === 600 - lost);
		for (const { received } of people) {
			expect(received.map(topicOf).join(" ")).toMatch(
				/^(help )?(days )?person$/,
			);
		}
	});
});

const TOPICS = [
	["person", "Gặp trực tiếp"],
	["help", "Anh/chị có thể:"],
	["days", "chọn ngày nào"],
] as const;
const topicOf = (text: string): string =>
	TOPICS.find(([, words]) => text.includes(words))?.[0] ?? text;

describe("a confirmation of which Zalo does not say whether it arrived", {
	timeout: 60_000,
}, () => {
	it("comes from the outbox: once when it was lost, twice at worst when it was not", async () => {
		const { zalo, ...platform } = await openZalo();
		await openOffice({ zalo: platform.settings });
		const booksWith = async (name: string, done: boolean) => {
			const { received } = zalo.person(name);
			const asked = () => received.some((text) => text.includes("Đúng chưa ạ"));
			const cut = zalo
				.until(asked)
				.then(() => zalo.fail("sendMessage", { kind: "drop", done }));
			const someone = platform.person(name);
			const code = await books(someone);
			await cut;
			return () =>
				someone.shown.filter((text) => text.includes(`Mã ${code}`)).length;
		};
		const lost = await booksWith("hoa", false);
		const arrived = await booksWith("lan", true);
		while (lost() < 1 || arrived() < 2) await wait(50);
		await wait(6_000); // another would come now
		expect([lost(), arrived()]).toEqual([1, 2]);
	});
});

describe("a token that is refused", { timeout: 60_000 }, () => {
	it("ends that channel alone, and the log names the remedy", async () => {
		const { telegram, settings } = await openTelegram();
		const { zalo, settings: zaloSettings } = await openZalo();
		const refused = { ...settings, token: "7000000002:AAE-wrong" };
		const { url, logged } = await openOffice({
			telegram: refused,
			zalo: zaloSettings,
		});
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
