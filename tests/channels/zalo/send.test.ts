import { describe, expect, it } from "vitest";
import type { Incoming } from "../../../src/channels/channel.js";
import { aBot, aZalo, HASTE, IMPATIENT, NOW } from "./a-bot.js";
import type { Fault } from "./stand-in.js";

async function aTalk(...faults: readonly Fault[]) {
	const zalo = await aZalo();
	const bot = aBot(zalo, {
		publicUrl: "https://ban.example.vn",
		tempo: faults.some(({ kind }) => kind === "silence") ? IMPATIENT : HASTE,
	});
	const lan = zalo.person("lan");
	zalo.fail("sendMessage", ...faults);
	const asked: Incoming = {
		id: "zalo:m1",
		conversation: `zalo:${lan.id}`,
		kind: "typed",
		text: "chào",
		receivedAt: NOW,
	};
	const answer = (...texts: readonly string[]) =>
		bot.channel.answer(
			asked,
			texts.map((text) => ({ text })),
		);
	return { zalo, bot, lan, asked, answer };
}

/** Three messages' worth. */
const LONG = ["a", "b", "c"].map((letter) => letter.repeat(1_500)).join("\n\n");

describe("an answer", () => {
	it("is one message of plain text to the chat it came from", async () => {
		const { zalo, lan, answer } = await aTalk();
		expect(await answer("Dạ.", "Anh/chị hỏi gì ạ?")).toEqual({ kind: "sent" });
		expect(lan.received).toEqual(["Dạ.\n\nAnh/chị hỏi gì ạ?"]);
		expect(zalo.called("sendMessage")).toEqual([
			{
				method: "sendMessage",
				parameters: { chat_id: lan.id, text: "Dạ.\n\nAnh/chị hỏi gì ạ?" },
			},
		]);
	});

	it("of nothing is no call", async () => {
		const { zalo, answer } = await aTalk();
		expect(await answer()).toEqual({ kind: "sent" });
		expect(zalo.calls).toEqual([]);
	});

	it("that is too long goes out in parts, in order", async () => {
		const { lan, answer } = await aTalk();
		expect(await answer(LONG)).toEqual({ kind: "sent" });
		expect(lan.received).toEqual(LONG.split("\n\n"));
	});

	it.each<[string, Fault, string, number]>([
		["429", { kind: "error", code: 429 }, "wait", 1],
		["500", { kind: "error", code: 500 }, "failed", 1],
		["403, twice at most", { kind: "error", code: 403 }, "failed", 2],
		["400", { kind: "error", code: 400 }, "refused", 1],
		["404", { kind: "error", code: 404 }, "refused", 1],
		["408", { kind: "error", code: 408 }, "unknown", 1],
		["401", { kind: "error", code: 401 }, "failed", 1],
		["no code at all", { kind: "body", body: '{"ok":false}' }, "failed", 1],
		[
			"words that they blocked the bot",
			{ kind: "error", code: 403, description: "User blocked this bot" },
			"unreachable",
			1,
		],
		[
			"words that there is no such chat",
			{ kind: "error", code: 400, description: "chat not found" },
			"unreachable",
			1,
		],
		["an HTML page", { kind: "html", http: 502 }, "failed", 1],
		["a cut connection", { kind: "drop", done: false }, "unknown", 1],
		["silence", { kind: "silence", done: false }, "unknown", 1],
	])("met by %s", async (_, fault, kind, calls) => {
		const { zalo, lan, answer } = await aTalk(fault, fault);
		expect(await answer("chào")).toMatchObject({ kind });
		expect(zalo.called("sendMessage")).toHaveLength(calls);
		expect(lan.received).toEqual([]);
	});

	it("whose outcome is unknown is not sent again from here: it may have arrived", async () => {
		const { zalo, lan, answer } = await aTalk({ kind: "drop", done: true });
		expect(await answer("chào")).toMatchObject({ kind: "unknown" });
		expect(lan.received).toEqual(["chào"]);
		expect(zalo.called("sendMessage")).toHaveLength(1);
	});

	it("that met no connection was not sent", async () => {
		const { zalo, answer } = await aTalk();
		await zalo.stop();
		expect(await answer("chào")).toMatchObject({ kind: "failed" });
	});

	it("met by 403 once is sent after all", async () => {
		const { bot, lan, answer } = await aTalk({ kind: "error", code: 403 });
		expect(await answer("chào")).toEqual({ kind: "sent" });
		expect(lan.received).toEqual(["chào"]);
		expect(bot.logged.join("")).toContain("Zalo forbids a send");
	});

	it("met by 403 twice alerts the operator", async () => {
		const twice = { kind: "error", code: 403 } as const;
		const { bot, answer } = await aTalk(twice, twice);
		await answer("chào");
		expect(bot.logged.join("")).toContain("forbade a send twice");
	});

	it("waits out 429 as told, else a minute, with a word on the month's quota", async () => {
		const { bot, answer } = await aTalk(
			{ kind: "error", code: 429 },
			{ kind: "error", code: 429, retryAfter: 5 },
		);
		expect(await answer("chào")).toEqual({ kind: "wait", seconds: 60 });
		expect(await answer("chào")).toEqual({ kind: "wait", seconds: 5 });
		const told = bot.logged.filter((line) => line.includes("month's quota"));
		expect(told).toHaveLength(1);
	});

	it("goes on with the part that was not sent, when it is tried again", async () => {
		const { zalo, lan, answer } = await aTalk();
		const first = answer(LONG);
		await lan.reads();
		zalo.fail("sendMessage", { kind: "error", code: 500 });
		await first;
		expect(lan.received.length).toBeLessThan(3);
		expect(await answer(LONG)).toEqual({ kind: "sent" });
		expect(lan.received).toEqual(LONG.split("\n\n"));
		expect(await answer(LONG)).toEqual({ kind: "sent" });
		expect(lan.received).toHaveLength(6); // asked anew, all of it is said anew
	});

	it("leaves no word of anybody's in the log", async () => {
		const { bot, lan, answer } = await aTalk(
			{ kind: "error", code: 400 },
			{ kind: "drop", done: false },
		);
		await answer("lịch của chị Hoa");
		await answer("lịch của chị Hoa");
		expect(bot.logged.join("")).not.toMatch(new RegExp(`Hoa|${lan.id}`));
	});
});

describe("a notice", () => {
	it("goes to the conversation's chat, with the link to its calendar entry", async () => {
		const { bot, lan } = await aTalk();
		const sent = await bot.channel.notify(`zalo:${lan.id}`, {
			text: "Đã đặt.",
			booking: {
				code: "T7-K4M9XQ",
				desk: "thu-bay",
				day: "2026-11-28",
				time: "08:30",
				status: "booked",
			},
		});
		expect(sent).toEqual({ kind: "sent" });
		expect(lan.received[0]).toContain(
			"https://ban.example.vn/lich-hen/T7-K4M9XQ.ics",
		);
	});

	it("of another channel's conversation is refused without a call", async () => {
		const { zalo, bot } = await aTalk();
		expect(
			await bot.channel.notify("telegram:12", { text: "chào" }),
		).toMatchObject({ kind: "refused" });
		expect(zalo.calls).toEqual([]);
	});
});
