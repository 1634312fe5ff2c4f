import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { instantAt } from "../src/time.js";
import { codeIn, openTelegram, type Someone } from "./a-platform.js";
import { type Office, openOffice } from "./an-office.js";
import { newFolder } from "./app-program.js";
import type { Person } from "./channels/telegram/stand-in/people.js";

const DAY = "2026-11-28";
const QUESTION = "mở công ty tnhh 1 thành viên cần giấy tờ gì";
const NOTE = "thiếu điều lệ hẹn tuần sau";
const HOA = {
	id: 987_650_123,
	name: "Ngọc Hoa",
	phone: "0912345678",
	question: `${QUESTION} nhỉ`,
	words: [`${QUESTION} nhỉ`, NOTE],
};
const NOT_HELPED = `lệ phí đăng ký thành lập hợp tác xã là bao nhiêu, gọi tôi số ${HOA.phone}`;
const TU: typeof HOA = {
	id: 987_650_456,
	name: "Tư Lành",
	phone: "0987654321",
	question: `${QUESTION} ạ`,
	words: [`${QUESTION} ạ`],
};

/** An administrator's browser, over the port. */
function browserAt(url: string) {
	let cookie = "";
	const ask = async (path: string, form?: Record<string, string>) => {
		const response = await fetch(new URL(path, url), {
			redirect: "manual",
			headers: { cookie, ...(form && { origin: url }) },
			...(form && { method: "POST", body: new URLSearchParams(form) }),
		});
		const [set] = response.headers.getSetCookie();
		if (set) cookie = set.split(";")[0] ?? "";
		return response.text();
	};
	return {
		reads: (path: string) => ask(path),
		sends: (path: string, form: Record<string, string>) => ask(path, form),
	};
}

async function signedIn(boss: Someone, url: string) {
	const before = boss.shown.length;
	boss.types("/dangnhap");
	await expect
		.poll(() => boss.shown.length, { timeout: 20_000 })
		.toBeGreaterThan(before);
	const [link = ""] = /\/vao\/[\w-]{43}/.exec(await boss.sees("/vao/")) ?? [];
	const browser = browserAt(url);
	await browser.sends(link, {});
	return browser;
}

async function books(
	one: Someone,
	{ name, phone, question }: typeof HOA,
	day: string,
) {
	one.types(question);
	await one.sees("Điều lệ công ty");
	one.takes("Đặt lịch thứ Bảy");
	await one.sees("chọn ngày nào");
	one.takes(day);
	await one.sees("đến giờ nào");
	one.takes("08:00");
	await one.sees("đồng ý không");
	one.takes("Đồng ý");
	await one.sees("là gì ạ");
	one.types(`anh ${name}`);
	await one.sees("số điện thoại không");
	one.types(phone);
	await one.sees("Đúng chưa ạ");
	one.takes("Xác nhận và gửi kèm câu hỏi");
	const code = codeIn(await one.sees("Mã T7-"));
	one.takes("Đánh dấu giấy tờ đã có");
	await one.sees("Giấy nào anh/chị đã có");
	one.types("1");
	await one.sees("đã có 1 trên");
	one.types("xong");
	await one.sees("em ghi lại rồi");
	return code;
}

/** Somebody whom a test knows by their number, as the steps here know people. */
function chatOf({ chat, types, taps }: Person): Someone {
	const shown = () => chat.map(({ text }) => text);
	return {
		get shown() {
			return shown();
		},
		types: (text) => void types(text),
		takes: (label) => void taps(label),
		async sees(words) {
			const find = () => shown().findLast((text) => text.includes(words));
			await expect.poll(find, { timeout: 20_000 }).toBeDefined();
			return find() ?? "";
		},
	};
}

/** What the bot says to what somebody does. */
async function reply(one: Someone, act: () => void): Promise<string> {
	const before = one.shown.length;
	act();
	await expect
		.poll(() => one.shown.length, { timeout: 20_000 })
		.toBeGreaterThan(before);
	return one.shown.at(-1) ?? "";
}

/** Puts a name down for the second of two full Saturdays. */
async function waits(one: Someone, { name }: typeof HOA) {
	const answers = [
		["đều đã hết chỗ", "2"],
		["đồng ý không", "đồng ý"],
		["là gì ạ", `chị ${name}`],
		["số điện thoại không", "không cần"],
		["Đúng chưa ạ", "xác nhận"],
	] as const;
	let says = "/datlich";
	for (;;) {
		const words = says;
		const asked = await reply(one, () => one.types(words));
		if (asked.includes("đứng thứ 1")) return;
		const [, answer] =
			answers.find(([question]) => asked.includes(question)) ?? [];
		if (!answer) throw new Error(`not to be answered here: ${asked}`);
		says = answer;
	}
}

/** The knowledge as it is shipped, with one seat on a Saturday. */
async function narrowKnowledge(folder: string): Promise<string> {
	const knowledge = join(folder, "knowledge");
	await cp("knowledge", knowledge, { recursive: true });
	const file = join(knowledge, "desks.yaml");
	const desks = await readFile(file, "utf8");
	await writeFile(
		file,
		desks
			.replace("from: '07:30'", "from: '08:00'")
			.replace("to: '11:30'", "to: '08:30'")
			.replace("placesPerHalfHour: 2", "placesPerHalfHour: 1")
			.replace("weeksAhead: 4", "weeksAhead: 2"),
	);
	return knowledge;
}

