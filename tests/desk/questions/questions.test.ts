import { describe, expect, it, vi } from "vitest";
import { anOffice, fieldsOf, wordsOf } from "./an-office.js";

/** Each test reads a whole knowledge folder several times. */
vi.setConfig({ testTimeout: 30_000 });

const PAGE = "/quan-tri/cau-hoi";
const VON = "von-gop-du-90-ngay";
const ASKED = "hùn hạp mở xưởng tôm khô thì nộp tiền mặt được hông";

async function published(
	minh: Awaited<
		ReturnType<Awaited<ReturnType<typeof anOffice>>["administrator"]>
	>,
	action: string,
	page: string,
) {
	const fields = fieldsOf(page, action);
	fields.append("buoc", "cong-bo");
	const answer = await minh.sends(action, fields);
	expect(answer.status).toBe(303);
	return wordsOf(await minh.reads(answer.headers.get("location") ?? ""));
}

describe("the list", () => {
	it("has the month's groups, most asked first, with how they ended and who waits", async () => {
		const office = await anOffice();
		await office.asked("câu hỏi ít");
		const id = await office.asked(ASKED, 3);
		await office.asked(ASKED, 2, {
			procedure: "2.001583",
			aspect: null,
			faq: VON,
		});
		await office.stores.followers.follow({
			group: id,
			person: "telegram:1",
			since: new Date(),
		});
		const minh = await office.administrator();
		const page = wordsOf(await minh.reads(PAGE));
		expect(page).toContain("6 lượt chưa trả lời được; còn 2 nhóm");
		expect(page.indexOf(ASKED)).toBeLessThan(page.indexOf("câu hỏi ít"));
		expect(page).toContain(
			"chưa rõ 3 lần; chưa đúng ý 2 lần sau câu “Góp vốn điều lệ chậm nhất khi nào?”",
		);
		expect(page).toContain("1 người chờ được báo");
		expect(page).not.toContain("telegram:1");
	});

	it("shows what was typed as text, never as markup", async () => {
		const office = await anOffice();
		await office.asked("<script>alert(1)</script> là gì");
		const minh = await office.administrator();
		expect(await minh.reads(PAGE)).not.toContain("<script>alert");
	});
});

describe("attaching to an answer that is there", () => {
	it("takes two taps: what it changes is seen, then published, and the group is done", async () => {
		const office = await anOffice();
		const id = await office.asked(ASKED, 6);
		const minh = await office.administrator();
		await office.stores.followers.follow({
			group: id,
			person: "telegram:1",
			since: new Date(),
		});
		const action = `${PAGE}/${id}/gan`;
		const preview = await minh.sends(action, {
			vao: `faq:${VON}`,
			cach: ASKED,
		});
		const page = await preview.text();
		expect(preview.status).toBe(200);
		expect(wordsOf(page)).toContain("Trong 800 câu mẫu có 1 câu đổi kết quả");
		expect(wordsOf(page)).toContain("1 câu đang đúng thành sai");
		expect(wordsOf(page)).toContain("Cả nhóm này (6 lần hỏi) được trả lời");
		expect(office.knowledge().faq.get(VON)?.asks).not.toContain(ASKED);

		const list = await published(minh, action, page);
		expect(list).toContain(`Đã công bố: “${ASKED}”`);
		expect(list).toContain("1 người nhờ báo sẽ được báo");
		expect(office.knowledge().faq.get(VON)?.asks).toContain(ASKED);
		expect(await office.questions.open()).toEqual([]);
		expect(await office.stores.letters.waiting()).toMatchObject([
			{ to: "telegram:1", content: { kind: "answer-published", faq: VON } },
		]);
		expect(await office.editor.history()).toMatchObject([
			{ by: minh.member.id, entry: { kind: "faq", id: VON } },
		]);
	});

	it("of the same form sent twice, the second changes nothing and says so", async () => {
		const office = await anOffice();
		const id = await office.asked(ASKED);
		const minh = await office.administrator();
		const action = `${PAGE}/${id}/gan`;
		const form = { vao: `faq:${VON}`, cach: ASKED };
		const page = await (await minh.sends(action, form)).text();
		await published(minh, action, page);
		expect(await published(minh, action, page)).toContain(
			"Nhóm này vừa được xử lý xong",
		);
		expect(await office.editor.history()).toHaveLength(1);
	});

	it("when somebody else edits the entry meanwhile, shows the clash and publishes only when told again", async () => {
		const office = await anOffice();
		const id = await office.asked(ASKED);
		const minh = await office.administrator();
		const action = `${PAGE}/${id}/gan`;
		const form = { vao: `faq:${VON}`, cach: ASKED };
		const page = await (await minh.sends(action, form)).text();
		const opened = await office.editor.open<"faq">({ kind: "faq", id: VON });
		if (!opened) throw new Error("not there");
		await office.editor.publish(
			{
				entry: opened.entry,
				content: { ...opened.content, answer: "Lời của chị Lan." },
			},
			opened.version,
			"tv-lan",
			new Date(),
		);
		const fields = fieldsOf(page, action);
		fields.append("buoc", "cong-bo");
		const clash = await minh.sends(action, fields);
		expect(clash.status).toBe(409);
		const again = await clash.text();
		expect(wordsOf(again)).toContain("Người khác vừa sửa mục này");
		expect(wordsOf(again)).toContain("Lời của chị Lan.");
		await published(minh, action, again);
		expect(office.knowledge().faq.get(VON)).toMatchObject({
			answer: "Lời của chị Lan.",
			asks: expect.arrayContaining([ASKED]),
		});
	});

	it("to something out of scope, the group ends as that", async () => {
		const office = await anOffice();
		const id = await office.asked("xin bằng lái xe ủi");
		const minh = await office.administrator();
		const action = `${PAGE}/${id}/gan`;
		const form = { vao: "topic:bang-lai-xe", cach: "xin bằng lái xe ủi" };
		await published(
			minh,
			action,
			await (await minh.sends(action, form)).text(),
		);
		expect((await office.questions.find(id))?.group.settled?.as).toBe(
			"out-of-scope",
		);
		expect(await office.text("out-of-scope.yaml")).toContain(
			"xin bằng lái xe ủi",
		);
	});

	it("what cannot be done is said on the page of the group", async () => {
		const office = await anOffice();
		const id = await office.asked(ASKED);
		const minh = await office.administrator();
		const action = `${PAGE}/${id}/gan`;
		const none = await minh.sends(action, { vao: `faq:${VON}` });
		expect(none.status).toBe(422);
		expect(await none.text()).toContain("ít nhất một cách hỏi");
		const gone = await minh.sends(action, { vao: "faq:khong-co", cach: ASKED });
		expect(await gone.text()).toContain("Câu này nay không còn");
		expect((await minh.opens(`${PAGE}/2611-99`)).status).toBe(404);
		expect((await minh.opens(`${PAGE}/x`)).status).toBe(404);
	});

	it("is still possible when the effect cannot be worked out", async () => {
		const office = await anOffice({
			effect: async () => {
				throw new Error("no thread");
			},
		});
		const id = await office.asked(ASKED);
		const minh = await office.administrator();
		const action = `${PAGE}/${id}/gan`;
		const form = { vao: `faq:${VON}`, cach: ASKED };
		const page = await (await minh.sends(action, form)).text();
		expect(wordsOf(page)).toContain("Chưa thử được trên các câu mẫu");
		expect(await published(minh, action, page)).toContain("Đã công bố");
	});

	it("entries are found by other words", async () => {
		const office = await anOffice();
		const id = await office.asked("xyz tuv");
		const minh = await office.administrator();
		const page = await minh.reads(
			`${PAGE}/${id}?${new URLSearchParams({ tim: "góp vốn chậm nhất khi nào" })}`,
		);
		expect(page).toContain(`value="faq:${VON}"`);
	});
});

