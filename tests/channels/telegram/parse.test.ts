import { describe, expect, it } from "vitest";
import {
	type Parsed,
	parseUpdate,
} from "../../../src/channels/telegram/parse.js";
import {
	bot,
	inGroup,
	lan,
	membership,
	message,
	repliesTo,
	SENT,
	supergroup,
	tap,
	tapInGroup,
	tapOnOldMenu,
	WORDLESS,
} from "./updates.js";

const me = { id: bot.id, username: bot.username };
const secondsLater = (seconds: number) =>
	new Date(SENT.getTime() + seconds * 1000);
const parse = (update: unknown, now = secondsLater(1)) =>
	parseUpdate(update, { now, me });

/** What was understood of a message; fails the test when it was ignored. */
const heard = (update: unknown, now?: Date) => {
	const parsed = parse(update, now);
	if (parsed.kind !== "message") throw new Error(JSON.stringify(parsed));
	return parsed.incoming;
};
const ignored = (why: string): Parsed => ({ kind: "ignored", why });

describe("a message in a private chat", () => {
	it("is what was typed", () => {
		expect(heard(message({ text: "mở công ty cần gì" }))).toEqual({
			id: "telegram:884213",
			conversation: "telegram:123456789",
			kind: "typed",
			text: "mở công ty cần gì",
			receivedAt: secondsLater(1),
			origin: { message: 41 },
		});
	});

	it.each([
		["/datlich", "as Telegram offers it"],
		["/đặtlịch t7 tuần sau", "with accents"],
		["/start@ban_thu_bay_bot", "with the bot's name"],
		["/hoi mở công ty", "with a question"],
	])("is a command: %s (%s)", (text) => {
		expect(heard(message({ text }))).toMatchObject({ kind: "command", text });
	});

	it("has its letters composed, as everything after it expects", () => {
		const { text } = heard(message({ text: " mở công ty ".normalize("NFD") }));
		expect(text).toBe("mở công ty");
	});

	it("that waited while we were away counts from when it was written", () => {
		const written = ({ receivedAt }: { receivedAt: Date }) => receivedAt;
		const now = secondsLater(3_600);
		expect(written(heard(message({ text: "một" }), now))).toEqual(SENT);
		const before = secondsLater(-60); // our clock is behind Telegram's
		expect(written(heard(message({ text: "một" }), before))).toEqual(before);
	});

	it("that is longer than what is read is answered with a word about it", () => {
		expect(heard(message({ text: "ế".repeat(2000) })).kind).toBe("typed");
		expect(heard(message({ text: "ế".repeat(2001) }))).toMatchObject({
			kind: "unsupported",
			text: "",
			origin: { reason: "long" },
		});
	});

	it.each([
		["a photo with a caption", "photo"],
		["a voice message", "voice"],
		["a round video", "voice"],
		["a piece of music", "voice"],
		["a sticker", "sticker"],
		["an animation", "sticker"],
		["a location", "location"],
		["a venue", "location"],
		["a file", "document"],
		["a video", "other"],
		["a contact", "other"],
		["a poll", "other"],
		["a die", "other"],
	])("that is %s is told apart, and nothing of it is kept", (kind, reason) => {
		expect(heard(message(WORDLESS[kind] ?? {}))).toEqual({
			id: "telegram:884213",
			conversation: "telegram:123456789",
			kind: "unsupported",
			text: "",
			receivedAt: secondsLater(1),
			origin: { reason },
		});
	});

	it("that is one picture of an album is the album", () => {
		const picture = (update_id: number) => ({
			...message({
				...WORDLESS["a photo with a caption"],
				media_group_id: "13",
			}),
			update_id,
		});
		expect(heard(picture(1)).id).toBe("telegram:123456789:album:13");
		expect(heard(picture(2)).id).toBe(heard(picture(1)).id);
	});
});

describe("a tap", () => {
	it("is the value of the choice, with the menu to edit and the tap to acknowledge", () => {
		expect(heard(tap("ask:2.001583:fee"))).toEqual({
			id: "telegram:884215",
			conversation: "telegram:123456789",
			kind: "tap",
			text: "ask:2.001583:fee",
			receivedAt: secondsLater(1),
			origin: {
				message: 40,
				tap: "530384291837465892",
				label: "2. Lệ phí",
			},
		});
	});

	it("under an answer leaves the answer alone", () => {
		const text = "Lệ phí 50.000 đồng.\n\nMình làm tiếp nhé:\nGiờ nào ạ?";
		expect(heard(tap("step:a:0730", { text })).origin).toMatchObject({
			keep: true,
		});
	});

	it("on a menu that Telegram forgot is a tap all the same", () => {
		expect(heard(tapOnOldMenu("help"))).toMatchObject({
			kind: "tap",
			text: "help",
			origin: { message: 12 },
		});
	});
});

