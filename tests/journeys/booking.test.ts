import { describe, expect, it } from "vitest";
import { appAt, type Talker, talkTo } from "./talk.js";

/** From the first word to the name, on Saturday 28/11 at 08:00. */
async function upToTheName(person: Talker) {
	await person.says("đặt lịch");
	await person.taps("28/11/2026");
	await person.taps("08:00");
	return person.taps("Đồng ý");
}

async function book(person: Talker, name = "chị Hoa") {
	await upToTheName(person);
	await person.says(name);
	await person.taps("Không cần");
	return person.taps("Xác nhận");
}

describe("booking", () => {
	it("takes three choices, a name and a phone if one is wished", async () => {
		const lan = talkTo(appAt());
		await lan.says("mở công ty 1 thành viên cần giấy tờ gì");
		expect(await lan.says("đặt lịch")).toContain(
			"1. thứ Bảy 28/11/2026 — còn 16 chỗ",
		);
		expect(await lan.says("1")).toContain("2. 08:00");
		const consent = await lan.says("2");
		expect(consent).toContain("Em giữ chỗ 08:00 cho anh/chị trong 10 phút.");
		expect(await lan.says("1")).toContain("gọi anh/chị là gì");
		expect(await lan.says("chị Hoa")).toContain("số điện thoại");
		const check = await lan.says("0912 345 678");
		expect(check).toContain("thứ Bảy 28/11/2026, 08:00");
		expect(check).toContain("Tên gọi: chị Hoa");
		expect(check).toContain("Điện thoại: 0912345678");
		expect(check).toContain("Việc: Thành lập công ty TNHH một thành viên");
		const booked = await lan.says("xác nhận");
		expect(booked).toMatch(/Đã đặt\. Mã T7-[2-9A-Z]{6}/);
		expect(booked).toContain("• Điều lệ công ty"); // papers to bring
		expect(booked).toContain("bàn chưa công bố địa điểm"); // never invented
		expect(lan.reply.booking).toMatchObject({
			desk: "thu-bay",
			day: "2026-11-28",
			time: "08:00",
			status: "booked",
		});
	});

	it("names the place of the desk once it is known", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ place: "Hội trường tầng 1", phone: "0233 111 222" }],
		});
		const booked = await book(talkTo(app));
		expect(booked).toContain("Nơi gặp: Hội trường tầng 1");
		expect(booked).toContain("0233 111 222");
	});

	it.each([
		["đặt lịch t7 tuần sau lúc 9 giờ", "05/12/2026", "09:00"],
		["đặt lịch t7 này 8h30", "28/11/2026", "08:30"],
		["đặt lịch ngày 12/12 lúc 10h", "12/12/2026", "10:00"],
		["/datlich 28/11 9h", "28/11/2026", "09:00"],
	])(
		"uses a wish that can be read with certainty (%s)",
		async (wish, day, time) => {
			const lan = talkTo(appAt());
			expect(await lan.says(wish)).toContain(`Em giữ chỗ ${time}`);
			await lan.taps("Đồng ý");
			await lan.says("chị Hoa");
			expect(await lan.taps("Không cần")).toContain(`${day}, ${time}`);
		},
	);

	it("asks for the rest of half a wish", async () => {
		const lan = talkTo(appAt());
		expect(await lan.says("đặt lịch lúc 9h")).toContain("chọn ngày");
		expect(await lan.says("28/11")).toContain("Em giữ chỗ 09:00");
	});

	it("says that the desk is not open on a day that is no open Saturday", async () => {
		const lan = talkTo(appAt());
		const asked = await lan.says("đặt lịch ngày 27/11");
		expect(asked).toContain("Bàn không mở thứ Sáu 27/11/2026");
		expect(asked).toContain("1. thứ Bảy 28/11/2026");
	});

	it("tells the hours that are full and does not offer them", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ placesPerHalfHour: 1 }],
		});
		await book(talkTo(app));
		const minh = talkTo(app);
		await minh.says("đặt lịch");
		const hours = await minh.taps("28/11/2026");
		expect(hours).toContain("Đã hết: 08:00.");
		expect(minh.reply.choices?.map(({ label }) => label)).not.toContain(
			"08:00",
		);
	});

	it("offers the nearest free half hours when the wished one is full", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ placesPerHalfHour: 1 }],
		});
		await book(talkTo(app));
		const offered = await talkTo(app).says("đặt lịch 28/11 lúc 8h");
		expect(offered).toContain(
			"thứ Bảy 28/11/2026, 08:00 đã hết chỗ; gần nhất còn 07:30, 08:30 và 09:00.",
		);
	});

	it("offers the next Saturday when one is full", async () => {
		const app = appAt(undefined, undefined, {
			desks: [
				{ placesPerHalfHour: 1, sessions: [{ from: "08:00", to: "08:30" }] },
			],
		});
		await book(talkTo(app));
		const minh = talkTo(app);
		const days = await minh.says("đặt lịch 28/11");
		expect(days).toContain("thứ Bảy 28/11/2026 đã hết chỗ.");
		expect(days).toContain("1. thứ Bảy 05/12/2026 — còn 1 chỗ");
		expect(minh.reply.choices?.[0]?.label).toContain("05/12/2026");
	});

	it("says so when no Saturday is open", async () => {
		const app = appAt(undefined, undefined, {
			desks: [
				{
					closed: ["2026-11-28", "2026-12-05", "2026-12-12", "2026-12-19"],
				},
			],
		});
		expect(await talkTo(app).says("đặt lịch")).toContain(
			"chưa có thứ Bảy nào mở",
		);
	});

	it("asks for the desk only where there are several", async () => {
		const app = appAt(undefined, undefined, {
			desks: [
				{ id: "dong-ha", name: "Bàn Đông Hà" },
				{ id: "dong-hoi", name: "Bàn Đồng Hới" },
			],
		});
		const lan = talkTo(app);
		expect(await lan.says("đặt lịch")).toContain("28/11/2026 — còn 32 chỗ");
		expect(await lan.says("1")).toContain("2. Bàn Đồng Hới");
		await lan.says("dong hoi");
		await lan.taps("08:00");
		await lan.taps("Đồng ý");
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		await lan.taps("Xác nhận");
		expect(lan.reply.booking?.desk).toBe("dong-hoi");
	});

	it("takes the subject asked about in the booking words themselves", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch hỏi mở công ty hai thành viên");
		await lan.taps("28/11/2026");
		await lan.taps("08:00");
		await lan.taps("Đồng ý");
		await lan.says("chị Hoa");
		expect(await lan.taps("Không cần")).toContain("hai thành viên trở lên");
	});
});

