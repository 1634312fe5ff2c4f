import { describe, expect, it } from "vitest";
import type { BookingCode } from "../../src/booking/code.js";
import { type App, appAt, type Talker, talkTo } from "./talk.js";

/** A booking for Saturday at the hour, and its code. */
async function booked(
	person: Talker,
	day = "28/11/2026",
	time = "08:00",
	name = "chị Hoa",
) {
	await person.says(`đặt lịch ${day} lúc ${time}`);
	if (person.reply.text.includes("đồng ý không")) await person.taps("Đồng ý");
	await person.says(name);
	await person.taps("Không cần");
	await person.taps("Xác nhận");
	return person.reply.booking?.code ?? "";
}

const freeAt = async (
	app: App,
	day: `${number}-${number}-${number}`,
	time: string,
) =>
	(await app.booking.hours("thu-bay", day)).find((hour) => hour.time === time)
		?.free;

describe("my bookings", () => {
	it("are listed with what can be done about them", async () => {
		const lan = talkTo(appAt());
		await lan.says("mở công ty 1 thành viên");
		const code = await booked(lan);
		const list = await lan.says("lịch hẹn");
		expect(list).toContain(code);
		expect(list).toContain("thứ Bảy 28/11/2026, 08:00");
		expect(list).toContain("Việc: Thành lập công ty TNHH một thành viên");
		expect(list).toContain("1. Đổi lịch\n2. Hủy lịch\n3. Giấy tờ cần mang");
		expect(await lan.says("3")).toContain("• Điều lệ công ty");
	});

	it("say by their code which of two is meant", async () => {
		const lan = talkTo(appAt());
		const first = await booked(lan);
		const second = await booked(lan, "05/12/2026");
		await lan.says("lịch hẹn");
		expect(lan.reply.choices?.map(({ label }) => label)).toContain(
			`Hủy lịch ${second}`,
		);
		expect(await lan.taps(`Hủy lịch ${first}`)).toContain("28/11/2026");
	});

	it("are none for who has none, with the way to one", async () => {
		const lan = talkTo(appAt());
		expect(await lan.says("lịch của tôi")).toContain("chưa có lịch hẹn nào");
		expect(await lan.taps("Đặt lịch")).toContain("chọn ngày");
	});
});

