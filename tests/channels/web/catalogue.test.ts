import { describe, expect, it } from "vitest";
import { createSearch } from "../../../src/search/search.js";
import { knowledge, openWeb } from "./open-web.js";

const { understand } = createSearch(knowledge);
const { web } = openWeb({ understand: () => understand, rateLimit: false });
const get = async (path: string) => {
	const response = await web.request(path);
	return { response, page: await response.text() };
};

describe("the catalogue", () => {
	it("lists the fields, and every procedure in one of them", async () => {
		const { page } = await get("/thu-tuc");
		const fields = [...page.matchAll(/\/thu-tuc\?linh-vuc=[a-z0-9-]+/g)];
		const pages = await Promise.all(
			fields.map(async ([path]) => (await get(path)).page),
		);
		const links = pages.join().match(/href="\/thu-tuc\/[^"?]+"/g);
		expect(new Set(links).size).toBe(knowledge.procedures.size);
	});

	it("stays small enough for a slow connection", async () => {
		const { page } = await get("/thu-tuc");
		expect(page.length).toBeLessThan(10_000);
	});

	it.each([
		["mo cty tnhh 1 thanh vien", "/thu-tuc/2.001583", "no accents"],
		["2.001610", "/thu-tuc/2.001610", "a code"],
		["2.002083", "/thu-tuc/2.002085", "a former code"],
	])("finds %j at %s (%s)", async (query, path) => {
		const { page } = await get(`/thu-tuc?q=${encodeURIComponent(query)}`);
		expect(page).toContain(`href="${path}"`);
	});

	it.each(["<script>alert(1)</script>", "\u202e", "%", "☃️", "' OR 1=1"])(
		"shows what was looked for as text (%j)",
		async (query) => {
			const { response, page } = await get(
				`/thu-tuc?q=${encodeURIComponent(query)}`,
			);
			expect(response.status).toBe(200);
			expect(page).not.toContain("<script>alert");
		},
	);

	it("refuses a letter in the search box", async () => {
		const { response } = await get(`/thu-tuc?q=${"a".repeat(201)}`);
		expect(response.status).toBe(413);
	});

	it("has a page for every procedure, with its source and the day it was checked", async () => {
		for (const procedure of knowledge.procedures.values()) {
			const { response, page } = await get(
				`/thu-tuc/${procedure.id.replace("#", "/")}`,
			);
			expect(response.status, procedure.id).toBe(200);
			expect(page, procedure.id).toContain("Đối chiếu ngày");
			// A form's token is any letters, `NaN` among them once in a hundred runs.
			const said = page.replace(/value="[\w-]{24}"/g, "");
			expect(said, procedure.id).not.toMatch(/undefined|\[object|NaN|>null/);
			expect(page.includes('class="caution"'), procedure.id).toBe(
				procedure.confidence !== "verified" || procedure.recheck !== undefined,
			);
		}
	});

	it("shows papers, fee, time, place, online, forms, notes and legal basis", async () => {
		const { page } = await get("/thu-tuc/2.001583");
		for (const heading of [
			"Giấy tờ cần có",
			"Phí, lệ phí",
			"Thời hạn giải quyết",
			"Nơi nộp",
			"Nộp qua mạng",
			"Mẫu đơn",
			"Lưu ý",
			"Căn cứ pháp lý",
		]) {
			expect(page).toContain(`<h2>${heading}</h2>`);
		}
		expect(page).toContain("100.000 đồng");
		expect(page).toContain("3 ngày làm việc");
		expect(page).toContain("23/11/2026");
	});

	it("offers to ask or book about it", async () => {
		const { page } = await get("/thu-tuc/2.001583/tu-ho-kinh-doanh");
		expect(page).toContain('value="ask:2.001583#tu-ho-kinh-doanh"');
		expect(page).toContain('value="book:2.001583#tu-ho-kinh-doanh"');
	});

	it("sends the code with its # to the address without one", async () => {
		const { response } = await get("/thu-tuc/2.001583%23tu-ho-kinh-doanh");
		expect(response.status).toBe(301);
		expect(response.headers.get("location")).toBe(
			"/thu-tuc/2.001583/tu-ho-kinh-doanh",
		);
	});

	it("says what took the place of every former code", async () => {
		for (const { code, replacedBy } of knowledge.legacy.values()) {
			const { response, page } = await get(`/thu-tuc/${code}`);
			expect(response.status, code).toBe(200);
			expect(page).toContain(`Mã ${code} không còn dùng`);
			if (replacedBy) {
				expect(page).toContain(
					`href="/thu-tuc/${replacedBy.replace("#", "/")}"`,
				);
			}
		}
	});

	it.each([
		"/thu-tuc/9.999999",
		"/thu-tuc/2.001583/khong-co",
		"/thu-tuc/%E0%A4%A",
		"/thu-tuc/<script>",
		"/thu-tuc?linh-vuc=khong-co",
		"/thu-tuc/a/b/c",
		"/khong-co",
	])("answers %s with a page that helps on", async (path) => {
		const { response, page } = await get(path);
		expect(response.status).toBe(404);
		expect(page).toContain('role="search"');
		expect(page).toContain("Không có trang này");
	});

	it("answers HEAD like GET, without the page", async () => {
		for (const path of ["/", "/thu-tuc", "/thu-tuc/2.001583", "/healthz"]) {
			const response = await web.request(path, { method: "HEAD" });
			expect(response.status, path).toBe(200);
			expect(await response.text()).toBe("");
		}
	});
});
