import { beforeEach, describe, expect, it } from "vitest";
import type { Member } from "../../src/people/roles.js";
import { type Browser, type OpenedDesk, openDesk } from "./open-desk.js";

const ADMIN = { role: "administrator", desk: null } as const;
const ADMIN_A = { role: "administrator", desk: "a" } as const;
const VOLUNTEER_A = { role: "volunteer", desk: "a" } as const;
const VOLUNTEER_B = { role: "volunteer", desk: "b" } as const;
const TEAM = "/quan-tri/nhom-lam-viec";

let desk: OpenedDesk;
beforeEach(() => {
	desk = openDesk();
});

const team = () => desk.stores.team.read();
const memberNow = async ({ id }: Member) =>
	(await team()).members.find((one) => one.id === id);

/** The link that the page shows after an invitation was made. */
async function invites(
	minh: Browser,
	post: { role: string; desk: string },
): Promise<{ link: string; code: string; page: string }> {
	const sent = await minh.sends(`${TEAM}/moi`, post);
	const page = await minh.reads(sent.headers.get("location") ?? "");
	const link = /\/vao\/[\w-]{43}/.exec(page)?.[0] ?? "no link";
	const code = /\/vao ([\w-]{14})/.exec(page)?.[1] ?? "no code";
	return { link, code, page };
}

describe("inviting on the web", () => {
	it("shows a link and a code, whose user becomes what they were invited as", async () => {
		const minh = await desk.signedIn(ADMIN);
		const { link, page } = await invites(minh, {
			role: "volunteer",
			desk: "a",
		});
		expect(page).toContain("tình nguyện viên, Bàn A");
		expect(page).toContain("09:00 ngày 30/11/2026".replace("09", "08"));
		const lan = desk.browser();
		expect(await lan.reads(link)).toContain(
			"Anh/chị được mời làm tình nguyện viên, Bàn A.",
		);
		await lan.sends(link, { name: "chị Lan" });
		expect(await lan.reads("/ban")).toContain("Chào chị Lan");
		expect((await team()).members.at(-1)).toMatchObject(VOLUNTEER_A);
		expect(await minh.reads(TEAM)).toContain("chị Lan");
	});

	it("works by code on the web too: then the name is asked for", async () => {
		const minh = await desk.signedIn(ADMIN);
		const { code } = await invites(minh, { role: "volunteer", desk: "a" });
		const lan = desk.browser();
		const asked = await lan.sends("/vao", { code, next: "/ban/tai-khoan" });
		expect(await asked.text()).toContain("Tên để gọi");
		const sent = await lan.sends("/vao", {
			code,
			name: "chị Lan",
			next: "/ban/tai-khoan",
		});
		expect(sent.headers.get("location")).toBe("/ban/tai-khoan");
	});

	it("makes one member of ten who use it at once, by link and by code", async () => {
		const minh = await desk.signedIn(ADMIN);
		const { link, code } = await invites(minh, {
			role: "volunteer",
			desk: "a",
		});
		const sent = await Promise.all(
			Array.from({ length: 10 }, (_, i) =>
				i % 2
					? desk.browser().sends(link, { name: `người ${i}` })
					: desk.browser().sends("/vao", { code, name: `người ${i}` }),
			),
		);
		expect(sent.filter(({ status }) => status === 303)).toHaveLength(1);
		expect((await team()).members).toHaveLength(2);
	});

	it("is over after 48 hours, and at once when it is withdrawn", async () => {
		const minh = await desk.signedIn(ADMIN);
		const late = await invites(minh, { role: "volunteer", desk: "a" });
		const [open] = (await team()).invitations;
		await minh.sends(`${TEAM}/rut/${open?.id}`, {});
		expect((await desk.browser().opens(late.link)).status).toBe(404);

		const other = await invites(minh, { role: "volunteer", desk: "a" });
		desk.passes(47.9);
		expect((await desk.browser().opens(other.link)).status).toBe(200);
		desk.passes(0.1);
		expect((await desk.browser().opens(other.link)).status).toBe(404);
	});

	it("shows the secret to who made it, for ten minutes, and to nobody else", async () => {
		const minh = await desk.signedIn(ADMIN);
		const hai = await desk.signedIn(ADMIN);
		const sent = await minh.sends(`${TEAM}/moi`, {
			role: "volunteer",
			desk: "a",
		});
		const page = sent.headers.get("location") ?? "";
		expect(await minh.reads(page)).toMatch(/\/vao\/[\w-]{43}/);
		expect(await hai.reads(page)).toContain("không còn hiện");
		desk.passes(11 / 60);
		expect(await minh.reads(page)).toContain("không còn hiện");
	});

	it.each([
		{ role: "volunteer", desk: "*" },
		{ role: "volunteer", desk: "c" },
		{ role: "boss", desk: "a" },
		{ role: "volunteer" },
	])("does nothing for %j", async (fields) => {
		const minh = await desk.signedIn(ADMIN);
		const sent = await minh.sends(
			`${TEAM}/moi`,
			fields as Record<string, string>,
		);
		expect(sent.status).toBe(400);
		expect((await team()).invitations).toEqual([]);
	});

	it("goes with who gave it: what they may no longer give is withdrawn", async () => {
		const minh = await desk.signedIn(ADMIN);
		const hai = await desk.signedIn(ADMIN, "anh Hải");
		const { link } = await invites(hai, { role: "administrator", desk: "*" });
		await minh.sends(`${TEAM}/${hai.member.id}`, {
			role: "administrator",
			desk: "a",
		});
		expect((await desk.browser().opens(link)).status).toBe(404);
	});
});

