import { describe, expect, it } from "vitest";
import { appAt, talkTo } from "./talk.js";

describe("the first contact", () => {
	it("says once what it is, what it keeps and how to reach a person", async () => {
		const lan = talkTo(appAt());
		const first = await lan.says("mo cty tnhh 1 thanh vien can giay to gi");
		expect(first).toContain("tin nhắn tự động");
		expect(first).toContain("không lưu tên");
		expect(first).toContain("gặp người");
		expect(first).toContain("• Điều lệ công ty");
		expect(await lan.says("phí bao nhiêu ạ")).not.toContain("tự động");
	});

	it("says it before the help of /start as well", async () => {
		const lan = talkTo(appAt());
		const first = await lan.says("/start");
		expect(first).toContain("tin nhắn tự động");
		expect(first).toContain("Đặt lịch thứ Bảy");
	});
});

describe("an answer", () => {
	it("gives the papers first, then the source and the month it was checked", async () => {
		const lan = talkTo(appAt());
		const answer = await lan.says("mở công ty 1 thành viên cần giấy tờ gì");
		expect(answer).toContain(
			"Thành lập công ty TNHH một thành viên — giấy tờ cần có\n• Giấy đề nghị",
		);
		expect(answer).toContain(
			"Căn cứ: Nghị định 168/2025/NĐ-CP, Điều 24; Thông tư 68/2025/TT-BTC. Đối chiếu 11/2026.",
		);
		expect(answer).not.toContain("121/2026"); // only the first two sources
		expect(answer).not.toContain("hỏi lại nơi nộp"); // verified: no caution
	});

	it("offers a handful of other aspects and the Saturday", async () => {
		const lan = talkTo(appAt());
		await lan.says("mở công ty 1 thành viên cần giấy tờ gì");
		expect(lan.reply.choices?.map(({ label }) => label)).toEqual([
			"Lệ phí",
			"Bao lâu",
			"Nộp ở đâu",
			"Mẫu đơn",
			"Nộp qua mạng",
			"Đặt lịch thứ Bảy",
			"Đúng ý",
			"Chưa đúng ý",
		]);
	});

	it("tells the fee online apart from the fee on paper", async () => {
		const lan = talkTo(appAt());
		const answer = await lan.says("lệ phí mở công ty một mình");
		expect(answer).toContain("Nộp qua mạng: 100.000 đồng.");
		expect(answer).toContain("Nộp bản giấy: 125.000 đồng.");
		expect(answer).toContain("Căn cứ: Thông tư 47/2019/TT-BTC. ");
	});

	it("says that a fee is not known rather than stating one", async () => {
		const lan = talkTo(appAt());
		const answer = await lan.says("tạm ngừng hộ kinh doanh phí bao nhiêu");
		expect(answer).toContain("Chưa rõ mức phí");
		expect(answer).toContain("HĐND tỉnh quyết định");
		expect(answer).toContain("hỏi lại nơi nộp");
		expect(answer).not.toMatch(/\d đồng/);
	});

	it("says that nothing is known where the entry has no fee at all", async () => {
		const lan = talkTo(appAt());
		expect(await lan.says("khu kinh tế gia hạn lệ phí")).toContain(
			"không ghi mức phí",
		);
	});

	it("tells a deadline without a number by its note", async () => {
		const lan = talkTo(appAt());
		const answer = await lan.says("tạm ngừng hộ kinh doanh bao lâu");
		expect(answer).toContain("Nguồn không ghi số ngày.");
		expect(answer).toContain("UBND tỉnh quy định.");
	});

	it("gives an overview when no aspect was asked", async () => {
		const lan = talkTo(appAt());
		const answer = await lan.says("tôi muốn mở công ty 1 thành viên");
		expect(answer).toContain("Giấy tờ: 2 mục.");
		expect(answer).toContain("qua mạng: 100.000 đồng; bản giấy: 125.000 đồng");
		expect(answer).toContain("Thời hạn: 3 ngày làm việc.");
	});

	it("cautions in one sentence where a later text has to be compared", async () => {
		const lan = talkTo(appAt());
		const answer = await lan.says("tạm ngừng công ty");
		expect(answer).toContain("Cần đối chiếu thêm: NĐ 349/2026/NĐ-CP");
	});

	it("says that the commune decides and the desk advises", async () => {
		const lan = talkTo(appAt());
		const answer = await lan.says("tạm ngừng hộ kinh doanh cần giấy tờ gì");
		expect(answer).toContain("do cấp xã giải quyết");
		expect(answer).toContain("bàn thứ Bảy tư vấn");
	});

	it("says where to go for what is not ours, and offers no booking for it", async () => {
		const lan = talkTo(appAt());
		const answer = await lan.says("khu kinh tế gia hạn cần giấy tờ gì");
		expect(answer).toContain("không nộp ở Sở Tài chính");
		expect(answer).toContain("Ban Quản lý Khu kinh tế tỉnh Quảng Trị");
		expect(answer).toContain("chỉ chỉ đường");
		expect(answer).not.toContain("Đặt lịch");
	});

	it("says that an expired procedure is no longer taken", async () => {
		const lan = talkTo(appAt());
		expect(await lan.says("giảm tiền thuê đất")).toContain(
			"không còn nhận hồ sơ",
		);
	});

	it("answers a FAQ with its own source and the way to the procedure", async () => {
		const lan = talkTo(appAt());
		const answer = await lan.says("nộp phí bằng chuyển khoản được không");
		expect(answer).toContain("thanh toán trực tuyến được.");
		expect(answer).toContain("Nghị định 168/2025/NĐ-CP, Điều 38");
		expect(await lan.taps("Xem thủ tục này")).toContain("Giấy tờ: 2 mục.");
	});

	it("says both where one message needs two procedures", async () => {
		const lan = talkTo(appAt());
		const answer = await lan.says("mở công ty một mình, cả tạm ngừng nữa");
		expect(answer).toContain("Thành lập công ty TNHH một thành viên");
		expect(answer).toContain("Tạm ngừng công ty");
	});
});

