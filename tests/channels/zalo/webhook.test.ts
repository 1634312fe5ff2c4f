import { randomBytes } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { aBot, aDoor, aWebhookBot, aZalo, SECRET } from "./a-bot.js";
import { fixtureText } from "./fixture.js";
import type { StandInOptions } from "./stand-in.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const signed = (secret = SECRET) =>
	new Headers({ "x-bot-api-secret-token": secret });

describe("the webhook", () => {
	it("is registered at the start, and never polled beside", async () => {
		const zalo = await aZalo();
		const bot = await aWebhookBot(zalo);
		expect(zalo.webhook()?.secret).toBe(SECRET);
		await zalo.person("lan").types("chào");
		await bot.hears(1);
		expect(zalo.called("getUpdates")).toHaveLength(0);
		expect(zalo.called("deleteWebhook")).toHaveLength(0);
		expect(bot.logged.join("")).not.toContain(SECRET);
	});

	it.each<StandInOptions>([{ shape: "flat" }, { shape: "wrapped" }])(
		"takes a body that is %o",
		async (options) => {
			const zalo = await aZalo(options);
			const bot = await aWebhookBot(zalo);
			const lan = zalo.person("lan");
			await lan.types("đặt lịch");
			await lan.sendsPhoto("giấy này đúng chưa");
			expect(await bot.hears(2)).toMatchObject([
				{ text: "đặt lịch", conversation: `zalo:${lan.id}` },
				{ kind: "unsupported", origin: { reason: "photo" } },
			]);
		},
	);

	it("gives each delivery of one message the same id", async () => {
		const zalo = await aZalo({ copies: 5 });
		const bot = await aWebhookBot(zalo);
		await zalo.person("lan").types("chào");
		const heard = await bot.hears(5);
		expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
	});

	it.each([
		["", "Zalo's probe"],
		["{", "broken"],
		["null", "nothing"],
		["[[[]]]", "odd"],
		['"chào"', "a string"],
		[fixtureText("unknown-event"), "an event we do not know"],
		[fixtureText("text-group"), "a group"],
		["\u0000\uFFFF", "not a text"],
	])("answers 200 to a well signed %j (%s)", async (body) => {
		const bot = aBot(await aZalo(), {
			webhook: { url: "https://ban.example.vn/webhooks/zalo", secret: SECRET },
		});
		expect(await bot.channel.webhook?.(signed(), bytes(body))).toBe(200);
		expect(bot.heard).toEqual([]);
	});

	it("answers 200 only after the message is stored, and 503 when it cannot be", async () => {
		const zalo = await aZalo();
		let full = true;
		const bot = await aWebhookBot(zalo, {
			store: async () => {
				if (full) throw new Error("the disk is full");
			},
		});
		expect(await zalo.post(fixtureText("text-flat"))).toBe(503);
		expect(bot.heard).toEqual([]);
		full = false;
		expect(await zalo.post(fixtureText("text-flat"))).toBe(200);
		expect(bot.heard).toHaveLength(1);
	});

	it("answers 503 to a message before its time and after it", async () => {
		const zalo = await aZalo();
		const bot = aBot(zalo, {
			webhook: { url: (await aDoor()).url, secret: SECRET },
		});
		const post = () =>
			bot.channel.webhook?.(signed(), bytes(fixtureText("text-flat")));
		expect(await post()).toBe(503);
		await bot.start();
		expect(await post()).toBe(200);
		await bot.channel.stop();
		expect(await post()).toBe(503);
	});

	it("answers 200 to a well signed body of any depth", async () => {
		const bot = aBot(await aZalo(), {
			webhook: { url: "https://ban.example.vn/webhooks/zalo", secret: SECRET },
		});
		for (const [open, close] of [
			["[", "]"],
			['{"result":', "}"],
		] as const) {
			const body = `${open.repeat(10_000)}1${close.repeat(10_000)}`;
			expect(await bot.channel.webhook?.(signed(), bytes(body))).toBe(200);
		}
	});

	it("takes no more than 256 KiB", async () => {
		const bot = aBot(await aZalo(), {
			webhook: { url: "https://ban.example.vn/webhooks/zalo", secret: SECRET },
		});
		const post = (size: number) =>
			bot.channel.webhook?.(signed(), new Uint8Array(size));
		expect(await post(256 * 1024)).toBe(200);
		expect(await post(256 * 1024 + 1)).toBe(413);
	});
});

