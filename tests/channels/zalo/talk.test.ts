import { describe, expect, it } from "vitest";
import type { Zalo } from "../../../src/channels/zalo/index.js";
import { unsupported } from "../../../src/conversation/wording/unsupported.js";
import { type App, appAt } from "../../journeys/talk.js";
import { aBot, aWebhookBot, aZalo } from "./a-bot.js";
import type { Person, StandIn } from "./stand-in.js";

/** The whole conversation behind the channel; each message is answered as soon as it is stored. */
function answering(app: App) {
	let channel: Zalo | undefined;
	return {
		by: (to: Zalo) => {
			channel = to;
		},
		store: async (...[messages]: Parameters<Parameters<Zalo["start"]>[0]>) => {
			for (const one of messages) {
				const { kind, conversation, text, origin } = one;
				const replies =
					kind === "unsupported"
						? [{ text: unsupported(origin?.reason) }]
						: await app.converse({ conversation, text });
				await channel?.answer(one, replies);
			}
		},
	};
}

const ways = {
	polling: async (zalo: StandIn, app: App) => {
		const answers = answering(app);
		const bot = aBot(zalo, { store: answers.store, publicUrl: SITE });
		answers.by(bot.channel);
		await bot.start();
	},
	webhook: async (zalo: StandIn, app: App) => {
		const answers = answering(app);
		const { store } = answers;
		const bot = await aWebhookBot(zalo, { store, publicUrl: SITE });
		answers.by(bot.channel);
	},
} as const;
const SITE = "https://ban.example.vn";

const talkWith = (person: Person) => async (text: string) => {
	await person.types(text);
	return person.reads();
};

describe.each(["polling", "webhook"] as const)("a talk over %s", (way) => {
	it("goes from a question to a booking with numbers alone", async () => {
		const zalo = await aZalo();
		await ways[way](zalo, appAt());
		const lan = zalo.person("lan");
		const says = talkWith(lan);
		const papers = await says("mở công ty 1 thành viên cần giấy tờ gì");
		expect(papers).toContain("tin nhắn tự động"); // said before the first answer, in the same message
		expect(papers).toContain("Điều lệ công ty");
		expect(await says("đặt lịch")).toMatch(
			/Nhắn số để chọn:\n1\. thứ Bảy 28\/11\/2026/,
		);
		expect(await says("1")).toContain("2. 08:00");
		expect(await says("2")).toContain("1. Đồng ý");
		await says("1");
		await says("chị Hoa");
		expect(await says("0912 345 678")).toContain("1. Xác nhận");
		const booked = await says("1");
		const [, code] = booked.match(/Đã đặt\. Mã (T7-\w{6})/) ?? [];
		expect(code).toBeDefined();
		expect(booked).toContain(`${SITE}/lich-hen/${code}.ics`);
		expect(zalo.called("sendMessage")).toHaveLength(8); // one a turn
	});

	it("goes a step back with 0", async () => {
		const zalo = await aZalo();
		await ways[way](zalo, appAt());
		const says = talkWith(zalo.person("lan"));
		await says("đặt lịch");
		expect(await says("1")).toContain("0. Quay lại");
		expect(await says("0")).toContain("1. thứ Bảy 28/11/2026");
	});

	it("answers a picture with one sentence", async () => {
		const zalo = await aZalo();
		await ways[way](zalo, appAt());
		const lan = zalo.person("lan");
		await lan.sendsPhoto("giấy này đúng chưa");
		expect(await lan.reads()).toContain("không nhận ảnh");
	});
});