/** All that the program ever wrote down or hands out, byte for byte. */
async function everywhere(
	data: string,
	{ logged }: Office,
	exports: readonly string[],
) {
	const entries = await readdir(data, { recursive: true, withFileTypes: true });
	const files = await Promise.all(
		entries
			.filter((entry) => entry.isFile())
			.map(async ({ parentPath, name }) => {
				const path = join(parentPath, name);
				return [path.slice(data.length + 1), await readFile(path)] as const;
			}),
	);
	return [
		...files.flatMap(([path, bytes]) => [
			[path, Buffer.from(path)] as const,
			[path, bytes] as const,
		]),
		["log", Buffer.from(logged.join("\n"))] as const,
		...exports.map((text) => ["export", Buffer.from(text)] as const),
	];
}

/** Where any of these stands, in the letters of JSON too. */
const tracesOf = (
	all: Awaited<ReturnType<typeof everywhere>>,
	marks: readonly string[],
) =>
	all.flatMap(([path, bytes]) =>
		marks
			.filter((mark) =>
				[
					mark,
					JSON.stringify(mark).slice(1, -1),
					encodeURIComponent(mark),
				].some((form) => bytes.includes(form)),
			)
			.map((mark) => `${path}: ${mark}`),
	);

it("whom we forget is in no file, no log and no export; the others leave 30 days after their session; every count stays", {
	timeout: 180_000,
}, async () => {
	const folder = await newFolder();
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const data = join(folder, "data");
	const { settings, person, telegram } = await openTelegram();
	const minh = person("Minh", 511_111_111);
	const hoa = person("Hoa", HOA.id);
	const tu = telegram.person("Tư", TU.id);
	const monday = await openOffice(
		{
			telegram: settings,
			knowledgeDir: await narrowKnowledge(folder),
			admins: ["telegram:511111111"],
		},
		{ dataDir: data },
	);

	// Mrs Hoa asks, books, sends her question along and ticks a paper.
	const code = await books(hoa, HOA, "28/11");
	hoa.types("/lichhen");
	await hoa.sees(code);
	// Mr Tư takes the only seat of the next Saturday, and blocks the bot; she waits for it.
	await books(chatOf(tu), TU, "05/12");
	tu.blocks();
	await waits(hoa, HOA);
	// She asks something else, is not helped, and wants to be told.
	await reply(hoa, () => hoa.types(NOT_HELPED));
	await reply(hoa, () => hoa.takes("Chưa đúng ý"));
	expect(await reply(hoa, () => hoa.takes("Báo tôi khi"))).toContain(
		"Để báo lại",
	);
	await reply(hoa, () => hoa.takes("Đồng ý, báo tôi"));

	// She comes, a note is made of it, and she says how it was.
	monday.turnTo(instantAt(DAY, "08:10"));
	const desk = await signedIn(minh, monday.url);
	await desk.sends(`/ban/khach/${code}`, { act: "settled", note: NOTE });
	hoa.types("rất hài lòng");
	await hoa.sees("Em đã ghi “rất hài lòng”");

	const exported = async (by: typeof desk) => ({
		counts: await by.reads("/quan-tri/so-lieu.csv?ky=2026-11"),
		pages: await Promise.all(
			[
				"/quan-tri/so-lieu?ky=2026-11",
				"/quan-tri/so-lieu/bao-cao?ky=2026-11",
				`/ban/${DAY}/danh-sach.html?ban=thu-bay`,
				`/ban/${DAY}/in?ban=thu-bay`,
				"/ban/2026-12-05/in?ban=thu-bay",
			].map(by.reads),
		),
	});
	const before = await exported(desk);
	const left = async (who: typeof HOA, office: Office, by: typeof desk) => {
		const { counts, pages } = await exported(by);
		const all = await everywhere(data, office, [counts, ...pages]);
		return tracesOf(all, [who.name, who.phone, String(who.id), ...who.words]);
	};
	const kept = await left(HOA, monday, desk);
	for (const place of ["bookings/2026-11-28", "bookings/2026-12-05", "export"])
		expect(kept.join()).toContain(`${place}`);
	expect(kept.join()).toContain("followers.json");

	hoa.types("Xóa dữ liệu của tôi");
	await hoa.sees("Anh/chị chắc chắn không");
	hoa.takes("Xóa hết");
	await hoa.sees("Đã xóa hết dữ liệu về anh/chị");
	await expect
		.poll(() => left(HOA, monday, desk), { timeout: 10_000 })
		.toEqual([]);
	expect((await exported(desk)).counts).toBe(before.counts);
	expect(before.counts).toContain("Hồ sơ cũ giải quyết");
	// That she agreed, and took it back, can still be shown to whoever has her number.
	const consents = await everywhere(data, monday, []);
	const proof = consents.filter(([path]) => path.startsWith("consents/"));
	expect(proof.map(([, bytes]) => String(bytes)).join()).toContain(
		"withdrawnAt",
	);

	// Of him everything stays until the thirtieth day is over, and then nothing does.
	monday.turnTo(instantAt("2027-01-04", "23:00"));
	const thirtieth = await monday.restart();
	const then = await signedIn(minh, thirtieth.url);
	expect((await left(TU, thirtieth, then)).join()).toContain(
		"bookings/2026-12-05",
	);
	thirtieth.turnTo(instantAt("2027-01-05", "00:30"));
	const after = await thirtieth.restart();
	const last = await signedIn(minh, after.url);
	await expect
		.poll(() => left(TU, after, last), { timeout: 10_000 })
		.toEqual([]);
	expect((await exported(last)).counts).toBe(before.counts);
});
