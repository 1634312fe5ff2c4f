import { beforeEach, describe, expect, it } from "vitest";
import { type OpenedDesk, openDesk } from "./open-desk.js";

const ADMIN = { role: "administrator", desk: null } as const;
const VOLUNTEER = { role: "volunteer", desk: "a" } as const;
const COOKIE = "ban-truc";

let desk: OpenedDesk;
beforeEach(() => {
	desk = openDesk();
});

const firstLink = async () => `/vao/${await desk.people.door.openFirst()}`;
const members = async () => (await desk.stores.team.read()).members;

describe("the first administrator", () => {
	it("comes in by the printed link, once, and is called as they said", async () => {
		const link = await firstLink();
		const minh = desk.browser();
		expect(await minh.reads(link)).toContain("Quản trị viên đầu tiên");
		const sent = await minh.sends(link, { name: "anh Minh" });
		expect(sent.headers.get("location")).toBe("/ban");
		expect(await minh.reads("/quan-tri")).toContain("Chào anh Minh");
		expect(await members()).toMatchObject([{ name: "anh Minh", ...ADMIN }]);

		const other = desk.browser();
		expect((await other.sends(link, { name: "Kẻ lạ" })).status).toBe(404);
		expect(await members()).toHaveLength(1);
	});

	it("is one, when two open the link at the same time", async () => {
		const link = await firstLink();
		const sent = await Promise.all(
			["anh Minh", "chị Lan", "anh Hải"].map((name) =>
				desk.browser().sends(link, { name }),
			),
		);
		expect(sent.map(({ status }) => status).sort()).toEqual([303, 404, 404]);
		expect(await members()).toHaveLength(1);
	});

	it("is not lost to a preview or a prefetching browser", async () => {
		const link = await firstLink();
		for (let i = 0; i < 5; i++) await desk.browser().opens(link);
		await desk.web.request(link, { method: "HEAD" });
		const sent = await desk.browser().sends(link, { name: "anh Minh" });
		expect(sent.status).toBe(303);
	});

	it("has a new link after the next start, and the old one is void", async () => {
		const old = await firstLink();
		const link = await firstLink();
		expect((await desk.browser().opens(old)).status).toBe(404);
		expect((await desk.browser().opens(link)).status).toBe(200);
	});

	it("is not made when there is an administrator", async () => {
		const link = await firstLink();
		await desk.member(ADMIN);
		expect(await desk.people.door.openFirst()).toBeUndefined();
		expect((await desk.browser().sends(link, { name: "x" })).status).toBe(404);
	});

	it.each(["", "   ", "12", "<b>x</b>", "a".repeat(61), "Minh 0912345678"])(
		"is asked again when %j is given as a name",
		async (name) => {
			const link = await firstLink();
			const sent = await desk.browser().sends(link, { name });
			expect(sent.status).toBe(400);
			expect(await sent.text()).toContain("Tên chưa đọc được");
			expect(await members()).toEqual([]);
		},
	);
});

describe("a key", () => {
	const key = async (post: typeof ADMIN | typeof VOLUNTEER = VOLUNTEER) =>
		desk.people.door.giveKey((await desk.member(post, "chị Lan")).id);

	it("signs in by its link, with one button and no password", async () => {
		const { link } = await key();
		const lan = desk.browser();
		expect(await lan.reads(`/vao/${link}`)).toContain("Chào chị Lan");
		await lan.sends(`/vao/${link}`, {});
		expect(await lan.reads("/ban")).toContain(
			"Chào chị Lan. Anh/chị là tình nguyện viên, Bàn A.",
		);
		expect((await desk.browser().sends(`/vao/${link}`, {})).status).toBe(404);
	});

	it.each([
		(code: string) => code,
		(code: string) => code.toLowerCase(),
		(code: string) => code.replaceAll("-", ""),
		(code: string) => ` ${code.replaceAll("-", " ")} `,
	])("signs in by its code, however it is typed (%#)", async (typed) => {
		const { code } = await key();
		const lan = desk.browser();
		const sent = await lan.sends("/vao", {
			code: typed(code),
			next: "/ban/tai-khoan",
		});
		expect(sent.headers.get("location")).toBe("/ban/tai-khoan");
		expect((await desk.browser().sends("/vao", { code })).status).toBe(400);
	});

	it("opens nothing after ten minutes", async () => {
		const { link, code } = await key();
		desk.passes(10 / 60);
		expect((await desk.browser().sends(`/vao/${link}`, {})).status).toBe(404);
		expect((await desk.browser().sends("/vao", { code })).status).toBe(400);
	});

	it("gives way to a newer one", async () => {
		const { id } = await desk.member(VOLUNTEER);
		const old = await desk.people.door.giveKey(id);
		await desk.people.door.giveKey(id);
		expect((await desk.browser().opens(`/vao/${old.link}`)).status).toBe(404);
	});
});

