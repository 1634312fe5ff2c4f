import { execFile } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StandIn, standIn } from "../channels/telegram/stand-in.js";

let api: StandIn;
beforeAll(async () => {
	api = await standIn();
});
afterAll(() => api.close());

interface Ended {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** The command as `npm run channels` starts it. */
const channels = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
	new Promise<Ended>((resolve) => {
		execFile(
			process.execPath,
			["--import", "tsx", "src/cli/channels.ts", ...args],
			{ env: { PATH: process.env.PATH, ...env } },
			(error, out, err) =>
				resolve({ code: error ? Number(error.code) : 0, out, err }),
		);
	});

describe("npm run channels", { timeout: 20_000 }, () => {
	it("prints what Telegram says, and sets the webhook there", async () => {
		const env = {
			TELEGRAM_BOT_TOKEN: api.token,
			TELEGRAM_API_ROOT: api.url,
			TELEGRAM_WEBHOOK_SECRET: "the-webhooks-secret",
			PUBLIC_URL: "https://banthubay.example.vn",
		};
		const set = await channels(["set-webhook"], env);
		expect(set).toMatchObject({
			code: 0,
			out: "telegram\n  Webhook set: https://banthubay.example.vn/webhooks/telegram\n",
		});
		const { out, err } = await channels(["status", "telegram"], env);
		expect(out).toContain("by webhook: https://banthubay.example.vn/");
		expect(out + err).not.toContain(api.token.slice(11));
	});

	it("says what is missing", async () => {
		expect(await channels(["status"])).toMatchObject({
			code: 1,
			err: "No channel is set up: give TELEGRAM_BOT_TOKEN or ZALO_BOT_TOKEN.\n",
		});
		expect(await channels([])).toMatchObject({ code: 2 });
		expect((await channels(["toString"])).err).toContain("usage:");
	});
});