describe("consent", () => {
	it("says in so many words what is kept, why, by whom, how long, and the rights", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch");
		await lan.says("1");
		const asked = await lan.says("1");
		for (const said of [
			"tên gọi",
			"số điện thoại, nếu anh/chị muốn cho",
			"Chi đoàn cơ sở Sở Tài chính tỉnh Quảng Trị",
			"30 ngày sau buổi hẹn",
			"xem, sửa, xóa",
			"dữ liệu của tôi",
			"1. Đồng ý",
			"2. Không đồng ý",
		]) {
			expect(asked).toContain(said);
		}
	});

	it("is kept as proof: which text, when, on which channel", async () => {
		const app = appAt();
		const lan = talkTo(app, "telegram:42");
		await upToTheName(lan);
		expect(await app.stores.consents.current("telegram:42", "booking")).toEqual(
			{
				person: "telegram:42",
				purpose: "booking",
				version: "booking-1 · Chi đoàn cơ sở Sở Tài chính tỉnh Quảng Trị",
				channel: "telegram",
				givenAt: new Date("2026-11-23T09:00:00+07:00"),
			},
		);
	});

	it("refused keeps nothing and gives the seat back", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ placesPerHalfHour: 1 }],
		});
		const lan = talkTo(app);
		await lan.says("đặt lịch");
		await lan.taps("28/11/2026");
		await lan.taps("08:00");
		expect(await lan.says("không")).toContain("không lưu gì");
		expect(await app.stores.consents.of(lan.conversation)).toEqual([]);
		const [, eight] = await app.booking.hours("thu-bay", "2026-11-28");
		expect(eight?.free).toBe(1);
	});

	it("is not taken from mere politeness", async () => {
		const lan = talkTo(appAt());
		await lan.says("đặt lịch");
		await lan.says("1");
		await lan.says("1");
		expect(await lan.says("dạ")).toContain("“Đồng ý” hoặc “Không đồng ý”");
	});

	it("given once is not asked for again", async () => {
		const lan = talkTo(appAt());
		await book(lan);
		await lan.says("đặt lịch");
		await lan.taps("05/12/2026");
		const next = await lan.taps("08:00");
		expect(next).toContain("đã đồng ý");
		expect(next).toContain("gọi anh/chị là gì");
	});

	it("is asked for again when another body answers for the data", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await book(lan);
		app.knowledge = {
			...app.knowledge,
			office: {
				...app.knowledge.office,
				dataController: { name: "Tỉnh đoàn Quảng Trị", contact: null },
			},
		};
		await lan.says("đặt lịch");
		await lan.taps("05/12/2026");
		expect(await lan.taps("08:00")).toContain("Tỉnh đoàn Quảng Trị");
	});
});

