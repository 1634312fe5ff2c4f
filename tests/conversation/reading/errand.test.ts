import { describe, expect, it } from "vitest";
import { readErrand } from "../../../src/conversation/reading/errand.js";

describe("an errand about an appointment", () => {
	it.each([
		["em muốn đổi lịch qua thứ bảy tuần tới nữa được không", "move"],
		["dời lịch hẹn giúp em", "move"],
		["cho mình đổi giờ hẹn sang 9h30", "move"],
		["hủy lịch giúp em", "cancel"],
		["bỏ hẹn", "cancel"],
		["đặt lịch hỏi mở công ty hai thành viên", "book"],
		["hẹn lịch thứ bảy", "book"],
	])("%s → %s", (text, kind) => expect(readErrand(text)?.kind).toBe(kind));

	it.each([
		"đổi tên công ty",
		"hủy hồ sơ đăng ký",
		"đặt trụ sở chính ở nhà được không",
		"lịch hẹn",
		"chuyển nhượng vốn",
	])("%s is none", (text) => expect(readErrand(text)).toBeUndefined());

	it("leaves what the booking is about", () => {
		expect(
			readErrand("đặt lịch tư vấn tạm ngừng hộ kinh doanh t7 này 9h")?.rest,
		).toBe("tam ngung ho kinh doanh");
	});
});
