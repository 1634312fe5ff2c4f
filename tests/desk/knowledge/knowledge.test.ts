import { describe, expect, it, vi } from "vitest";
import type { Browser } from "../open-desk.js";
import {
	AT,
	FAQ,
	formOf,
	openKnowledgeDesk,
	PROCEDURE,
	plain,
	VON,
	VON_FILE,
} from "./a-knowledge-desk.js";

/** Each test copies and reads the whole knowledge. */
vi.setConfig({ testTimeout: 60_000 });

const opens = async (browser: Browser, path: string) =>
	(await browser.opens(path)).text();

/** Types over the form of a page, and previews it. */
async function previews(
	browser: Browser,
	path: string,
	typed: Readonly<Record<string, string>>,
) {
	const form = formOf(await opens(browser, path));
	const response = await browser.sends(path, {
		...form,
		...typed,
		viec: "xem",
	});
	return { status: response.status, page: await response.text() };
}

/** Presses Công bố on a preview. */
async function publishes(browser: Browser, path: string, preview: string) {
	const response = await browser.sends(path, {
		...formOf(preview),
		viec: "cong-bo",
	});
	const to = response.headers.get("location");
	return {
		status: response.status,
		page: to ? await opens(browser, to) : await response.text(),
	};
}

describe("looking for an entry", () => {
	it("finds it by words without accents, in every kind", async () => {
		const { administrator } = await openKnowledgeDesk();
		const lan = await administrator();
		const page = await opens(lan, `${AT}?q=gop+von+dieu+le`);
		expect(page).toContain("Góp vốn điều lệ chậm nhất khi nào?");
		expect(await opens(lan, `${AT}?q=tet+duong+lich`)).toContain(
			"Tết Dương lịch",
		);
		expect(await opens(lan, `${AT}?q=trach+nhiem+huu+han`)).toContain("tnhh");
		expect(await opens(lan, `${AT}?q=passport`)).toContain("ho-chieu-can-cuoc");
		expect(await opens(lan, `${AT}?q=qwxzqwxz`)).toContain("Chưa thấy mục nào");
	});

	it("lists every kind with how many it has, and each kind with its review", async () => {
		const { administrator } = await openKnowledgeDesk();
		const lan = await administrator();
		expect(await opens(lan, AT)).toContain("Câu hỏi thường gặp");
		const page = await opens(lan, `${AT}?loai=hoi-dap`);
		expect(page).toContain("Đối chiếu 23/11/2026");
	});
});