describe("a talk about one procedure", () => {
	it("keeps the thread: a follow-up names the procedure after the answer", async () => {
		const lan = talkTo(appAt());
		await lan.says("mở công ty 1 thành viên cần giấy tờ gì");
		const answer = await lan.says("phí bao nhiêu ạ");
		expect(answer).toContain("100.000 đồng");
		expect(answer).toContain("(Thành lập công ty TNHH một thành viên)");
	});

	it("says once whose business it is", async () => {
		const lan = talkTo(appAt());
		await lan.says("tạm ngừng hộ kinh doanh");
		expect(await lan.taps("Giấy tờ")).not.toContain("do cấp xã giải quyết");
	});

	it("is not started anew by a nod, and what can be chosen stays", async () => {
		const lan = talkTo(appAt());
		await lan.says("mở công ty 1 thành viên cần giấy tờ gì");
		expect(await lan.says("dạ vâng")).toContain("1. Lệ phí");
		expect(await lan.says("1")).toContain("100.000 đồng");
	});

	it("asks which is meant by what tells the candidates apart", async () => {
		const lan = talkTo(appAt());
		const question = await lan.says("à mà tạm nghỉ 6 tháng thì phải báo ai");
		expect(question).toContain("Tạm ngừng công ty: Sở Tài chính");
		expect(question).toContain("Tạm ngừng hộ kinh doanh: cấp xã");
		expect(await lan.says("2")).toContain("do cấp xã giải quyết");
	});

	it("keeps the aspect asked through the question back", async () => {
		const lan = talkTo(appAt());
		await lan.says("tạm nghỉ thì nộp ở đâu");
		expect(await lan.says("công ty")).toContain("Tạm ngừng công ty — nơi nộp");
	});

	it('shows the answer before on "quay lại câu trước"', async () => {
		const lan = talkTo(appAt());
		await lan.says("mở công ty 1 thành viên cần giấy tờ gì");
		await lan.says("phí bao nhiêu ạ");
		expect(await lan.says("quay lại câu trước")).toContain("giấy tờ cần có");
	});

	it("shows the last answer again when something else was said since", async () => {
		const lan = talkTo(appAt());
		await lan.says("mở công ty 1 thành viên cần giấy tờ gì");
		await lan.says("phí bao nhiêu ạ");
		await lan.says("vụ kia thì răng");
		expect(await lan.says("quay lại")).toContain("phí, lệ phí");
	});
});

