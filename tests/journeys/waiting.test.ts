import { describe, expect, it } from "vitest";
import { createSaturdayDesk } from "../../src/booking/saturday-desk.js";
import type { Desk } from "../../src/knowledge/schema.js";
import { instantAt } from "../../src/time.js";
import { countedCodes } from "../booking/morning.js";
import { appAt, type Talker, talkTo } from "./talk.js";

/** A desk with one half hour and one place, which somebody has already. */
async function fullMorning(desks: readonly Partial<Desk>[] = [{}]) {
	const app = appAt("2026-11-23", "09:00", {
		desks: desks.map((desk) => ({
			sessions: [{ from: "08:00", to: "08:30" }],
			placesPerHalfHour: 1,
			weeksAhead: 1,
			...desk,
		})),
	});
	let now = instantAt("2026-11-23", "09:00");
	const saturday = createSaturdayDesk({
		store: app.stores.bookings,
		knowledge: () => app.knowledge,
		volunteers: async () => [],
		reaches: async () => false,
		clock: () => now,
		code: countedCodes(),
	});
	const first = await app.booking.confirm(
		"telegram:first",
		{ desk: "thu-bay", day: "2026-11-28", time: "08:00" },
		{ name: "anh Nam" },
	);
	if (first.kind !== "booked") throw new Error(first.kind);
	return {
		app,
		saturday,
		passes: (minutes: number) => {
			now = new Date(now.getTime() + minutes * 60_000);
			app.passes(minutes);
		},
		/** The seat is given back, and offered. */
		frees: async () => {
			await app.booking.cancel(first.booking.code);
			await saturday.offerSeats();
		},
	};
}

async function joins(lan: Talker, name = "chị Lan") {
	await lan.says("đặt lịch");
	await lan.taps("Vào danh sách chờ");
	await lan.taps("Đồng ý");
	await lan.says(name);
	await lan.taps("Không cần");
	return lan.taps("Xác nhận");
}

describe("a full session", () => {
	it("takes a name with consent, and says the place in line", async () => {
		const { app } = await fullMorning();
		const lan = talkTo(app, "telegram:lan");
		const full = await lan.says("đặt lịch");
		expect(full).toContain("hết chỗ");
		expect(full).toContain("1. Vào danh sách chờ thứ Bảy 28/11/2026");
		expect(await lan.taps("Vào danh sách chờ")).toContain(
			"bàn cần lưu tên gọi",
		);
		await lan.taps("Đồng ý");
		await lan.says("chị Lan");
		const last = await lan.taps("Không cần");
		expect(last).toContain("Danh sách chờ thứ Bảy 28/11/2026");
		expect(last).toContain("Tên gọi: chị Lan");
		const joined = await lan.taps("Xác nhận");
		expect(joined).toContain("anh/chị đứng thứ 1");
		expect(joined).toContain("em nhắn ngay");

		const hung = talkTo(app, "telegram:hung");
		expect(await joins(hung, "anh Hùng")).toContain("anh/chị đứng thứ 2");
	});

	it("keeps nothing without consent", async () => {
		const { app } = await fullMorning();
		const lan = talkTo(app, "telegram:lan");
		await lan.says("đặt lịch");
		await lan.taps("Vào danh sách chờ");
		expect(await lan.taps("Không đồng ý")).toContain("em không lưu gì");
		expect(await app.booking.waiting("telegram:lan")).toEqual([]);
	});

	it("is offered beside days that have seats, and by a wish for just that day", async () => {
		const { app } = await fullMorning([{ weeksAhead: 2 }]);
		const lan = talkTo(app, "telegram:lan");
		const days = await lan.says("đặt lịch 28/11");
		expect(days).toContain("thứ Bảy 28/11/2026 đã hết chỗ");
		expect(days).toContain("thứ Bảy 05/12/2026 — còn 1 chỗ");
		expect(days).toContain("Vào danh sách chờ thứ Bảy 28/11/2026");
		expect(await lan.taps("05/12")).toContain("08:00");
	});

	it("goes back from the line to the days", async () => {
		const { app } = await fullMorning([{ weeksAhead: 2 }]);
		const lan = talkTo(app, "telegram:lan");
		await lan.says("đặt lịch");
		await lan.taps("Vào danh sách chờ");
		expect(await lan.says("quay lại")).toContain("chọn ngày nào");
		await lan.taps("05/12");
		expect(await lan.taps("08:00")).toContain("Em giữ chỗ 08:00");
	});

	it("names the desks where several are full", async () => {
		const { app } = await fullMorning([{}, { id: "xa", name: "Bàn xã" }]);
		await app.booking.confirm(
			"telegram:second",
			{ desk: "xa", day: "2026-11-28", time: "08:00" },
			{ name: "anh Tư" },
		);
		const lan = talkTo(app, "telegram:lan");
		const full = await lan.says("đặt lịch");
		expect(full).toContain("28/11/2026, Bàn tư vấn thứ Bảy");
		expect(full).toContain("28/11/2026, Bàn xã");
	});

	it("that has a seat after all is booked in the ordinary way", async () => {
		const { app, frees } = await fullMorning();
		const lan = talkTo(app, "telegram:lan");
		await lan.says("đặt lịch");
		await lan.taps("Vào danh sách chờ");
		await lan.taps("Đồng ý");
		await lan.says("chị Lan");
		await lan.taps("Không cần");
		await frees();
		const answer = await lan.taps("Xác nhận");
		expect(answer).toContain("vừa có chỗ trống");
		expect(answer).toContain("08:00");
	});
});