describe("the name and the phone", () => {
	it("answers a question in the middle and goes on where it stood", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await upToTheName(lan);
		app.passes(2);
		const answered = await lan.says("Lệ phí nộp bằng chuyển khoản được không");
		expect(answered).toContain("thanh toán trực tuyến được");
		expect(answered).toContain("gọi anh/chị là gì");
		expect(answered).toContain("Chỗ 08:00 còn giữ 8 phút.");
		expect(await lan.says("chị Hoa")).toContain("số điện thoại");
	});

	it("asks when a text could be a name or a question", async () => {
		const lan = talkTo(appAt());
		await upToTheName(lan);
		expect(await lan.says("Phí Văn Hưng")).toContain(
			"muốn được gọi là “Phí Văn Hưng” phải không",
		);
		expect(await lan.says("đúng")).toContain("số điện thoại");
	});

	it("lets a name be typed again", async () => {
		const lan = talkTo(appAt());
		await upToTheName(lan);
		await lan.says("Phí Văn Hưng");
		expect(await lan.says("không")).toContain("gọi anh/chị là gì");
		expect(await lan.says("anh Hưng")).toContain("số điện thoại");
	});

	it.each(["Ba", "Năm", "chị Bảy"])(
		"takes %s for a name, not for a number",
		async (name) => {
			const lan = talkTo(appAt());
			await upToTheName(lan);
			await lan.says(name);
			expect(await lan.taps("Không cần")).toContain(`Tên gọi: ${name}`);
		},
	);

	it("books for somebody else", async () => {
		const lan = talkTo(appAt());
		await upToTheName(lan);
		expect(await lan.taps("Đặt hộ người khác")).toContain("hỏi ý người đó");
		expect(await lan.says("mẹ")).toContain("Đặt hộ mẹ");
		await lan.says("anh Nam");
		expect(await lan.taps("Không cần")).toContain("anh Nam (đặt hộ mẹ)");
		expect(await lan.taps("Xác nhận")).toContain("anh Nam (đặt hộ mẹ)");
	});

	it("refuses the number of an identity card kindly", async () => {
		const lan = talkTo(appAt());
		await upToTheName(lan);
		await lan.says("chị Hoa");
		const refused = await lan.says("045123456789");
		expect(refused).toContain("số căn cước hoặc số thẻ");
		expect(refused).toContain("0. Quay lại");
	});

	it("asks again for a number that is no phone number", async () => {
		const lan = talkTo(appAt());
		await upToTheName(lan);
		await lan.says("chị Hoa");
		expect(await lan.says("091234")).toContain("chưa đúng dạng");
		expect(await lan.says("+84 912.345.678")).toContain("0912345678");
	});

	it("wants letters for a name", async () => {
		const lan = talkTo(appAt());
		await upToTheName(lan);
		expect(await lan.says("😀")).toContain("nhắn lại bằng chữ");
		expect(await lan.says("12345")).toContain("tên gọi bằng chữ");
	});
});

describe("the last step", () => {
	it("changes the name, the hour and the subject before anything is booked", async () => {
		const lan = talkTo(appAt());
		await upToTheName(lan);
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		await lan.taps("Sửa");
		await lan.taps("Tên gọi");
		expect(await lan.says("bác Tư")).toContain("Tên gọi: bác Tư");
		await lan.taps("Sửa");
		await lan.taps("Ngày, giờ");
		await lan.taps("05/12/2026");
		expect(await lan.taps("10:00")).toContain("05/12/2026, 10:00");
		await lan.taps("Sửa");
		await lan.taps("Việc cần hỏi");
		expect(await lan.says("tạm ngừng công ty")).toContain(
			"Việc: Tạm ngừng công ty",
		);
		expect(await lan.taps("Xác nhận")).toContain("bác Tư");
	});

	it("takes a question asked there as the new subject", async () => {
		const lan = talkTo(appAt());
		await upToTheName(lan);
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		const answered = await lan.says("tạm ngừng công ty cần giấy tờ gì");
		expect(answered).toContain("Tạm ngừng công ty — giấy tờ cần có");
		expect(answered).toContain("Việc: Tạm ngừng công ty");
	});

	it("moves the draft to another hour in words", async () => {
		const lan = talkTo(appAt());
		await upToTheName(lan);
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		expect(await lan.says("đổi sang 10h")).toContain("28/11/2026, 10:00");
		expect(await lan.says("t7 tuần sau")).toContain("05/12/2026, 10:00");
		expect(await lan.says("chưa")).toContain("muốn sửa gì");
	});

	it("stops on Thôi and gives the seat back", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ placesPerHalfHour: 1 }],
		});
		const lan = talkTo(app);
		await upToTheName(lan);
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		expect(await lan.says("0")).toContain("chưa đặt lịch nào");
		const [, eight] = await app.booking.hours("thu-bay", "2026-11-28");
		expect(eight?.free).toBe(1);
	});
});

