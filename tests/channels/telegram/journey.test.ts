import { afterEach, describe, expect, it } from "vitest";
import { unsupported } from "../../../src/conversation/wording/unsupported.js";
import { type App, appAt } from "../../journeys/talk.js";
import { type ABot, aBot } from "./a-bot.js";
import type { Person, Shown } from "./stand-in.js";

let bot: ABot | undefined;
afterEach(async () => bot?.stop());

/** The whole conversation behind the channel, and somebody to have it with. */
async function open(way: "polling" | "webhook", app: App = appAt()) {
	bot = await aBot({
		...(way === "webhook" && { byWebhook: "mot-bi-mat-cua-ban" }),
		replies: ({ kind, conversation, text, origin }) =>
			kind === "unsupported"
				? [{ text: unsupported(origin?.reason) }]
				: app.converse({ conversation, text }),
		calendarFile: async ({ code }) => `calendar of ${code}`,
	});
	return { app, lan: bot.api.person() };
}

async function says(person: Person, text: string): Promise<Shown> {
	person.types(text);
	return person.reads();
}

async function taps(person: Person, label: string): Promise<Shown> {
	person.taps(label);
	const shown = await person.reads();
	const marked = shown.buttons.flat().some(({ text }) => text.startsWith("✓"));
	return marked ? person.reads() : shown;
}

describe.each(["polling", "webhook"] as const)(
	"a talk on Telegram, by %s,",
	(way) => {
		it("goes from a question to an appointment by taps", async () => {
			const { lan } = await open(way);
			const answer = await says(lan, "mở công ty 1 thành viên cần giấy tờ gì");
			expect(answer.text).toContain("Điều lệ công ty");
			const days = await taps(lan, "Đặt lịch");
			expect(days.id).not.toBe(answer.id);
			const hours = await taps(lan, "28/11");
			expect(hours.id).toBe(days.id);
			expect((await taps(lan, "08:00")).text).toContain("Anh/chị đồng ý không");
			expect((await taps(lan, "Đồng ý")).text).toContain("gọi anh/chị là gì");
			await says(lan, "chị Hoa");
			await taps(lan, "Không cần");
			expect((await taps(lan, "Xác nhận")).text).toContain("Đã đặt. Mã T7-");
			expect((await lan.reads()).file?.content).toMatch(/^calendar of T7-/);
			const [first, consent] = lan.chat;
			expect(first?.text).toContain("Điều lệ công ty");
			expect(consent?.text).toContain("Anh/chị đồng ý không");
			expect(consent?.buttons.flat()).toMatchObject([{ text: "✓ 1. Đồng ý" }]);
		});

		it("goes the same way by numbers and words", async () => {
			const { lan } = await open(way);
			await says(lan, "/đặtlịch");
			await says(lan, "1");
			await says(lan, "8 giờ");
			await says(lan, "đồng ý");
			await says(lan, "chị Hoa");
			await says(lan, "1");
			expect((await says(lan, "xác nhận")).text).toContain("Đã đặt. Mã T7-");
		});

		it("goes on after a restart under the buttons that were there before", async () => {
			const { app, lan } = await open(way);
			await says(lan, "/datlich");
			await taps(lan, "28/11");
			app.restarted();
			expect((await taps(lan, "08:00")).text).toContain("Em giữ chỗ 08:00");
		});

		it("shows a group nothing of it, and has nothing of it begun there", async () => {
			const { app, lan } = await open(way);
			const group = bot?.api.group();
			if (!group) throw new Error("no group");
			const asks = async (text: string) => {
				lan.saysIn(group, `@ban_thu_bay_bot ${text}`);
				return (await group.reads()).text;
			};
			expect(await asks("mở công ty 1 thành viên cần giấy tờ gì")).toContain(
				"Điều lệ công ty",
			);
			expect(await asks("đặt lịch t7 này 8h")).toContain("tin nhắn riêng");
			expect(
				await asks("giữ giúp mình một chỗ sáng thứ bảy này 8h30"),
			).not.toMatch(/Em giữ chỗ/);
			for (const text of ["1", "đồng ý", "chị Hoa", "không cần", "xác nhận"]) {
				expect(await asks(text)).not.toContain("Đã đặt");
			}
			expect(await app.booking.mine(`telegram:${group.id}`)).toEqual([]);
			const shown = group.chat.flatMap(({ buttons }) => buttons.flat());
			expect(
				shown.every(({ callback_data }) => callback_data.startsWith("ask:")),
			).toBe(true);
		});
	},
);
