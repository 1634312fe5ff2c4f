import { describe, expect, it } from "vitest";
import { ADMINISTRATOR, openFigures, VOLUNTEER } from "./a-year.js";

const PAGES = [
	"/quan-tri/so-lieu",
	"/quan-tri/so-lieu.csv",
	"/quan-tri/so-lieu/bao-cao",
];

const wordsOf = (page: string) =>
	page
		.replace(/<svg[\s\S]*?<\/svg>/g, " ")
		.replace(/<[^>]+>/g, " ")
		.replace(/\s+/g, " ");

describe("who may see the figures", () => {
	it.each(PAGES)("a volunteer is refused %s", async (path) => {
		const { read } = await openFigures({ member: VOLUNTEER });
		expect((await read(path)).status).toBe(403);
	});

	it.each(PAGES)(
		"an administrator of another desk is refused %s of this one",
		async (path) => {
			const { read } = await openFigures({
				member: { ...ADMINISTRATOR, desk: "xa" },
			});
			expect((await read(`${path}?ban=thu-bay`)).status).toBe(403);
			// Their own desk is not in the knowledge any more, and all desks together are not theirs.
			expect((await read(path)).status).toBe(404);
		},
	);

	it("an administrator of one desk sees that desk without naming it", async () => {
		const { read } = await openFigures({
			member: { ...ADMINISTRATOR, desk: "thu-bay" },
		});
		const { text } = await read("/quan-tri/so-lieu?ky=2026");
		expect(text).not.toContain("Tất cả các bàn");
		expect(wordsOf(text)).toContain("Số buổi tổ chức 10");
	});

	it.each(["?ky=2026-13", "?ky=x", "?ban=khong-co"])(
		"%s is no page",
		async (query) => {
			const { read } = await openFigures();
			for (const path of PAGES)
				expect((await read(path + query)).status).toBe(404);
		},
	);
});

describe("the page of a period", () => {
	it("shows the five numbers, and those of the present quarter when none is named", async () => {
		const { read } = await openFigures();
		const year = wordsOf((await read("/quan-tri/so-lieu?ky=2026")).text);
		expect(year).toContain("Số buổi tổ chức 10");
		expect(year).toContain("Đoàn viên tham gia 6");
		const now = wordsOf((await read("/quan-tri/so-lieu")).text);
		expect(now).toContain("Quý IV năm 2026");
		expect(now).toContain("Tính đến 24/11/2026");
		expect(now).toContain("Số buổi tổ chức 3");
	});

	it("stands up with nothing to show", async () => {
		const { read } = await openFigures({ empty: true });
		for (const path of PAGES) expect((await read(path)).status).toBe(200);
		const { text } = await read("/quan-tri/so-lieu?ky=2024");
		expect(text).toContain("Chưa có ai được tiếp trong kỳ này");
		expect(text).not.toContain("<svg");
		expect(text).toContain('<option value="2024" selected>Năm 2024</option>');
	});

	it("warns when Zalo's free plan is nearly used", async () => {
		const usage = (messages: number, users: number) => ({
			month: "2026-11",
			messages: { used: messages, allowed: 3000 },
			users: { used: users, allowed: 50 },
		});
		const shown = async (of: ReturnType<typeof usage>) =>
			wordsOf(
				(await (await openFigures({ usage: of })).read("/quan-tri/so-lieu"))
					.text,
			);
		const calm = await shown(usage(2399, 39));
		expect(calm).toContain("2.399 trên 3.000");
		expect(calm).not.toContain("Đã dùng");
		expect(await shown(usage(2400, 39))).toContain(
			"Đã dùng 80% số tin của tháng.",
		);
		expect(await shown(usage(10, 45))).toContain("Đã dùng 90% số người.");
	});

	it("shows what is not answered as text, whatever is in it", async () => {
		const { read } = await openFigures({
			unanswered: [{ words: "<script>alert(1)</script>", times: 3 }],
		});
		const { text } = await read("/quan-tri/so-lieu");
		expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
		// From there to where they are answered.
		expect(text).toContain('href="/quan-tri/cau-hoi">Xem và trả lời');
	});
});

it("no page names a person, a member or a booking", async () => {
	const { read } = await openFigures();
	for (const path of PAGES) {
		const { text } = await read(`${path}?ky=2026`);
		expect(text).not.toMatch(/chị Hoa|0912345678|telegram:|tv-\d|T7-/);
	}
});

it("the table is a file that Excel opens", async () => {
	const { read } = await openFigures();
	const { type, file, text } = await read("/quan-tri/so-lieu.csv?ky=2026-Q4");
	expect(type).toBe("text/csv; charset=utf-8");
	expect(file).toBe('attachment; filename="so-lieu-2026-Q4.csv"');
	expect(text.startsWith("\uFEFFBàn,Kỳ,Lĩnh vực,")).toBe(true);
	expect(text).toContain("\r\nTất cả các bàn,11/2026,Tất cả lĩnh vực,2,");
});

it("the report has heads, title, period and signatures as offices write them", async () => {
	const { read } = await openFigures();
	const words = wordsOf(
		(await read("/quan-tri/so-lieu/bao-cao?ky=2026-Q4")).text,
	);
	for (const part of [
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
		"BÁO CÁO SỐ LIỆU",
		"Quý IV năm 2026 (từ ngày 01/10/2026 đến ngày 24/11/2026)",
		"Tháng 11/2026",
		"Tổng cộng cả kỳ",
		"NGƯỜI LẬP BIỂU",
		"THỦ TRƯỞNG ĐƠN VỊ",
	])
		expect(words).toContain(part);
	expect(words).not.toContain("Tháng 12/2026");
});