describe("correcting an entry", () => {
	it("shows the answer as people will read it, the lines and the effect, and changes nothing yet", async () => {
		const { administrator, everything } = await openKnowledgeDesk({
			effect: {
				total: 1_697,
				changes: [
					{
						text: "góp vốn bao lâu",
						before: "chưa rõ",
						after: "đặt lịch",
						rightBefore: false,
						rightAfter: false,
					},
					{
						text: "hạn góp vốn",
						before: "“Góp vốn”",
						after: "chưa rõ",
						rightBefore: true,
						rightAfter: false,
					},
				],
			},
		});
		const before = await everything();
		const lan = await administrator();
		const { page } = await previews(lan, VON, {
			answer: "Trong 90 ngày từ ngày được cấp giấy",
		});
		expect(page).toContain("Trong 90 ngày từ ngày được cấp giấy.<br>");
		expect(page).toContain("Căn cứ: Luật Doanh nghiệp 59/2020/QH14.");
		expect(page).toMatch(/class="before"[\s\S]*phải góp đủ vốn trong 90 ngày/);
		expect(page).toContain("Trong 1697 câu mẫu có 2 câu đổi kết quả.");
		expect(page.indexOf("hạn góp vốn”")).toBeLessThan(
			page.indexOf("góp vốn bao lâu”"),
		);
		expect(await everything()).toEqual(before);
	});

	it("publishes in the second step, and says so", async () => {
		const { administrator, text, takesOver } = await openKnowledgeDesk();
		const lan = await administrator();
		const { page } = await previews(lan, VON, { answer: "Trong 90 ngày." });
		const done = await publishes(lan, VON, page);
		expect(done.status).toBe(303);
		expect(done.page).toContain("Đã công bố.");
		expect(await text()).toContain("answer: Trong 90 ngày.\n");
		const { faq } = await takesOver();
		expect(faq.get("von-gop-du-90-ngay")?.answer).toBe("Trong 90 ngày.");
	});

	it("takes a fee as people write it", async () => {
		const { administrator, takesOver } = await openKnowledgeDesk();
		const lan = await administrator();
		const { page } = await previews(lan, PROCEDURE, {
			"fee.paper": "100.000",
			"fee.note": "Lệ phí theo Thông tư 47/2019/TT-BTC",
		});
		expect(page).toContain("Nộp bản giấy: 100.000 đồng.");
		await publishes(lan, PROCEDURE, page);
		const { procedures } = await takesOver();
		expect(procedures.get("1.005169")?.fee).toMatchObject({
			online: 0,
			paper: 100_000,
		});
	});

	it("goes back to the form with what was typed", async () => {
		const { administrator } = await openKnowledgeDesk();
		const lan = await administrator();
		const { page } = await previews(lan, VON, { answer: "Một <b>nháp</b>" });
		const again = await lan.sends(VON, { ...formOf(page), viec: "sua" });
		expect(formOf(await again.text()).answer).toBe("Một <b>nháp</b>");
	});

	it.each([
		["an empty answer", VON, { answer: " " }, "Mục này cần điền."],
		["no source", VON, { source: "" }, "Cần ít nhất một dòng."],
		["a day that is none", VON, { checkedOn: "31/02/2026" }, "Ngày chưa đúng."],
		["no such procedure", VON, { procedure: "9.999999" }, "không có thủ tục"],
		["an aspect of somebody's own", VON, { aspect: "x" }, "Chọn một trong"],
		["a fee in words", PROCEDURE, { "fee.paper": "một trăm" }, "Ghi một số"],
		[
			"a fee without source",
			PROCEDURE,
			{ "fee.source": "" },
			"ít nhất một dòng",
		],
		[
			"a desk that ends before it begins",
			`${AT}/muc?loai=ban&ma=thu-bay`,
			{ "sessions.0.to": "06:00" },
			"Giờ cuối phải sau giờ đầu.",
		],
		[
			"a holiday that is opened",
			`${AT}/muc?loai=ban&ma=thu-bay`,
			{ opened: "01/01/2026" },
			"là ngày lễ",
		],
	])(
		"says %s at the field, keeps what was typed, and changes no byte",
		async (_, path, typed, words) => {
			const { administrator, everything } = await openKnowledgeDesk();
			const before = await everything();
			const lan = await administrator();
			const marked =
				path === VON
					? { ...typed, asks: 'một cách hỏi\nmột "cách" nữa' }
					: typed;
			const { page } = await previews(lan, path, marked);
			expect(page).toContain(words);
			expect(page).toContain("Cần sửa:");
			for (const [name, value] of Object.entries(marked))
				expect(formOf(page)[name]?.replaceAll("\r", "")).toBe(value);
			const form = formOf(page);
			const forced = await lan.sends(path, { ...form, viec: "cong-bo" });
			expect(forced.status).toBe(200);
			expect(await everything()).toEqual(before);
		},
	);

	it("bears whatever is sent", async () => {
		const { administrator, everything } = await openKnowledgeDesk();
		const before = await everything();
		const lan = await administrator();
		for (const path of [
			`${AT}/muc`,
			`${AT}/muc?loai=__proto__&ma=x`,
			`${AT}/muc?loai=viet-tat&ma=__proto__`,
			`${AT}/muc?loai=thu-tuc&ma=../../etc/passwd`,
			`${AT}/muc?loai=thu-tuc`,
		]) {
			expect((await lan.opens(path)).status).toBe(404);
			const sent = { viec: "cong-bo", "sessions.9999999.from": "x", bo: "1" };
			expect([200, 303, 404, 409]).toContain(
				(await lan.sends(path, sent)).status,
			);
		}
		expect(await everything()).toEqual(before);
	});
});

describe("adding and taking away", () => {
	const TYPED = {
		question: "Bàn có giúp điền đơn không?",
		asks: "nhờ điền đơn giúp\nkhông biết điền đơn",
		answer: "Có, tình nguyện viên giúp điền.",
		procedure: "1.005169",
		source: "Kế hoạch của chi đoàn",
	};

	it("adds a question, once even if sent twice", async () => {
		const { administrator, takesOver } = await openKnowledgeDesk();
		const lan = await administrator();
		const { page } = await previews(lan, FAQ, TYPED);
		expect(page).toContain("Thêm câu hỏi thường gặp");
		expect((await publishes(lan, FAQ, page)).page).toContain("Đã công bố.");
		const again = await publishes(lan, FAQ, page);
		expect(again.page).toContain("Nội dung này đã được công bố rồi.");
		const { faq } = await takesOver();
		const added = [...faq.values()].filter(
			({ question }) => question === TYPED.question,
		);
		expect(added).toMatchObject([
			{ answer: TYPED.answer, checkedOn: "2026-11-28", confidence: "partly" },
		]);
	});

	it("takes a question away in two steps", async () => {
		const { administrator, takesOver } = await openKnowledgeDesk();
		const lan = await administrator();
		const { version } = formOf(await opens(lan, VON));
		const sent = { version: version ?? "", bo: "1", viec: "xem" };
		const page = await (await lan.sends(VON, sent)).text();
		expect(page).toContain("Bỏ câu hỏi thường gặp");
		expect((await publishes(lan, VON, page)).page).toContain("Đã bỏ mục.");
		expect((await takesOver()).faq.has("von-gop-du-90-ngay")).toBe(false);
	});

	it("adds a day of the calendar, an abbreviation and a meaning", async () => {
		const { administrator, takesOver } = await openKnowledgeDesk();
		const lan = await administrator();
		const adds = async (kind: string, typed: Record<string, string>) => {
			const path = `${AT}/muc?loai=${kind}`;
			const { page } = await previews(lan, path, typed);
			return publishes(lan, path, page);
		};
		const day = {
			from: "2027-05-08",
			kind: "break",
			name: "nghỉ bù",
			status: "official",
			source: "Công văn 1",
		};
		expect((await adds("ngay", day)).page).toContain("Đã công bố.");
		await adds("viet-tat", { id: "xnc", value: "xuất nhập cảnh" });
		await adds("cach-noi", { value: "nhượng quyền\nfranchise" });
		const { calendar, synonyms } = await takesOver();
		expect(calendar.days).toContainEqual(day);
		expect(synonyms.abbreviations.xnc).toBe("xuất nhập cảnh");
		expect(synonyms.meanings["nhuong-quyen"]).toEqual([
			"nhượng quyền",
			"franchise",
		]);
		const taken = await previews(lan, `${AT}/muc?loai=ngay`, {
			...day,
			name: "khác",
		});
		expect(taken.page).toContain("Đã có mục như vậy");
		const backwards = await previews(lan, `${AT}/muc?loai=ngay`, {
			...day,
			from: "2027-08-07",
			to: "2027-08-01",
		});
		expect(backwards.page).toContain("Ngày cuối đang trước ngày đầu.");
	});
});

