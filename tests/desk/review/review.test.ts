import { describe, expect, it, vi } from "vitest";
import { instantAt } from "../../../src/time.js";
import { anOffice, fieldsOf, wordsOf } from "../questions/an-office.js";

/** Each test reads a whole knowledge folder several times. */
vi.setConfig({ testTimeout: 30_000 });

const PAGE = "/quan-tri/ra-soat";
const DECREE = "Nghị định 168/2025/NĐ-CP";
/** Half a year on all that ships is due. */
const LATER = { clock: () => instantAt("2027-07-03", "08:00") };

/** The form of the entry on the list. */
function reviewedForm(page: string, id: string) {
	const at = page.indexOf(`name="muc" value="${id}"`);
	const seen = /name="thay" value="([^"]+)"/.exec(page.slice(at))?.[1];
	if (at < 0 || seen === undefined) throw new Error(`${id} is not listed`);
	return { muc: id, thay: seen };
}
const firstOf = (page: string) =>
	/name="muc" value="([^"]+)"/.exec(page)?.[1] ?? "";

describe("what is due", () => {
	it("is nothing while all was checked lately", async () => {
		const office = await anOffice();
		const minh = await office.administrator();
		expect(wordsOf(await minh.reads(PAGE))).toContain(
			"Chưa có mục nào đến hạn",
		);
	});

	it("is off the list in one tap, with the next day to look", async () => {
		const office = await anOffice(LATER);
		const minh = await office.administrator();
		const page = await minh.reads(PAGE);
		const id = firstOf(page);
		const sent = await minh.sends(`${PAGE}/da-xem`, reviewedForm(page, id));
		expect(sent.status).toBe(303);
		const after = await minh.reads(sent.headers.get("location") ?? "");
		expect(wordsOf(after)).toMatch(
			/Đã rà soát “.*”\. Lần sau: trước ngày \d\d\/\d\d\/202[78]/,
		);
		expect(after).not.toContain(`name="muc" value="${id}"`);
		const [record] = await office.editor.history();
		expect(record).toMatchObject({ by: minh.member.id });
		expect(record?.summary).toContain("ngày đối chiếu");
	});

	it("is not taken for reviewed when somebody changed it since it was seen", async () => {
		const office = await anOffice(LATER);
		const minh = await office.administrator();
		const page = await minh.reads(PAGE);
		const id = firstOf(page);
		const form = reviewedForm(page, id);
		await minh.sends(`${PAGE}/da-xem`, form);
		const again = await minh.sends(`${PAGE}/da-xem`, form);
		expect(
			wordsOf(await minh.reads(again.headers.get("location") ?? "")),
		).toContain("vừa được sửa sau khi anh/chị xem");
		expect(await office.editor.history()).toHaveLength(1);
	});

	it("what is not an entry is not found", async () => {
		const office = await anOffice();
		const minh = await office.administrator();
		for (const muc of ["x", "topic:dat-dai", "desk:a"]) {
			const sent = await minh.sends(`${PAGE}/da-xem`, { muc, thay: "x" });
			expect(sent.status).toBe(404);
		}
	});
});

describe("a text that was replaced", () => {
	const typed = { text: DECREE, replacedBy: "Nghị định 500/2026/NĐ-CP" };

	it("is previewed with what rests on it, marked, and taken back from the history", async () => {
		const office = await anOffice();
		const minh = await office.administrator();
		const before = await office.text("replaced.yaml");
		const page = await (await minh.sends(`${PAGE}/thay-the`, typed)).text();
		const count = Number(/(\d+) mục dựa vào văn bản này/.exec(page)?.[1]);
		expect(count).toBeGreaterThan(10);
		expect(office.knowledge().replaced).toEqual([]);

		const fields = fieldsOf(page, `${PAGE}/thay-the`);
		fields.append("buoc", "cong-bo");
		const sent = await minh.sends(`${PAGE}/thay-the`, fields);
		expect(sent.status).toBe(303);
		const list = await minh.reads(sent.headers.get("location") ?? "");
		expect(wordsOf(list)).toContain(`${count} mục kèm lời nhắc`);
		expect(wordsOf(list)).toContain(`${count} mục cần rà soát`);
		expect(wordsOf(list)).toContain(`Dựa vào ${DECREE}, đã bị thay bằng`);

		await minh.sends(
			"/quan-tri/kien-thuc/lich-su",
			fieldsOf(list, "/quan-tri/kien-thuc/lich-su"),
		);
		expect(office.knowledge().replaced).toEqual([]);
		expect(await office.text("replaced.yaml")).toBe(before);
	});

	it("keeps what was typed when something is missing", async () => {
		const office = await anOffice();
		const minh = await office.administrator();
		const sent = await minh.sends(`${PAGE}/thay-the`, {
			text: DECREE,
			replacedBy: "",
		});
		expect(sent.status).toBe(422);
		const page = await sent.text();
		expect(page).toContain("Anh/chị ghi văn bản thay thế");
		expect(page).toContain(`value="${DECREE}"`);
	});
});
