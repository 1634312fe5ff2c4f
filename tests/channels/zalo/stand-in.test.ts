import { describe, expect, it } from "vitest";
import { aZalo } from "./a-bot.js";
import type { StandIn } from "./stand-in.js";

const call = async (
	{ apiRoot, token }: Pick<StandIn, "apiRoot" | "token">,
	method: string,
	parameters: Record<string, unknown> = {},
) => {
	const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(parameters),
	});
	expect(response.status).toBe(200); // also where ok is false
	return (await response.json()) as {
		ok: boolean;
		error_code?: number;
		result?: unknown;
	};
};

/** What the other tests rely on: the stand-in is as strict as the platform. */
describe("the stand-in for Zalo", () => {
	it.each([
		["", "no text"],
		["a".repeat(2_001), "too long"],
	])("refuses a text of %s (%s)", async (text) => {
		const zalo = await aZalo();
		const { id } = zalo.person("lan");
		expect(
			await call(zalo, "sendMessage", { chat_id: id, text }),
		).toMatchObject({ ok: false, error_code: 400 });
	});

	it("lets a bot write only to who wrote to it", async () => {
		const zalo = await aZalo();
		expect(
			await call(zalo, "sendMessage", { chat_id: "nobody", text: "chào" }),
		).toMatchObject({ ok: false });
	});

	it.each([["editMessageText"], ["sendFile"], ["getme"], ["sendmessage"]])(
		"knows no method %s",
		async (method) => {
			expect(await call(await aZalo(), method)).toMatchObject({
				ok: false,
				error_code: 404,
			});
		},
	);

	it("takes pictures, stickers, voices and typing besides text", async () => {
		const zalo = await aZalo();
		const chat_id = zalo.person("lan").id;
		for (const [method, parameters] of [
			["sendPhoto", { photo: "https://x.vn/a.jpg" }],
			["sendSticker", { sticker: "s1" }],
			["sendVoice", { voice_url: "https://x.vn/a.aac" }],
			["sendChatAction", { action: "typing" }],
		] as const)
			expect(
				await call(zalo, method, { chat_id, ...parameters }),
			).toMatchObject({ ok: true });
		expect(
			await call(zalo, "sendVoice", {
				chat_id,
				voice_url: "https://x.vn/a.mp3",
			}),
		).toMatchObject({ ok: false });
	});

	it("hands an update out once, and ends an empty poll with 408", async () => {
		const zalo = await aZalo();
		await zalo.person("lan").types("chào");
		expect(await call(zalo, "getUpdates", { timeout: "1" })).toMatchObject({
			ok: true,
			result: { event_name: "message.text.received" },
		});
		expect(await call(zalo, "getUpdates", { timeout: 1 })).toMatchObject({
			ok: false,
			error_code: 408,
		});
	});

	it("wakes a poll under way, and gives each update to one of two pollers", async () => {
		const zalo = await aZalo({ idleMs: 5_000 });
		const polls = [1, 2].map(() => call(zalo, "getUpdates"));
		await zalo.until(() => zalo.called("getUpdates").length === 2);
		await zalo.person("lan").types("một");
		await zalo.person("lan").types("hai");
		const texts = (await Promise.all(polls)).map(({ result }) =>
			JSON.stringify(result),
		);
		expect(texts.filter((text) => text?.includes("một"))).toHaveLength(1);
	});

	it.each([
		["http://ban.example.vn/zalo", "12345678", "not https"],
		["https://127.0.0.1/zalo", "12345678", "not public"],
		["https://ban.example.vn/zalo", "1234567", "a secret too short"],
		["https://ban.example.vn/zalo", "1".repeat(257), "a secret too long"],
	])("refuses a webhook at %s (%s, %s)", async (url, secret_token) => {
		const zalo = await aZalo({ publicOnly: true });
		expect(await call(zalo, "setWebhook", { url, secret_token })).toMatchObject(
			{ ok: false, error_code: 400 },
		);
	});

	it("keeps a webhook that it cannot reach, and polls no more", async () => {
		const zalo = await aZalo();
		expect(
			await call(zalo, "setWebhook", {
				url: "http://127.0.0.1:9/zalo",
				secret_token: "12345678",
			}),
		).toMatchObject({ ok: true, result: { verification: { ok: false } } });
		expect(await call(zalo, "getWebhookInfo")).toMatchObject({
			result: { url: "http://127.0.0.1:9/zalo" },
		});
		expect(await call(zalo, "getUpdates")).toMatchObject({ ok: false });
		await call(zalo, "deleteWebhook");
		expect(await call(zalo, "getWebhookInfo")).toMatchObject({
			ok: false,
			error_code: 404,
		});
	});

	it("takes parameters from the address as well", async () => {
		const zalo = await aZalo();
		const { id } = zalo.person("lan");
		await fetch(
			`${zalo.apiRoot}/bot${zalo.token}/sendMessage?chat_id=${id}&text=ch%C3%A0o`,
		);
		expect(await zalo.person("lan").reads()).toBe("chào");
	});
});
