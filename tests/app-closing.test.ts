import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { books, openTelegram, type Someone } from "./a-platform.js";
import { openOffice } from "./an-office.js";
import { newFolder, person } from "./app-program.js";
import type { Person } from "./channels/telegram/stand-in/people.js";
import { formWith, wordsOf } from "./desk/sessions/a-week.js";

const DAY = "2026-11-28";
const TIMES = [
	"07:30",
	"08:00",
	"08:30",
	"09:00",
	"09:30",
	"10:00",
	"10:30",
	"11:00",
] as const;

/** The knowledge as it is shipped, with room for thirty on a Saturday. */
async function roomyKnowledge(): Promise<string> {
	const folder = await newFolder();
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	await cp("knowledge", folder, { recursive: true });
	const file = join(folder, "desks.yaml");
	const desks = await readFile(file, "utf8");
	await writeFile(
		file,
		desks.replace("placesPerHalfHour: 2", "placesPerHalfHour: 4"),
	);
	return folder;
}

/** An administrator's browser, over the port. */
function browserAt(url: string) {
	let cookie = "";
	const ask = async (path: string, form?: URLSearchParams) => {
		const response = await fetch(new URL(path, url), {
			redirect: "manual",
			headers: { cookie, ...(form && { origin: url }) },
			...(form && { method: "POST", body: form }),
		});
		const [set] = response.headers.getSetCookie();
		if (set) cookie = set.split(";")[0] ?? "";
		const to = response.headers.get("location");
		return { page: await response.text(), to };
	};
	return {
		reads: async (path: string) => (await ask(path)).page,
		async sends(path: string, form: URLSearchParams) {
			const { page, to } = await ask(path, form);
			return to === null ? page : (await ask(to)).page;
		},
	};
}

/** By the link that the bot gives in the chat. */
async function signedIn(boss: Person, url: string) {
	boss.types("/dangnhap");
	for (;;) {
		const [link] = /\/vao\/[\w-]{43}/.exec((await boss.reads()).text) ?? [];
		if (!link) continue;
		const browser = browserAt(url);
		await browser.sends(link, new URLSearchParams());
		return browser;
	}
}

async function booksOnTheWeb(url: string, time: string): Promise<string> {
	const { says } = person(url);
	await says("book:2.001583");
	await says("28/11");
	await says(time);
	await says("đồng ý");
	await says("anh Nam");
	await says("không cần");
	return (await says("xác nhận")).booking?.code ?? "";
}

const closings = (one: Someone) =>
	one.shown.filter((text) => text.includes("Bàn không mở được"));

it("a Saturday with thirty bookings is closed: thirty were seen first, each is told once, and those on the web are named", {
	timeout: 120_000,
}, async () => {
	const { settings, person: someone, telegram } = await openTelegram();
	const boss = telegram.person("Minh");
	const office = await openOffice({
		telegram: settings,
		knowledgeDir: await roomyKnowledge(),
		admins: [`telegram:${boss.id}`],
	});
	const minh = await signedIn(boss, office.url);

	const chatting = Array.from({ length: 20 }, (_, index) =>
		someone(`khách ${index}`),
	);
	const codes = await Promise.all([
		...chatting.map((one, index) =>
			books(one, { time: TIMES[index % 8] ?? "07:30" }),
		),
		...Array.from({ length: 10 }, (_, index) =>
			booksOnTheWeb(office.url, TIMES[(index + 4) % 8] ?? "07:30"),
		),
	]);
	expect(new Set(codes).size).toBe(30);

	const preview = await minh.reads(
		`/quan-tri/lich/xem-truoc?buoi=${DAY}+thu-bay&viec=dong`,
	);
	expect(wordsOf(preview)).toContain("sẽ ảnh hưởng 30 lịch hẹn");
	for (const code of codes) expect(preview).toContain(code);
	expect(chatting.flatMap(closings)).toEqual([]);

	const label = "Xác nhận đóng 1 buổi, báo 30 người";
	await minh.sends("/quan-tri/lich", formWith(preview, label));
	await Promise.all(chatting.map((one) => one.sees("Bàn không mở được")));
	const session = `/quan-tri/lich/${DAY}?ban=thu-bay`;
	const told = "30 lịch hẹn bị ảnh hưởng, 20 đã báo, 10 chưa báo được";
	await expect
		.poll(async () => wordsOf(await minh.reads(session)), { timeout: 20_000 })
		.toContain(told);
	const page = await minh.reads(session);
	for (const code of codes) expect(page).toContain(code);

	const again = await office.restart();
	const after = await signedIn(boss, again.url);
	expect(wordsOf(await after.reads(session))).toContain(told);
	for (const one of chatting) expect(closings(one)).toHaveLength(1);
});
