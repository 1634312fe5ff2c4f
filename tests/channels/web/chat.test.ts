import { describe, expect, it } from "vitest";
import { form, openWeb, post } from "./open-web.js";

/** A browser without scripts: keeps the cookie, follows the redirect. */
function browser({ web }: ReturnType<typeof openWeb>) {
	let cookie = "";
	const visit = async () => {
		const response = await web.request("/", { headers: { cookie } });
		return response.text();
	};
	return {
		visit,
		get cookie() {
			return cookie;
		},
		async send(fields: Record<string, string>, path = "/") {
			const response = await web.request(path, form(fields, { cookie }));
			const set = response.headers.get("set-cookie");
			if (set) cookie = set.split(";")[0] ?? "";
			return response;
		},
		async says(text: string) {
			const response = await this.send({ text });
			expect(response.status).toBe(303);
			expect(response.headers.get("location")).toBe("/#moi");
			return visit();
		},
	};
}

describe("the chat page", () => {
	it("is one Vietnamese page with a labelled box, a log and a way past the header", async () => {
		const response = await openWeb().web.request("/");
		const page = await response.text();
		expect(response.headers.get("content-type")).toMatch(/^text\/html/);
		expect(page).toContain('<html lang="vi">');
		expect(page).toContain('role="log"');
		expect(page).toMatch(/<label for="tin"/);
		expect(page).toContain('href="#noi-dung"');
	});

	it("asks for nothing from elsewhere and runs nothing inline", async () => {
		const response = await openWeb().web.request("/");
		const page = await response.text();
		expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
		expect(page).not.toMatch(/<script(?![^>]* src=)| on\w+=|style=/);
		const policy = response.headers.get("content-security-policy");
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toContain("unsafe");
		expect(response.headers.get("x-content-type-options")).toBe("nosniff");
		expect(response.headers.get("referrer-policy")).toBe("same-origin");
		expect(response.headers.get("cache-control")).toBe("no-store");
	});

	it("sets no cookie on somebody who only looks", async () => {
		const response = await openWeb().web.request("/");
		expect(response.headers.get("set-cookie")).toBeNull();
	});

	it("keeps the conversation's id where no script and no other site can reach it", async () => {
		const plain = await openWeb().web.request("/", form({ text: "chào" }));
		expect(plain.headers.get("set-cookie")).toMatch(
			/=[\w-]{24}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
		);
		const { web } = openWeb({ publicUrl: "https://ban.example.vn" });
		const secure = await web.request("/", form({ text: "chào" }));
		expect(secure.headers.get("set-cookie")).toContain("Secure");
		expect(secure.headers.get("strict-transport-security")).not.toBeNull();
	});

	it("talks without any script, in one conversation", async () => {
		const opened = openWeb();
		const lan = browser(opened);
		await lan.says("mở công ty");
		const page = await lan.says("phí bao nhiêu");
		expect(page).toContain("Nghe: mở công ty");
		expect(page).toContain("Nghe: phí bao nhiêu");
		expect(new Set(opened.heard.map((m) => m.conversation)).size).toBe(1);
	});

	it("shows the newest choices as numbered buttons, the way out as 0, older ones no more", async () => {
		const lan = browser(openWeb());
		await lan.says("một");
		const page = await lan.says("hai");
		expect(page.match(/class="choices"/g)).toHaveLength(1);
		expect(page).toMatch(/value="ask:2\.001583:fee".*1\..*Lệ phí/);
		expect(page).toMatch(/value="step:a:0".*0\..*Quay lại/);
	});

	it("shows a tapped choice in its words", async () => {
		const opened = openWeb();
		const lan = browser(opened);
		await lan.says("một");
		const page = await lan.says("ask:2.001583:fee");
		expect(opened.heard.at(-1)?.text).toBe("ask:2.001583:fee");
		expect(page).toContain('<p dir="auto">Lệ phí</p>');
	});

	it("shows a question brought from a procedure's page in its words", async () => {
		const lan = browser(openWeb());
		const page = await lan.says("book:2.001583");
		expect(page).toContain("Đặt lịch: Thành lập công ty TNHH một thành viên");
	});

	it.each([
		"<script>alert(1)</script>",
		'"><img src=x onerror=alert(1)>',
		"&lt;b&gt; 'x'",
		"\u202eđảo\u0000 chữ \ud83d",
	])("shows %j as text", async (text) => {
		const page = await browser(openWeb()).says(text);
		expect(page).not.toMatch(/<script>|<img|<b>/);
		expect(page).toContain("Nghe: ");
	});

	it("makes addresses in a reply links, and only those", async () => {
		const { web } = openWeb({
			converse: async () => [
				{
					text: 'Nộp tại https://dichvucong.gov.vn. Không: javascript:x "<a>"',
				},
			],
		});
		const page = await browser({ web, heard: [], logged: [] }).says(
			"nộp ở đâu",
		);
		expect(page).toContain(
			'<a href="https://dichvucong.gov.vn" rel="noopener noreferrer">https://dichvucong.gov.vn</a>.',
		);
		expect(page).not.toContain('href="javascript:');
	});

	it("shows paragraphs, lists and what a list is about", async () => {
		const { web } = openWeb({
			converse: async () => [
				{
					text: "Thành lập công ty — giấy tờ\n• Điều lệ\n• <b>\n\nCăn cứ: Luật.",
				},
			],
		});
		const page = await browser({ web, heard: [], logged: [] }).says("giấy tờ");
		expect(page).toContain(
			"<p><strong>Thành lập công ty — giấy tờ</strong></p><ul><li>Điều lệ</li><li>&lt;b&gt;</li></ul><p>Căn cứ: Luật.</p>",
		);
	});

	it("links the calendar file after a booking", async () => {
		const { web } = openWeb({
			converse: async () => [
				{
					text: "Đã đặt.",
					booking: {
						code: "T7-K4M9XQ",
						desk: "thu-bay",
						day: "2026-11-28",
						time: "08:30",
						status: "booked",
					},
				},
			],
		});
		const page = await browser({ web, heard: [], logged: [] }).says("đồng ý");
		expect(page).toContain('href="/lich-hen/T7-K4M9XQ.ics"');
	});

	it("takes the same form sent twice as one message, also the very first", async () => {
		const opened = openWeb();
		const lan = browser(opened);
		const turn = /name="turn" value="([\w-]+)"/.exec(await lan.visit())?.[1];
		const fields = { text: "đồng ý", turn: turn ?? "" };
		const [one, two] = await Promise.all([
			opened.web.request("/", form(fields)),
			opened.web.request("/", form(fields)),
		]);
		expect(opened.heard).toHaveLength(1);
		expect(two.headers.get("set-cookie")).toBe(one.headers.get("set-cookie"));
	});

	it("takes another message from the same page as another message", async () => {
		const opened = openWeb();
		const lan = browser(opened);
		await lan.send({ text: "một", turn: "abc" });
		await lan.send({ text: "hai", turn: "abc" });
		expect(opened.heard.map(({ text }) => text)).toEqual(["một", "hai"]);
	});

	it("answers its script with the new lines alone and the next turn", async () => {
		const { web } = openWeb();
		const response = await web.request(
			"/",
			form({ text: "chào" }, { "x-fragment": "1" }),
		);
		const piece = await response.text();
		expect(response.status).toBe(200);
		expect(piece).not.toContain("<html");
		expect(piece).toContain('id="moi"');
		expect(piece).toContain("Nghe: chào");
		expect(piece).toContain(response.headers.get("x-turn"));
	});

	it.each([
		[{ "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
		[{ "sec-fetch-site": "" }],
		[{ "sec-fetch-site": "", origin: "null" }],
	])("refuses a form from elsewhere (%j)", async (headers) => {
		const opened = openWeb();
		const response = await opened.web.request(
			"/",
			form({ text: "hủy lịch" }, headers),
		);
		expect(response.status).toBe(403);
		expect(await response.text()).toContain('<html lang="vi">');
		expect(opened.heard).toEqual([]);
	});

	it("takes a form by its origin where a browser says no more than that", async () => {
		const { web } = openWeb({ publicUrl: "https://ban.example.vn" });
		const origin = "https://ban.example.vn";
		const response = await web.request(
			"/",
			form({ text: "chào" }, { "sec-fetch-site": "", origin }),
		);
		expect(response.status).toBe(303);
	});

	it.each([
		["", 400, "chưa có chữ nào"],
		["ệ".repeat(2_001), 413, "2.000"],
	])("tells a person what is wrong with %j", async (text, status, words) => {
		const { web } = openWeb();
		const page = await web.request("/", form({ text }));
		const piece = await web.request("/", form({ text }, { "x-fragment": "1" }));
		expect([page.status, piece.status]).toEqual([status, status]);
		expect(await page.text()).toContain(words);
		expect(await piece.text()).toMatch(new RegExp(`^[^<]*${words}[^<]*$`));
	});

	it("survives rubbish where a form should be", async () => {
		const { web } = openWeb();
		const response = await web.request("/", {
			...form({}),
			headers: {
				"content-type": "multipart/form-data; boundary=x",
				"sec-fetch-site": "same-origin",
			},
			body: "--nothing of the kind",
		});
		expect(response.status).toBe(400);
	});

	it("tells how long to wait when there are too many messages", async () => {
		const lan = browser(openWeb());
		for (let i = 0; i < 31; i++) await lan.send({ text: `${i}` });
		const response = await lan.send({ text: "nữa" });
		expect(response.status).toBe(429);
		expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
		expect(await response.text()).toMatch(/đợi \d+ giây/);
	});
});

describe("what the page shows of the past", () => {
	it("is there after a reload", async () => {
		const lan = browser(openWeb());
		await lan.says("chào");
		expect(await lan.visit()).toContain("Nghe: chào");
	});

	it("is honest after a restart: the conversation goes on, its lines are gone", async () => {
		const lan = browser(openWeb());
		await lan.says("tôi là Lan");
		const { web } = openWeb({ knows: async () => true });
		const response = await web.request("/", {
			headers: { cookie: lan.cookie },
		});
		const page = await response.text();
		expect(page).toContain("đang nói chuyện dở");
		expect(page).not.toContain("Lan");
	});

	it("ends an hour after the last message", async () => {
		let now = new Date("2026-11-24T02:00:00Z");
		const lan = browser(openWeb({ clock: () => now }));
		await lan.says("tôi là Lan");
		now = new Date("2026-11-24T03:00:01Z");
		expect(await lan.visit()).not.toContain("Lan");
	});

	it("ends when the person ends it, and the id with it", async () => {
		const opened = openWeb();
		const lan = browser(opened);
		await lan.says("tôi là Lan");
		const before = lan.cookie;
		await lan.send({}, "/ket-thuc");
		expect(await lan.visit()).not.toContain("Lan");
		const { web } = opened;
		const old = await web.request("/", { headers: { cookie: before } });
		expect(await old.text()).not.toContain("Lan");
	});

	it("ends when the person has their data deleted", async () => {
		let known = true;
		const lan = browser(openWeb({ knows: async () => known }));
		await lan.says("tôi là Lan");
		known = false;
		expect(await lan.says("xóa dữ liệu của tôi")).not.toContain("tôi là Lan");
	});

	it("is not what a program said over the API", async () => {
		const { web } = openWeb();
		const { conversation } = await (
			await web.request("/api/chat", post({ text: "tôi là Lan" }))
		).json();
		const cookie = `cuoc-tro-chuyen=${conversation}`;
		const page = await web.request("/", { headers: { cookie } });
		expect(await page.text()).not.toContain("Lan");
	});
});