describe("two administrators and one entry", () => {
	it("the second sees what the first wrote beside their own words, and can go on", async () => {
		const { administrator, text } = await openKnowledgeDesk();
		const lan = await administrator("chị Lan");
		const minh = await administrator("anh Minh");
		const first = await previews(lan, VON, { answer: "Của chị Lan." });
		const second = await previews(minh, VON, { answer: "Của anh Minh." });
		await publishes(lan, VON, first.page);
		const clash = await publishes(minh, VON, second.page);
		expect(clash.status).toBe(409);
		expect(clash.page).toContain("chị Lan đã sửa mục này lúc 08:00");
		expect(clash.page).toContain("Của chị Lan.");
		expect(formOf(clash.page).answer).toBe("Của anh Minh.");
		expect(await text()).toContain("answer: Của chị Lan.\n");
		const third = await minh.sends(VON, { ...formOf(clash.page), viec: "xem" });
		const done = await publishes(minh, VON, await third.text());
		expect(done.page).toContain("Đã công bố.");
		expect(await text()).toContain("answer: Của anh Minh.\n");
	});

	it("an entry that was taken away meanwhile is not lost with what was typed", async () => {
		const { administrator } = await openKnowledgeDesk();
		const lan = await administrator("chị Lan");
		const minh = await administrator("anh Minh");
		const { page } = await previews(minh, VON, { answer: "Của anh Minh." });
		const { version = "" } = formOf(await opens(lan, VON));
		await lan.sends(VON, { version, bo: "1", viec: "cong-bo" });
		const clash = await publishes(minh, VON, page);
		expect(clash.page).toContain("chị Lan đã bỏ mục này");
		expect(formOf(clash.page).answer).toBe("Của anh Minh.");
	});
});

describe("the history", () => {
	const undoes = async (browser: Browser, nth = 0) => {
		const page = await opens(browser, `${AT}/lich-su`);
		const ids = [...page.matchAll(/name="lan" value="([^"]+)"/g)];
		const response = await browser.sends(`${AT}/lich-su`, {
			lan: ids[nth]?.[1] ?? "",
		});
		expect(response.status).toBe(303);
		return plain(await opens(browser, response.headers.get("location") ?? ""));
	};

	it("says who, when and what, and takes back byte for byte in one step", async () => {
		const { administrator, everything } = await openKnowledgeDesk();
		const before = await everything();
		const lan = await administrator("chị Lan");
		const { page } = await previews(lan, VON, { answer: "Khác." });
		await publishes(lan, VON, page);
		expect(await everything()).not.toEqual(before);
		const history = plain(await opens(lan, `${AT}/lich-su`));
		expect(history).toContain("08:00 ngày 28/11/2026");
		expect(history).toContain("<strong>chị Lan</strong>");
		expect(history).toContain("Góp vốn điều lệ chậm nhất khi nào?");
		const undone = await undoes(lan);
		expect(undone).toContain("Đã hoàn tác: Sửa câu hỏi thường gặp");
		expect(undone).toContain('<p class="note">Đã hoàn tác.</p>');
		expect(await everything()).toEqual(before);
	});

	it("says in words why an older edit cannot be taken back", async () => {
		const { administrator, text } = await openKnowledgeDesk();
		const lan = await administrator("chị Lan");
		for (const answer of ["Một.", "Hai."]) {
			const { page } = await previews(lan, VON, { answer });
			await publishes(lan, VON, page);
		}
		expect(await undoes(lan, 1)).toContain("Chưa hoàn tác: mục");
		expect(await text(VON_FILE)).toContain("answer: Hai.\n");
		const response = await lan.sends(`${AT}/lich-su`, { lan: "../x" });
		expect(await opens(lan, response.headers.get("location") ?? "")).toContain(
			"Không thấy lần sửa này",
		);
	});
});
