import { expect, it } from "vitest";
import { openTelegram } from "./a-platform.js";
import { openOffice } from "./an-office.js";
import type { Person } from "./channels/telegram/stand-in/people.js";

/** Reads on until the bot says this. */
async function hears(one: Person, words: string): Promise<string> {
	for (;;) {
		const { text } = await one.reads();
		if (text.includes(words)) return text;
	}
}

it("a volunteer who drops out is replaced by the first who taps, after a restart in between, and the other hears of it", {
	timeout: 120_000,
}, async () => {
	const { settings, telegram } = await openTelegram();
	const [minh, lan, hai, tu] = ["Minh", "Lan", "Hải", "Tư"].map((name) =>
		telegram.person(name),
	);
	if (!minh || !lan || !hai || !tu) throw new Error("nobody is there");
	const office = await openOffice({
		telegram: settings,
		admins: [`telegram:${minh.id}`],
	});
	for (const [one, name] of [
		[lan, "chị Lan"],
		[hai, "anh Hải"],
		[tu, "anh Tư"],
	] as const) {
		minh.types("/moi");
		await hears(minh, "Mời ai");
		minh.taps("Tình nguyện viên");
		const invitation = await hears(minh, "/vao ");
		one.types(/\/vao \S+/.exec(invitation)?.[0] ?? "");
		await hears(one, "Cả nhóm gọi anh/chị là gì");
		one.types(name);
		await hears(one, "cuộc trò chuyện này nhận ra anh/chị");
	}
	lan.types("/lichtruc");
	await hears(lan, "anh/chị chưa nhận");
	lan.taps("28/11: Tôi đến được");
	await hears(lan, "Đã ghi: anh/chị đến được");
	lan.types("/lichtruc");
	await hears(lan, "anh/chị đến");
	lan.taps("28/11: Tôi bận");
	await hears(lan, "Đã ghi: anh/chị bận");
	await hears(hai, "đang thiếu một tình nguyện viên");
	await hears(tu, "đang thiếu một tình nguyện viên");

	await office.restart();
	hai.taps("Tôi đến thay 28/11");
	await hears(hai, "Anh/chị đến thay thứ Bảy 28/11/2026");
	await hears(tu, "đã có người đến thay");
	tu.taps("Tôi đến thay 28/11");
	await hears(tu, "đã có người đến thay");
	expect(lan.chat.at(-1)?.text).toContain("Đã ghi: anh/chị bận");
});