describe("an administrator", () => {
	it("gives another role, desk and fields", async () => {
		const minh = await desk.signedIn(ADMIN);
		const lan = await desk.member(VOLUNTEER_A, "chị Lan");
		const page = await minh.reads(`${TEAM}/${lan.id}`);
		const fields = [...page.matchAll(/name="fields" value="([^"]+)"/g)].map(
			([, field = ""]) => field,
		);
		expect(fields.length).toBeGreaterThan(3);
		await minh.sends(
			`${TEAM}/${lan.id}`,
			new URLSearchParams([
				["role", "volunteer"],
				["desk", "b"],
				["fields", fields[0] ?? ""],
				["fields", fields[2] ?? ""],
				["fields", "không có lĩnh vực này"],
			]),
		);
		expect(await memberNow(lan)).toMatchObject({
			...VOLUNTEER_B,
			fields: [fields[0], fields[2]],
		});
	});

	it("takes a conversation from a member, and the member out of the team", async () => {
		const minh = await desk.signedIn(ADMIN);
		const lan = await desk.member(VOLUNTEER_A, "chị Lan");
		const key = await desk.people.door.giveKey(lan.id);
		const looked = await desk.people.door.look(key.code, "telegram:5");
		if (looked.kind !== "open") throw new Error("not open");
		await desk.people.door.linkTo("telegram:5", looked.hash);
		await minh.sends(`${TEAM}/${lan.id}/bo-noi`, {
			conversation: "telegram:5",
		});
		expect((await memberNow(lan))?.conversations).toEqual([]);
		expect((await minh.sends(`${TEAM}/${lan.id}/moi-ra`, {})).status).toBe(400);
		await minh.sends(`${TEAM}/${lan.id}/moi-ra`, { sure: "co" });
		expect(await memberNow(lan)).toBeUndefined();
		const [entry] = (await desk.stores.audit.list("2026-11")).slice(-1);
		expect(entry).toMatchObject({
			act: "member-removed",
			by: minh.member.id,
			subject: lan.id,
		});
	});

	it.each([
		["be removed", "/moi-ra", { sure: "co" }],
		["be made a volunteer", "", { role: "volunteer", desk: "a" }],
		["be given one desk only", "", { role: "administrator", desk: "a" }],
	])("who is the last for every desk cannot %s", async (_, path, fields) => {
		const minh = await desk.signedIn(ADMIN);
		await desk.member(ADMIN_A);
		const sent = await minh.sends(
			`${TEAM}/${minh.member.id}${path}`,
			fields as Record<string, string>,
		);
		expect(sent.status).toBe(400);
		expect(await sent.text()).toContain("quản trị viên duy nhất");
		const left = await minh.sends("/ban/tai-khoan/roi-nhom", { sure: "co" });
		expect(left.status).toBe(400);
		expect(await memberNow(minh.member)).toEqual(minh.member);
	});

	it("may go when there is another", async () => {
		const minh = await desk.signedIn(ADMIN);
		await desk.member(ADMIN, "chị Thu");
		const left = await minh.sends("/ban/tai-khoan/roi-nhom", { sure: "co" });
		expect(left.headers.get("location")).toBe("/");
		expect(await memberNow(minh.member)).toBeUndefined();
		expect((await minh.opens("/ban")).status).toBe(303);
	});
});