describe("a group", () => {
	const groupMessage = {
		id: "telegram:884214",
		conversation: "telegram:-1001234567890:77",
		kind: "typed",
		text: "mở công ty cần gì",
		receivedAt: secondsLater(1),
		origin: { message: 77, group: true },
	};

	it.each<[string, object, string]>([
		["@ban_thu_bay_bot mở công ty cần gì", {}, "by its name"],
		["mở công ty cần gì @Ban_Thu_Bay_Bot", {}, "whatever its letters"],
		["mở công ty cần gì", repliesTo(bot), "by a reply"],
	])("asks the bot: %s (%j, %s)", (text, more) => {
		expect(heard(inGroup(text, more))).toEqual(groupMessage);
	});

	it("asks the bot by a command", () => {
		expect(heard(inGroup("/hoi@ban_thu_bay_bot mở công ty"))).toMatchObject({
			kind: "command",
			text: "/hoi@ban_thu_bay_bot mở công ty",
		});
		expect(heard(inGroup("/hoi mở công ty"))).toMatchObject({
			kind: "command",
		});
	});

	it.each<[string, object, string]>([
		["mở công ty cần gì", {}, "said to everybody"],
		["mở công ty cần gì", repliesTo(lan), "a reply to a person"],
		["@ban_thu_bay_bot2 mở công ty", {}, "another bot"],
		["/hoi@other_bot mở công ty", {}, "another bot's command"],
		["lan@ban_thu_bay_bot.vn", {}, "an address"],
		["@ban_thu_bay_bot", {}, "a name and nothing else"],
	])("talks among itself: %s (%j, %s)", (text, more) => {
		expect(parse(inGroup(text, more))).toEqual(ignored("not said to the bot"));
	});

	it.each([
		["đặt lịch", "in so many words"],
		["cho em đặt lịch hẹn sáng thứ bảy", "in a sentence"],
		["/datlich@ban_thu_bay_bot", "by a command"],
		["lịch hẹn của tôi", "what was booked"],
		["T7-K4M9XQ", "a booking's code"],
		["hủy lịch", "to cancel"],
		["đổi lịch hẹn", "to move"],
		["dữ liệu của tôi", "data about a person"],
		["/dulieu", "the same by a command"],
		["1", "a number of some menu"],
		["quay lại", "a step back"],
		["step:a:2026-11-28", "a step of a form"],
		["book:2.001583", "the value of a button"],
	])("is pointed to a private chat for %s (%s)", (text) => {
		expect(heard(inGroup(text, repliesTo(bot)))).toMatchObject({
			kind: "unsupported",
			text: "",
			origin: { reason: "group", group: true, message: 77 },
		});
	});

	it("is a new conversation with every message, so that no form goes on there", () => {
		const { conversation } = heard(tapInGroup("ask:2.001583:fee"));
		expect(conversation).not.toBe(groupMessage.conversation);
		expect(conversation).toMatch(/^telegram:-1001234567890:\d+$/);
	});

	it("may tap what anybody may see, and nothing else", () => {
		expect(heard(tapInGroup("ask:2.001583:fee"))).toMatchObject({
			kind: "tap",
			text: "ask:2.001583:fee",
			origin: { group: true },
		});
		for (const value of ["book:2.001583", "step:a:1", "bookings", "data"]) {
			expect(heard(tapInGroup(value))).toMatchObject({
				kind: "unsupported",
				origin: { reason: "group" },
			});
		}
	});

	it("is not answered to pictures", () => {
		const { text: _, ...photo } = inGroup("", repliesTo(bot)).message;
		const update = { update_id: 1, message: { ...photo, photo: [] } };
		expect(parse(update)).toEqual(ignored("not said to the bot"));
	});
});

describe("a person", () => {
	it("blocks the bot, and lets it write again", () => {
		const conversation = "telegram:123456789";
		expect(parse(membership("kicked"))).toEqual({
			kind: "blocked",
			conversation,
		});
		expect(parse(membership("member"))).toEqual({
			kind: "unblocked",
			conversation,
		});
	});

	it("takes the bot into a group, which changes nothing", () => {
		expect(parse(membership("member", supergroup)).kind).toBe("ignored");
	});
});

describe("everything else", () => {
	const { message: said } = message({ text: "một" });

	it.each<[string, unknown]>([
		["an edited message", { update_id: 1, edited_message: said }],
		["a channel's post", { update_id: 1, channel_post: said }],
		["a bot's message", message({ text: "một", from: bot })],
		["a message without a sender", message({ text: "một", from: undefined })],
		["a service message", message({ new_chat_title: "Mới" })],
		[
			"a tap on another app's message",
			{
				update_id: 1,
				callback_query: {
					id: "1",
					from: lan,
					inline_message_id: "x",
					data: "a",
				},
			},
		],
		[
			"a game",
			{
				update_id: 1,
				callback_query: { id: "1", from: lan, game_short_name: "x" },
			},
		],
		[
			"an unknown kind of chat",
			message({ text: "một", chat: { id: 1, type: "planet" } }),
		],
		["a text that is none", message({ text: 5 })],
		["no update id", { message: said }],
		["null", null],
		["a list", [message({ text: "một" })]],
		["a number", 5],
		["nothing", undefined],
	])("is ignored: %s", (_, update) => {
		expect(parse(update).kind).toBe("ignored");
	});
});
