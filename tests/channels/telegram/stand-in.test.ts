import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type StandIn, standIn } from "./stand-in.js";

let api: StandIn;
beforeEach(async () => {
	api = await standIn({ perSecond: { chat: 1, all: 2 } });
});
afterEach(() => api.close());

async function call(method: string, payload: object = {}, token = api.token) {
	const response = await fetch(`${api.url}/bot${token}/${method}`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(payload),
	});
	return { status: response.status, ...(await response.json()) };
}
const send = (chat_id: number, text: string, more: object = {}) =>
	call("sendMessage", { chat_id, text, ...more });
const button = (callback_data: string) => ({
	reply_markup: { inline_keyboard: [[{ text: "?", callback_data }]] },
});

describe("the stand-in", () => {
	it("is Telegram's only to who has the token", async () => {
		expect(await call("getMe")).toMatchObject({ ok: true });
		expect(await call("getMe", {}, "1:wrong")).toMatchObject({
			status: 401,
			ok: false,
		});
		expect(await call("noSuchMethod")).toMatchObject({ status: 404 });
	});

	it("keeps Telegram's limits for texts and buttons", async () => {
		const { id } = api.person();
		expect(await send(id, "")).toMatchObject({ error_code: 400 });
		expect(await send(id, "a".repeat(4097))).toMatchObject({
			description: "Bad Request: message is too long",
		});
		expect(await send(id, "?", button("ế".repeat(22)))).toMatchObject({
			description: "Bad Request: BUTTON_DATA_INVALID",
		});
		expect(await send(1, "một")).toMatchObject({
			description: "Bad Request: chat not found",
		});
		expect(await send(id, "a".repeat(4096))).toMatchObject({ ok: true });
	});

	it("keeps its pace, for a chat and for all", async () => {
		const people = [api.person(), api.person(), api.person()];
		const [lan, minh, hoa] = people.map(({ id }) => id);
		expect(await send(lan ?? 0, "một")).toMatchObject({ ok: true });
		const tooFast = { error_code: 429, parameters: { retry_after: 1 } };
		expect(await send(lan ?? 0, "hai")).toMatchObject(tooFast);
		expect(await send(minh ?? 0, "một")).toMatchObject({ ok: true });
		expect(await send(hoa ?? 0, "một")).toMatchObject(tooFast);
	});

	it("holds a poll open until something comes", async () => {
		const poll = call("getUpdates", { timeout: 5 });
		const update_id = api.person().types("một");
		expect(await poll).toMatchObject({ result: [{ update_id }] });
	});

	it("keeps what was not confirmed, and forgets what was", async () => {
		const first = api.person().types("một");
		const ids = async (offset?: number) =>
			(await call("getUpdates", { offset })).result.map(
				(update: { update_id: number }) => update.update_id,
			);
		expect(await ids()).toEqual([first]);
		expect(await ids(first)).toEqual([first]);
		expect(await ids(first + 1)).toEqual([]);
		expect(await ids()).toEqual([]);
	});

	it("has one poller: a second one ends the first", async () => {
		const first = call("getUpdates", { timeout: 5 });
		await expect.poll(() => api.calls.length).toBe(1);
		const second = call("getUpdates", { timeout: 0 });
		expect(await first).toMatchObject({ error_code: 409 });
		expect(await second).toMatchObject({ ok: true });
	});

	it("is not polled beside a webhook", async () => {
		expect(
			await call("setWebhook", { url: "http://example.org/" }),
		).toMatchObject({ error_code: 400 });
		expect(
			await call("setWebhook", { url: "https://a.vn/", secret_token: "a b" }),
		).toMatchObject({ error_code: 400 });
		await call("setWebhook", { url: "http://127.0.0.1:1/" });
		expect(await call("getUpdates")).toMatchObject({ error_code: 409 });
		await call("deleteWebhook");
		expect(await call("getUpdates")).toMatchObject({ ok: true });
	});

	it("says so when an edit changes nothing", async () => {
		const lan = api.person();
		const { result } = await send(lan.id, "một");
		const edit = (text: string) =>
			call("editMessageText", {
				chat_id: lan.id,
				message_id: result.message_id,
				text,
			});
		expect((await edit("một")).description).toContain("not modified");
		expect(await edit("hai")).toMatchObject({ ok: true });
		expect(lan.chat).toMatchObject([{ text: "hai", edits: 1 }]);
	});
});
