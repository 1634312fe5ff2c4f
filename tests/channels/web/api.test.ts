import { describe, expect, it } from "vitest";
import { CHOICES, from, openWeb, post } from "./open-web.js";

const say = async (
	{ web }: ReturnType<typeof openWeb>,
	body: unknown,
	env?: object,
) => {
	const response = await web.request("/api/chat", post(body), env);
	return { response, json: await response.json() };
};

describe("POST /api/chat", () => {
	it("begins a conversation under an id that cannot be guessed", async () => {
		const opened = openWeb();
		const { response, json } = await say(opened, { text: "xin chào" });
		expect(response.status).toBe(200);
		expect(json.conversation).toMatch(/^[\w-]{24}$/);
		expect(json.replies).toEqual([
			{ text: "Nghe: xin chào", choices: CHOICES },
		]);
		expect(opened.heard).toEqual([
			{ conversation: `web:${json.conversation}`, text: "xin chào" },
		]);
	});

	it("goes on in the conversation that it gave out", async () => {
		const opened = openWeb();
		const first = await say(opened, { text: "một" });
		const { conversation } = first.json;
		const second = await say(opened, { conversation, text: "hai" });
		expect(second.json.conversation).toBe(conversation);
	});

	it.each(["made-up", "x".repeat(24), "", "../../etc/passwd", "web:1"])(
		"begins a new one for an id it did not give out (%j)",
		async (conversation) => {
			const { json } = await say(openWeb(), { conversation, text: "một" });
			expect(json.conversation).toMatch(/^[\w-]{24}$/);
			expect(json.conversation).not.toBe(conversation);
		},
	);

	it.each([
		["{", "broken JSON"],
		["", "nothing"],
		["[]", "a list"],
		['"xin chào"', "a string"],
		["null", "null"],
		["{}", "no text"],
		['{"text": 5}', "text that is a number"],
		['{"text": ""}', "an empty text"],
		['{"text": " \\n\\u0000 "}', "a text without a letter"],
		['{"text": "a", "conversation": 7}', "an id that is a number"],
		["\u0000\u0001\uFFFE", "rubbish"],
	])("answers %j with 400 and the reason (%s)", async (body) => {
		const opened = openWeb();
		const { response, json } = await say(opened, body);
		expect(response.status).toBe(400);
		expect(json).toEqual({ error: expect.stringMatching(/./) });
		expect(opened.heard).toEqual([]);
	});

	it("takes 2,000 characters and refuses 2,001", async () => {
		const opened = openWeb();
		const most = await say(opened, { text: "ệ".repeat(2_000) });
		const more = await say(opened, { text: "ệ".repeat(2_001) });
		expect(most.response.status).toBe(200);
		expect(more.response.status).toBe(413);
		expect(more.json.error).toContain("2.000");
	});

	it("counts characters as a reader does: an emoji is one, a composed letter is one", async () => {
		const opened = openWeb();
		const emoji = await say(opened, { text: "👪".repeat(2_000) });
		const decomposed = await say(opened, {
			text: "ệ".normalize("NFD").repeat(2_000),
		});
		expect(emoji.response.status).toBe(200);
		expect(decomposed.response.status).toBe(200);
	});

	it("refuses a body over 64 KiB, declared or not, with 413", async () => {
		const { web, heard } = openWeb();
		const body = JSON.stringify({ text: "a", filler: "x".repeat(70_000) });
		const declared = await web.request(
			"/api/chat",
			post(body, { "content-length": String(body.length) }),
		);
		const streamed = await web.request("/api/chat", post(body));
		expect([declared.status, streamed.status]).toEqual([413, 413]);
		expect(await streamed.json()).toEqual({ error: expect.any(String) });
		expect(heard).toEqual([]);
	});

	it.each([
		["xin\u0000 ch\u001bào\u0007", "xin  ch ào", "control characters"],
		["a\ud800b", "a\ufffdb", "half a character"],
		["\u202egnuhc", "\u202egnuhc", "right to left"],
		["مرحبا 👋🏽", "مرحبا 👋🏽", "another script, an emoji with its tone"],
		["dòng 1\r\ndòng 2", "dòng 1\ndòng 2", "lines"],
		["tiếng".normalize("NFD"), "tiếng", "letters in pieces"],
		["<script>alert(1)</script>", "<script>alert(1)</script>", "markup"],
	])("hands on %j as %j (%s)", async (text, handed) => {
		const opened = openWeb();
		const { response } = await say(opened, { text });
		expect(response.status).toBe(200);
		expect(opened.heard[0]?.text).toBe(handed);
	});

	it("knows no other method there", async () => {
		const response = await openWeb().web.request("/api/chat");
		expect(response.status).toBe(404);
		expect(await response.json()).toEqual({ error: expect.any(String) });
	});

	it("says so in one sentence when the conversation fails, and logs why", async () => {
		const { web, logged } = openWeb({
			converse: () => Promise.reject(new Error("no room for chị Hoa")),
		});
		const response = await web.request("/api/chat", post({ text: "một" }));
		expect(response.status).toBe(500);
		expect(await response.text()).not.toContain("Hoa");
		expect(logged.join()).toContain("request failed");
	});
});

