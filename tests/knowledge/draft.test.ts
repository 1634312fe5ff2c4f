import { describe, expect, it } from "vitest";
import {
	markReplaced,
	reviewed,
	slug,
	withAsk,
	withFaqDraft,
} from "../../src/knowledge/draft.js";
import { planEdit } from "../../src/knowledge/edit.js";
import { loadKnowledge, readTexts } from "../../src/knowledge/load.js";
import { locate, opened } from "../../src/knowledge/locate.js";

const knowledge = await loadKnowledge("knowledge");
const texts = await readTexts("knowledge");

/** What an edit adds to its file and takes from it, line by line. */
function lines(edit: Parameters<typeof planEdit>[1]) {
	const planned = planEdit(texts, edit);
	if (planned.kind !== "plan") return planned.kind;
	const old = new Set(planned.plan.before?.split("\n"));
	const fresh = new Set(planned.plan.after?.split("\n"));
	return {
		added: [...fresh].filter((line) => !old.has(line)),
		removed: [...old].filter((line) => !fresh.has(line)),
	};
}

function open<Kind extends "faq" | "procedure">(kind: Kind, id: string) {
	const found = locate(texts, { kind, id });
	if (!found) throw new Error(`no ${id}`);
	return opened({ kind, id }, found);
}

describe("a new question", () => {
	it.each([
		["Góp vốn điều lệ chậm nhất khi nào?", "gop-von-dieu-le-cham-nhat-khi-nao"],
		["Đổi trụ sở ở đâu ạ???", "doi-tru-so-o-dau-a"],
		["Ứng dụng VNeID bị khóa", "ung-dung-vneid-bi-khoa"],
		["???", "cau-hoi"],
		["a".repeat(90), "a".repeat(60)],
		[
			"Công ty có vốn đầu tư nước ngoài chuyển nhượng phần vốn góp cho người Việt",
			"cong-ty-co-von-dau-tu-nuoc-ngoai-chuyen-nhuong-phan-von-gop",
		],
	])("%j gets the id %j", (question, id) => {
		expect(slug(question)).toBe(id);
	});

	it("gets an id of its own, today's date, and passes the check", async () => {
		const first = withFaqDraft(
			knowledge,
			{
				question: "Von gop du 90 ngay",
				procedure: "2.001583",
				answer: "Trong 90 ngày.",
				source: ["Luật Doanh nghiệp 59/2020/QH14, Điều 47"],
			},
			"2026-11-24",
		);
		expect(first.entry.id).toBe("von-gop-du-90-ngay-2");
		expect(first.content).toMatchObject({
			asks: ["Von gop du 90 ngay"],
			confidence: "partly",
			checkedOn: "2026-11-24",
		});
		const planned = planEdit(texts, first);
		if (planned.kind !== "plan") throw new Error(planned.kind);
		const { file, after } = planned.plan;
		const after90 = await loadKnowledge("knowledge", new Map([[file, after]]));
		expect(after90.faq.get(first.entry.id)?.answer).toBe("Trong 90 ngày.");
	});
});

describe("a way of asking", () => {
	it("is added as one line to a question and to a procedure", () => {
		expect(
			lines(withAsk(open("faq", "von-gop-du-90-ngay"), "vốn góp trễ")),
		).toEqual({ added: ["      - vốn góp trễ"], removed: [] });
		expect(lines(withAsk(open("procedure", "2.001610"), "mở dntn"))).toEqual({
			added: ["  - mở dntn"],
			removed: [],
		});
	});

	it("that is known already changes nothing", () => {
		expect(
			lines(withAsk(open("procedure", "2.001610"), " Mở Doanh nghiệp tư nhân")),
		).toBe("unchanged");
	});
});

it("a reviewed entry gets today's date in its place", () => {
	const { removed, added } = lines(
		reviewed(open("procedure", "2.001610"), "2026-12-01"),
	) as Record<string, string[]>;
	expect(removed).toEqual(["checkedOn: '2026-11-23'"]);
	expect(added).toEqual(["checkedOn: '2026-12-01'"]);
});

it("a review set for a day is over when the entry is reviewed", () => {
	const entry = open("procedure", "2.001610");
	const content = { ...entry.content, reviewBy: "2026-11-30" };
	expect(
		reviewed({ ...entry, content }, "2026-12-01").content,
	).not.toHaveProperty("reviewBy");
});

it("a text marked as replaced cautions every entry that rests on it", async () => {
	const edit = markReplaced(
		{ text: "Nghị định 168/2025/NĐ-CP", replacedBy: "Nghị định 1/2027/NĐ-CP" },
		"2026-12-01",
	);
	expect(lines(edit)).toMatchObject({
		added: [
			"replaced:",
			"  - text: Nghị định 168/2025/NĐ-CP",
			"    replacedBy: Nghị định 1/2027/NĐ-CP",
			"    markedOn: '2026-12-01'",
		],
	});
});
