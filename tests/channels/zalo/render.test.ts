import { describe, expect, it } from "vitest";
import { renderNotice, renderTurn } from "../../../src/channels/zalo/render.js";

const SITE = "https://ban.example.vn";
const booked = {
	text: "Đã đặt. Mã T7-K4M9XQ",
	booking: {
		code: "T7-K4M9XQ",
		desk: "thu-bay",
		day: "2026-11-28",
		time: "08:30",
		status: "booked",
	},
} as const;
const menu = [
	{ label: "Lệ phí", value: "ask:2.001583:fee" },
	{ label: "Giấy tờ", value: "ask:2.001583:documents" },
	{ label: "Quay lại", value: "step:a:0" },
];

describe("a turn", () => {
	it("is one message: text, then its choices by number", () => {
		expect(
			renderTurn([{ text: "Anh/chị hỏi gì ạ?", choices: menu }], SITE),
		).toEqual([
			"Anh/chị hỏi gì ạ?\n\nNhắn số để chọn:\n1. Lệ phí\n2. Giấy tờ\n0. Quay lại",
		]);
	});

	it("merges its replies, and numbers the choices that a number is read against: the last", () => {
		expect(
			renderTurn(
				[
					{ text: "Một.", choices: [{ label: "Cũ", value: "old" }] },
					{ text: "Hai.", choices: menu.slice(0, 1) },
					{ text: "Ba." },
				],
				SITE,
			),
		).toEqual(["Một.\n\nHai.\n\nBa.\n\nNhắn số để chọn:\n1. Lệ phí"]);
	});

	it("links to a booking's calendar entry, since files cannot be sent", () => {
		expect(renderTurn([booked], SITE)).toEqual([
			`Đã đặt. Mã T7-K4M9XQ\n\nThêm vào lịch trong máy: ${SITE}/lich-hen/T7-K4M9XQ.ics`,
		]);
	});

	it("has no link while the bot has no address", () => {
		expect(renderTurn([booked], undefined)).toEqual(["Đã đặt. Mã T7-K4M9XQ"]);
	});

	it("of nothing is no message", () => {
		expect(renderTurn([], SITE)).toEqual([]);
		expect(renderTurn([{ text: " \n" }], SITE)).toEqual([]);
	});

	it("loses halves of characters and bells, which could have all of it refused", () => {
		expect(renderTurn([{ text: "a\uD83Db\u0007c" }], SITE)).toEqual([
			"a\uFFFDb c",
		]);
	});

	it("keeps its choices whole when it needs two messages", () => {
		const [first, second] = renderTurn(
			[{ text: "chữ ".repeat(499).trim(), choices: menu }],
			SITE,
		);
		expect(first).not.toContain("Nhắn số");
		expect(second).toMatch(/^Nhắn số để chọn:\n1\. Lệ phí\n/);
	});
});

describe("a notice", () => {
	it("shows its choices without numbers: a number would be read against another menu", () => {
		expect(renderNotice({ text: "Mai gặp ạ.", choices: menu }, SITE)).toEqual([
			"Mai gặp ạ.\n\nAnh/chị có thể nhắn: “Lệ phí”, “Giấy tờ”, “Quay lại”.",
		]);
	});
});
