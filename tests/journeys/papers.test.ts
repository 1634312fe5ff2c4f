import { describe, expect, it } from "vitest";
import type { Booking } from "../../src/booking/store.js";
import { sayNotice } from "../../src/conversation/notify.js";
import { instantAt } from "../../src/time.js";
import { type App, appAt, type Talker, talkTo } from "./talk.js";

const PAPERS = ["Giấy đề nghị", "Điều lệ công ty"];

/** From the first word to the confirmation. */
async function toConfirm(hoa: Talker): Promise<string> {
	await hoa.taps("28/11/2026");
	await hoa.taps("08:00");
	await hoa.taps("Đồng ý");
	await hoa.says("chị Hoa");
	return hoa.taps("Không cần");
}

async function booked(app: App, procedure = "2.001583") {
	const hoa = talkTo(app);
	await hoa.says(`book:${procedure}`);
	await toConfirm(hoa);
	const said = await hoa.says("xác nhận");
	return { hoa, said, booking: await only(app, hoa) };
}

async function only(app: App, { conversation }: Talker): Promise<Booking> {
	const [booking] = await app.booking.mine(conversation);
	if (!booking) throw new Error("nothing is booked");
	return booking;
}

describe("the papers of a booking", () => {
	it("are ticked one after the other, right after it was made", async () => {
		const app = appAt();
		const { hoa, said } = await booked(app);
		expect(said).toContain("1. Đánh dấu giấy tờ đã có");
		expect((await only(app, hoa)).ready).toBeUndefined();
		expect(await hoa.taps("Đánh dấu giấy tờ đã có")).toBe(
			[
				"Giấy nào anh/chị đã có? Chọn từng giấy, chọn lại thì bỏ dấu. Anh/chị chưa báo giấy nào. Tình nguyện viên xem trước để chuẩn bị; đổi được đến giờ hẹn.",
				"1. Giấy đề nghị",
				"2. Điều lệ công ty",
				"3. Đã có đủ",
				"4. Chưa có gì",
				"0. Xong",
			].join("\n"),
		);
		const ticked = await hoa.says("2");
		expect(ticked).toContain("đã có 1 trên 2");
		expect(ticked).toContain("2. ✓ Điều lệ công ty");
		expect((await only(app, hoa)).ready).toEqual(["Điều lệ công ty"]);
		await hoa.says("2");
		expect((await only(app, hoa)).ready).toEqual([]);
		await hoa.says("1 và 2");
		expect((await only(app, hoa)).ready).toEqual(PAPERS);
		expect(await hoa.says("xong")).toContain("Anh/chị đã có đủ.");
		expect(await hoa.says("lịch hẹn")).toContain("Giấy tờ: đã có đủ");
	});

	it("are all there or none with one tap, in words too", async () => {
		const app = appAt();
		const { hoa } = await booked(app);
		await hoa.says("giấy tờ đã có");
		expect(await hoa.says("đủ rồi")).toContain("đã có đủ");
		expect((await only(app, hoa)).ready).toEqual(PAPERS);
		await hoa.says("đánh dấu giấy tờ đã có");
		expect(await hoa.says("chưa có gì")).toContain("đã có 0 trên 2");
		expect((await only(app, hoa)).ready).toEqual([]);
	});

	it("mean the same under an older message, however often it is tapped", async () => {
		const app = appAt();
		const { hoa } = await booked(app);
		await hoa.says("giấy tờ đã có");
		const { reply } = hoa;
		await hoa.tapsOn(reply, "Giấy đề nghị");
		await hoa.tapsOn(reply, "Giấy đề nghị");
		app.restarted();
		await hoa.tapsOn(reply, "Điều lệ công ty");
		expect((await only(app, hoa)).ready).toEqual(PAPERS);
	});

	it("can be changed until the half hour begins", async () => {
		const app = appAt();
		const { hoa } = await booked(app);
		app.at("2026-11-28", "07:59");
		expect(await hoa.says("lịch hẹn")).toContain("Đánh dấu giấy tờ đã có");
		await hoa.taps("Đánh dấu giấy tờ đã có");
		app.at("2026-11-28", "08:00");
		expect(await hoa.taps("Đã có đủ")).toContain("Lịch hẹn của anh/chị");
		expect((await only(app, hoa)).ready).toBeUndefined();
		expect(await hoa.says("lịch hẹn")).not.toContain("Đánh dấu");
	});

	it("are asked for in Friday's reminder, and never in the one on the day", async () => {
		const app = appAt();
		const { booking } = await booked(app);
		const now = instantAt("2026-11-27", "17:00");
		const say = (kind: "friday" | "two-hours") =>
			sayNotice({ kind, booking }, app.knowledge, () => [], now);
		expect(say("friday").choices).toEqual([
			{ label: "Đánh dấu giấy tờ đã có", value: `ready:${booking.code}` },
		]);
		expect(say("two-hours").choices).toBeUndefined();
	});

	it("are not asked for where the booking names no procedure", async () => {
		const app = appAt();
		const hoa = talkTo(app);
		await hoa.says("đặt lịch");
		await toConfirm(hoa);
		expect(await hoa.says("xác nhận")).not.toContain("Đánh dấu");
		expect(await hoa.says("giấy tờ đã có")).toContain("Lịch hẹn của anh/chị");
	});

	it("are nobody else's to tick", async () => {
		const app = appAt();
		const { booking } = await booked(app);
		const other = talkTo(app);
		expect(await other.says(`ready:${booking.code}`)).toContain("tên gọi");
		await other.says("anh Ba");
		expect((await app.booking.find(booking.code))?.ready).toBeUndefined();
	});

	it("leave room for a question in between", async () => {
		const app = appAt();
		const { hoa } = await booked(app);
		await hoa.says("giấy tờ đã có");
		const said = await hoa.says("mở công ty một mình phí bao nhiêu");
		expect(said).toContain("100.000 đồng");
		expect(said).toContain("1. Giấy đề nghị");
		await hoa.says("1");
		expect((await only(app, hoa)).ready).toEqual(["Giấy đề nghị"]);
	});
});

