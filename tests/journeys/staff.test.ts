import { describe, expect, it } from "vitest";
import {
	STAFF_NEEDS,
	type StaffAct,
	staffValue,
} from "../../src/conversation/staff-act.js";
import { staffOnly } from "../../src/conversation/wording/staff/access.js";
import { type Actor, may, type Permission } from "../../src/people/roles.js";
import { type App, appAt, type Talker, talkTo } from "./talk.js";

const MINH = "telegram:1";
const LAN = "zalo:lan";

/** An office whose administrator, Minh, is named in the settings. */
const office = (desks?: Parameters<typeof appAt>[2]) =>
	appAt("2026-11-23", "09:00", { ...desks, admins: [MINH] });

const codeIn = (text: string) =>
	/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? "no code";

async function invited(app: App, role = "Tình nguyện viên"): Promise<string> {
	const minh = talkTo(app, MINH);
	await minh.says("/moi");
	const next = await minh.taps(role);
	return codeIn(
		next.includes("Cho bàn nào") ? await minh.taps("Mọi bàn") : next,
	);
}

async function joined(app: App, conversation = LAN): Promise<Talker> {
	const lan = talkTo(app, conversation);
	await lan.says(`/vao ${await invited(app)}`);
	await lan.says("chị Lan");
	return lan;
}

const members = async (app: App) => (await app.stores.team.read()).members;

describe("becoming one of those who work at the desk", () => {
	it("takes an invitation, its code and a name", async () => {
		const app = office();
		const minh = talkTo(app, MINH);
		expect(await minh.says("/moi")).toContain("Mời ai");
		const invitation = await minh.taps("Tình nguyện viên");
		expect(invitation).toContain(
			"tình nguyện viên, Bàn tư vấn thứ Bảy, dùng một lần, đến 09:00 ngày 25/11/2026",
		);
		expect(invitation).toMatch(/https:\/\/ban\.example\.vn\/vao\/[\w-]{43}/);

		const lan = talkTo(app, LAN);
		expect(await lan.says(`/vao ${codeIn(invitation)}`)).toContain(
			"được mời làm tình nguyện viên, Bàn tư vấn thứ Bảy",
		);
		expect(await lan.says("gọi em là Lan")).toContain("Chào Lan");
		expect(await members(app)).toMatchObject([
			{ conversations: [MINH], role: "administrator", desk: null },
			{
				name: "Lan",
				conversations: [LAN],
				role: "volunteer",
				desk: "thu-bay",
			},
		]);
	});

	it.each([
		(code: string) => `/start ${code.replaceAll("-", "")}`,
		(code: string) => code,
		(code: string) => `/vào ${code.toLowerCase()}`,
	])("hears the code however it comes (%#)", async (say) => {
		const app = office();
		const lan = talkTo(app, LAN);
		await lan.says(say(await invited(app)));
		expect(await lan.says("chị Lan")).toContain("Chào chị Lan");
	});

	it("asks for the code when it was not given", async () => {
		const app = office();
		const code = await invited(app);
		const lan = talkTo(app, LAN);
		expect(await lan.says("/vao")).toContain("gõ mã");
		expect(await lan.says(code)).toContain("Cả nhóm gọi anh/chị là gì");
	});

	it("is for one person, also of two who type the code at once", async () => {
		const app = office();
		const code = await invited(app);
		const people = [talkTo(app, "zalo:a"), talkTo(app, "zalo:b")];
		for (const person of people) await person.says(`/vao ${code}`);
		const answers = await Promise.all(people.map((one) => one.says("chị Lan")));
		expect(answers.filter((text) => text.includes("Chào"))).toHaveLength(1);
		expect(await members(app)).toHaveLength(2);
	});

	it("is not possible after 48 hours, nor with a withdrawn invitation", async () => {
		const app = office();
		const late = await invited(app);
		app.passes(48 * 60);
		const lan = talkTo(app, LAN);
		expect(await lan.says(`/vao ${late}`)).toContain("không dùng được");

		const minh = talkTo(app, MINH);
		await minh.says("/moi");
		const code = codeIn(await minh.taps("Tình nguyện viên"));
		expect(await minh.taps("Rút lời mời")).toContain("Đã rút");
		expect(await lan.says(`/vao ${code}`)).toContain("không dùng được");
	});

	it("is not possible in the web's chat or a group", async () => {
		const app = office();
		const code = await invited(app);
		for (const place of ["web:abc", "telegram:-100123"]) {
			const lan = talkTo(app, place);
			expect(await lan.says(`/vao ${code}`)).toContain(
				"mở https://ban.example.vn/vao",
			);
		}
		expect(await members(app)).toHaveLength(1);
	});

	it("leaves the invitation to somebody else when one is a member already", async () => {
		const app = office();
		const lan = await joined(app);
		const code = await invited(app, "Quản trị viên");
		expect(await lan.says(`/vao ${code}`)).toContain("đã ở trong nhóm");
		expect(await app.people.crew.invitations()).toHaveLength(1);
	});

	it("keeps no code and no link in the conversation, also not to say it again after a kill", async () => {
		const app = office();
		const minh = talkTo(app, MINH);
		await minh.says("/moi");
		const choice = minh.reply.choices?.[0]?.value ?? "";
		const [reply] = await app.converse({
			conversation: MINH,
			text: choice,
			ids: ["telegram:7"],
		});
		const code = codeIn(reply?.text ?? "");
		const kept = JSON.stringify(await app.stores.sessions.read(MINH));
		expect(kept).not.toContain(code);
		expect(kept).not.toMatch(/vao\/[\w-]{43}/);
		expect(kept).toContain("chỉ hiện một lần");

		const lan = talkTo(app, LAN);
		await lan.says(`/vao ${code}`);
		expect(JSON.stringify(await app.stores.sessions.read(LAN))).not.toContain(
			code,
		);
	});
});

