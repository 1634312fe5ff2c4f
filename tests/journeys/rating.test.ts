import { describe, expect, it } from "vitest";
import { recordVisit } from "../../src/booking/visit-acts.js";
import { sayNotice } from "../../src/conversation/notify.js";
import { instantAt } from "../../src/time.js";
import { appAt, talkTo } from "./talk.js";

const SATURDAY = "2026-11-28";
const SUNDAY = "2026-11-29";

/** Mrs Hoa booked 8:00 on Saturday in this conversation, and her visit was done at 8:40. */
async function afterTheVisit(person = "telegram:hoa") {
	const app = appAt();
	const slot = { desk: "thu-bay", day: SATURDAY, time: "08:00" } as const;
	const outcome = await app.booking.confirm(person, slot, { name: "chị Hoa" });
	if (outcome.kind !== "booked") throw new Error(outcome.kind);
	const { code } = outcome.booking;
	app.at(SATURDAY, "08:40");
	await app.stores.bookings.change(
		SATURDAY,
		recordVisit(
			code,
			{ kind: "done", outcome: "advised" },
			"tv-lan",
			instantAt(SATURDAY, "08:40"),
		),
	);
	app.at(SATURDAY, "10:00");
	const rating = async () => (await app.booking.find(code))?.rating;
	const asked = async () => {
		const booking = await app.booking.find(code);
		if (!booking) throw new Error("the booking is gone");
		return sayNotice({ kind: "rating", booking }, app.knowledge);
	};
	return { app, code, rating, asked, hoa: talkTo(app, person) };
}

describe("after a visit one says how it was", () => {
	it("by a tap on the question", async () => {
		const { hoa, asked, rating } = await afterTheVisit();
		const question = await asked();
		expect(question.text).toContain("thứ Bảy 28/11/2026");
		expect(question.choices?.map(({ label }) => label)).toEqual([
			"Rất hài lòng",
			"Hài lòng",
			"Chưa hài lòng",
		]);
		expect(await hoa.tapsOn(question, "Rất hài lòng")).toContain(
			"Em đã ghi “rất hài lòng”",
		);
		expect(await rating()).toBe(3);
	});

	it.each([
		["Rất hài lòng", 3],
		["hai long", 2],
		["dạ em hài lòng ạ", 2],
		["chưa hài lòng", 1],
		["tôi không hài lòng", 1],
	])("in words: %s", async (words, expected) => {
		const { hoa, rating } = await afterTheVisit();
		await hoa.says(words);
		expect(await rating()).toBe(expected);
	});

	it("and never by a number, which belongs to the menu shown last", async () => {
		const { hoa, rating } = await afterTheVisit();
		await hoa.says("mở cty");
		await hoa.says("1");
		expect(await rating()).toBeUndefined();
	});

	it("and may change their mind until the next evening", async () => {
		const { app, hoa, rating } = await afterTheVisit();
		await hoa.says("rất hài lòng");
		app.at(SUNDAY, "19:59");
		expect(await hoa.says("chưa hài lòng")).toContain("Gặp người hỗ trợ");
		expect(await rating()).toBe(1);
		app.at(SUNDAY, "20:00");
		expect(await hoa.says("hài lòng")).toContain("không có buổi nào");
		expect(await rating()).toBe(1);
	});

	it("in the middle of another booking, which goes on", async () => {
		const { hoa, rating } = await afterTheVisit();
		await hoa.says("đặt lịch");
		expect(await hoa.says("hài lòng")).toContain("05/12");
		expect(await rating()).toBe(2);
	});
});

describe("nobody says it for somebody else", () => {
	it("a stranger with the code", async () => {
		const { app, code, rating } = await afterTheVisit();
		const stranger = talkTo(app, "telegram:stranger");
		await stranger.says(`visit-rating:3:${code}`);
		await stranger.says("rất hài lòng");
		expect(await rating()).toBeUndefined();
	});

	it("nobody for a visit that was not", async () => {
		const app = appAt();
		const hoa = talkTo(app, "telegram:hoa");
		expect(await hoa.says("hài lòng")).toContain("không có buổi nào");
	});
});
