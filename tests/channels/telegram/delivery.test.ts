import { afterEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../../src/channels/channel.js";
import type { Reply } from "../../../src/conversation/reply.js";
import { type ABot, type Around, aBot, until } from "./a-bot.js";
import type { Fault, Person } from "./stand-in.js";

const bots: ABot[] = [];
const open = async (around: Around = {}) => {
	const bot = await aBot(around);
	bots.push(bot);
	return bot;
};
afterEach(async () => {
	await Promise.all(bots.splice(0).map((bot) => bot.stop()));
});

const called = ({ api }: ABot, method: string) =>
	api.calls.filter((call) => call.method === method);

const DAYS: Reply = {
	text: "Anh/chị chọn ngày nào ạ?",
	choices: [
		{ label: "Thứ Bảy 28/11", value: "step:a:2026-11-28" },
		{ label: "Quay lại", value: "step:a:0" },
	],
};
const HOURS: Reply = {
	text: "Anh/chị đến giờ nào ạ?",
	choices: [{ label: "07:30", value: "step:b:0730" }],
};
const BOOKED: Reply = {
	text: "Đã đặt. Mã T7-K4M9XQ",
	choices: [{ label: "Lịch hẹn của tôi", value: "bookings" }],
	booking: {
		code: "T7-K4M9XQ",
		desk: "thu-bay",
		day: "2026-11-28",
		time: "07:30",
		status: "booked",
	},
};
const ANSWER: Reply = {
	text: "Thành lập công ty TNHH một thành viên.",
	choices: [{ label: "Lệ phí", value: "ask:2.001583:fee" }],
};

/** Says what a small office would. */
const office = ({ text }: { text: string }): readonly Reply[] => {
	switch (text) {
		case "đặt lịch":
			return [DAYS];
		case "step:a:2026-11-28":
			return [HOURS];
		case "step:b:0730":
			return [BOOKED];
		case "ask:2.001583:fee":
			return [{ text: "Lệ phí: 50.000 đồng." }];
		default:
			return [ANSWER];
	}
};

describe("a tap on a step of a form", () => {
	it("puts the next step into the menu that was pressed", async () => {
		const bot = await open({ replies: office });
		const lan = bot.api.person();
		lan.types("đặt lịch");
		const menu = await lan.reads();
		lan.taps("28/11");
		const next = await lan.reads();
		expect(next).toMatchObject({ id: menu.id, text: HOURS.text, edits: 1 });
		expect(next.buttons).toEqual([
			[{ text: "1. 07:30", callback_data: "step:b:0730" }],
		]);
		expect(lan.chat).toHaveLength(1);
		await until(() => called(bot, "answerCallbackQuery").length === 1);
	});

	it("works after the menu was deleted, as a new message", async () => {
		const bot = await open({ replies: office });
		const lan = bot.api.person();
		lan.types("đặt lịch");
		await lan.reads();
		bot.api.fails("editMessageText", {
			kind: "error",
			code: 400,
			says: "Bad Request: message can't be edited",
		});
		lan.taps("28/11");
		expect(await lan.reads()).toMatchObject({ text: HOURS.text, edits: 0 });
		expect(bot.deliveries.at(-1)).toEqual({ kind: "sent" });
	});

	it("that changes nothing is answered all the same", async () => {
		const bot = await open({ replies: () => [DAYS] });
		const lan = bot.api.person();
		lan.types("đặt lịch");
		await lan.reads();
		lan.taps("28/11");
		await until(() => bot.deliveries.length === 2);
		expect(bot.deliveries.at(-1)).toEqual({ kind: "sent" });
		expect(lan.chat).toHaveLength(1);
		expect(called(bot, "answerCallbackQuery")).toHaveLength(1);
	});

	it("can be tried again when its answer got lost: an edit is made once", async () => {
		const bot = await open({ replies: office });
		const lan = bot.api.person();
		lan.types("đặt lịch");
		await lan.reads();
		bot.api.losesAnswers("editMessageText");
		lan.taps("28/11");
		await until(() => bot.deliveries.length === 2);
		expect(bot.deliveries.at(-1)).toMatchObject({ kind: "failed" });
		const tap = bot.accepted.at(-1);
		if (!tap) throw new Error("no tap");
		expect(await bot.telegram.answer(tap, [HOURS])).toEqual({ kind: "sent" });
		expect(lan.chat).toMatchObject([{ text: HOURS.text, edits: 1 }]);
	});

	it("under an answer leaves the answer in its place", async () => {
		const text = "Lệ phí: 50.000 đồng.\n\nMình làm tiếp nhé:\nNgày nào ạ?";
		const bot = await open({
			replies: (incoming) =>
				incoming.kind === "tap" ? [HOURS] : [{ ...DAYS, text }],
		});
		const lan = bot.api.person();
		lan.types("lệ phí");
		await lan.reads();
		lan.taps("28/11");
		expect(await lan.reads()).toMatchObject({
			text,
			buttons: [[{ text: "✓ 1. Thứ Bảy 28/11" }]],
		});
		expect(await lan.reads()).toMatchObject({ text: HOURS.text, edits: 0 });
	});

	it("is answered although it cannot be acknowledged any more", async () => {
		const bot = await open({ replies: office });
		const lan = bot.api.person();
		lan.types("đặt lịch");
		await lan.reads();
		bot.api.fails("answerCallbackQuery", {
			kind: "error",
			code: 400,
			says: "Bad Request: query is too old",
		});
		lan.taps("28/11");
		expect((await lan.reads()).text).toBe(HOURS.text);
		await until(() => bot.deliveries.length === 2);
		expect(bot.deliveries).toEqual([{ kind: "sent" }, { kind: "sent" }]);
	});
});

describe("a tap under an answer", () => {
	it("keeps the answer, leaves the pressed button of its menu, and says the rest below", async () => {
		const bot = await open({ replies: office });
		const lan = bot.api.person();
		lan.types("mở công ty");
		await lan.reads();
		lan.taps("Lệ phí");
		expect(await lan.reads()).toMatchObject({
			text: ANSWER.text,
			buttons: [[{ text: "✓ 1. Lệ phí", callback_data: "ask:2.001583:fee" }]],
		});
		expect((await lan.reads()).text).toBe("Lệ phí: 50.000 đồng.");
		lan.taps("✓ 1. Lệ phí");
		expect((await lan.reads()).text).toBe("Lệ phí: 50.000 đồng.");
		expect(called(bot, "editMessageReplyMarkup")).toHaveLength(1);
	});

	it("works when nothing is known of the menu any more", async () => {
		const bot = await open({ replies: office });
		const lan = bot.api.person();
		bot.api.brings({
			callback_query: {
				id: "1",
				from: { id: lan.id, is_bot: false },
				data: "ask:2.001583:fee",
				message: {
					message_id: 1,
					date: 0,
					chat: { id: lan.id, type: "private" },
				},
			},
		});
		expect((await lan.reads()).text).toBe("Lệ phí: 50.000 đồng.");
	});
});

describe("a booking's calendar file", () => {
	const calendarFile = async () => "BEGIN:VCALENDAR\r\nđ\r\nEND:VCALENDAR";

	it("follows the confirmation as a document", async () => {
		const bot = await open({ calendarFile, replies: () => [BOOKED] });
		const lan = bot.api.person();
		lan.types("xác nhận");
		expect((await lan.reads()).text).toBe(BOOKED.text);
		expect((await lan.reads()).file).toEqual({
			name: "T7-K4M9XQ.ics",
			content: await calendarFile(),
		});
	});

	it("follows a confirmation that nobody waits for just now", async () => {
		const bot = await open({ calendarFile });
		const lan = bot.api.person();
		await bot.telegram.notify(`telegram:${lan.id}`, BOOKED);
		expect(lan.chat.map(({ file }) => file?.name)).toEqual([
			undefined,
			"T7-K4M9XQ.ics",
		]);
	});

	it.each<[string, Fault]>([
		["refused", { kind: "error", code: 400, says: "Bad Request: no" }],
		["perhaps sent", { kind: "drop" }],
	])(
		"is done without when it was %s: the words say the same",
		async (_, fault) => {
			const bot = await open({ calendarFile });
			const lan = bot.api.person();
			bot.api.fails("sendDocument", fault);
			expect(await bot.telegram.notify(`telegram:${lan.id}`, BOOKED)).toEqual({
				kind: "sent",
			});
			expect(bot.logs("a calendar file was not sent")).toBe(1);
		},
	);

	it("is done without when it cannot be made", async () => {
		const bot = await open({
			calendarFile: async () => {
				throw new Error("the store is away");
			},
		});
		const lan = bot.api.person();
		expect(await bot.telegram.notify(`telegram:${lan.id}`, BOOKED)).toEqual({
			kind: "sent",
		});
	});

	it("is sent later, and alone, when Telegram asks to wait", async () => {
		const bot = await open({ calendarFile });
		const lan = bot.api.person();
		const notify = () => bot.telegram.notify(`telegram:${lan.id}`, BOOKED);
		bot.api.fails("sendDocument", { kind: "429", retryAfter: 7 });
		expect(await notify()).toEqual({ kind: "wait", seconds: 7 });
		expect(await notify()).toEqual({ kind: "sent" });
		expect(lan.chat).toHaveLength(2);
	});
});

describe("an answer of several messages", () => {
	const text = ["a", "b", "c"].map((one) => one.repeat(3_000)).join("\n\n");

	it("goes on where it stopped", async () => {
		const bot = await open();
		const lan = bot.api.person();
		const send = () => bot.telegram.notify(`telegram:${lan.id}`, { text });
		bot.api.fails("sendMessage", { kind: "429", retryAfter: 3 });
		expect(await send()).toEqual({ kind: "wait", seconds: 3 });
		expect(lan.chat).toHaveLength(0);
		expect(await send()).toEqual({ kind: "sent" });
		expect(lan.chat.map((shown) => shown.text[0])).toEqual(["a", "b", "c"]);
		expect(await send()).toEqual({ kind: "sent" });
		expect(lan.chat).toHaveLength(6);
	});

	it("is not begun anew when it fails in the middle", async () => {
		const bot = await open({
			replies: () => [{ text: "một" }, { text: "hai" }, { text: "ba" }],
			standIn: { perSecond: { chat: 2, all: 30 } },
		});
		const lan = bot.api.person();
		lan.types("đếm");
		await until(() => bot.deliveries.length === 1);
		expect(bot.deliveries).toEqual([{ kind: "wait", seconds: 1 }]);
		expect(lan.chat.map((shown) => shown.text)).toEqual(["một", "hai"]);
	});
});

describe("what becomes of a message", () => {
	const send = async (
		prepare: (bot: ABot, lan: Person) => void,
	): Promise<Delivery> => {
		const bot = await open({ start: false, tempo: { callMs: 60 } });
		const lan = bot.api.person();
		prepare(bot, lan);
		return bot.telegram.notify(`telegram:${lan.id}`, { text: "một" });
	};
	const meeting = (fault: Fault) =>
		send(({ api }) => api.fails("sendMessage", fault));
	const error = (code: number, says: string) =>
		meeting({ kind: "error", code, says });

	it("is sent", async () => {
		expect(await send(() => undefined)).toEqual({ kind: "sent" });
	});

	it("waits as long as Telegram asks: 429", async () => {
		expect(await meeting({ kind: "429", retryAfter: 17 })).toEqual({
			kind: "wait",
			seconds: 17,
		});
	});

	it.each([
		[403, "Forbidden: bot was blocked by the user"],
		[403, "Forbidden: user is deactivated"],
		[403, "Forbidden: bot can't initiate conversation with a user"],
		[403, "Forbidden: bot was kicked from the supergroup chat"],
		[400, "Bad Request: chat not found"],
	])("does not reach the person: %d %s", async (code, says) => {
		expect(await error(code, says)).toEqual({ kind: "unreachable" });
	});

	it("is never taken: 400", async () => {
		expect(await error(400, "Bad Request: message is too long")).toEqual({
			kind: "refused",
			why: "sendMessage: 400 Bad Request: message is too long",
		});
	});

	it.each<[string, Fault]>([
		["500", { kind: "error", code: 500, says: "Internal Server Error" }],
		["502 with a web page", { kind: "page", status: 502 }],
		["a web page with 200", { kind: "page", status: 200 }],
		["401", { kind: "error", code: 401, says: "Unauthorized" }],
	])("was not taken, and can be tried again: %s", async (_, fault) => {
		expect(await meeting(fault)).toMatchObject({ kind: "failed" });
	});

	it("was not sent where nobody listens", async () => {
		const bot = await open({ start: false, apiRoot: "http://127.0.0.1:1" });
		expect(await bot.telegram.notify("telegram:1", { text: "một" })).toEqual({
			kind: "failed",
			why: "sendMessage: connect ECONNREFUSED 127.0.0.1:1",
		});
	});

	it("was not sent where there is no such name", async () => {
		const bot = await open({ start: false, apiRoot: "http://nowhere.invalid" });
		expect(
			await bot.telegram.notify("telegram:1", { text: "một" }),
		).toMatchObject({ kind: "failed" });
	});

	it.each<[string, Fault]>([
		["a dropped connection", { kind: "drop" }],
		["half an answer", { kind: "half" }],
		["silence", { kind: "silence" }],
		[
			"504 of something on the way",
			{ kind: "error", code: 504, says: "Gateway Timeout" },
		],
	])("is not known after %s", async (_, fault) => {
		expect(await meeting(fault)).toMatchObject({ kind: "unknown" });
	});

	it("is not known, and was sent, when the answer got lost", async () => {
		let lan: Person | undefined;
		const delivery = await send(({ api }, person) => {
			lan = person;
			api.losesAnswers("sendMessage");
		});
		expect(delivery).toMatchObject({ kind: "unknown" });
		expect(lan?.chat).toHaveLength(1);
	});

	it.each(["zalo:1", "telegram:", "telegram:abc", "telegram:0", "1"])(
		"is refused where it cannot go: %s",
		async (conversation) => {
			const bot = await open({ start: false });
			expect(
				await bot.telegram.notify(conversation, { text: "một" }),
			).toMatchObject({ kind: "refused" });
		},
	);

	it("is refused loudly when a button cannot hold its value", async () => {
		const bot = await open({ start: false });
		const lan = bot.api.person();
		const choices = [{ label: "Khác", value: "x".repeat(65) }];
		expect(
			await bot.telegram.notify(`telegram:${lan.id}`, { text: "?", choices }),
		).toMatchObject({ kind: "refused" });
		expect(bot.logs("a reply cannot be shown")).toBe(1);
	});
});

describe("a person who blocked the bot", () => {
	it("is not tried until they let it write again", async () => {
		const bot = await open();
		const lan = bot.api.person();
		const notify = () =>
			bot.telegram.notify(`telegram:${lan.id}`, { text: "Nhắc lịch" });
		lan.types("một");
		await lan.reads();
		lan.blocks();
		await bot.api.delivered();
		await until(() => called(bot, "getUpdates").length > 2);
		expect(await notify()).toEqual({ kind: "unreachable" });
		expect(called(bot, "sendMessage")).toHaveLength(1);
		lan.unblocks();
		await bot.api.delivered();
		expect(await notify()).toEqual({ kind: "sent" });
	});

	it("is found out by trying, where nothing was said about it", async () => {
		const bot = await open({ start: false });
		const lan = bot.api.person();
		lan.blocks();
		expect(
			await bot.telegram.notify(`telegram:${lan.id}`, { text: "một" }),
		).toEqual({ kind: "unreachable" });
	});
});

describe("a group", () => {
	it("gets its answer below the question", async () => {
		const bot = await open({ replies: office });
		const group = bot.api.group();
		bot.api.person().saysIn(group, "@ban_thu_bay_bot mở công ty");
		const shown = await group.reads();
		expect(shown.text).toBe(ANSWER.text);
		expect(shown.repliesTo).toBe(bot.accepted[0]?.origin?.message);
	});

	it("is never shown a booking or a step to one, whatever led there", async () => {
		for (const reply of [BOOKED, DAYS]) {
			const bot = await open({ replies: () => [reply] });
			const group = bot.api.group();
			bot.api.person().saysIn(group, "@ban_thu_bay_bot mở công ty");
			const { text, buttons } = await group.reads();
			expect(text).toContain("tin nhắn riêng");
			expect(buttons).toEqual([]);
			expect(group.chat).toHaveLength(1);
		}
	});

	it("has the buttons that anybody may press, and no others", async () => {
		const choices = [
			...(ANSWER.choices ?? []),
			{ label: "Đặt lịch", value: "book:2.001583" },
			{ label: "Lịch hẹn của tôi", value: "bookings" },
		];
		const bot = await open({
			replies: ({ text }) => [{ text: `Nghe: ${text}`, choices }],
		});
		const lan = bot.api.person();
		const group = bot.api.group();
		lan.saysIn(group, "@ban_thu_bay_bot mở công ty");
		expect((await group.reads()).buttons).toEqual([
			[{ text: "1. Lệ phí", callback_data: "ask:2.001583:fee" }],
		]);
		lan.tapsIn(group, "Lệ phí");
		expect((await group.reads()).text).toBe("Nghe: ask:2.001583:fee");
		await until(() => called(bot, "answerCallbackQuery").length === 1);
	});

	it("is not answered more often than Telegram lets a bot speak there", async () => {
		const bot = await open();
		const group = bot.api.group();
		const lan = bot.api.person();
		for (let asked = 0; asked < 50; asked++) {
			lan.saysIn(group, "@ban_thu_bay_bot mở công ty");
		}
		lan.types("một");
		await lan.reads();
		expect(bot.accepted).toHaveLength(21);
	});
});
