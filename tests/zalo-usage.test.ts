import { expect, it, onTestFinished, vi } from "vitest";
import type { Config } from "../src/config.js";
import { createLog } from "../src/log.js";
import { createMessaging } from "../src/messaging.js";
import { instantAt } from "../src/time.js";
import { aZalo } from "./channels/zalo/a-bot.js";
import { appAt } from "./journeys/talk.js";

const config: Config = {
	host: "127.0.0.1",
	port: 0,
	dataDir: "not opened",
	knowledgeDir: "not opened",
	admins: [],
	logLevel: "silent",
	rateLimit: false,
};

function open(changes: Partial<Config> = {}) {
	const app = appAt();
	const messaging = createMessaging(
		{ ...config, ...changes },
		{
			stores: app.stores,
			talk: app,
			knowledge: () => app.knowledge,
			clock: () => instantAt("2026-11-23", "09:00"),
			log: createLog("silent"),
		},
	);
	onTestFinished(() => messaging.stop(1_000));
	return messaging;
}

it("how much of Zalo's plan is used can be read for a page", async () => {
	const zalo = await aZalo();
	const messaging = open({ zalo });
	await messaging.start();
	for (const name of ["lan", "minh"]) {
		const person = zalo.person(name);
		await person.types("/trợgiúp");
		await person.reads();
	}
	await vi.waitFor(async () =>
		expect(await messaging.zaloUsage()).toEqual({
			month: "2026-11",
			messages: { used: 2, allowed: 3_000 },
			users: { used: 2, allowed: 50 },
		}),
	);
});

it("without Zalo there is no use of its plan", async () => {
	expect(await open().zaloUsage()).toBeUndefined();
});
