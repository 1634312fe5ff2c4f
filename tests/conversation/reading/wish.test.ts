import { describe, expect, it } from "vitest";
import { readWish } from "../../../src/conversation/reading/wish.js";
import type { LocalDate } from "../../../src/time.js";

const MONDAY: LocalDate = "2026-11-23";

describe("a wish", () => {
	it.each([
		["thứ 7 tuần sau lúc 9 giờ", "2026-12-05", "09:00"],
		["t7 này 8h30", "2026-11-28", "08:30"],
		["thứ bảy này", "2026-11-28", undefined],
		["thứ bảy tới", "2026-11-28", undefined],
		["t7 sau", "2026-12-05", undefined],
		["chuyển hẹn qua thứ bảy sau nữa", "2026-12-12", undefined],
		["tuần sau nữa", "2026-12-12", undefined],
		["cuối tuần này", "2026-11-28", undefined],
		["28/11", "2026-11-28", undefined],
		["28-11-2026", "2026-11-28", undefined],
		["ngày 5 tháng 12", "2026-12-05", undefined],
		["5/12 9h30", "2026-12-05", "09:30"],
		["ngày 28", "2026-11-28", undefined],
		["2/1", "2027-01-02", undefined], // the next one
		["2/1/2027", "2027-01-02", undefined],
		["9h", undefined, "09:00"],
		["9g30", undefined, "09:30"],
		["9 giờ rưỡi", undefined, "09:30"],
		["10:30", undefined, "10:30"],
		["08h00", undefined, "08:00"],
		["2 giờ chiều", undefined, "14:00"],
		["2h", undefined, "14:00"], // nobody means the night
		["8 giờ sáng", undefined, "08:00"],
		["đổi lịch sang 10h", undefined, "10:00"],
		["từ 8h sang 10h", undefined, "10:00"], // the one moved to
		["t7 này kẹt, chuyển qua t7 sau đc k", "2026-12-05", undefined],
		["đổi lịch 28/11 sang 5/12", "2026-12-05", undefined],
	])("%s → %s %s", (text, day, time) => {
		expect(readWish(text, MONDAY)).toEqual({
			...(day && { day }),
			...(time && { time }),
		});
	});

	it.each([
		["28/11 hoặc 5/12", "two days"],
		["8h hay 9h", "two hours"],
		["31/2", "no such day"],
		["25h", "no such hour"],
		["sáng thứ bảy", "which Saturday?"],
		["mở công ty 1 thành viên", "no time at all"],
		["3 ngày", "a length of time"],
		["10 hộ", "a word that begins like giờ"],
	])("%s cannot be read with certainty (%s)", (text) =>
		expect(readWish(text, MONDAY)).toEqual({}),
	);

	it("on a Saturday, this Saturday is today", () => {
		expect(readWish("t7 này", "2026-11-28").day).toBe("2026-11-28");
		expect(readWish("thứ 7 tuần sau", "2026-11-28").day).toBe("2026-12-05");
	});

	it("on a Sunday, next week is the one that begins tomorrow", () => {
		expect(readWish("thứ 7 tuần sau", "2026-11-29").day).toBe("2026-12-05");
		expect(readWish("thứ 7 này", "2026-11-29").day).toBe("2026-12-05");
	});
});
