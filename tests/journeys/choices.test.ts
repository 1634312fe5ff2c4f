import { describe, expect, it } from "vitest";
import { appAt, talkTo } from "./talk.js";

describe("a choice", () => {
	it.each(["2", "2.", "2)", "số 2", "hai", "chọn 2 ạ", "bao lau", "BAO LÂU?"])(
		"can be typed as %s",
		async (typed) => {
			const lan = talkTo(appAt());
			await lan.says("mở công ty 1 thành viên cần giấy tờ gì");
			expect(await lan.says(typed)).toContain("3 ngày làm việc");
		},
	);

	it("of an answer works under however old a message", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await lan.says("mở công ty 1 thành viên cần giấy tờ gì");
		const old = lan.reply;
		await lan.says("tạm ngừng hộ kinh doanh");
		app.passes(60 * 24 * 20);
		app.restarted();
		expect(await lan.tapsOn(old, "Lệ phí")).toContain("100.000 đồng");
	});

	it("of an older step never acts on the present one", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch");
		await lan.taps("28/11/2026");
		const hours = lan.reply;
		await lan.taps("Quay lại");
		await lan.taps("05/12/2026");
		await lan.taps("10:00");
		const told = await lan.tapsOn(hours, "08:00");
		expect(told).toContain("tin nhắn cũ");
		expect(told).toContain("đồng ý không"); // the present step
		await lan.taps("Đồng ý");
		await lan.says("chị Hoa");
		expect(await lan.taps("Không cần")).toContain("05/12/2026, 10:00");
	});

	it("of a form long closed says so and offers what can be done", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch");
		const days = lan.reply;
		await lan.taps("Thôi");
		const told = await lan.tapsOn(days, "28/11/2026");
		expect(told).toContain("tin nhắn cũ");
		expect(told).toContain("Đặt lịch thứ Bảy");
	});

	it("of a form from before everything was deleted is old as well", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await lan.says("đặt lịch");
		const days = lan.reply;
		await lan.says("xóa dữ liệu của tôi");
		await lan.taps("Xóa hết");
		app.passes(1);
		await lan.says("đặt lịch");
		expect(await lan.tapsOn(days, "28/11/2026")).toContain("tin nhắn cũ");
	});

	it("has a value that fits into a button of any channel", async () => {
		const lan = talkTo(appAt());
		for (const text of [
			"tạm ngừng công ty cần giấy tờ gì",
			"đặt lịch",
			"1",
			"1",
			"1",
		]) {
			await lan.says(text);
			for (const { value } of lan.reply.choices ?? []) {
				expect(Buffer.byteLength(value)).toBeLessThanOrEqual(64);
			}
		}
	});
});

describe("a number", () => {
	it("without a list to choose from gets a question back", async () => {
		const lan = talkTo(appAt());
		expect(await lan.says("1")).toContain("Số 1 là chọn việc gì");
	});

	it("is never read against a list that is not the last one", async () => {
		const lan = talkTo(appAt());
		await lan.says("mở công ty 1 thành viên cần giấy tờ gì");
		await lan.says("cảm ơn em"); // no list
		expect(await lan.says("1")).toContain("Số 1 là chọn việc gì");
	});

	it("that the list does not have is asked for again", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch");
		const told = await lan.says("9");
		expect(told).toContain("không có số 9");
		expect(told).toContain("1. thứ Bảy 28/11/2026");
	});

	it("0 goes one step back, and out of the first step", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch");
		await lan.says("1");
		expect(await lan.says("0")).toContain("chọn ngày");
		expect(await lan.says("0")).toContain("chưa đặt lịch nào");
	});
});

describe("leaving", () => {
	it.each([
		"thôi",
		"dừng",
		"dừng lại",
		"hủy bỏ thao tác",
		"hủy",
		"/huy",
		"/cancel",
	])("a booking half made with %s gives the seat back", async (word) => {
		const app = appAt(undefined, undefined, {
			desks: [{ placesPerHalfHour: 1 }],
		});
		const lan = talkTo(app);
		await lan.says("đặt lịch 28/11 8h");
		expect(await lan.says(word)).toContain("chưa đặt lịch nào");
		const [, eight] = await app.booking.hours("thu-bay", "2026-11-28");
		expect(eight?.free).toBe(1);
		expect(await lan.says("lệ phí mở công ty một mình")).toContain("100.000");
	});

	it("steps back through the whole form", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch");
		await lan.says("1");
		await lan.says("1");
		await lan.taps("Đồng ý");
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		expect(await lan.says("quay lại")).toContain("số điện thoại");
		expect(await lan.says("quay lại")).toContain("gọi anh/chị là gì");
		expect(await lan.says("quay lại")).toContain("giờ nào");
		expect(await lan.says("quay lại")).toContain("chọn ngày");
		expect(await lan.says("quay lại")).toContain("chưa đặt lịch nào");
	});

	it("for another form leaves the first and its seat", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ placesPerHalfHour: 1 }],
		});
		const lan = talkTo(app);
		await lan.says("đặt lịch 28/11 8h");
		expect(await lan.says("xóa dữ liệu của tôi")).toContain("chắc chắn không");
		const [, eight] = await app.booking.hours("thu-bay", "2026-11-28");
		expect(eight?.free).toBe(1);
	});
});