describe("a place in line", () => {
	it("is shown with the bookings, and can be left", async () => {
		const { app } = await fullMorning();
		const lan = talkTo(app, "telegram:lan");
		await joins(lan);
		const list = await lan.says("lịch hẹn");
		expect(list).toContain(
			"Danh sách chờ thứ Bảy 28/11/2026: anh/chị đứng thứ 1",
		);
		expect(await lan.taps("Rời danh sách chờ")).toContain("Đã xóa tên");
		expect(await lan.says("lịch hẹn")).toContain("chưa có lịch hẹn nào");
	});

	it("is part of my data: seen, set right, and deleted", async () => {
		const { app } = await fullMorning();
		const lan = talkTo(app, "telegram:lan");
		await joins(lan);
		expect(await lan.says("dữ liệu của tôi")).toContain(
			"Danh sách chờ thứ Bảy 28/11/2026\nTên gọi: chị Lan",
		);
		await lan.taps("Sửa tên gọi");
		await lan.says("bà Lan");
		expect(await lan.says("dữ liệu của tôi")).toContain("Tên gọi: bà Lan");
		const warning = await lan.taps("Xóa hết");
		expect(warning).toContain("rời danh sách chờ");
		await lan.taps("Xóa hết");
		expect(await app.booking.waiting("telegram:lan")).toEqual([]);
	});
});

