import { describe, expect, it } from "vitest";
import type { Channel } from "../../../src/channels/channel.js";
import { openWeb } from "./open-web.js";

/** A channel that lets in what carries its secret, and looks at no other body. */
function openWebhook(outcome: 200 | 503 = 200) {
	const bodies: string[] = [];
	const channel = {
		name: "telegram",
		webhook: async (headers: Headers, body: Uint8Array) => {
			if (headers.get("x-secret") !== "bi-mat") return 401;
			bodies.push(new TextDecoder().decode(body));
			return outcome;
		},
	} as unknown as Channel;
	const polling = { name: "zalo" } as unknown as Channel;
	const { web } = openWeb({ channels: [channel, polling] });
	const post = async (
		body: string,
		headers: Record<string, string> = {},
		path = "/webhooks/telegram",
	) => (await web.request(path, { method: "POST", body, headers })).status;
	return { web, post, bodies };
}

const secret = { "x-secret": "bi-mat" };

describe("what a platform posts", () => {
	it("is handed to its channel as it came", async () => {
		const { post, bodies } = openWebhook();
		expect(await post('{"text":"Đặt lịch"}', secret)).toBe(200);
		expect(await post("không phải JSON", secret)).toBe(200);
		expect(bodies).toEqual(['{"text":"Đặt lịch"}', "không phải JSON"]);
	});

	it("is asked for again when it could not be stored", async () => {
		expect(await openWebhook(503).post("{}", secret)).toBe(503);
	});

	it("without the secret is refused", async () => {
		const { post, bodies } = openWebhook();
		for (const headers of [{}, { "x-secret": "bi-ma" }, { "x-secret": "" }])
			expect(await post("{}", headers)).toBe(401);
		expect(bodies).toEqual([]);
	});

	it("is refused when it is larger than any update, signed or not", async () => {
		const { post, bodies } = openWebhook();
		const huge = "x".repeat(256 * 1024 + 1);
		expect(await post(huge, secret)).toBe(413);
		expect(await post(huge)).toBe(413);
		expect(bodies).toEqual([]);
	});

	it("finds no door at a channel that polls, and none without a channel", async () => {
		const { post, web } = openWebhook();
		expect(await post("{}", secret, "/webhooks/zalo")).toBe(404);
		expect(await post("{}", secret, "/webhooks/viber")).toBe(404);
		expect((await web.request("/webhooks/telegram")).status).toBe(404);
	});

	it("is not taken any more while the program stops", async () => {
		const { post, web, bodies } = openWebhook();
		web.close();
		expect(await post("{}", secret)).toBe(503);
		expect(bodies).toEqual([]);
	});
});