describe("wrong codes", () => {
	it("are counted, and after ten not even the right one opens for an hour", async () => {
		const app = office();
		const right = await invited(app);
		const thief = talkTo(app, "telegram:666");
		for (let i = 0; i < 10; i++)
			expect(await thief.says("/vao 2222-2222-2222")).toContain(
				"không dùng được",
			);
		expect(await thief.says(`/vao ${right}`)).toContain("thử nhiều lần quá");
		expect(await members(app)).toHaveLength(1);
	});
});

describe("a member in the chat", () => {
	it("gets a link and a code for the web, and with the code links another channel", async () => {
		const app = office();
		const lan = await joined(app);
		const key = await lan.says("/dangnhap");
		expect(key).toMatch(/https:\/\/ban\.example\.vn\/vao\/[\w-]{43}\n/);
		expect(key).toContain("trước 09:10");
		const phone = talkTo(app, "telegram:22");
		expect(await phone.says(`/vao ${codeIn(key)}`)).toContain("Chào chị Lan");
		expect((await members(app))[1]?.conversations).toEqual([
			LAN,
			"telegram:22",
		]);
	});

	it("does not take over a conversation that is another member's", async () => {
		const app = office();
		const lan = await joined(app);
		const minh = talkTo(app, MINH);
		const code = codeIn(await minh.says("/dangnhap"));
		expect(await lan.says(`/vao ${code}`)).toContain("tài khoản khác");
	});

	it("signs out everywhere in one step, and can have the conversation forget them", async () => {
		const app = office();
		const lan = await joined(app);
		const { link } = await app.people.door.giveKey(
			(await members(app))[1]?.id ?? "",
		);
		const looked = await app.people.door.look(link, "web:x");
		if (looked.kind !== "open") throw new Error("the key does not open");
		const browser = await app.people.door.signIn(undefined, looked.hash);
		if (browser.kind !== "signed-in") throw new Error("not signed in");
		expect(await lan.says("/dangxuat")).toContain("(1 trình duyệt)");
		expect(await app.people.door.actorWith(browser.cookie)).toEqual({
			kind: "citizen",
		});
		expect(await lan.taps("Bỏ nối")).toContain("không còn nhận ra");
		expect(await lan.says("/dangnhap")).toContain("dành cho người trực bàn");
	});

	it("sees the team and what is open, of their own desks alone", async () => {
		const desks = [
			{ id: "a", name: "Bàn A" },
			{ id: "b", name: "Bàn B" },
		];
		const app = office({ desks });
		const minh = talkTo(app, MINH);
		const invite = async (role: string, desk: string) => {
			await minh.says("/moi");
			await minh.taps(role);
			return codeIn(await minh.taps(desk));
		};
		const come = async (who: string, code: string) => {
			const person = talkTo(app, `zalo:${who}`);
			await person.says(`/vao ${code}`);
			await person.says(`chị ${who}`);
			return person;
		};
		const anna = await come("Anna", await invite("Quản trị viên", "Bàn A"));
		await come("Binh", await invite("Tình nguyện viên", "Bàn B"));
		expect(await minh.says("/nhom")).toContain("3 người");
		const seen = await anna.says("/nhom");
		expect(seen).toContain("chị Anna");
		expect(seen).not.toContain("Binh");
		expect(await anna.says("/moi")).toContain("Mời ai");
		const given = await anna.taps("Quản trị viên");
		expect(given).toContain("quản trị viên, Bàn A");
	});
});

