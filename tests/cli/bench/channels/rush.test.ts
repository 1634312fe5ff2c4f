import { expect, it } from "vitest";
import type { Bot } from "../../../../src/cli/bench/channels/bot.js";
import { rush } from "../../../../src/cli/bench/channels/rush.js";

interface Question {
	readonly chat: number;
	readonly text: string;
}

const CHATS = 100;

/** A bot on a clock of its own, which begins anew with each round: one answer every `ms`, to what is typed later still. */
function paperBot(ms: number, laterMs = 0) {
	const asked: Question[] = [];
	const bot: Bot = {
		api: {
			url: "",
			polled: Promise.resolve(),
			async ask(chat, text) {
				const answers = (asked.length % CHATS) + 1;
				asked.push({ chat, text });
				const later = text.startsWith("/hoi ") ? 0 : laterMs;
				return { chat, delivered: 0, answered: answers * ms + later };
			},
			bring() {},
			close() {},
		},
		stop: async () => {},
	};
	return { bot, asked };
}

it("rates are answers a second, from the first question handed out to the last one answered", async () => {
	const echo = paperBot(0.5);
	const ours = paperBot(1, 2_000);
	const rates = await rush({
		echo: echo.bot,
		ours: ours.bot,
		questions: ["lệ phí", "giấy tờ"],
		chats: CHATS,
		rounds: 3,
		warmUp: CHATS,
		quietMs: 2_000,
	});
	expect(rates).toEqual({ echo: 2_000, commands: 1_000, typed: 1_000 });

	expect(echo.asked).toHaveLength(400);
	expect(ours.asked).toHaveLength(100 + 3 * 200);
	const chats = [...echo.asked, ...ours.asked].map(({ chat }) => chat);
	expect(new Set(chats).size).toBe(chats.length); // nobody asks twice
	const texts = ours.asked.slice(100, 300).map(({ text }) => text);
	expect(texts.filter((text) => text === "/hoi lệ phí")).toHaveLength(50);
	expect(texts.filter((text) => text === "giấy tờ")).toHaveLength(50);
});