describe("what was asked before booking", () => {
	const QUESTION = "mở công ty một mình nộp phí bằng chuyển khoản được không";

	async function asked(app: App, question = QUESTION) {
		const hoa = talkTo(app);
		await hoa.says(question);
		await hoa.taps("Đặt lịch thứ Bảy");
		return { hoa, said: await toConfirm(hoa) };
	}

	it("goes along by the person's own choice, and costs no tap more", async () => {
		const app = appAt();
		const { hoa, said } = await asked(app);
		expect(said).toContain("Gửi kèm câu anh/chị đã hỏi cho tình nguyện viên?");
		expect(said).toContain(
			"1. Xác nhận\n2. Sửa\n3. Xác nhận và gửi kèm câu hỏi",
		);
		expect(await hoa.taps("gửi kèm")).toContain(
			`Gửi kèm câu hỏi: “${QUESTION}”`,
		);
		expect((await only(app, hoa)).question).toBe(QUESTION);
	});

	it.each(["1", "xác nhận", "đồng ý", "đúng rồi"])(
		"stays behind otherwise (%s)",
		async (word) => {
			const app = appAt();
			const { hoa } = await asked(app);
			expect(await hoa.says(word)).toContain("Đã đặt");
			expect((await only(app, hoa)).question).toBeUndefined();
		},
	);

	it("is kept nowhere before that word", async () => {
		const app = appAt();
		const { hoa } = await asked(app);
		const kept = JSON.stringify([
			await app.stores.sessions.read(hoa.conversation),
			await app.stores.bookings.since("2026-11-01"),
		]);
		expect(kept).not.toContain("chuyển khoản");
		await hoa.says("1");
		expect(
			JSON.stringify(await app.stores.sessions.read(hoa.conversation)),
		).not.toContain("chuyển khoản");
	});

	it("is without private numbers", async () => {
		const app = appAt();
		const { hoa } = await asked(app, `${QUESTION}, gọi 0912345678`);
		await hoa.taps("gửi kèm");
		const { question } = await only(app, hoa);
		expect(question).toContain("chuyển khoản");
		expect(question).not.toContain("0912");
	});

	it("is not offered to somebody who asked nothing, or asked long ago", async () => {
		const app = appAt();
		const hoa = talkTo(app);
		await hoa.says(QUESTION);
		app.passes(61);
		await hoa.says("book:2.001583");
		expect(await toConfirm(hoa)).not.toContain("Gửi kèm");
	});

	it("is offered when it was asked in the middle of booking", async () => {
		const app = appAt();
		const hoa = talkTo(app);
		await hoa.says("book:2.001583");
		await toConfirm(hoa);
		expect(await hoa.says(QUESTION)).toContain("Xác nhận và gửi kèm câu hỏi");
		await hoa.taps("gửi kèm");
		expect((await only(app, hoa)).question).toBe(QUESTION);
	});

	it("is lost with a restart: that is said, and the seat is booked", async () => {
		const app = appAt();
		const { hoa } = await asked(app);
		app.restarted();
		const said = await hoa.taps("gửi kèm");
		expect(said).toContain("không còn giữ");
		expect(said).toContain("Đã đặt");
		expect((await only(app, hoa)).question).toBeUndefined();
	});

	it("can be seen, and taken back with one tap", async () => {
		const app = appAt();
		const { hoa } = await asked(app);
		await hoa.taps("gửi kèm");
		expect(await hoa.says("dữ liệu của tôi")).toContain("Gửi kèm câu hỏi");
		await hoa.says("lịch hẹn");
		expect(await hoa.taps("Bỏ câu hỏi gửi kèm")).toContain("Đã bỏ");
		expect((await only(app, hoa)).question).toBeUndefined();
		expect(await hoa.says("lịch hẹn")).not.toContain("Gửi kèm");
	});

	it("leaves with everything else when all is deleted", async () => {
		const app = appAt();
		const { hoa } = await asked(app);
		await hoa.taps("gửi kèm");
		await hoa.says("xóa dữ liệu của tôi");
		await hoa.taps("Xóa hết");
		expect(
			JSON.stringify(await app.stores.bookings.since("2026-11-01")),
		).not.toContain("chuyển khoản");
	});
});