describe("a seat that became free", () => {
	it("is taken with a word, without a name being asked again", async () => {
		const { app, frees } = await fullMorning();
		const lan = talkTo(app, "telegram:lan");
		await joins(lan);
		await frees();
		const booked = await lan.says("nhận chỗ");
		expect(booked).toContain("Đã đặt. Mã T7-");
		expect(booked).toContain("Tên gọi: chị Lan");
		expect(lan.reply.booking).toMatchObject({
			status: "booked",
			time: "08:00",
		});
		expect(await lan.says("lịch hẹn")).not.toContain("Danh sách chờ");
	});

	it("is left to the next with a word", async () => {
		const { app, saturday, frees } = await fullMorning();
		const [lan, hung] = [talkTo(app, "telegram:lan"), talkTo(app, "web:hung")];
		await joins(lan);
		await joins(hung, "anh Hùng");
		await frees();
		expect(await lan.says("không nhận chỗ")).toContain("Đã xóa tên");
		await saturday.offerSeats();
		expect(await hung.says("chào em")).toContain("Có chỗ cho anh/chị");
		expect(await hung.taps("Nhận chỗ")).toContain("Đã đặt");
	});

	it("is told on the web with the next message, whatever it is, and once", async () => {
		const { app, frees } = await fullMorning();
		const lan = talkTo(app, "web:lan");
		const joined = await joins(lan);
		expect(joined).toContain("phải quay lại xem");
		expect(joined).not.toContain("em nhắn ngay");
		await frees();
		const answer = await lan.says("mở công ty một mình cần giấy tờ gì");
		expect(answer).toMatch(/^Có chỗ cho anh\/chị: thứ Bảy 28\/11\/2026, 08:00/);
		expect(answer).toContain("Giấy đề nghị");
		expect(await lan.says("lệ phí bao nhiêu")).not.toContain("Có chỗ");
		expect(await lan.says("lịch hẹn")).toContain("có chỗ 08:00");
		expect(await lan.taps("Nhận chỗ")).toContain("Đã đặt");
	});

	it("goes to the next when its time is over, and that is said too", async () => {
		const { app, saturday, frees, passes } = await fullMorning();
		const lan = talkTo(app, "web:lan");
		await joins(lan);
		await joins(talkTo(app, "telegram:hung"), "anh Hùng");
		await frees();
		await lan.says("chào em");
		passes(121);
		expect(await lan.taps("Nhận chỗ")).toContain("quá hạn");
		await saturday.offerSeats();
		expect(await lan.says("lịch hẹn")).toContain(
			"không còn trong danh sách chờ",
		);
		expect(await lan.says("lịch hẹn")).not.toContain("danh sách chờ");
		expect(await lan.says("nhận chỗ")).toContain("chưa có chỗ nào giữ");
	});
});

it("a late answer still gets the seat when nobody else waits for it", async () => {
	const { app, frees, passes } = await fullMorning();
	const lan = talkTo(app, "telegram:lan");
	await joins(lan);
	await frees();
	passes(121);
	expect(await lan.says("nhận chỗ")).toContain("Đã đặt");
});

describe("a Saturday that shut", () => {
	it("is told on the web with the next message, once, with other times; and the list says it", async () => {
		const app = appAt("2026-11-23", "09:00");
		const lan = talkTo(app, "web:lan");
		await lan.says("đặt lịch 28/11 8h");
		await lan.taps("Đồng ý");
		await lan.says("chị Lan");
		await lan.taps("Không cần");
		await lan.taps("Xác nhận");
		expect(await lan.says("lịch hẹn")).not.toContain("không mở");
		Object.assign(app.knowledge.desks[0] ?? {}, { closed: ["2026-11-28"] });
		const answer = await lan.says("chào em");
		expect(answer).toMatch(/^Bàn không mở được thứ Bảy 28\/11\/2026, 08:00/);
		expect(answer).toContain("thứ Bảy 05/12/2026, 08:00");
		expect(answer).toContain("Chào anh/chị");
		expect(await lan.taps("Đổi lịch 05/12 08:00")).toContain("phải không ạ?");
		await lan.taps("Giữ nguyên");
		const list = await lan.says("lịch hẹn");
		expect(list).toContain("đổi sang giờ khác giúp em");
		expect(list).not.toContain("Bàn xin lỗi");
	});

	it("is left by typing the time that the notice names, or by its button", async () => {
		const app = appAt("2026-11-23", "09:00");
		const lan = talkTo(app, "telegram:lan");
		await lan.says("đặt lịch 28/11 8h");
		await lan.taps("Đồng ý");
		await lan.says("chị Lan");
		await lan.taps("Không cần");
		await lan.taps("Xác nhận");
		expect(await lan.says("Đổi lịch 05/12 08:30")).toContain(
			"sang thứ Bảy 05/12/2026, 08:30 phải không",
		);
		expect(await lan.taps("Đổi")).toContain("Đã đổi lịch");
		const code = lan.reply.booking?.code ?? "";
		expect(await lan.says(`move:${code}:2026-12-12:0900`)).toContain(
			"sang thứ Bảy 12/12/2026, 09:00 phải không",
		);
	});
});
