import { describe, expect, it } from "vitest";
import { readName, sameName } from "../../../src/conversation/reading/name.js";
import type { Understanding } from "../../../src/search/understanding.js";

const nothing: Understanding = {
	intent: "out_of_scope",
	decision: "unknown",
	aspect: null,
	candidates: [],
	carried: false,
};
const vague: Understanding = { ...nothing, intent: "ask", decision: "clarify" };
const plain: Understanding = { ...nothing, intent: "ask", decision: "answer" };

describe("a name", () => {
	it.each([
		["chị Hoa", "chị Hoa"],
		["Nguyễn Văn An", "Nguyễn Văn An"],
		["nguyễn văn an", "nguyễn văn an"],
		["bác Tư", "bác Tư"],
		["  Minh. ", "Minh"],
		["em tên là Phương", "Phương"],
		["Dạ tên Hoa ạ", "Hoa"],
		["ok chị tên Mai", "Mai"],
		["dạ, bác Tư", "bác Tư"],
		["gọi em là Thảo nhé", "Thảo"],
		["chị Ái", "chị Ái"], // not "ai"
		["anh Đậu", "anh Đậu"], // not "đâu"
		["John Smith", "John Smith"],
		["chị Hoa 0912345678", "chị Hoa"],
	])("%s → %s", (text, name) =>
		expect(readName(text, nothing)).toEqual({ kind: "name", name }),
	);

	it("is believed although the search sees something in one or two words", () => {
		expect(readName("lan anh", vague)).toEqual({
			kind: "name",
			name: "lan anh",
		});
		expect(readName("Nguyễn Văn An", plain).kind).toBe("name");
	});

	it.each([
		["Phí Văn Hưng", vague],
		["sếp", plain],
		["Trần Thị Thanh Huyền Trang My Ly", nothing],
	])("%s may be one: the person is asked", (text, understanding) =>
		expect(readName(text, understanding)).toEqual({
			kind: "unclear",
			name: text,
		}),
	);

	it.each([
		["Lệ phí nộp bằng chuyển khoản được không", vague],
		["lệ phí", vague],
		["anh muốn hỏi phí", vague],
		["có cần mang căn cước không", nothing],
		["mấy giờ mở cửa?", nothing],
		["tạm ngừng hộ kinh doanh", plain],
	])("%s is a question", (text, understanding) =>
		expect(readName(text, understanding).kind).toBe("question"),
	);

	it.each(["12345", "0912345678", "...", "045123456789"])(
		"%s is none",
		(text) => expect(readName(text, nothing).kind).toBe("none"),
	);

	it("is at most 60 characters, without markup", () => {
		const long = readName("lan ".repeat(40), nothing);
		expect(long.kind === "unclear" && long.name.length).toBeLessThanOrEqual(60);
		expect(readName("<b>An</b>", nothing)).toEqual({ kind: "none" });
	});
});

describe("the same name", () => {
	it.each([
		["Hoa", "chị Hoa"],
		["bà hoa", "chị Hoa"],
		["NGUYEN VAN AN", "Nguyễn Văn An"],
		["cô ba", "Ba"],
	])("%s = %s", (given, kept) => expect(sameName(given, kept)).toBe(true));

	it.each([
		["Lan", "chị Hoa"],
		["chị", "chị Hoa"],
		["", "chị Hoa"],
		["Văn An", "Nguyễn Văn An"],
	])("%s ≠ %s", (given, kept) => expect(sameName(given, kept)).toBe(false));
});
