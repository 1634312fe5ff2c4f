import { describe, expect, it } from "vitest";
import { knowledge, openWeb, post } from "./open-web.js";

describe("GET /healthz", () => {
	it("is ok while questions can be answered and the store can be written", async () => {
		const response = await openWeb().web.request("/healthz");
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({
			status: "ok",
			entries: knowledge.procedures.size,
		});
	});

	it("is 503 while the store cannot be written", async () => {
		const { web } = openWeb({ writable: async () => false });
		const response = await web.request("/healthz");
		expect(response.status).toBe(503);
		expect((await response.json()).status).not.toBe("ok");
	});

	it("is 503 once the bot is stopping, and nothing new is taken", async () => {
		const { web, heard } = openWeb();
		web.close();
		const health = await web.request("/healthz");
		const chat = await web.request("/api/chat", post({ text: "chào" }));
		expect([health.status, chat.status]).toEqual([503, 503]);
		expect(chat.headers.get("retry-after")).toMatch(/^\d+$/);
		expect(heard).toEqual([]);
	});
});

describe("what lies in assets", () => {
	it("may be kept for good under the address the page gives, and is looked at again otherwise", async () => {
		const { web } = openWeb();
		const page = await (await web.request("/")).text();
		const address = /"(\/assets\/style\.css\?v=[\w-]+)"/.exec(page)?.[1] ?? "";
		const kept = await web.request(address);
		const old = await web.request("/assets/style.css?v=old");
		expect(kept.headers.get("cache-control")).toContain("immutable");
		expect(kept.headers.get("content-type")).toContain("text/css");
		expect(old.headers.get("cache-control")).toBe("no-cache");
	});

	it("is these files and no other", async () => {
		const { web } = openWeb();
		const response = await web.request("/assets/..%2findex.ts");
		expect(response.status).toBe(404);
	});
});
