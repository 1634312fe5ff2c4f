import { describe, expect, it } from "vitest";
import { type App, appAt, type Talker, talkTo } from "./talk.js";

async function booked(person: Talker, phone = "0912345678") {
	await person.says("đặt lịch 28/11 8h");
	if (person.reply.text.includes("đồng ý không")) await person.taps("Đồng ý");
	await person.says("chị Hoa");
	await person.says(phone);
	await person.taps("Xác nhận");
}

const kept = (app: App, person: Talker) =>
	app.booking.mine(person.conversation);

describe("the data kept about me", () => {
	it("is nothing but the talk for who only asks", async () => {
		const lan = talkTo(appAt());
		await lan.says("mở công ty 1 thành viên cần giấy tờ gì");
		expect(await lan.says("dữ liệu của tôi")).toContain(
			"không lưu tên hay số điện thoại",
		);
	});

	it("shows bookings with name and phone, and the consent given", async () => {
		const lan = talkTo(appAt(), "zalo:abc");
		await booked(lan);
		const shown = await lan.says("dữ liệu của tôi");
		expect(shown).toContain("Tên gọi: chị Hoa");
		expect(shown).toContain("Điện thoại: 0912345678");
		expect(shown).toContain("23/11/2026 09:00, qua zalo");
	});

	it("shows what is still kept of a session that is over", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await booked(lan);
		app.at("2026-12-01", "09:00");
		expect(await lan.says("lịch hẹn")).toContain("chưa có lịch hẹn");
		expect(await lan.says("dữ liệu của tôi")).toContain("chị Hoa");
	});

	it("has its name and phone set right", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await booked(lan);
		await lan.says("dữ liệu của tôi");
		await lan.taps("Sửa tên gọi");
		expect(await lan.says("cô Hoa")).toContain("thành cô Hoa");
		await lan.taps("Dữ liệu của tôi");
		await lan.taps("Sửa số điện thoại");
		expect(await lan.says("12345")).toContain("chưa đúng dạng");
		expect(await lan.says("0987654321")).toContain("thành 0987654321");
		expect(await kept(app, lan)).toMatchObject([
			{ visitor: { name: "cô Hoa", phone: "0987654321" } },
		]);
	});

	it("loses its phone on wish", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await booked(lan);
		await lan.says("dữ liệu của tôi");
		await lan.taps("Sửa số điện thoại");
		expect(await lan.taps("Xóa số")).toContain("Đã xóa số điện thoại");
		const [booking] = await kept(app, lan);
		expect(booking?.visitor).toEqual({ name: "chị Hoa" });
	});

	it("is deleted as a whole, after asking: bookings, consent, conversation", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await booked(lan);
		const asked = await lan.says("xóa dữ liệu của tôi");
		expect(asked).toContain("1 lịch hẹn sắp tới bị hủy");
		const gone = await lan.says("1");
		expect(gone).toContain("Đã xóa hết dữ liệu");
		expect(gone).toContain("1 lịch hẹn sắp tới đã hủy");
		const { conversation } = lan;
		expect(await app.stores.sessions.read(conversation)).toBeUndefined();
		expect(
			await app.stores.consents.current(conversation, "booking"),
		).toBeUndefined();
		expect(await kept(app, lan)).toEqual([]);
		const [, eight] = await app.booking.hours("thu-bay", "2026-11-28");
		expect(eight?.free).toBe(2);
	});

	it("stays on second thought", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await booked(lan);
		await lan.says("xóa dữ liệu của tôi");
		await lan.says("thôi");
		expect(await kept(app, lan)).toHaveLength(1);
	});

	it("is asked consent for anew after it was deleted", async () => {
		const lan = talkTo(appAt());
		await booked(lan);
		await lan.says("xóa dữ liệu của tôi");
		await lan.taps("Xóa hết");
		expect(await lan.says("đặt lịch 28/11 8h")).toContain("đồng ý không");
	});

	it("holds no name in the conversation once the booking is made", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await booked(lan);
		const state = await app.stores.sessions.read(lan.conversation);
		expect(JSON.stringify(state)).not.toMatch(/Hoa|0912345678/);
	});
});
