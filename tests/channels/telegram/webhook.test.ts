import { afterEach, describe, expect, it, vi } from "vitest";
import { createWebhook } from "../../../src/channels/webhook.js";
import { createLog } from "../../../src/log.js";
import { type ABot, type Around, aBot, until } from "./a-bot.js";
import { message, SENT } from "./updates.js";

const SECRET = "a-secret_of_32_letters-and-digits";
const bots: ABot[] = [];
const open = async (around: Around = {}) => {
	const bot = await aBot({ byWebhook: SECRET, ...around });
	bots.push(bot);
	return bot;
};
afterEach(async () => {
	await Promise.all(bots.splice(0).map((bot) => bot.stop()));
});

describe("a webhook", () => {
	it("is set with its secret, and Telegram brings what people say", async () => {
		const { api } = await open();
		const lan = api.person();
		lan.types("mở công ty cần gì");
		expect((await lan.reads()).text).toBe("Nghe: mở công ty cần gì");
		expect(api.webhook).toMatchObject({ secret: SECRET });
		expect(api.calls.map(({ method }) => method)).not.toContain("getUpdates");
	});

	it("is set as soon as Telegram can be reached", async () => {
		const bot = await open({ start: false });
		bot.api.fails("setWebhook", { kind: "drop" });
		bot.api.fails("getMe", { kind: "page", status: 502 });
		const taken: string[] = [];
		await bot.telegram.start(async (incoming) => {
			taken.push(...incoming.map(({ text }) => text));
		});
		bot.api.person().types("một");
		await until(() => taken.length === 1);
		expect(taken).toEqual(["một"]);
	});

	it("is brought again what could not be stored", async () => {
		let full = true;
		const bot = await open({ storeFails: () => full });
		const lan = bot.api.person();
		lan.types("một");
		await until(() => bot.logs("could not be stored") >= 2);
		expect(bot.accepted).toEqual([]);
		full = false;
		expect((await lan.reads()).text).toBe("Nghe: một");
		await bot.api.delivered();
	});

	it("is there in place of polling, never beside it", async () => {
		expect((await open()).telegram.webhook).toBeDefined();
		const polling = await aBot();
		bots.push(polling);
		expect(polling.telegram.webhook).toBeUndefined();
	});
});

describe("what is posted to the webhook's address", () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	const door = (take: (update: unknown) => Promise<void>) => {
		const logged: string[] = [];
		const log = createLog("debug", { write: (line) => void logged.push(line) });
		return {
			post: createWebhook({
				channel: "telegram",
				header: "x-telegram-bot-api-secret-token",
				secret: SECRET,
				take,
				clock: () => SENT,
				log,
			}),
			logged,
		};
	};
	const signed = (secret: string) =>
		new Headers({ "x-telegram-bot-api-secret-token": secret });
	const update = bytes(JSON.stringify(message({ text: "một" })));

	it("is taken with the right secret", async () => {
		const taken: unknown[] = [];
		const { post } = door(async (update) => void taken.push(update));
		expect(await post(signed(SECRET), update)).toBe(200);
		expect(taken).toEqual([message({ text: "một" })]);
	});

	it("is refused without it, 10,000 times, and its body is never read", async () => {
		const take = vi.fn(async () => undefined);
		const { post, logged } = door(take);
		const unread = new Proxy(update, {
			get(_, property) {
				throw new Error(`${String(property)} of the body was read`);
			},
		});
		const parse = vi.spyOn(JSON, "parse");
		const near = [
			SECRET.slice(0, -1),
			`${SECRET} `.trimEnd().replace(/s$/, "S"),
			SECRET.toUpperCase(),
			`${SECRET}x`,
			SECRET.replace("a", "b"),
			"",
			"null",
			"undefined",
		];
		const zalos = new Headers({ "x-bot-api-secret-token": SECRET });
		for (let time = 0; time < 10_000; time++) {
			const wrong = near[time % near.length] ?? "";
			const headers = [
				new Headers(),
				zalos,
				signed(wrong),
				signed(`${wrong}${time}`),
			][time % 4];
			expect(await post(headers ?? new Headers(), unread)).toBe(401);
		}
		expect(parse).not.toHaveBeenCalled();
		expect(take).not.toHaveBeenCalled();
		expect(logged).toHaveLength(1); // within the minute
		expect(logged.join()).not.toContain(SECRET);
		parse.mockRestore();
	});

	it("may have the secret's header only once", async () => {
		const { post } = door(async () => undefined);
		const twice = signed(SECRET);
		twice.append("x-telegram-bot-api-secret-token", SECRET);
		expect(await post(twice, update)).toBe(401);
	});

	it.each([
		["nothing", ""],
		["not JSON", "{"],
		["null, which crashes telegraf's own door", "null"],
		["a number", "5"],
		["a list", "[[]]"],
		["something else", '{"hello": "world"}'],
		["a broken letter", '{"text": "\xff'],
		["deep nesting", "[".repeat(100_000)],
	])("is 200 when it is signed and not understood: %s", async (_, body) => {
		const bot = await open();
		await until(() => bot.logs("connected") === 1);
		expect(await bot.telegram.webhook?.(signed(SECRET), bytes(body))).toBe(200);
		expect(bot.accepted).toEqual([]);
	});

	it("is 413 when it is larger than any update", async () => {
		const { post } = door(async () => undefined);
		const huge = new Uint8Array(256 * 1024 + 1);
		expect(await post(signed(SECRET), huge)).toBe(413);
		expect(await post(signed("wrong"), huge)).toBe(401);
	});

	it("is 503 before the bot knows its name", async () => {
		const bot = await open({ start: false });
		expect(await bot.telegram.webhook?.(signed(SECRET), update)).toBe(503);
	});
});
