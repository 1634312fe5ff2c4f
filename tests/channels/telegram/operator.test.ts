import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTelegramOperator } from "../../../src/channels/telegram/operator.js";
import { type StandIn, standIn } from "./stand-in.js";

const HERE = {
	url: "https://banthubay.example.vn/webhooks/telegram",
	secret: "s",
};

let api: StandIn;
beforeEach(async () => {
	api = await standIn();
});
afterEach(() => api.close());

const operator = (webhook?: typeof HERE, token = api.token) =>
	createTelegramOperator({ token, apiRoot: api.url, webhook });

describe("the operator", () => {
	it("is told which bot it is and how updates come", async () => {
		api.person().types("một");
		expect(await operator().status()).toEqual([
			"Bot: Bàn Thứ Bảy, https://t.me/ban_thu_bay_bot",
			"Groups: the bot sees what is addressed to it",
			"Updates come by polling",
			"Waiting at Telegram: 1",
		]);
	});

	it("sets and deletes the webhook", async () => {
		const { setWebhook, deleteWebhook, status } = operator(HERE);
		expect(await status()).toContain(
			`Expected by the settings: ${HERE.url}; it is set when the bot starts`,
		);
		expect(await setWebhook()).toEqual([`Webhook set: ${HERE.url}`]);
		expect(api.webhook).toEqual(HERE);
		expect(await status()).toContain(`Updates come by webhook: ${HERE.url}`);
		expect(await operator().status()).toContain(
			"Expected by the settings: polling; the webhook is deleted when the bot starts",
		);
		await deleteWebhook();
		expect(api.webhook.url).toBe("");
	});

	it("is told what is missing, and what was wrong", async () => {
		expect((await operator().setWebhook()).join()).toContain(
			"give PUBLIC_URL and TELEGRAM_WEBHOOK_SECRET",
		);
		expect((await operator(undefined, "1:wrong").status()).join()).toContain(
			"check TELEGRAM_BOT_TOKEN",
		);
		api.fails("getMe", { kind: "drop" });
		expect(await operator().status()).toEqual(["getMe: socket hang up"]);
	});

	it("is never shown the token or the secret", async () => {
		const { setWebhook, status, deleteWebhook } = operator({
			...HERE,
			secret: "the-webhooks-secret",
		});
		api.fails("deleteWebhook", { kind: "page", status: 200 });
		const lines = [
			...(await setWebhook()),
			...(await status()),
			...(await deleteWebhook()),
		].join("\n");
		expect(lines).not.toContain(api.token.slice(11));
		expect(lines).not.toContain("the-webhooks-secret");
	});
});