describe("moving", () => {
	it("shows the seat one has, and gives it up only for the new one", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ placesPerHalfHour: 1 }],
		});
		const lan = talkTo(app);
		const code = await booked(lan);
		expect(await lan.says("đổi lịch")).toContain(
			`Lịch ${code} đang là thứ Bảy 28/11/2026, 08:00`,
		);
		await lan.taps("05/12/2026");
		expect(await freeAt(app, "2026-11-28", "08:00")).toBe(0);
		const moved = await lan.taps("09:30");
		expect(moved).toContain(
			"từ thứ Bảy 28/11/2026, 08:00 sang thứ Bảy 05/12/2026, 09:30",
		);
		expect(lan.reply.booking).toEqual({
			code,
			desk: "thu-bay",
			day: "2026-12-05",
			time: "09:30",
			status: "moved",
		});
		expect(await freeAt(app, "2026-11-28", "08:00")).toBe(1);
	});

	it.each([
		["đổi lịch sang 10h", "thứ Bảy 28/11/2026, 10:00"],
		["chuyển hẹn qua thứ bảy sau nữa", "thứ Bảy 12/12/2026, 08:00"],
		["t7 này kẹt, chuyển qua t7 sau đc k", "thứ Bảy 05/12/2026, 08:00"],
		["đổi lịch sang 5/12 lúc 9h30", "thứ Bảy 05/12/2026, 09:30"],
	])("offers the slot that was named (%s)", async (wish, slot) => {
		const lan = talkTo(appAt());
		await booked(lan);
		expect(await lan.says(wish)).toContain(`sang ${slot} phải không`);
		await lan.says("đúng rồi");
		expect(lan.reply.booking?.status).toBe("moved");
	});

	it("names the nearest free hours when the wished one is gone, and keeps the old seat", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ placesPerHalfHour: 1 }],
		});
		const lan = talkTo(app);
		const code = await booked(lan);
		await booked(talkTo(app), "05/12/2026", "08:00", "anh Minh");
		const told = await lan.says("t7 này kẹt, chuyển qua t7 sau đc k");
		expect(told).toContain("05/12/2026, 08:00 đã hết chỗ. Gần nhất còn 07:30");
		expect(told).toContain("Chỗ cũ vẫn giữ");
		await lan.taps("Giữ nguyên");
		expect(await app.booking.mine(lan.conversation)).toMatchObject([
			{ code, day: "2026-11-28", time: "08:00" },
		]);
	});

	it("keeps the old seat when the new one is taken between choosing and getting", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ placesPerHalfHour: 1 }],
		});
		const lan = talkTo(app);
		await booked(lan);
		await lan.says("đổi lịch sang 10h");
		await booked(talkTo(app), "28/11/2026", "10:00", "anh Minh");
		const told = await lan.taps("Đổi");
		expect(told).toContain("10:00 đã hết chỗ");
		expect(told).toContain("Chỗ cũ vẫn giữ");
		await lan.taps("10:30");
		expect(lan.reply.booking).toMatchObject({ time: "10:30", status: "moved" });
	});

	it("asks which of two bookings is to be moved", async () => {
		const lan = talkTo(appAt());
		await booked(lan);
		await booked(lan, "05/12/2026");
		expect(await lan.says("đổi lịch sang 10h")).toContain("đổi lịch nào");
		expect(await lan.says("2")).toContain("sang thứ Bảy 05/12/2026, 10:00");
	});

	it("goes back a step and out", async () => {
		const lan = talkTo(appAt());
		await booked(lan);
		await lan.says("đổi lịch");
		await lan.says("1");
		expect(await lan.says("quay lại")).toContain("chọn ngày");
		expect(await lan.says("quay lại")).toContain("giữ nguyên");
	});

	it("is refused clearly after the cut-off, and after the session", async () => {
		const app = appAt();
		const lan = talkTo(app);
		const code = await booked(lan);
		app.at("2026-11-28", "07:30");
		expect(await lan.says("đổi lịch")).toContain("đã quá hạn đổi hoặc hủy");
		expect(await lan.says("hủy lịch")).toContain("đã quá hạn đổi hoặc hủy");
		app.at("2026-11-29", "09:00");
		expect(await lan.says(code)).toContain("đã qua");
	});

	it("is refused when the cut-off passes while choosing", async () => {
		const app = appAt("2026-11-28", "06:00");
		const lan = talkTo(app);
		await booked(lan);
		await lan.says("đổi lịch sang 10h");
		app.at("2026-11-28", "07:45");
		expect(await lan.taps("Đổi")).toContain("đã quá hạn");
		expect(await freeAt(app, "2026-11-28", "10:00")).toBe(2);
	});

	it("tells the same move again on the same tap", async () => {
		const lan = talkTo(appAt());
		await booked(lan);
		await lan.says("đổi lịch sang 10h");
		const question = lan.reply;
		await lan.tapsOn(question, "Đổi");
		expect(await lan.tapsOn(question, "Đổi")).toContain("28/11/2026, 10:00");
	});
});

describe("cancelling", () => {
	it("asks first, then gives the seat back", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ placesPerHalfHour: 1 }],
		});
		const lan = talkTo(app);
		const code = await booked(lan);
		expect(await lan.says("hủy lịch")).toContain("1. Hủy lịch này\n0. Giữ lại");
		const gone = await lan.says("1");
		expect(gone).toContain(`Đã hủy lịch ${code}`);
		expect(lan.reply.booking).toMatchObject({ code, status: "cancelled" });
		expect(await freeAt(app, "2026-11-28", "08:00")).toBe(1);
	});

	it("asks which of two, and then asks all the same", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await booked(lan);
		const second = await booked(lan, "05/12/2026");
		expect(await lan.says("hủy lịch")).toContain("hủy lịch nào");
		expect(await lan.says("2")).toContain("1. Hủy lịch này\n0. Giữ lại");
		expect(await app.booking.mine(lan.conversation)).toHaveLength(2);
		await lan.says("vâng");
		expect(lan.reply.booking?.code).toBe(second);
	});

	it("keeps the booking on second thought", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await booked(lan);
		await lan.says("hủy lịch");
		expect(await lan.says("0")).toContain("giữ nguyên");
		expect(await app.booking.mine(lan.conversation)).toHaveLength(1);
	});

	it("is one cancellation for the same tap twice", async () => {
		const lan = talkTo(appAt());
		await booked(lan);
		await lan.says("hủy lịch");
		const question = lan.reply;
		await lan.tapsOn(question, "Hủy lịch này");
		expect(await lan.tapsOn(question, "Hủy lịch này")).toContain("Đã hủy lịch");
	});

	it("of a cancelled booking under an old message says so", async () => {
		const lan = talkTo(appAt());
		await booked(lan);
		await lan.says("lịch hẹn");
		const list = lan.reply;
		await lan.taps("Hủy lịch");
		await lan.taps("Hủy lịch này");
		expect(await lan.tapsOn(list, "Đổi lịch")).toContain("đã hủy rồi");
	});
});