describe("signing in", () => {
	it("gives a new cookie each time, and takes none that was brought along (fixation)", async () => {
		const lan = await desk.member(VOLUNTEER);
		const planted = "A".repeat(43);
		const browser = desk.browser();
		browser.cookies.set(COOKIE, planted);
		const enter = async () => {
			const { link } = await desk.people.door.giveKey(lan.id);
			await browser.sends(`/vao/${link}`, {});
			return browser.cookies.get(COOKIE) ?? "";
		};
		const first = await enter();
		const second = await enter();
		expect(new Set([planted, first, second]).size).toBe(3);

		for (const old of [planted, first]) {
			const thief = desk.browser();
			thief.cookies.set(COOKIE, old);
			expect((await thief.opens("/ban")).status).toBe(303);
		}
		expect((await browser.opens("/ban")).status).toBe(200);
	});

	it("keeps the cookie from scripts and other sites, and ties it to the host over https", async () => {
		const plain = await signInHeader(desk);
		expect(plain).toMatch(
			/^ban-truc=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
		);
		const https = openDesk({ publicUrl: "https://ban.example.vn" });
		expect(await signInHeader(https)).toMatch(
			/^__Host-ban-truc=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
		);
	});

	async function signInHeader(opened: OpenedDesk) {
		const { link } = await opened.people.door.giveKey(
			(await opened.member(VOLUNTEER)).id,
		);
		const sent = await opened.browser().sends(`/vao/${link}`, {});
		return sent.headers.get("set-cookie");
	}

	it.each([
		["/ban", "/ban"],
		["/ban/tai-khoan?x=1", "/ban/tai-khoan?x=1"],
		["/quan-tri/nhat-ky", "/quan-tri/nhat-ky"],
		["https://evil.example/ban", "/ban"],
		["//evil.example/ban", "/ban"],
		["/\\evil.example/ban", "/ban"],
		["/ban/../thu-tuc", "/ban"],
		["/banner", "/ban"],
		["/vao", "/ban"],
		["javascript:alert(1)", "/ban"],
		["\thttps://evil.example", "/ban"],
		["/ban%0d%0aX: y", "/ban"],
		["", "/ban"],
	])("goes on to %j as %s and nowhere else", async (next, to) => {
		const { code } = await desk.people.door.giveKey(
			(await desk.member(VOLUNTEER)).id,
		);
		const sent = await desk.browser().sends("/vao", { code, next });
		expect(sent.headers.get("location")).toBe(to);
	});

	it("leads back to the page that asked for it", async () => {
		const response = await desk.browser().opens("/ban/tai-khoan?x=1");
		expect(response.headers.get("location")).toBe(
			"/vao?next=%2Fban%2Ftai-khoan%3Fx%3D1",
		);
		const page = await desk.browser().reads("/ban/tai-khoan?x=1");
		expect(page).toContain('value="/ban/tai-khoan?x=1"');
	});

	it.each([
		{ "sec-fetch-site": "cross-site", origin: "https://evil.example" },
		{ "sec-fetch-site": "" },
		{ "sec-fetch-site": "", origin: "null" },
	])(
		"is not done by a form of another site, nor is anything else (%j)",
		async (headers) => {
			const { code } = await desk.people.door.giveKey(
				(await desk.member(VOLUNTEER)).id,
			);
			const foreign = await desk.browser().sends("/vao", { code }, headers);
			expect(foreign.status).toBe(403);
			const minh = await desk.signedIn(ADMIN);
			const invite = await minh.sends(
				"/quan-tri/nhom-lam-viec/moi",
				{ role: "administrator", desk: "*" },
				headers,
			);
			expect(invite.status).toBe(403);
			expect(await desk.people.crew.invitations()).toEqual([]);
		},
	);
});

