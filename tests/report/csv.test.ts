import { describe, expect, it } from "vitest";
import { csv, csvRows } from "../../src/report/csv.js";
import { figuresOf } from "../../src/report/figures.js";
import { readPeriod } from "../../src/report/period.js";
import { NOTHING } from "../../src/report/tally.js";

describe("a CSV", () => {
	it("begins with a byte-order mark and ends its lines as RFC 4180 says", () => {
		expect(csv([["Tháng"], [11]])).toBe("\uFEFFTháng\r\n11\r\n");
	});

	it.each([
		["a, b", '"a, b"'],
		['nói "có"', '"nói ""có"""'],
		["hai\r\ndòng", '"hai\r\ndòng"'],
		["=1+1", "'=1+1"],
		['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
		["+84", "'+84"],
		["-2", "'-2"],
		["@SUM(A1)", "'@SUM(A1)"],
		["\t=1", "'\t=1"],
		["＝1+1", "'＝1+1"],
		["Đầu tư = vốn", "Đầu tư = vốn"],
	])(
		"writes %j so that a spreadsheet shows it and runs nothing",
		(text, written) => {
			expect(csv([["x", text]])).toBe(`\uFEFFx,${written}\r\n`);
		},
	);
});

it("has a line for each month, each of its fields, and the whole", () => {
	const period = readPeriod("2026-Q4");
	if (!period) throw new Error("no quarter");
	const session = {
		desk: "so",
		day: "2026-11-28",
		held: true,
		members: ["tv-1", "tv-2"],
		waited: 0,
		byProcedure: new Map([
			["2.001583", { ...NOTHING, advised: 3, settled: 1 }],
			["", { ...NOTHING, received: 2 }],
		]),
	} as const;
	const figures = figuresOf(period, [session], (id) =>
		id === "2.001583" ? "=Doanh nghiệp" : undefined,
	);
	expect(csvRows(figures, "Bàn thứ Bảy")).toEqual([
		[
			"Bàn",
			"Kỳ",
			"Lĩnh vực",
			"Số buổi tổ chức",
			"Đoàn viên tham gia",
			"Hồ sơ cũ giải quyết",
			"Hồ sơ mới tiếp nhận",
			"Lượt người được tư vấn",
		],
		["Bàn thứ Bảy", "10/2026", "Tất cả lĩnh vực", 0, 0, 0, 0, 0],
		["Bàn thứ Bảy", "11/2026", "Tất cả lĩnh vực", 1, 2, 1, 2, 3],
		["Bàn thứ Bảy", "11/2026", "=Doanh nghiệp", "", "", 1, 0, 3],
		["Bàn thứ Bảy", "11/2026", "Chưa rõ lĩnh vực", "", "", 0, 2, 0],
		["Bàn thứ Bảy", "12/2026", "Tất cả lĩnh vực", 0, 0, 0, 0, 0],
		["Bàn thứ Bảy", "Quý IV năm 2026", "Tất cả lĩnh vực", 1, 2, 1, 2, 3],
		["Bàn thứ Bảy", "Quý IV năm 2026", "=Doanh nghiệp", "", "", 1, 0, 3],
		["Bàn thứ Bảy", "Quý IV năm 2026", "Chưa rõ lĩnh vực", "", "", 0, 2, 0],
	]);
	expect(csv(csvRows(figures, "Bàn thứ Bảy"))).toContain(",'=Doanh nghiệp,");
});
