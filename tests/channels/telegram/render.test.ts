import { describe, expect, it } from "vitest";
import { render, renderNotice } from "../../../src/channels/telegram/render.js";
import { actValue } from "../../../src/conversation/act.js";
import { Aspect } from "../../../src/knowledge/schema.js";
import { knowledge } from "../web/open-web.js";

const choice = (label: string, value = "help") => ({ label, value });
const labels = (reply: Parameters<typeof render>[0]) =>
	render(reply)
		.at(-1)
		?.buttons?.map((row) => row.map(({ text }) => text));

describe("a reply on Telegram", () => {
	it("is plain text, whatever a person typed into it", () => {
		const text = "Tên gọi: <b>*Hoa*</b> & _bạn_ [x](http://a)";
		expect(render({ text })).toEqual([{ text }]);
	});

	it("has no numbers on the buttons of a notice, which would be read against another menu", () => {
		const notice = { text: "Có chỗ.", choices: [choice("Nhận chỗ", "accept")] };
		expect(renderNotice(notice)).toEqual([
			{
				text: "Có chỗ.",
				buttons: [[{ text: "Nhận chỗ", callback_data: "accept" }]],
			},
		]);
	});

	it("shows choices as buttons with the numbers they can be typed by", () => {
		expect(
			render({
				text: "Giờ nào ạ?",
				choices: [
					choice("07:30", "step:a:0730"),
					choice("Quay lại", "step:a:0"),
				],
			}),
		).toEqual([
			{
				text: "Giờ nào ạ?",
				buttons: [
					[
						{ text: "1. 07:30", callback_data: "step:a:0730" },
						{ text: "0. Quay lại", callback_data: "step:a:0" },
					],
				],
			},
		]);
	});

	it("puts two short ones into a row, and gives a long one its own", () => {
		expect(
			labels({
				text: "?",
				choices: [
					"07:30",
					"08:00",
					"08:30",
					"Thứ Bảy 28/11 — còn 9 chỗ",
					"Xong",
				].map((label) => choice(label)),
			}),
		).toEqual([
			["1. 07:30", "2. 08:00"],
			["3. 08:30"],
			["4. Thứ Bảy 28/11 — còn 9 chỗ"],
			["5. Xong"],
		]);
	});

	it("writes out what a phone would cut off, and shortens it at a word", () => {
		const long = "Đăng ký thành lập công ty trách nhiệm hữu hạn một thành viên";
		const [message] = render({
			text: "Việc nào ạ?",
			choices: [choice(long), choice("Khác")],
		});
		expect(message?.text).toBe(`Việc nào ạ?\n\n1. ${long}\n2. Khác`);
		expect(message?.buttons?.flat().map(({ text }) => text)).toEqual([
			"1. Đăng ký thành lập công ty trách…",
			"2. Khác",
		]);
	});

	it("comes in parts when it is long, the buttons under the last", () => {
		const text = `${"a".repeat(3000)}\n\n${"b".repeat(3000)}`;
		const messages = render({ text, choices: [choice("Khác")] });
		expect(messages.map(({ text }) => text)).toEqual([
			"a".repeat(3000),
			"b".repeat(3000),
		]);
		expect(messages.map(({ buttons }) => buttons?.length)).toEqual([
			undefined,
			1,
		]);
	});

	it("has no part with nothing in it", () => {
		const messages = render({
			text: `${"a".repeat(4090)}\n\n${" ".repeat(9000)}`,
		});
		expect(messages).toEqual([{ text: "a".repeat(4090) }]);
	});

	it("holds nothing that Telegram refuses", () => {
		expect(render({ text: "a\ud83db\u0000c" })).toEqual([
			{ text: "a\ufffdb c" },
		]);
	});

	it("refuses loudly a value that does not fit a button", () => {
		const give = (value: string) => () =>
			render({ text: "?", choices: [choice("Khác", value)] });
		expect(give("a".repeat(64))).not.toThrow();
		expect(give("a".repeat(65))).toThrow('"Khác" has 65 bytes');
		expect(give("ế".repeat(22))).toThrow("66 bytes");
		expect(give("")).toThrow("0 bytes");
	});

	it("can offer every part of every entry of the catalogue", () => {
		const values = [...knowledge.procedures.keys()].flatMap((procedure) => [
			actValue({ kind: "book", procedure }),
			...Aspect.options.map((aspect) =>
				actValue({ kind: "ask", procedure, aspect }),
			),
		]);
		expect(() =>
			render({
				text: "?",
				choices: values.map((value) => choice("x", value)),
			}),
		).not.toThrow();
	});
});
