import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type ABot, type Around, aBot, until } from "./a-bot.js";
import { type Fault, standIn } from "./stand-in.js";

const bots: ABot[] = [];
const open = async (around: Around = {}) => {
	const bot = await aBot(around);
	bots.push(bot);
	return bot;
};
afterEach(async () => {
	await Promise.all(bots.splice(0).map((bot) => bot.stop()));
});

const polls = ({ api }: ABot) =>
	api.calls.filter(({ method }) => method === "getUpdates");

describe("polling", () => {
	it("takes away a webhook, keeps what waits, and answers", async () => {
		const { api } = await open();
		const lan = api.person();
		lan.types("mở công ty cần gì");
		expect((await lan.reads()).text).toBe("Nghe: mở công ty cần gì");
		const removal = api.calls.find(({ method }) => method === "deleteWebhook");
		expect(removal?.payload).toEqual({});
	});

	it("asks only for what it reads", async () => {
		const bot = await open();
		await until(() => polls(bot).length > 0);
		expect(polls(bot)[0]?.payload).toEqual({
			timeout: 1,
			allowed_updates: ["message", "callback_query", "my_chat_member"],
		});
	});

	it("offers its commands in Vietnamese and in English", async () => {
		const { api } = await open();
		await until(() => api.commands.size === 2, "the commands");
		const names = (language: string) =>
			api.commands.get(language)?.map(({ command }) => command);
		expect(names("")).toContain("datlich");
		expect(names("en")).toContain("book");
	});

	it("works without its commands", async () => {
		const api = await standIn();
		api.fails("setMyCommands", { kind: "error", code: 400, says: "no" });
		const bot = await open({ api });
		const lan = api.person();
		lan.types("một");
		await lan.reads();
		await until(() => bot.logs("commands could not be set") === 1);
		await bot.stop();
		await api.close();
	});

	it("tells Telegram that an update arrived only after it was stored", async () => {
		let full = true;
		const bot = await open({ storeFails: () => full });
		const lan = bot.api.person();
		const id = lan.types("một");
		await until(() => polls(bot).length > 3, "a few polls");
		expect(polls(bot).every(({ payload }) => !payload.offset)).toBe(true);
		expect(bot.accepted).toEqual([]);
		full = false;
		await lan.reads();
		await until(() => polls(bot).at(-1)?.payload.offset === id + 1);
		expect(bot.accepted.map((one) => one.id)).toEqual([`telegram:${id}`]);
	});

	it("reads a batch in order, and goes on behind what it cannot read", async () => {
		const bot = await open();
		const lan = bot.api.person();
		lan.types("một");
		bot.api.brings({ message: { odd: true } });
		bot.api.brings({ message: null });
		lan.types("hai");
		await until(() => bot.accepted.length === 2, "both messages");
		expect(bot.accepted.map(({ text }) => text)).toEqual(["một", "hai"]);
		await bot.api.delivered();
	});

	it("gives an update that comes again the same id, to be known by", async () => {
		const bot = await open();
		const lan = bot.api.person();
		lan.types("một");
		lan.types("hai");
		await until(() => bot.accepted.length === 2);
		bot.api.bringsAllAgain();
		await until(() => bot.accepted.length === 4, "the same again");
		const ids = bot.accepted.map(({ id }) => id);
		expect(ids.slice(2)).toEqual(ids.slice(0, 2));
	});

	it("begins before Telegram can be reached, and goes on when it can", async () => {
		const api = await standIn();
		api.fails("getMe", { kind: "error", code: 500, says: "Internal" });
		api.fails("getMe", { kind: "drop" });
		api.fails("deleteWebhook", { kind: "page", status: 502 });
		const bot = await open({ api });
		const lan = api.person();
		lan.types("một");
		expect((await lan.reads()).text).toBe("Nghe: một");
		await bot.stop();
		await api.close();
	});

	it.each<[string, Fault]>([
		["a dropped connection", { kind: "drop" }],
		["half an answer", { kind: "half" }],
		["500", { kind: "error", code: 500, says: "Internal Server Error" }],
		["a web page with 502", { kind: "page", status: 502 }],
		["a web page with 200", { kind: "page", status: 200 }],
		["429", { kind: "429", retryAfter: 0.01 }],
		["403", { kind: "error", code: 403, says: "Forbidden" }],
		[
			"409 of another poller",
			{ kind: "error", code: 409, says: "Conflict: terminated by other" },
		],
	])("outlives %s, again and again", async (_, fault) => {
		const bot = await open();
		bot.api.fails("getUpdates", fault, 4);
		const lan = bot.api.person();
		lan.types("một");
		expect((await lan.reads()).text).toBe("Nghe: một");
		lan.types("hai");
		expect((await lan.reads()).text).toBe("Nghe: hai");
	});

	it("is not deaf for 505 s when a poll is never answered", async () => {
		const bot = await open({ tempo: { pollMs: 60 } });
		const lan = bot.api.person();
		lan.types("một");
		await lan.reads();
		bot.api.fails("getUpdates", { kind: "silence" }, 2);
		lan.types("hai");
		await lan.reads(); // by the poll that was open
		lan.types("ba");
		expect((await lan.reads()).text).toBe("Nghe: ba");
		expect(bot.logs("no answer within 0.06 s")).toBe(1);
	});

	it("says trouble that repeats once a minute, and its end once", async () => {
		let minute = 0;
		const bot = await open({
			clock: () => new Date(Date.UTC(2026, 10, 24, 2, minute)),
		});
		const lan = bot.api.person();
		const trouble = () => bot.logs("no updates for now");
		bot.api.fails("getUpdates", { kind: "drop" }, 6);
		lan.types("một");
		await lan.reads();
		await until(() => bot.logs("works again") === 1);
		expect(trouble()).toBe(1);
		minute = 1;
		bot.api.fails("getUpdates", { kind: "drop" }, 3);
		lan.types("hai");
		await lan.reads();
		await until(() => bot.logs("works again") === 2);
		expect(trouble()).toBe(2);
	});

	it("waits out the poll of a process that was killed", async () => {
		const api = await standIn();
		api.fails("getUpdates", {
			kind: "error",
			code: 409,
			says: "Conflict: terminated by other getUpdates request",
		});
		const bot = await open({ api, tempo: { conflictMs: 120 } });
		const lan = api.person();
		lan.types("một");
		await lan.reads();
		const [refused, next] = polls(bot);
		expect(bot.logs("is it running twice?")).toBe(1);
		expect((next?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThan(110);
		await bot.stop();
		await api.close();
	});

	it("takes away a webhook that somebody set meanwhile", async () => {
		const bot = await open();
		await until(() => polls(bot).length > 0);
		await fetch(`${bot.api.url}/bot${bot.api.token}/setWebhook`, {
			method: "POST",
			body: JSON.stringify({ url: "http://127.0.0.1:9/" }),
		});
		const lan = bot.api.person();
		lan.types("một");
		expect((await lan.reads()).text).toBe("Nghe: một");
		expect(bot.api.webhook.url).toBe("");
	});

	it("gives up over a refused token, with the remedy, and only then", async () => {
		const bot = await open();
		await until(() => polls(bot).length > 0);
		bot.api.revokesToken();
		await until(() => bot.logs("check TELEGRAM_BOT_TOKEN") === 1);
		const calls = bot.api.calls.length;
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(bot.api.calls.length).toBe(calls);
		const lost = await bot.telegram.notify("telegram:100", { text: "một" });
		expect(lost).toMatchObject({ kind: "failed" });
	});

	it("stops in the middle of a poll, and twice", async () => {
		const bot = await open({ tempo: { pollSeconds: 50, pollMs: 65_000 } });
		await until(() => polls(bot).length > 0);
		await bot.telegram.stop();
		await bot.telegram.stop();
		expect(bot.logs("no updates for now")).toBe(0);
	});

	it("can be stopped before it began", async () => {
		const bot = await open({ start: false });
		await bot.telegram.stop();
		expect(bot.api.calls).toEqual([]);
	});

	it("stops in the middle of a pause", async () => {
		const bot = await open({
			apiRoot: "http://127.0.0.1:1",
			tempo: { firstPauseMs: 60_000, longestPauseMs: 60_000 },
		});
		await until(() => bot.logs("no updates for now") === 1);
		await bot.telegram.stop();
	});

	it("keeps a poll open longer than it keeps idle connections", async () => {
		const bot = await open({ tempo: { idleMs: 50, pollSeconds: 0.2 } });
		await until(() => polls(bot).length > 1, "a second poll");
		expect(bot.logs("no updates for now")).toBe(0);
	});
});

describe("the token", () => {
	it("is in no line of the log, whatever fails", async () => {
		const bot = await open({ apiRoot: "http://127.0.0.1:1" });
		await until(() => bot.logs("no updates for now") > 0);
		const other = await open();
		const faults: readonly Fault[] = [
			{ kind: "page", status: 200 },
			{ kind: "drop" },
			{ kind: "half" },
			{ kind: "error", code: 500, says: "Internal" },
		];
		for (const fault of faults) {
			other.api.fails("getUpdates", fault);
			other.api.fails("sendMessage", fault);
			const failed = await other.telegram.notify("telegram:100", {
				text: "một",
			});
			expect(JSON.stringify(failed)).not.toContain(other.api.token.slice(11));
		}
		other.api.person().types("một");
		await until(() => other.logs("works again") > 0, "the end of it");
		for (const line of [...bot.logged, ...other.logged]) {
			expect(line).not.toContain(other.api.token.slice(11));
			expect(line).not.toContain(other.api.token.slice(0, 10));
		}
	});
});

describe("an address that never finishes its handshake", () => {
	it("counts as nothing sent", async () => {
		const mute = createServer().listen(0, "127.0.0.1");
		await until(() => mute.listening);
		const { port } = mute.address() as AddressInfo;
		const bot = await open({
			apiRoot: `https://127.0.0.1:${port}`,
			start: false,
			tempo: { connectMs: 50, callMs: 2_000 },
		});
		expect(await bot.telegram.notify("telegram:100", { text: "một" })).toEqual({
			kind: "failed",
			why: "sendMessage: no connection within 0.05 s",
		});
		mute.close();
	});
});
