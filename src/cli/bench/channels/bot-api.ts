import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

export const TOKEN = "7000000001:AAE-for-measuring-only";

/** As many as Telegram hands out in one call. */
const MOST_IN_ONE_POLL = 100;

/** A question on its way: when the bot got it, and when its chat got an answer. In ms. */
export interface Asked {
	readonly chat: number;
	delivered: number;
	answered: number;
}

/** As little of Telegram's Bot API as a bot needs to answer; it checks nothing, so that it costs little itself. */
export interface BotApi {
	readonly url: string;
	/** Resolves when the bot polls for the first time. */
	readonly polled: Promise<void>;
	/** Brings a message from a chat, as soon as the bot asks for it; resolves with the first answer to it. */
	ask(chat: number, text: string): Promise<Asked>;
	/** The same, answered or not. */
	bring(chat: number, text: string): void;
	close(): void;
}

interface Update {
	readonly update_id: number;
	readonly message: { readonly chat: { readonly id: number } };
}

interface Payload {
	readonly offset?: number;
	readonly timeout?: number;
	readonly chat_id?: number | string;
	readonly text?: string;
}

export async function startBotApi(): Promise<BotApi> {
	const open = new Map<number, { asked: Asked; done: () => void }>();
	let updates: Update[] = [];
	let last = 0;
	let wake = () => {};
	let firstPoll = () => {};
	const polled = new Promise<void>((resolve) => {
		firstPoll = resolve;
	});

	const methods: Readonly<
		Record<string, (payload: Payload) => unknown | Promise<unknown>>
	> = {
		getMe: () => ({
			id: 7000000001,
			is_bot: true,
			first_name: "Bot",
			username: "measured_bot",
		}),
		getUpdates,
		sendMessage,
	};

	async function getUpdates({ offset = 0, timeout = 0 }: Payload) {
		firstPoll();
		updates = updates.filter(({ update_id }) => update_id >= offset);
		if (updates.length === 0 && timeout > 0) {
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, timeout * 1000);
				wake = () => {
					clearTimeout(timer);
					resolve();
				};
			});
		}
		const batch = updates.slice(0, MOST_IN_ONE_POLL);
		const now = performance.now();
		for (const { message } of batch) {
			const one = open.get(message.chat.id);
			if (one && Number.isNaN(one.asked.delivered)) one.asked.delivered = now;
		}
		return batch;
	}

	function sendMessage({ chat_id, text }: Payload) {
		const chat = Number(chat_id);
		const one = open.get(chat);
		if (one) {
			open.delete(chat);
			one.asked.answered = performance.now();
			one.done();
		}
		return {
			message_id: ++last,
			date: Math.floor(Date.now() / 1000),
			chat: { id: chat, type: "private" },
			text,
		};
	}

	function bring(chat: number, text: string): void {
		const command = /^\/\w+/.exec(text)?.[0];
		const message = {
			message_id: ++last,
			date: Math.floor(Date.now() / 1000),
			chat: { id: chat, type: "private", first_name: "Lan" },
			from: { id: chat, is_bot: false, first_name: "Lan" },
			text,
			...(command && {
				entities: [{ type: "bot_command", offset: 0, length: command.length }],
			}),
		};
		updates.push({ update_id: last, message });
		wake();
	}

	const server = createServer(async (request, response) => {
		const method = request.url?.split("/").at(-1)?.split("?")[0] ?? "";
		const answer = methods[method] ?? (() => true);
		const result = await answer(await payloadOf(request));
		response.setHeader("content-type", "application/json");
		response.end(JSON.stringify({ ok: true, result }));
	});
	await new Promise<void>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve()),
	);
	const { port } = server.address() as AddressInfo;

	return {
		url: `http://127.0.0.1:${port}`,
		polled,
		bring,
		ask: (chat, text) =>
			new Promise((resolve) => {
				const asked = { chat, delivered: Number.NaN, answered: Number.NaN };
				open.set(chat, { asked, done: () => resolve(asked) });
				bring(chat, text);
			}),
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

async function payloadOf(request: IncomingMessage): Promise<Payload> {
	if (!request.headers["content-length"] && request.method === "GET") return {};
	return (await json(request).catch(() => ({}))) as Payload;
}
