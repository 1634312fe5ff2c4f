import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Parsed, parseUpdates } from "../../../src/channels/zalo/parse.js";
import { fixture } from "./fixture.js";

/** Half a minute after the fixtures' messages were written. */
const now = new Date(1790000030000);
const parse = (body: unknown, ownId?: string) =>
	parseUpdates(body, { now, ownId });
const text = (words: string, more: Record<string, unknown> = {}) => ({
	event_name: "message.text.received",
	message: {
		message_id: "m1",
		chat: { id: "u1", chat_type: "PRIVATE" },
		text: words,
		...more,
	},
});
const incoming = (parsed: readonly Parsed[]) =>
	parsed.map((one) => (one.kind === "message" ? one.incoming : one.why));

describe("a text", () => {
	const question = {
		id: "zalo:aa11bb22cc33dd44ee55",
		conversation: "zalo:0f1e2d3c4b5a69788796",
		kind: "typed",
		text: "mở công ty một mình cần giấy tờ gì",
		receivedAt: new Date(1790000000000),
	};

	it.each([
		["text-flat", "as it was seen to arrive"],
		["text-wrapped", "as the documents show it"],
	])("%s is read (%s)", (name) => {
		expect(incoming(parse(fixture(name)))).toEqual([question]);
	});

	it("is read from an array of updates, in order", () => {
		expect(incoming(parse(fixture("text-array")))).toMatchObject([
			{ text: "đặt lịch", kind: "typed" },
			{ text: "2", kind: "tap" },
		]);
	});

	it("has a date in milliseconds, or in seconds", () => {
		expect(incoming(parse(fixture("text-date-in-seconds")))).toMatchObject([
			{ receivedAt: new Date(1790000000000) },
		]);
	});

	it.each<[unknown, string]>([
		[undefined, "none"],
		["hôm qua", "words"],
		[1790000028000, "just now: two clocks need not agree"],
		[1790000090000, "in the future"],
		[12, "in 1970"],
	])("with the date %s counts from now (%s)", (date: unknown) => {
		expect(incoming(parse(text("chào", { date })))).toMatchObject([
			{ receivedAt: now },
		]);
	});

	it("has a message_id of letters, or a number", () => {
		expect(incoming(parse(fixture("text-numeric-id")))).toMatchObject([
			{ id: "zalo:1234567890123" },
		]);
	});

	it("may name its sender in another field, or not at all", () => {
		expect(
			incoming(parse(fixture("text-name-for-display-name"))),
		).toMatchObject([{ text: "lịch hẹn" }]);
		expect(incoming(parse(text("chào")))).toMatchObject([{ text: "chào" }]);
	});

	it("in a chat of no type is private when the chat is the sender's", () => {
		expect(incoming(parse(fixture("text-without-chat-type")))).toMatchObject([
			{ text: "lịch hẹn" },
		]);
		expect(incoming(parse(text("chào", { chat: { id: "g1" } })))).toEqual([
			"not a private chat",
		]);
	});

	it.each([
		["2", "tap", "2", "a number is this platform's button"],
		[" 0. ", "tap", "0.", "with its dot"],
		["0912345678", "typed", "0912345678", "a phone number is not a choice"],
		["2 người", "typed", "2 người", "a number with a word is not one either"],
		["/datlich", "command", "/datlich", "typed as on other platforms"],
		["/ĐặtLịch t7", "command", "/ĐặtLịch t7", "with accents"],
		["hộ kinh doanh", "typed", "hộ kinh doanh", "accents on their own"],
	])("%s is a %s (%s)", (words, kind, read) => {
		expect(incoming(parse(text(words)))).toMatchObject([{ kind, text: read }]);
	});

	it("of more than 2,000 letters is answered with a sentence of its own", () => {
		expect(incoming(parse(text("ộ".repeat(2_000))))).toMatchObject([
			{ kind: "typed" },
		]);
		expect(incoming(parse(text("ộ".repeat(2_001))))).toMatchObject([
			{ kind: "unsupported", text: "", origin: { reason: "long" } },
		]);
	});
});

describe("what is not text", () => {
	it.each([
		["image-photo-url", "photo", "the field that real bodies have"],
		["image-photo", "photo", "the field that the documents name"],
		["sticker", "sticker", "a sticker"],
		["voice", "voice", "a voice message"],
		["unsupported", "other", "a link card, or a protected sender"],
		["unsupported-without-sender", "other", "nobody named"],
	])("%s comes with the reason %s (%s)", (name, reason) => {
		const [message] = incoming(parse(fixture(name)));
		expect(message).toMatchObject({
			kind: "unsupported",
			text: "",
			origin: { reason },
		});
	});

	it("leaves nothing of a picture behind", () => {
		const [message] = incoming(parse(fixture("image-photo-url")));
		expect(JSON.stringify(message)).not.toMatch(/https|giấy này/);
	});
});

describe("ignored", () => {
	it.each([
		["text-group", "not a private chat"],
		["image-group-wrapped", "not a private chat"],
		["text-own", "our own"],
		["unknown-event", "an event we do not know"],
		["reply-sent", "not an update"],
		["reply-timeout", "not an update"],
	])("is %s: %s", (name, why) => {
		expect(incoming(parse(fixture(name)))).toEqual([why]);
	});

	it("is an echo of our own that says so by its sender's id alone", () => {
		expect(incoming(parse(fixture("text-own-unmarked"), "1234567890"))).toEqual(
			["our own"],
		);
	});

	it("is anything at all that is not an update", () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 4 }), (body) => {
				expect(parse(body).every(({ kind }) => kind === "ignored")).toBe(true);
			}),
		);
		expect(incoming(parse(undefined))).toEqual(["not an update"]);
	});
});