describe("a sign-in", () => {
	it("ends after 12 hours without use, and goes on with it", async () => {
		const lan = await desk.signedIn(VOLUNTEER);
		for (let i = 0; i < 3; i++) {
			desk.passes(11);
			expect((await lan.opens("/ban")).status).toBe(200);
		}
		desk.passes(12);
		expect((await lan.opens("/ban")).status).toBe(303);
		expect(lan.cookies.size).toBe(0);
	});

	it("ends after 30 days however much it is used, and leaves the file", async () => {
		const lan = await desk.signedIn(VOLUNTEER);
		for (let hours = 0; hours < 30 * 24; hours += 10) {
			expect((await lan.opens("/ban")).status).toBe(200);
			desk.passes(10);
		}
		expect((await lan.opens("/ban")).status).toBe(303);
		await desk.people.crew.sweep();
		expect((await desk.stores.team.read()).signIns).toEqual([]);
	});

	it("ends when its member signs out, there alone", async () => {
		const lan = await desk.signedIn(VOLUNTEER);
		const cookie = lan.cookies.get(COOKIE) ?? "";
		const other = desk.browser();
		const { link } = await desk.people.door.giveKey(lan.member.id);
		await other.sends(`/vao/${link}`, {});
		const out = await lan.sends("/ban/dang-xuat", {});
		expect(out.headers.get("location")).toBe("/vao");
		const thief = desk.browser();
		thief.cookies.set(COOKIE, cookie);
		expect((await thief.opens("/ban")).status).toBe(303);
		expect((await other.opens("/ban")).status).toBe(200);
	});

	it("ends everywhere in one step, and an open key with it", async () => {
		const lan = await desk.signedIn(VOLUNTEER);
		const other = desk.browser();
		await other.sends(
			`/vao/${(await desk.people.door.giveKey(lan.member.id)).link}`,
			{},
		);
		const key = await desk.people.door.giveKey(lan.member.id);
		await lan.sends("/ban/dang-xuat-moi-noi", {});
		expect((await other.opens("/ban")).status).toBe(303);
		expect((await desk.browser().opens(`/vao/${key.link}`)).status).toBe(404);
	});

	it("ends with the membership", async () => {
		const minh = await desk.signedIn(ADMIN);
		const lan = await desk.signedIn(VOLUNTEER, "chị Lan");
		await minh.sends(`/quan-tri/nhom-lam-viec/${lan.member.id}/moi-ra`, {
			sure: "co",
		});
		expect((await lan.opens("/ban")).status).toBe(303);
		expect(JSON.stringify(await desk.stores.team.read())).not.toContain("Lan");
	});

	it("is not the citizen's conversation, and neither opens the other", async () => {
		const lan = await desk.signedIn(VOLUNTEER);
		await lan.sends("/", { text: "chào" });
		expect(lan.cookies.size).toBe(2);
		const chat = lan.cookies.get("cuoc-tro-chuyen") ?? "";
		const thief = desk.browser();
		thief.cookies.set(COOKIE, chat);
		expect((await thief.opens("/ban")).status).toBe(303);
	});
});

describe("what is written about it", () => {
	it("holds no secret, no name and no cookie, in the log or in the store", async () => {
		const link = await firstLink();
		const minh = desk.browser();
		await minh.sends(link, { name: "anh Minh" });
		const [member] = await members();
		const key = await desk.people.door.giveKey(member?.id ?? "");
		await minh.opens(`/vao/${key.link}`);
		await minh.sends("/vao", { code: key.code });
		const secrets = [
			link.slice(5),
			key.link,
			key.code,
			key.code.replaceAll("-", ""),
			minh.cookies.get(COOKIE) ?? "?",
		];
		const kept = JSON.stringify(await desk.stores.team.read());
		for (const secret of secrets) {
			expect(desk.logged.join("\n")).not.toContain(secret);
			expect(kept).not.toContain(secret);
		}
		expect(desk.logged.join("\n")).not.toContain("Minh");
		expect(JSON.stringify(await desk.stores.audit.list("2026-11"))).not.toMatch(
			/Minh|vao/,
		);
	});
});