describe("a forged webhook call", () => {
	const headers: readonly (readonly [string, HeadersInit])[] = [
		["no secret", {}],
		["an empty one", { "x-bot-api-secret-token": "" }],
		["a wrong one", { "x-bot-api-secret-token": "sai-bet-nhe-ban" }],
		["one letter short", { "x-bot-api-secret-token": SECRET.slice(0, -1) }],
		["one letter more", { "x-bot-api-secret-token": `${SECRET}n` }],
		["one letter else", { "x-bot-api-secret-token": `B${SECRET.slice(1)}` }],
		["another case", { "x-bot-api-secret-token": SECRET.toUpperCase() }],
		["Telegram's header", { "x-telegram-bot-api-secret-token": SECRET }],
		["a signature instead", { "x-zalo-signature": SECRET }],
		["a bearer instead", { authorization: `Bearer ${SECRET}` }],
		[
			"the secret twice",
			[
				["x-bot-api-secret-token", SECRET],
				["x-bot-api-secret-token", SECRET],
			],
		],
	];
	const bodies = [
		bytes(fixtureText("text-flat")),
		bytes(fixtureText("text-wrapped")),
		bytes(""),
		bytes("{"),
		bytes(`{"a":${"[".repeat(50_000)}`),
		new Uint8Array(randomBytes(512)),
		new Uint8Array(1024 * 1024),
	];

	it("is sent away 10,000 times, its body not looked at once", async () => {
		const { channel, heard, logged } = aBot(await aZalo(), {
			webhook: { url: "https://ban.example.vn/webhooks/zalo", secret: SECRET },
		});
		const parsing = vi.spyOn(JSON, "parse");
		const decoding = vi.spyOn(TextDecoder.prototype, "decode");
		const statuses = new Map<number, number>();
		for (let call = 0; call < 10_000; call++) {
			const [, header = {}] = headers[call % headers.length] ?? [];
			const body = bodies[call % bodies.length] ?? new Uint8Array();
			const status = await channel.webhook?.(new Headers(header), body);
			statuses.set(status ?? 404, (statuses.get(status ?? 404) ?? 0) + 1);
		}
		const looked = parsing.mock.calls.length + decoding.mock.calls.length;
		vi.restoreAllMocks();
		expect([...statuses]).toEqual([[401, 10_000]]);
		expect(looked).toBe(0);
		expect(heard).toEqual([]);
		expect(logged).toHaveLength(1); // once a minute, not once a call
		expect(logged.join("")).not.toContain(SECRET);
	});

	it.each(headers)("with %s gets 401 over HTTP as well", async (_, header) => {
		const zalo = await aZalo();
		const bot = await aWebhookBot(zalo);
		const response = await fetch(zalo.webhook()?.url ?? "", {
			method: "POST",
			headers: header,
			body: fixtureText("text-flat"),
		});
		expect(response.status).toBe(401);
		expect(bot.heard).toEqual([]);
	});
});

describe("registering", () => {
	it("says when Zalo could reach the address", async () => {
		const zalo = await aZalo();
		const bot = await aWebhookBot(zalo);
		expect(await bot.logs("webhook set")).toContain('"verified":true');
	});

	it("is no success by itself: a failed verification is told with its hint and a remedy", async () => {
		const zalo = await aZalo();
		zalo.fail("setWebhook", {
			kind: "body",
			body: fixtureText("reply-webhook-unverified"),
		});
		const bot = aBot(zalo, {
			webhook: { url: "https://help.example.vn/webhooks/zalo", secret: SECRET },
		});
		await bot.start();
		expect(await bot.logs("webhook.http.403")).toMatch(
			/"hint":"blocked".*Cloudflare/,
		);
	});

	it("goes on trying while the platform is down", async () => {
		const zalo = await aZalo();
		zalo.fail(
			"setWebhook",
			{ kind: "error", code: 500 },
			{ kind: "html", http: 502 },
			{ kind: "drop", done: false },
		);
		await aWebhookBot(zalo);
		expect(zalo.called("setWebhook")).toHaveLength(4);
	});

	it("leaves it at the day's cap", async () => {
		const zalo = await aZalo({ webhookCallsADay: 0 });
		const bot = aBot(zalo, {
			webhook: { url: (await aDoor()).url, secret: SECRET },
		});
		await bot.start();
		await bot.logs("no more");
		expect(zalo.called("setWebhook")).toHaveLength(1);
	});

	it("says what is wrong with an address that Zalo does not take", async () => {
		const zalo = await aZalo({ publicOnly: true });
		const bot = aBot(zalo, {
			webhook: { url: (await aDoor()).url, secret: SECRET },
		});
		await bot.start();
		await bot.logs("PUBLIC_URL");
		expect(zalo.called("setWebhook")).toHaveLength(1);
	});
});
