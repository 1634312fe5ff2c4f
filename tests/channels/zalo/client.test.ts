import { describe, expect, it } from "vitest";
import { createZaloClient } from "../../../src/channels/zalo/client.js";
import { ZaloRefusal, ZaloSilence } from "../../../src/channels/zalo/fault.js";
import { aZalo, HASTE, IMPATIENT, SECRET } from "./a-bot.js";
import { fixtureText } from "./fixture.js";
import type { Fault, StandInOptions } from "./stand-in.js";

async function aClient(options?: StandInOptions, tempo = HASTE) {
	const zalo = await aZalo(options);
	return { zalo, client: createZaloClient({ ...zalo, tempo }) };
}

const tempoFor = ({ kind }: Fault) => (kind === "silence" ? IMPATIENT : HASTE);

const failure = (call: Promise<unknown>): Promise<unknown> =>
	call.then(
		() => expect.fail("it succeeded"),
		(error: unknown) => error,
	);

describe("an answer", () => {
	it("is judged by its ok, not by HTTP's status", async () => {
		const { zalo, client } = await aClient();
		zalo.fail("getMe", { kind: "error", code: 400, http: 200 });
		expect(await failure(client.getMe())).toMatchObject({
			name: "ZaloRefusal",
			code: 400,
			method: "getMe",
		});
		zalo.fail("getMe", { kind: "body", http: 500, body: '{"ok":true}' });
		expect(await client.getMe()).toEqual({});
	});

	it("names its error in error_code, or in errorCode", async () => {
		const { zalo, client } = await aClient({ webhookCallsADay: 0 });
		expect(await failure(client.testWebhook())).toMatchObject({ code: 426 });
		zalo.fail("testWebhook", {
			kind: "body",
			body: fixtureText("reply-too-often"),
		});
		expect(await failure(client.testWebhook())).toMatchObject({ code: 426 });
	});

	it("may lack its result", async () => {
		const { zalo, client } = await aClient();
		for (const body of ['{"ok":true}', '{"ok":true,"result":null}']) {
			for (const method of [
				"getUpdates",
				"setWebhook",
				"testWebhook",
				"deleteWebhook",
				"getWebhookInfo",
				"sendMessage",
			] as const)
				zalo.fail(method, { kind: "body", body });
			expect(await client.getUpdates(1)).toEqual([]);
			expect(await client.setWebhook("https://x.vn", SECRET)).toEqual({});
			expect(await client.testWebhook()).toMatchObject({ ok: false });
			await client.deleteWebhook();
			expect(await client.getWebhookInfo()).toBeUndefined();
			await client.sendMessage("u1", "chào");
		}
	});

	it("may ask to wait, in the body or in a header", async () => {
		const { zalo, client } = await aClient();
		zalo.fail(
			"getMe",
			{ kind: "error", code: 429, retryAfter: 7 },
			{
				kind: "body",
				body: '{"ok":false,"error_code":429,"parameters":{"retry_after":9}}',
			},
			{ kind: "body", body: fixtureText("reply-quota") },
		);
		expect(await failure(client.getMe())).toMatchObject({ waitSeconds: 7 });
		expect(await failure(client.getMe())).toMatchObject({ waitSeconds: 9 });
		expect(await failure(client.getMe())).toMatchObject({
			code: 429,
			waitSeconds: undefined,
		});
	});
});

