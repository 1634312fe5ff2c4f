import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { listen } from "../../../src/channels/web/listen.js";
import { openWeb } from "./open-web.js";

const host = "127.0.0.1";

describe("the port", () => {
	it("is the one given, or a free one for 0", async () => {
		const first = await listen(openWeb().web, { host, port: 0 });
		const port = Number(new URL(first.url).port);
		await expect(listen(openWeb().web, { host, port })).rejects.toMatchObject({
			code: "EADDRINUSE",
		});
		await first.stop(0);
	});

	it("is shown as this machine reaches it", async () => {
		const everywhere = await listen(openWeb().web, { host: "::", port: 0 });
		expect(everywhere.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect((await fetch(`${everywhere.url}/healthz`)).status).toBe(200);
		await everywhere.stop(0);
	});

	it("answers a body far too large instead of cutting the line", async () => {
		const open = await listen(openWeb().web, { host, port: 0 });
		const response = await fetch(`${open.url}/api/chat`, {
			method: "POST",
			body: JSON.stringify({ text: "x".repeat(10_000_000) }),
		});
		expect(response.status).toBe(413);
		expect(await response.json()).toEqual({ error: expect.any(String) });
		await open.stop(0);
	});

	it("does not wait for ever for somebody who never finishes", async () => {
		const open = await listen(openWeb().web, { host, port: 0 });
		const socket = connect(Number(new URL(open.url).port), host);
		const cut = new Promise((resolve) => socket.on("close", resolve));
		socket.resume();
		socket.on("error", () => {});
		socket.write(
			"POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{",
		);
		await new Promise((resolve) => socket.once("connect", resolve));
		await open.stop(50);
		await cut;
	});
});
