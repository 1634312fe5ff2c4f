import { describe, expect, it } from "vitest";
import { createZaloOperator } from "../../../src/channels/zalo/operator.js";
import { aDoor, aWebhookBot, aZalo, HASTE, SECRET } from "./a-bot.js";
import { fixtureText } from "./fixture.js";
import type { StandInOptions } from "./stand-in.js";

async function anOperator(url?: string, options?: StandInOptions) {
	const zalo = await aZalo(options);
	const operator = createZaloOperator({
		token: zalo.token,
		apiRoot: zalo.apiRoot,
		tempo: HASTE,
		webhook: url === undefined ? undefined : { url, secret: SECRET },
	});
	return { zalo, operator };
}

describe("the operator's commands", () => {
	it("show the bot, and that it polls", async () => {
		const { operator } = await anOperator();
		expect(await operator.status()).toEqual([
			"Bot: bot.standin, plan BASIC",
			"Webhook: none registered",
		]);
	});

	it("show what Zalo says about the webhook", async () => {
		const zalo = await aZalo();
		await aWebhookBot(zalo);
		const url = zalo.webhook()?.url ?? "";
		const { token, apiRoot } = zalo;
		const webhook = { url, secret: SECRET };
		const operator = createZaloOperator({ token, apiRoot, webhook });
		expect(await operator.status()).toEqual([
			"Bot: bot.standin, plan BASIC",
			`Webhook: ${url}`,
			"verification.ok: true",
			"outcome: webhook.ok",
		]);
	});

	it("register the webhook, and do not take that for success", async () => {
		const { url } = await aDoor(); // nobody behind it: 404
		const { operator, zalo } = await anOperator(url);
		expect(await operator.setWebhook()).toEqual([
			`Registered: ${url}`,
			"verification.ok: false",
			"outcome: webhook.http.404",
			"hint: The address answered, but not with 2xx",
			expect.stringContaining("Remedy: Zalo could not reach it"),
		]);
		expect(zalo.webhook()?.url).toBe(url);
	});

	it("name Cloudflare where Zalo's call was refused on its way", async () => {
		const { operator, zalo } = await anOperator("https://help.example.vn/zalo");
		zalo.fail("setWebhook", {
			kind: "body",
			body: fixtureText("reply-webhook-unverified"),
		});
		expect((await operator.setWebhook()).join("\n")).toMatch(
			/verification\.ok: false[\s\S]*Cloudflare/,
		);
	});

	it("say what is missing before a webhook can be registered", async () => {
		const { operator, zalo } = await anOperator();
		expect((await operator.setWebhook()).join()).toContain("PUBLIC_URL");
		expect(zalo.calls).toEqual([]);
	});

	it("delete the webhook", async () => {
		const zalo = await aZalo();
		await aWebhookBot(zalo);
		const { token, apiRoot } = zalo;
		const operator = createZaloOperator({ token, apiRoot });
		expect((await operator.deleteWebhook()).join()).toContain("deleted");
		expect(zalo.webhook()).toBeUndefined();
	});

	it("pass on the platform's refusals in words, without token or secret", async () => {
		const { url } = await aDoor();
		const { operator, zalo } = await anOperator(url, { webhookCallsADay: 0 });
		const stale = createZaloOperator({
			token: "1:old-secret",
			apiRoot: zalo.apiRoot,
		});
		zalo.fail("getMe", { kind: "html", http: 502 });
		const lines = [
			...(await operator.setWebhook()),
			...(await operator.status()),
			...(await stale.status()),
		];
		expect(lines).toEqual([
			"zalo: setWebhook refused (426): Limit of the day",
			"zalo: getMe: an HTML page (HTTP 502)",
			expect.stringContaining("ZALO_BOT_TOKEN"),
		]);
	});
});
