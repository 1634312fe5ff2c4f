import { afterEach, beforeEach, expect, it } from "vitest";
import {
	type BotApi,
	startBotApi,
} from "../../../../src/cli/bench/channels/bot-api.js";

let api: BotApi;
beforeEach(async () => {
	api = await startBotApi();
});
afterEach(() => api.close());

interface Update {
	readonly update_id: number;
	readonly message: { readonly chat: { readonly id: number } };
}

/** As a bot calls it. */
async function call<Result>(method: string, payload: object): Promise<Result> {
	const response = await fetch(`${api.url}/bot7:token/${method}`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(payload),
	});
	return ((await response.json()) as { result: Result }).result;
}
const poll = (offset?: number) =>
	call<Update[]>("getUpdates", { timeout: 5, ...(offset && { offset }) });

it("a question counts from the poll that handed it out to the first answer in its chat", async () => {
	let told = false;
	const asking = api.ask(42, "lệ phí?").finally(() => {
		told = true;
	});
	const [update] = await poll();
	expect(update?.message.chat.id).toBe(42);
	await call("sendMessage", { chat_id: 43, text: "to somebody else" });
	expect(told).toBe(false);
	await call("sendMessage", { chat_id: 42, text: "100.000 đồng" });
	const { delivered, answered } = await asking;
	expect(answered).toBeGreaterThan(delivered);
});

it("a poll that is answered late does not move the moment of delivery", async () => {
	const asking = api.ask(42, "lệ phí?");
	await poll();
	const first = performance.now();
	await poll(); // nothing was confirmed: the same again
	await call("sendMessage", { chat_id: 42, text: "100.000 đồng" });
	expect((await asking).delivered).toBeLessThan(first);
});

it("hands out a hundred at a time, as Telegram does, and each until it is confirmed", async () => {
	for (let chat = 1; chat <= 150; chat++) api.bring(chat, "lệ phí?");
	const first = await poll();
	expect(first).toHaveLength(100);
	const rest = await poll((first.at(-1)?.update_id ?? 0) + 1);
	expect(rest.map(({ message }) => message.chat.id)).toEqual(
		Array.from({ length: 50 }, (_, at) => 101 + at),
	);
});

it("a poll with nothing to hand out waits for the next question", async () => {
	const polling = poll();
	api.bring(7, "/hoi lệ phí");
	expect(await polling).toMatchObject([
		{
			message: {
				chat: { id: 7 },
				entities: [{ type: "bot_command", offset: 0, length: 4 }],
			},
		},
	]);
});