describe("in the middle of a form", () => {
	it("help and a person are shown, and the form goes on", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch");
		const told = await lan.says("gặp người");
		expect(told).toContain("chưa có số điện thoại");
		expect(told).toContain("1. thứ Bảy 28/11/2026");
		expect(await lan.says("1")).toContain("giờ nào");
	});

	it("a question with two meanings is asked back together with the step", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch");
		await lan.says("à tạm nghỉ thì cần giấy tờ gì");
		expect(lan.reply.choices?.[0]?.label).toBe("Tạm ngừng công ty");
		expect(lan.reply.choices?.at(-1)?.label).toBe("Thôi");
		const answered = await lan.says("1");
		expect(answered).toContain("Tạm ngừng công ty — giấy tờ cần có");
		expect(answered).toContain("1. thứ Bảy 28/11/2026");
	});

	it("what is not understood shows the step again", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch");
		const told = await lan.says("ơ kìa");
		expect(told).toContain("chưa hiểu");
		expect(told).toContain("1. thứ Bảy 28/11/2026");
	});

	it("the data kept is shown, as the consent promises, and the booking goes on", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch 28/11 8h");
		const shown = await lan.says("dữ liệu của tôi");
		expect(shown).toContain("không lưu tên");
		expect(shown).toContain("Anh/chị đồng ý không");
		expect(await lan.taps("Đồng ý")).toContain("gọi anh/chị là gì");
	});

	it("changing the appointment means the one being made", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch 28/11 8h");
		await lan.taps("Đồng ý");
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		expect(await lan.says("đổi lịch")).toContain("chọn ngày");
		await lan.taps("05/12/2026");
		expect(await lan.taps("09:00")).toContain("Tên gọi: chị Hoa");
	});

	it("a booking asked for under another answer changes the subject", async () => {
		const lan = talkTo(appAt());
		await lan.says("mở công ty 1 thành viên");
		await lan.says("đặt lịch 28/11 8h");
		await lan.taps("Đồng ý");
		await lan.says("book:2.001199");
		await lan.says("chị Hoa");
		expect(await lan.taps("Không cần")).toContain("hai thành viên trở lên");
	});

	it("a date in a long question is no wish", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch");
		const told = await lan.says(
			"mở công ty một thành viên từ 28/11/2026 thì cần giấy tờ gì",
		);
		expect(told).toContain("• Điều lệ công ty");
		expect(told).toContain("chọn ngày");
	});

	it("asking to book again stays in the booking", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch");
		await lan.says("1");
		expect(await lan.says("đặt lịch")).toContain("Mình đang đặt lịch");
	});
});

describe("commands", () => {
	it.each([
		["/help", "Anh/chị có thể"],
		["/trogiup", "Anh/chị có thể"],
		["/start@ban_thu_bay_bot", "Anh/chị có thể"],
		["/khong_co", "Anh/chị có thể"],
		["menu", "Anh/chị có thể"],
		["trợ giúp", "Anh/chị có thể"],
		["/datlich", "chọn ngày"],
		["/book", "chọn ngày"],
		["/lichhen", "chưa có lịch hẹn"],
		["/huy", "chưa có lịch hẹn"],
		["/cancel", "chưa có lịch hẹn"],
		["/doilich", "chưa có lịch hẹn"],
		["/dulieu", "không lưu tên"],
		["/hoi mở công ty 1 thành viên lệ phí", "100.000 đồng"],
		["gặp người", "chưa có số điện thoại"],
	])("%s", async (command, expected) => {
		expect(await talkTo(appAt()).says(command)).toContain(expected);
	});

	it("give a phone number where one is known", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ phone: "0233 111 222", place: "Hội trường tầng 1" }],
		});
		const told = await talkTo(app).says("gặp người");
		expect(told).toContain("0233 111 222");
		expect(told).toContain("Hội trường tầng 1");
	});
});