describe("no answer", () => {
	it.each<[string, Fault, "no" | "perhaps"]>([
		["a proxy's page, 502", { kind: "html", http: 502 }, "no"],
		["a proxy's page that says 200", { kind: "html", http: 200 }, "no"],
		["a proxy that waited in vain", { kind: "html", http: 504 }, "perhaps"],
		["half an answer", { kind: "body", body: '{"ok":tr' }, "perhaps"],
		["an empty answer", { kind: "body", body: "" }, "perhaps"],
		["a redirect", { kind: "body", http: 302, body: "" }, "no"],
		["a cut connection", { kind: "drop", done: false }, "perhaps"],
		["silence", { kind: "silence", done: false }, "perhaps"],
	])("%s: taken?", async (_, fault, taken) => {
		const { zalo, client } = await aClient({}, tempoFor(fault));
		zalo.fail("sendMessage", fault);
		expect(await failure(client.sendMessage("u1", "chào"))).toMatchObject({
			name: "ZaloSilence",
			taken,
		});
		expect(zalo.called("sendMessage")).toHaveLength(1);
	});

	it("from a refused connection means that nothing was sent", async () => {
		const { zalo, client } = await aClient();
		await zalo.stop();
		const error = await failure(client.sendMessage("u1", "chào"));
		expect(error).toBeInstanceOf(ZaloSilence);
		expect(error).toMatchObject({ taken: "no" });
	});
});

describe("getUpdates", () => {
	it("sends its timeout as a string, as the documents' table has it", async () => {
		const { zalo, client } = await aClient();
		await client.getUpdates(30);
		expect(zalo.called("getUpdates")).toMatchObject([
			{ parameters: { timeout: "30" } },
		]);
	});

	it("takes 408 for an empty poll, not for an error", async () => {
		const { zalo, client } = await aClient();
		expect(await client.getUpdates(1)).toEqual([]);
		zalo.fail("getUpdates", {
			kind: "body",
			body: fixtureText("reply-timeout"),
		});
		expect(await client.getUpdates(1)).toEqual([]);
	});

	it.each(["one", "array"] as const)("reads a result of %s", async (polled) => {
		const { zalo, client } = await aClient({ polled });
		await zalo.person("lan").types("chào");
		expect(await client.getUpdates(1)).toMatchObject([
			{ message: { text: "chào" } },
		]);
	});

	it("waits longer than the poll it asked for, and not for ever", async () => {
		const { zalo, client } = await aClient({}, IMPATIENT);
		zalo.fail("getUpdates", { kind: "silence", done: false });
		expect(await failure(client.getUpdates(0.05))).toMatchObject({
			why: "no answer in 150 ms", // 50 that were asked for, 100 of grace
		});
	});
});

describe("getWebhookInfo", () => {
	it("takes 404 for no webhook, not for a bad token", async () => {
		const { client } = await aClient();
		expect(await client.getWebhookInfo()).toBeUndefined();
	});
});

describe("the token", () => {
	it("is in no error, whatever answers in Zalo's place", async () => {
		const { zalo, client } = await aClient({}, IMPATIENT);
		const ways: readonly Fault[] = [
			{ kind: "html", http: 404 },
			{ kind: "body", http: 404, body: `no /bot${zalo.token}/getMe here` },
			{ kind: "error", code: 404, description: `/bot${zalo.token}/getMe?` },
			{ kind: "drop", done: false },
			{ kind: "silence", done: false },
		];
		zalo.fail("getMe", ...ways);
		const errors: unknown[] = [];
		for (const _ of ways) errors.push(await failure(client.getMe()));
		await zalo.stop();
		errors.push(await failure(client.getMe()));
		const nowhere = createZaloClient({
			token: zalo.token,
			apiRoot: "http://not an address",
			tempo: HASTE,
		});
		errors.push(await failure(nowhere.getMe()));
		for (const error of errors) {
			const { message, stack, cause } = error as Error;
			expect(cause).toBeUndefined();
			expect(`${message} ${stack} ${JSON.stringify(error)}`).not.toContain(
				"stand-in-secret",
			);
		}
	});

	it("that is wrong is refused with 401", async () => {
		const { zalo } = await aClient();
		const other = createZaloClient({ ...zalo, token: "1:x", tempo: HASTE });
		const error = await failure(other.getMe());
		expect(error).toBeInstanceOf(ZaloRefusal);
		expect(error).toMatchObject({ code: 401 });
	});
});