describe("time passing while somebody types", () => {
	it("takes the seat again silently when it is still free", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await upToTheName(lan);
		app.passes(11);
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		expect(await lan.taps("Xác nhận")).toContain("28/11/2026, 08:00");
	});

	it("offers the nearest hours when somebody else took it, and keeps what was typed", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ placesPerHalfHour: 1 }],
		});
		const lan = talkTo(app);
		await upToTheName(lan);
		app.passes(11);
		await book(talkTo(app), "anh Minh");
		const lost = await lan.says("chị Hoa");
		expect(lost).toContain("08:00 đã hết chỗ");
		await lan.taps("08:30");
		expect(await lan.taps("Không cần")).toContain("Tên gọi: chị Hoa");
	});

	it("says so at the last tap as well", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ placesPerHalfHour: 1 }],
		});
		const lan = talkTo(app);
		await upToTheName(lan);
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		app.passes(11);
		await book(talkTo(app), "anh Minh");
		expect(await lan.taps("Xác nhận")).toContain("08:00 đã hết chỗ");
		await lan.taps("07:30");
		expect(await lan.taps("Xác nhận")).toContain("28/11/2026, 07:30");
	});

	it("says that the hour is over when it closed meanwhile", async () => {
		const app = appAt("2026-11-28", "07:20");
		const lan = talkTo(app);
		await upToTheName(lan);
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		app.at("2026-11-28", "07:31"); // 08:00 closes at 07:30
		expect(await lan.taps("Xác nhận")).toContain("đã qua giờ nhận đặt");
	});

	it("goes on after a restart in the middle", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await upToTheName(lan);
		app.restarted();
		await lan.says("chị Hoa");
		app.restarted();
		await lan.says("1");
		expect(await lan.says("1")).toContain("Đã đặt");
	});
});

describe("one person", () => {
	it("gets the same booking for the same tap twice", async () => {
		const lan = talkTo(appAt());
		await upToTheName(lan);
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		const confirm = lan.reply;
		await lan.tapsOn(confirm, "Xác nhận");
		const first = lan.reply.booking;
		await lan.tapsOn(confirm, "Xác nhận");
		expect(lan.reply.booking).toEqual(first);
	});

	it("gets one booking for two taps at once", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await upToTheName(lan);
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		const value = lan.reply.choices?.[0]?.value ?? "";
		const { conversation } = lan;
		const replies = await Promise.all(
			[1, 2, 3].map(() => app.converse({ conversation, text: value })),
		);
		const codes = replies.flat().map(({ booking }) => booking?.code);
		expect(new Set(codes).size).toBe(1);
		expect(await app.booking.mine(conversation)).toHaveLength(1);
	});

	it("is shown the booking they have instead of getting a second in the session", async () => {
		const lan = talkTo(appAt());
		await book(lan);
		await lan.says("đặt lịch");
		await lan.taps("28/11/2026");
		const told = await lan.taps("09:00");
		expect(told).toContain("đã có lịch rồi");
		expect(told).toContain("1. Đổi lịch");
		expect(told).toContain("2. Hủy lịch");
		expect(await lan.taps("Giữ nguyên")).toContain("giữ nguyên");
	});

	it("is told of a booking of the session that came from another window meanwhile", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await upToTheName(lan);
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		await app.booking.confirm(
			lan.conversation,
			{ desk: "thu-bay", day: "2026-11-28", time: "09:00" },
			{ name: "chị Hoa" },
		);
		const told = await lan.taps("Xác nhận");
		expect(told).toContain("đã có lịch rồi");
		expect(told).toContain("28/11/2026, 09:00");
	});

	it("holds at most two bookings ahead", async () => {
		const lan = talkTo(appAt());
		await book(lan);
		for (const day of ["05/12/2026", "12/12/2026"]) {
			await lan.says("đặt lịch");
			await lan.taps(day);
			await lan.taps("08:00");
			if (day === "12/12/2026") break;
			await lan.says("chị Hoa");
			await lan.taps("Không cần");
			await lan.taps("Xác nhận");
		}
		expect(lan.reply.text).toContain("đủ số lịch hẹn");
	});
});

describe("two people", () => {
	it("do not get the same last seat", async () => {
		const app = appAt(undefined, undefined, {
			desks: [{ placesPerHalfHour: 1 }],
		});
		const people = [talkTo(app), talkTo(app)];
		const held = await Promise.all(
			people.map((one) => one.says("đặt lịch 28/11 8h")),
		);
		expect(
			held.filter((text) => text.includes("Em giữ chỗ 08:00")),
		).toHaveLength(1);
		expect(held.filter((text) => text.includes("đã hết chỗ"))).toHaveLength(1);
	});
});
