import { expect, it } from "vitest";
import {
	sentence,
	showDay,
	showList,
	showMoney,
	showSlot,
} from "../../src/conversation/wording/show.js";

it("shows days, hours and money as the desk writes them", () => {
	expect(showDay("2026-11-28")).toBe("thứ Bảy 28/11/2026");
	expect(showDay("2026-11-29")).toBe("Chủ nhật 29/11/2026");
	expect(showSlot({ day: "2026-11-28", time: "08:30" })).toBe(
		"thứ Bảy 28/11/2026, 08:30",
	);
	expect([0, 500, 25_000, 100_000, 1_250_000].map(showMoney)).toEqual([
		"0 đồng",
		"500 đồng",
		"25.000 đồng",
		"100.000 đồng",
		"1.250.000 đồng",
	]);
	expect(showList(["a", "b", "c"])).toBe("a, b và c");
	expect(sentence("đã xong")).toBe("Đã xong.");
});