describe("writing an answer", () => {
	const typed = {
		question: "Góp vốn bằng tiền mặt được không?",
		procedure: "2.001583",
		answer: "Cá nhân góp bằng tiền mặt được.",
		source: "Nghị định 52/2013/NĐ-CP, Điều 6\nLuật Doanh nghiệp, Điều 34",
	};

	it("is seen as the citizen will, then published with its sources; the group is done", async () => {
		const office = await anOffice();
		const id = await office.asked(ASKED, 2);
		const minh = await office.administrator();
		const action = `${PAGE}/${id}/tra-loi`;
		expect(wordsOf(await minh.reads(action))).toContain("Thuộc thủ tục");
		const page = await (await minh.sends(action, typed)).text();
		expect(wordsOf(page)).toContain(
			"Căn cứ: Nghị định 52/2013/NĐ-CP, Điều 6; Luật Doanh nghiệp, Điều 34.",
		);
		await published(minh, action, page);
		expect(
			office.knowledge().faq.get("gop-von-bang-tien-mat-duoc-khong"),
		).toMatchObject({
			question: typed.question,
			answer: typed.answer,
			asks: [typed.question, ASKED],
			source: typed.source.split("\n"),
			checkedOn: "2026-11-28",
		});
		expect((await office.questions.find(id))?.group.settled).toMatchObject({
			as: "answered",
			answer: { faq: "gop-von-bang-tien-mat-duoc-khong" },
			by: minh.member.id,
		});
	});

	it("keeps what was typed when something is missing, and when it is to be mended", async () => {
		const office = await anOffice();
		const id = await office.asked(ASKED);
		const minh = await office.administrator();
		const action = `${PAGE}/${id}/tra-loi`;
		const missing = await minh.sends(action, { ...typed, source: " " });
		expect(missing.status).toBe(422);
		const form = await missing.text();
		expect(form).toContain("Anh/chị ghi nguồn");
		expect(form).toContain(typed.answer);
		const fields = fieldsOf(
			await (await minh.sends(action, typed)).text(),
			action,
		);
		fields.append("buoc", "sua");
		const mended = await (await minh.sends(action, fields)).text();
		for (const text of [typed.question, typed.answer, "Luật Doanh nghiệp"])
			expect(mended).toContain(text);
		expect(await office.editor.history()).toEqual([]);
	});
});

describe("what needs no answer", () => {
	it.each(["out-of-scope", "dismissed"] as const)(
		"is ended in one tap: %s",
		async (as) => {
			const office = await anOffice();
			const id = await office.asked("alo alo");
			const minh = await office.administrator();
			const answer = await minh.sends(`${PAGE}/${id}/xong`, { la: as });
			expect(answer.status).toBe(303);
			expect((await office.questions.find(id))?.group.settled?.as).toBe(as);
			expect(await office.editor.history()).toEqual([]);
		},
	);
});