describe("help", () => {
	it("tells each what they may, and a citizen nothing of the desk's work", async () => {
		const app = office();
		const lan = await joined(app);
		expect(await talkTo(app, MINH).says("/trogiup")).toContain("/moi");
		expect(await lan.says("/trogiup")).toContain("/dangnhap");
		expect(lan.reply.text).not.toContain("/moi");
		expect(await talkTo(app).says("/trogiup")).not.toMatch(
			/bàn trực|\/dangnhap/,
		);
	});
});

describe("who may not", () => {
	const session = { desk: "thu-bay", day: "2026-11-28" } as const;
	/** One of each: an act that is added does not compile without its row here. */
	const ACTS: { readonly [Kind in StaffAct["kind"]]: StaffAct } = {
		enter: { kind: "enter" },
		"sign-in": { kind: "sign-in" },
		"sign-out": { kind: "sign-out" },
		unlink: { kind: "unlink" },
		invite: { kind: "invite" },
		withdraw: { kind: "withdraw", invitation: "22222222" },
		team: { kind: "team" },
		duties: { kind: "duties" },
		serve: { kind: "serve", session },
		"drop-out": { kind: "drop-out", session },
		relieve: { kind: "relieve", ...session },
		"open-session": { kind: "open-session" },
		"close-session": { kind: "close-session" },
		roster: { kind: "roster", session },
		rosters: { kind: "rosters" },
		people: { kind: "people", session, from: 1 },
		sheet: { kind: "sheet", session },
		visit: { kind: "visit", code: "T7-K4M9XQ", step: "show" },
		forward: { kind: "forward", code: "T7-K4M9XQ", to: "tv-22222222" },
		"walk-in": { kind: "walk-in", session },
		questions: { kind: "questions" },
		question: { kind: "question", group: "2611-1", step: "outside" },
		faq: { kind: "faq" },
		unpublish: { kind: "unpublish", record: "1" },
	};
	const needing = (...roles: readonly string[]) =>
		Object.values(ACTS).filter(({ kind }) => {
			const needs = STAFF_NEEDS[kind];
			return needs !== "nothing" && roles.includes(neededRole(needs));
		});
	const neededRole = (needs: Permission) =>
		may(volunteer, needs) ? "volunteer" : "administrator";
	const volunteer: Actor = {
		kind: "member",
		member: {
			id: "tv-22222222",
			name: "chị Lan",
			role: "volunteer",
			desk: "thu-bay",
			fields: [],
			conversations: [],
			joinedAt: new Date(0),
		},
	};

	it.each(needing("volunteer", "administrator"))(
		"a citizen who asks for $kind is refused kindly, and learns nothing",
		async (act) => {
			const hoa = talkTo(office());
			await hoa.says("chào");
			await hoa.says(staffValue(act));
			expect(hoa.reply.text).toBe(staffOnly);
		},
	);

	it.each(needing("administrator"))(
		"a volunteer who asks for $kind is refused like a citizen",
		async (act) => {
			const lan = await joined(office());
			await lan.says(staffValue(act));
			expect(lan.reply.text).toBe(staffOnly);
		},
	);

	it.each([
		"/dangnhap",
		"/dangxuat",
		"/moi",
		"/mời",
		"/nhom",
		"/ban",
		"/lich",
		"/lichtruc",
		"/molich",
		"/donglich",
	])("a citizen who types %s is refused kindly", async (command) => {
		const hoa = talkTo(office());
		await hoa.says("chào");
		await hoa.says(command);
		expect(hoa.reply.text).toBe(staffOnly);
	});

	it("a volunteer made of an administrator is refused at the next step", async () => {
		const app = office();
		const hai = talkTo(app, "zalo:hai");
		await hai.says(`/vao ${await invited(app, "Quản trị viên")}`);
		await hai.says("anh Hải");
		await hai.says("/moi");
		const [boss, member] = await members(app);
		await app.people.crew.assign(boss?.id ?? "", member?.id ?? "", {
			role: "volunteer",
			desk: "thu-bay",
			fields: [],
		});
		expect(await hai.taps("Tình nguyện viên")).not.toContain("Lời mời làm");
		expect(await app.people.crew.invitations()).toEqual([]);
	});
});
