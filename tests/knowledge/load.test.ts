import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gaps } from "../../src/knowledge/gaps.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { aFolder } from "./a-folder.js";

const COMPANY = "procedures/doanh-nghiep/2.001583.yaml";

describe("the knowledge that ships", () => {
	it("holds 201 entries, 11 former codes and at least 150 FAQ answers", async () => {
		const { procedures, legacy, faq } = await loadKnowledge("knowledge");
		expect(procedures.size).toBe(201);
		expect(legacy.size).toBe(11);
		expect(faq.size).toBeGreaterThanOrEqual(150);
	});

	it("says what nobody has filled in yet", async () => {
		const open = gaps(await loadKnowledge("knowledge"));
		expect(open).toContain(
			"desks.yaml thu-bay.place: chưa có địa điểm của bàn",
		);
	});
});

describe("a slip in the folder is told with file, line and remedy", () => {
	it("when YAML cannot be read", async () => {
		const { change, faults } = await aFolder();
		await change(COMPANY, "scope: department", "scope: 'department");
		expect((await faults())[0]).toMatch(
			/^procedures\/doanh-nghiep\/2\.001583\.yaml:\d+: không đọc được YAML.*Cách sửa: xem lại/,
		);
	});

	it("when a word is not one of those allowed", async () => {
		const { change, faults } = await aFolder();
		await change(COMPANY, "confidence: verified", "confidence: sure");
		expect(await faults()).toEqual([
			expect.stringMatching(
				/2\.001583\.yaml:\d+ confidence: .*chọn một trong: verified, partly, unverified/,
			),
		]);
	});

	it("when a key is unknown", async () => {
		const { change, faults } = await aFolder();
		await change(COMPANY, "result:", "resutl:");
		const told = (await faults()).join("\n");
		expect(told).toContain('bỏ hoặc sửa tên "resutl"');
		expect(told).toContain("thêm mục này");
	});

	it("when a fee has no source", async () => {
		const { change, faults } = await aFolder();
		await change(
			COMPANY,
			"  source:\n    - Thông tư 47/2019/TT-BTC – phí, lệ phí\n    - Thông tư 64/2025/TT-BTC – giảm 50% lệ phí đến 31/12/2026",
			"  source: []",
		);
		expect(await faults()).toEqual([
			expect.stringMatching(
				/2\.001583\.yaml:\d+ fee\.source: a fee needs the source it rests on.*Cách sửa/,
			),
		]);
	});

	it("when an amount is written with its unit", async () => {
		const { change, faults } = await aFolder();
		await change(COMPANY, "online: 100000", "online: 100.000đ");
		expect(await faults()).toEqual([
			expect.stringMatching(
				/2\.001583\.yaml:\d+ fee\.online: .*ghi số trơn.*100000/,
			),
		]);
	});

	it("when a code is not quoted, and YAML reads a number", async () => {
		const { change, faults } = await aFolder();
		await change(COMPANY, "id: '2.001583'", "id: 2.001583");
		expect((await faults())[0]).toMatch(
			/2\.001583\.yaml:1 id: .*đặt giá trị trong dấu nháy đơn/,
		);
	});

	it("when an id is given twice", async () => {
		const { folder, faults } = await aFolder();
		await copyFile(
			join(folder, COMPANY),
			join(folder, "procedures/hop-tac-xa/2.001583.yaml"),
		);
		expect(await faults()).toEqual([
			expect.stringContaining(
				'hop-tac-xa/2.001583.yaml:1 id: "2.001583" đã có trong procedures/doanh-nghiep',
			),
		]);
	});

	it("when a case belongs to a procedure that is not there", async () => {
		const { change, faults } = await aFolder();
		await change(
			"procedures/doanh-nghiep/2.002041-doi-ten.yaml",
			"caseOf: '2.002041'",
			"caseOf: '2.999999'",
		);
		expect(await faults()).toEqual([
			expect.stringContaining('caseOf: không có thủ tục "2.999999"'),
		]);
	});

	it("when a desk is opened on a holiday", async () => {
		const { change, faults } = await aFolder();
		await change("desks.yaml", "opened: []", "opened: ['2027-02-06']");
		expect(await faults()).toEqual([
			expect.stringContaining("2027-02-06 là ngày lễ (mùng 1 Tết Đinh Mùi)"),
		]);
	});
});