describe("a code in the question", () => {
	it("leads from a code no longer used to what replaced it", async () => {
		const lan = talkTo(appAt());
		const answer = await lan.says("thủ tục 2.002083 cần gì");
		expect(answer).toContain("Mã 2.002083 (Tách công ty) không còn dùng.");
		expect(answer).toContain("hai thành viên trở lên");
	});

	it("says so where nothing replaced it", async () => {
		const lan = talkTo(appAt());
		expect(await lan.says("mã 1.000001")).toContain("chưa thấy mã thay thế");
	});

	it("names its procedure when it is in use", async () => {
		const lan = talkTo(appAt());
		expect(await lan.says("2.001583 phí?")).toContain("100.000 đồng");
	});
});

describe("what the bot cannot answer", () => {
	it("admits it, asks for more, and names the next free place", async () => {
		const lan = talkTo(appAt());
		const answer = await lan.says("vụ chuyển nhượng phần hùn kia kìa");
		expect(answer).toContain("chưa trả lời được");
		expect(answer).toContain("thứ Bảy 28/11/2026, 07:30");
		expect(answer).toContain("Gặp người hỗ trợ");
		expect(await lan.taps("Đặt lịch thứ Bảy")).toContain("chọn ngày");
	});

	it("sends elsewhere what is not ours, with what is near to it", async () => {
		const lan = talkTo(appAt());
		const answer = await lan.says("giấy phép karaoke xin ở mô");
		expect(answer).toContain("ngành văn hóa");
		expect(await lan.taps("Thành lập công ty")).toContain("Giấy tờ: 2 mục.");
	});

	it("greets back and is welcome", async () => {
		const lan = talkTo(appAt());
		expect(await lan.says("chào em")).toContain("Chào anh/chị");
		expect(await lan.says("cảm ơn em")).toContain("Dạ không có gì");
	});

	it.each(["", "   ", "😀😀", "\u0000\u0007", "\u202E\u200F", "???"])(
		"asks kindly for words when there are none (%j)",
		async (text) => {
			const lan = talkTo(appAt());
			expect(await lan.says(text)).toContain("nhắn lại bằng chữ");
		},
	);

	it("stays calm at a very long text and at markup", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await lan.says("x".repeat(50_000));
		await lan.says("<script>alert(1)</script>");
		await lan.says("שלום عالم");
		expect(app.troubles).toEqual([]);
	});
});

describe("numbers that a question never needs", () => {
	it.each([
		["căn cước 045123456789", "045123456789"],
		["gọi tôi 0912 345 678", "0912 345 678"],
		["thẻ 4111 1111 1111 1111", "4111 1111 1111 1111"],
		["thư lan.nguyen@example.vn", "lan.nguyen@example.vn"],
	])(
		"are taken out before anything is searched for (%s)",
		async (said, secret) => {
			const seen: string[] = [];
			const app = appAt(undefined, undefined, {
				understand: (text) => {
					seen.push(text);
					return {
						intent: "ask",
						decision: "answer",
						aspect: "fee",
						candidates: [{ code: "2.001583", name: "", score: 1 }],
						carried: false,
					};
				},
			});
			const lan = talkTo(app);
			const answer = await lan.says(`mở công ty phí bao nhiêu, ${said}`);
			expect(answer).toContain("không cần gửi số căn cước");
			expect(answer).toContain("100.000 đồng");
			expect(seen.join()).not.toContain(secret);
		},
	);
});
