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

describe("the data kept about a member of the team", () => {
	const MINH = "telegram:1";
	const office = () => appAt("2026-11-23", "09:00", { admins: [MINH] });
	async function withLan(app: App) {
		const minh = talkTo(app, MINH);
		await minh.says("/moi");
		const code = /[\w]{4}-[\w]{4}-[\w]{4}/.exec(
			await minh.taps("Tình nguyện viên"),
		);
		const lan = talkTo(app, "zalo:lan");
		await lan.says(`/vao ${code?.[0]}`);
		await lan.says("chị Lan");
		return { minh, lan };
	}
	const team = async (app: App) => JSON.stringify(await app.stores.team.read());

	it("is shown: what they are, and what they are called", async () => {
		const { lan } = await withLan(office());
		expect(await lan.says("dữ liệu của tôi")).toContain(
			"Anh/chị là tình nguyện viên, Bàn tư vấn thứ Bảy, tên trong nhóm: chị Lan",
		);
	});

	it("leaves the team's file with the membership, and the audit list has the id alone", async () => {
		const app = office();
		const { lan } = await withLan(app);
		expect(await lan.says("xóa dữ liệu của tôi")).toContain("rời nhóm");
		expect(await lan.taps("Xóa hết")).toContain("đã rời nhóm trực bàn");
		expect(await team(app)).not.toMatch(/Lan|zalo:lan/);
		const audit = await app.stores.audit.list("2026-11");
		expect(audit.at(-1)).toMatchObject({ act: "member-left" });
		expect(JSON.stringify(audit)).not.toMatch(/Lan|zalo/);
		expect(await lan.says("/dangnhap")).toContain("dành cho người trực bàn");
	});

	it("stays with the last administrator, who is told why before and after", async () => {
		const app = office();
		const minh = talkTo(app, MINH);
		await minh.says("chào");
		expect(await minh.says("xóa dữ liệu của tôi")).toContain("duy nhất");
		expect(await minh.taps("Xóa hết")).toContain("Riêng tài khoản quản trị");
		expect(await team(app)).toContain(MINH);
	});

	it("does not come back with the next word of who is named in the settings", async () => {
		const app = office();
		const { minh, lan } = await withLan(app);
		const [, second] = (await app.stores.team.read()).members;
		const [first] = (await app.stores.team.read()).members;
		await app.people.crew.assign(first?.id ?? "", second?.id ?? "", {
			role: "administrator",
			desk: null,
			fields: [],
		});
		await minh.says("xóa dữ liệu của tôi");
		expect(await minh.taps("Xóa hết")).toContain("ADMINS");
		await minh.says("chào");
		expect(await team(app)).not.toContain(MINH);
		expect(await lan.says("/nhom")).toContain("1 người");
	});
});