describe("too many messages", () => {
	it("stops a burst from one conversation and says when to come back", async () => {
		const opened = openWeb();
		const { conversation } = (await say(opened, { text: "một" })).json;
		const answers = await Promise.all(
			Array.from({ length: 50 }, () =>
				say(opened, { conversation, text: "nữa" }),
			),
		);
		const statuses = answers.map(({ response }) => response.status);
		expect(statuses.filter((status) => status === 200)).toHaveLength(30);
		const refused = answers.find(({ response }) => response.status === 429);
		expect(
			Number(refused?.response.headers.get("retry-after")),
		).toBeGreaterThan(0);
		expect(refused?.json.error).toMatch(/đợi \d+ giây/);
	});

	it("stops one address that begins conversation after conversation, and nobody else", async () => {
		const opened = openWeb();
		for (let i = 0; i < 240; i++) {
			await say(opened, { text: "một" }, from("203.0.113.7"));
		}
		const more = await say(opened, { text: "một" }, from("203.0.113.7"));
		const other = await say(opened, { text: "một" }, from("203.0.113.8"));
		expect([more.response.status, other.response.status]).toEqual([429, 200]);
	});

	it("counts an IPv6 household as one", async () => {
		const opened = openWeb();
		for (let i = 0; i < 240; i++) {
			await say(opened, { text: "một" }, from(`2001:db8::${i.toString(16)}`));
		}
		const same = await say(opened, { text: "a" }, from("2001:db8:0:0:9::1"));
		const next = await say(opened, { text: "a" }, from("2001:db8:0:1::1"));
		expect([same.response.status, next.response.status]).toEqual([429, 200]);
	});

	it("believes a proxy's word about the address only behind one", async () => {
		const through = (client: string) =>
			post({ text: "a" }, { "x-forwarded-for": `1.2.3.4, ${client}` });
		const statuses = async (publicUrl?: string) => {
			const { web } = openWeb({ publicUrl });
			let last = 0;
			for (let i = 0; i < 241; i++) {
				const client = `203.0.113.${i}`;
				const env = from("127.0.0.1");
				last = (await web.request("/api/chat", through(client), env)).status;
			}
			return last;
		};
		expect(await statuses("https://ban.example.vn")).toBe(200);
		expect(await statuses()).toBe(429);
	});

	it("lets everything through when the limits are lifted", async () => {
		const opened = openWeb({ rateLimit: false });
		const { conversation } = (await say(opened, { text: "một" })).json;
		const answers = await Promise.all(
			Array.from({ length: 300 }, () =>
				say(opened, { conversation, text: "nữa" }),
			),
		);
		expect(answers.every(({ response }) => response.status === 200)).toBe(true);
	});
});
