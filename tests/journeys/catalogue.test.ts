import { beforeAll, describe, expect, it } from "vitest";
import { actValue } from "../../src/conversation/act.js";
import { showMoney } from "../../src/conversation/wording/show.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { Aspect, type Knowledge } from "../../src/knowledge/schema.js";
import { createSearch } from "../../src/search/search.js";
import { type App, appAt, type Talker, talkTo } from "./talk.js";

/** The catalogue as it is published, under the conversation. */
let knowledge: Knowledge;
let app: App;
let lan: Talker;

beforeAll(async () => {
	knowledge = await loadKnowledge("knowledge");
	app = appAt(undefined, undefined, {
		understand: createSearch(knowledge).understand,
	});
	app.knowledge = knowledge;
	lan = talkTo(app);
	await lan.says("chào em");
});

describe("every entry", () => {
	it("answers every aspect with its source, and states no amount it does not hold", async () => {
		for (const { id, fee, checkedOn } of knowledge.procedures.values()) {
			for (const aspect of [null, ...Aspect.options]) {
				const told = await lan.says(
					actValue({ kind: "ask", procedure: id, aspect }),
				);
				expect(told, id).not.toMatch(/undefined|null|NaN|\[object/);
				expect(told, id).toContain(
					`Đối chiếu ${checkedOn.slice(5, 7)}/${checkedOn.slice(0, 4)}.`,
				);
				if (aspect === "fee" && fee) {
					const { online, paper } = fee;
					for (const amount of [online, paper]) {
						if (amount) expect(told, id).toContain(showMoney(amount));
					}
					if (online === null && paper === null) {
						expect(told, id).toContain("Chưa rõ mức phí, lệ phí.");
					}
				}
				for (const { value } of lan.reply.choices ?? []) {
					expect(Buffer.byteLength(value)).toBeLessThanOrEqual(64);
				}
			}
		}
		expect(app.troubles).toEqual([]);
	}, 60_000);

	it("that answers a FAQ tells the way to its procedure", async () => {
		for (const { id } of knowledge.faq.values()) {
			const told = await lan.says(actValue({ kind: "faq", faq: id }));
			expect(told, id).toContain("Đối chiếu");
			expect(told, id).toContain("Xem thủ tục này");
		}
	}, 60_000);

	it("that is no longer used leads on or says so", async () => {
		for (const { code } of knowledge.legacy.values()) {
			expect(await lan.says(`thủ tục ${code}`), code).toContain(`Mã ${code} (`);
		}
	}, 60_000);
});

describe("the published search under the conversation", () => {
	it.each([
		["mo cty tnhh 1 thanh vien can giay to gi", "Điều lệ công ty"],
		["2.002083", "2.002085"],
		["giấy phép karaoke xin ở mô", "không thuộc bàn này"],
		["cảm ơn em nhé", "Dạ không có gì"],
	])("%s → %s", async (question, expected) => {
		expect(await talkTo(app).says(question)).toContain(expected);
	});

	it("books, moves and cancels in plain words", async () => {
		const hoa = talkTo(app);
		await hoa.says("mở công ty tnhh 1 thành viên cần giấy tờ gì");
		await hoa.says("cho em đặt lịch thứ 7 tuần sau lúc 9 giờ nhé");
		await hoa.says("vâng em đồng ý");
		await hoa.says("em tên Hoa ạ");
		await hoa.says("không cần đâu");
		const check = hoa.reply.text;
		expect(check).toContain("thứ Bảy 05/12/2026, 09:00");
		expect(check).toContain("Tên gọi: Hoa");
		expect(check).toContain("Việc: Thành lập công ty TNHH một thành viên");
		await hoa.says("đúng rồi em");
		expect(hoa.reply.booking?.status).toBe("booked");
		await hoa.says("em bận, đổi lịch sang 10h được không");
		await hoa.says("ok");
		expect(hoa.reply.booking).toMatchObject({ time: "10:00", status: "moved" });
		await hoa.says("hủy lịch giúp em");
		await hoa.says("vâng");
		expect(hoa.reply.booking?.status).toBe("cancelled");
	});
});
