import { describe, expect, it } from "vitest";
import { aBot, aZalo, HASTE, NOW } from "./a-bot.js";

describe("polling", () => {
	it("deletes the webhook first: the two exclude each other", async () => {
		const zalo = await aZalo();
		const bot = aBot(zalo);
		await bot.start();
		await zalo.person("lan").types("chào");
		await bot.hears(1);
		expect(zalo.calls.slice(0, 3).map(({ method }) => method)).toEqual([
			"getMe",
			"deleteWebhook",
			"getUpdates",
		]);
		expect(bot.channel.webhook).toBeUndefined();
	});

	it("does not poll before the webhook is gone", async () => {
		const zalo = await aZalo();
		zalo.fail(
			"deleteWebhook",
			{ kind: "error", code: 500 },
			{ kind: "html", http: 502 },
		);
		const bot = aBot(zalo);
		await bot.start();
		await zalo.person("lan").types("chào");
		await bot.hears(1);
		const methods = zalo.calls.map(({ method }) => method);
		expect(methods.lastIndexOf("deleteWebhook")).toBe(3);
		expect(methods.indexOf("getUpdates")).toBe(4);
	});

	it("goes on when there is no webhook to delete", async () => {
		const zalo = await aZalo();
		zalo.fail("deleteWebhook", { kind: "error", code: 404 });
		const bot = aBot(zalo);
		await bot.start();
		await zalo.person("lan").types("chào");
		await bot.hears(1);
	});

	it.each(["one", "array"] as const)(
		"hands over what people write, in order (a result of %s)",
		async (polled) => {
			const zalo = await aZalo({ polled });
			const bot = aBot(zalo);
			const lan = zalo.person("lan");
			for (const number of [1, 2, 3]) await lan.types(`câu ${number}`);
			await bot.start();
			expect(await bot.hears(3)).toMatchObject([
				{ text: "câu 1", conversation: `zalo:${lan.id}` },
				{ text: "câu 2" },
				{ text: "câu 3" },
			]);
		},
	);

	it("asks again at once after an idle poll, and says nothing of it", async () => {
		const zalo = await aZalo({ idleMs: 5 });
		const bot = aBot(zalo);
		await bot.start();
		await zalo.until(() => zalo.called("getUpdates").length > 10);
		expect(bot.logged.join("")).not.toContain("cannot be polled");
	});

	it("does not run hot when idle polls end at once", async () => {
		const zalo = await aZalo({ idleMs: 0 });
		const bot = aBot(zalo, {});
		await bot.start();
		const began = performance.now();
		await zalo.until(() => zalo.called("getUpdates").length > 20);
		expect(performance.now() - began).toBeGreaterThan(15); // 1 ms each in this haste, 200 ms in earnest
	});

	it("survives errors, pages and cuts, and tells of them once a minute", async () => {
		const zalo = await aZalo();
		zalo.fail(
			"getUpdates",
			{ kind: "error", code: 500 },
			{ kind: "error", code: 403 },
			{ kind: "error", code: 429 },
			{ kind: "error", code: 404 },
			{ kind: "html", http: 502 },
			{ kind: "body", body: "{" },
			{ kind: "drop", done: false },
		);
		const bot = aBot(zalo);
		await bot.start();
		await zalo.person("lan").types("còn đó không");
		await bot.hears(1);
		const told = bot.logged.filter((line) => line.includes("cannot be polled"));
		expect(told).toHaveLength(2); // that it began, and that it is over
		expect(told[1]).toContain('"count":7');
	});

	it("gives up on a poll that is never answered, and asks again", async () => {
		const zalo = await aZalo();
		zalo.fail("getUpdates", { kind: "silence", done: false });
		const tempo = { ...HASTE, pollSeconds: 0.05, pollGraceMs: 50 };
		const bot = aBot(zalo, { tempo });
		await bot.start();
		await bot.logs("cannot be polled");
		await zalo.person("lan").types("còn đó không");
		await bot.hears(1);
	});

	it("holds an update that cannot be stored until it can: it is not handed out again", async () => {
		const zalo = await aZalo();
		let full = 3;
		const bot = aBot(zalo, {
			store: async () => {
				if (full-- > 0) throw new Error("the disk is full");
			},
		});
		await bot.start();
		const lan = zalo.person("lan");
		await lan.types("một");
		await lan.types("hai");
		expect(await bot.hears(2)).toMatchObject([
			{ text: "một" },
			{ text: "hai" },
		]);
	});

	it("warns that what comes while it is down may be lost", async () => {
		const zalo = await aZalo();
		const bot = aBot(zalo);
		await bot.start();
		await zalo.until(() => zalo.called("getUpdates").length > 0);
		expect(bot.logged.join("")).toContain("may be lost");
	});

	it("ends with this channel alone when the token is refused, and says what to do", async () => {
		const zalo = await aZalo();
		const bot = aBot({ ...zalo, token: "1234567890:old-secret" });
		await bot.start();
		expect(await bot.logs("refused the token")).toContain("ZALO_BOT_TOKEN");
		expect(bot.logged.join("")).not.toContain("old-secret");
		const calls = zalo.calls.length;
		expect(await bot.channel.notify("zalo:u1", { text: "chào" })).toMatchObject(
			{ kind: "failed" },
		);
		expect(zalo.calls).toHaveLength(calls);
	});

	it("ends when the token is reset in the middle", async () => {
		const zalo = await aZalo();
		const bot = aBot(zalo);
		await bot.start();
		await zalo.until(() => zalo.called("getUpdates").length > 1);
		zalo.fail("getUpdates", { kind: "error", code: 401 });
		await bot.logs("refused the token");
	});

	it("stops in the middle of a poll", async () => {
		const zalo = await aZalo({ idleMs: 60_000 });
		const bot = aBot(zalo, { clock: () => NOW });
		await bot.start();
		await zalo.until(() => zalo.called("getUpdates").length === 1);
		await bot.channel.stop();
		expect(zalo.called("getUpdates")).toHaveLength(1);
	});

	it("stops while the platform is silent", async () => {
		const zalo = await aZalo();
		const silent = { kind: "silence", done: false } as const;
		for (const method of ["getMe", "deleteWebhook"] as const) {
			zalo.fail(method, silent);
			const bot = aBot(zalo, { tempo: { ...HASTE, callMs: 60_000 } });
			await bot.start();
			await zalo.until(() => zalo.calls.at(-1)?.method === method);
			await bot.channel.stop();
			expect(bot.logged.join("")).not.toMatch(/"level":[45]0.*(who|cannot)/);
		}
	});

	it("starts while the platform is down, and begins when it is up", async () => {
		const zalo = await aZalo();
		zalo.fail(
			"*",
			{ kind: "drop", done: false },
			{ kind: "drop", done: false },
			{ kind: "html", http: 503 },
		);
		const bot = aBot(zalo);
		await bot.start();
		await zalo.person("lan").types("chào");
		await bot.hears(1);
	});
});
