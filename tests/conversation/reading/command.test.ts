import { describe, expect, it } from "vitest";
import { readCommand } from "../../../src/conversation/reading/command.js";

const MONDAY = "2026-11-23";
const read = (text: string) => readCommand(text, MONDAY);
const does = (kind: string) => ({ kind: "act", act: { kind } });

describe("a slash command", () => {
	it.each([
		["/datlich", "book", "as it is offered"],
		["/đặtlịch", "book", "as it is said"],
		["/đặtlịch".normalize("NFD"), "book", "as an iPhone may write it"],
		["/ĐẶTLỊCH", "book", "in capitals"],
		["/Đổi_Lịch", "move", "with a line between the words"],
		["/lịchhẹn", "bookings", "with accents"],
		["/hủy", "cancel", "with the accent on one letter"],
		["/huỷ", "cancel", "and on the other"],
		["/trợgiúp@ban_thu_bay_bot", "help", "with the bot's name"],
		["/gìđó", "help", "of no name that we know"],
	])("%s is %s (%s)", (text, kind) => {
		expect(read(text)).toMatchObject(does(kind));
	});

	it("keeps the accents of what stands behind it", () => {
		expect(read("/hỏi mở công ty")).toEqual({
			kind: "question",
			text: "mở công ty",
		});
	});

	it("reads the day that was asked for", () => {
		expect(read("/đặtlịch 28/11")).toEqual(read("/datlich 28/11"));
		expect(read("/đặtlịch 28/11")).not.toEqual(read("/datlich"));
	});

	it("is none without the slash in front", () => {
		expect(read("đặt lịch")).toBeUndefined();
		expect(read("1/2")).toBeUndefined();
	});
});