describe("a code from another conversation", () => {
	it.each(["chị Hoa", "hoa", "bà HOA"])(
		"opens with the name it was made under (%s)",
		async (name) => {
			const app = appAt();
			const code = await booked(talkTo(app));
			const phone = talkTo(app);
			expect(await phone.says(code.toLowerCase())).toContain("tên gọi đã dùng");
			expect(await phone.says(name)).toContain("28/11/2026, 08:00");
			await phone.taps("Hủy lịch");
			await phone.taps("Hủy lịch này");
			expect(phone.reply.booking).toMatchObject({ code, status: "cancelled" });
		},
	);

	it("tells nobody whether the code exists", async () => {
		const app = appAt();
		const code = await booked(talkTo(app));
		const [one, other] = [talkTo(app), talkTo(app)];
		await one.says("chào");
		await other.says("chào");
		const asked = [await one.says(code), await other.says("T7-ZZZZZZ")];
		expect(asked[0]?.replace(code, "")).toBe(
			asked[1]?.replace("T7-ZZZZZZ", ""),
		);
		expect(await one.says("anh Nam")).toBe(await other.says("anh Nam"));
	});

	it("is not opened by a tapped value either", async () => {
		const app = appAt();
		const code = await booked(talkTo(app));
		const thief = talkTo(app);
		for (const act of ["cancel", "move", "papers", "show"]) {
			expect(await thief.says(`${act}:${code}`)).toContain("tên gọi đã dùng");
		}
	});

	it("stops guesses after ten an hour", async () => {
		const app = appAt();
		const code = await booked(talkTo(app));
		const thief = talkTo(app);
		const guesses = "An Bình Cam Dan Giang Khoa Long Minh Phúc Tâm".split(" ");
		for (const name of guesses) {
			await thief.says(code);
			expect(await thief.says(`anh ${name}`)).toContain("chưa khớp");
		}
		expect(await thief.says(code)).toContain("Một giờ nữa");
		app.passes(61);
		await thief.says(code);
		expect(await thief.says("chị Hoa")).toContain("08:00");
	});

	it("links the conversation that opened it, until that one forgets", async () => {
		const app = appAt();
		const code = (await booked(talkTo(app))) as BookingCode;
		const phone = talkTo(app, "zalo:hoa");
		await phone.says(code);
		await phone.says("chị Hoa");
		expect(await app.booking.find(code)).toMatchObject({
			told: 0,
			links: ["zalo:hoa"],
		});
		expect(await phone.says("lịch hẹn")).toContain(code);

		await phone.says("xóa dữ liệu của tôi");
		await phone.taps("Xóa hết");
		const left = await app.booking.find(code);
		expect(left).toMatchObject({ status: "booked" });
		expect(left).not.toHaveProperty("links");
		expect(await phone.says("lịch hẹn")).not.toContain(code);
	});

	it("does not take a question for the name, and forgives it", async () => {
		const app = appAt();
		const code = await booked(talkTo(app));
		const lan = talkTo(app);
		await lan.says(code);
		const answered = await lan.says("mở công ty 1 thành viên cần giấy tờ gì");
		expect(answered).toContain("• Điều lệ công ty");
		expect(answered).toContain("tên gọi đã dùng");
		expect(await lan.says("Hoa")).toContain("08:00");
	});

	it("takes a word of six letters for a word", async () => {
		const lan = talkTo(appAt());
		expect(await lan.says("thanks")).not.toContain("tên gọi đã dùng");
	});
});