describe("an administrator of desk A alone", () => {
	it("sees and changes nobody of desk B, nobody of every desk, and invites to neither", async () => {
		const anna = await desk.signedIn(ADMIN_A, "chị Anna");
		const binh = await desk.member(VOLUNTEER_B, "chị Bình");
		const boss = await desk.member(ADMIN, "anh Sếp");
		const page = await anna.reads(TEAM);
		expect(page).toContain("chị Anna");
		expect(page).not.toMatch(/Bình|Sếp|Bàn B|Mọi bàn/);
		const before = await team();
		for (const { id } of [binh, boss]) {
			expect((await anna.opens(`${TEAM}/${id}`)).status).toBe(404);
			for (const [path, fields] of [
				["", { role: "volunteer", desk: "a" }],
				["/bo-noi", { conversation: "telegram:5" }],
				["/moi-ra", { sure: "co" }],
			] as const)
				expect((await anna.sends(`${TEAM}/${id}${path}`, fields)).status).toBe(
					404,
				);
		}
		for (const desk of ["b", "*"]) {
			const role = "administrator";
			expect((await anna.sends(`${TEAM}/moi`, { role, desk })).status).toBe(
				400,
			);
			const self = await anna.sends(`${TEAM}/${anna.member.id}`, {
				role,
				desk,
			});
			expect(self.status).toBe(400);
		}
		expect((await team()).members).toEqual(before.members);
		expect((await team()).invitations).toEqual([]);
	});

	it("cannot withdraw what was not theirs to give", async () => {
		const minh = await desk.signedIn(ADMIN);
		const anna = await desk.signedIn(ADMIN_A);
		await invites(minh, { role: "volunteer", desk: "b" });
		const [open] = (await team()).invitations;
		await anna.sends(`${TEAM}/rut/${open?.id}`, {});
		expect((await team()).invitations).toHaveLength(1);
	});

	it("reads of the audit list what concerns desk A", async () => {
		const anna = await desk.signedIn(ADMIN_A);
		const note = (desk_: string, subject: string) =>
			desk.stores.audit.note({
				at: new Date("2026-11-28T01:00:00Z"),
				by: "tv-99999999",
				act: "visit-recorded",
				subject,
				desk: desk_,
			});
		await note("a", "T7-AAAAAA");
		await note("b", "T7-BBBBBB");
		const page = await anna.reads("/quan-tri/nhat-ky");
		expect(page).toContain("T7-AAAAAA");
		expect(page).not.toMatch(/T7-BBBBBB|Bàn B/);
	});
});

describe("the audit list", () => {
	it("says who looked at the team and at the list itself, by name while they are there", async () => {
		const minh = await desk.signedIn(ADMIN, "anh Minh");
		const hai = await desk.signedIn(ADMIN, "anh Hải");
		await hai.opens(TEAM);
		await hai.opens("/quan-tri/nhat-ky");
		const page = await minh.reads("/quan-tri/nhat-ky");
		expect(page).toContain("<strong>anh Hải</strong> xem nhóm làm việc");
		expect(page).toContain("<strong>anh Hải</strong> xem nhật ký");
		await hai.sends("/ban/tai-khoan/roi-nhom", { sure: "co" });
		const after = await minh.reads("/quan-tri/nhat-ky");
		expect(after).not.toContain("Hải");
		expect(after).toContain(`<strong>${hai.member.id}</strong> rời nhóm`);
	});

	it("notes nothing of what was refused", async () => {
		const lan = await desk.signedIn(VOLUNTEER_A);
		const before = (await desk.stores.audit.list("2026-11")).length;
		await lan.opens(TEAM);
		await lan.opens("/quan-tri/nhat-ky");
		expect(await desk.stores.audit.list("2026-11")).toHaveLength(before);
	});

	it("holds back a page whose view could not be noted", async () => {
		const minh = await desk.signedIn(ADMIN);
		desk.stores.audit.note = () => Promise.reject(new Error("disk full"));
		const response = await minh.opens(TEAM);
		expect(response.status).toBe(500);
		expect(await response.text()).not.toContain("anh Minh");
	});
});

describe("one's own account", () => {
	it("has another name and other fields", async () => {
		const lan = await desk.signedIn(VOLUNTEER_A, "chị Lan");
		const page = await lan.reads("/ban/tai-khoan");
		const [, field = ""] = /name="fields" value="([^"]+)"/.exec(page) ?? [];
		await lan.sends("/ban/tai-khoan", { name: "cô Lan", fields: field });
		expect(await memberNow(lan.member)).toMatchObject({
			name: "cô Lan",
			fields: [field],
			...VOLUNTEER_A,
		});
	});

	it("shows a code to link a conversation, and takes the link away again", async () => {
		const lan = await desk.signedIn(VOLUNTEER_A);
		const sent = await lan.sends("/ban/tai-khoan/ma", {});
		const page = await lan.reads(sent.headers.get("location") ?? "");
		const code = /\/vao ([\w-]{14})/.exec(page)?.[1] ?? "";
		const looked = await desk.people.door.look(code, "zalo:lan");
		if (looked.kind !== "open") throw new Error("not open");
		await desk.people.door.linkTo("zalo:lan", looked.hash);
		expect(await lan.reads("/ban/tai-khoan")).toContain("Zalo");
		await lan.sends("/ban/tai-khoan/bo-noi", { conversation: "zalo:lan" });
		expect(await desk.people.door.actorIn("zalo:lan")).toEqual({
			kind: "citizen",
		});
	});
});
