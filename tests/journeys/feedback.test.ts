import { describe, expect, it } from "vitest";
import { type App, appAt, talkTo } from "./talk.js";

const ASKED = "mở công ty 1 thành viên cần giấy tờ gì";
const UNKNOWN = "nuôi tôm trên cát thì làm sao";

const ratings = async ({ unanswered }: App) => {
	await unanswered.log.idle();
	return unanswered.desk.ratings("2026-11");
};
const open = async ({ unanswered }: App) => {
	await unanswered.log.idle();
	return (await unanswered.desk.open()).map(({ text, times, followers }) => ({
		text,
		times,
		followers,
	}));
};

describe("under an answer", () => {
	it("one says that it helped: it is counted, and what can be asked next stays", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await lan.says(ASKED);
		expect(await lan.taps("Đúng ý")).toMatch(/cảm ơn.*1\. Lệ phí/s);
		expect(await lan.says("1")).toContain("100.000 đồng");
		expect(await ratings(app)).toEqual({ "2.001583": [1, 0] });
		expect(await open(app)).toEqual([]);
	});

	it("one says that it did not: the question is noted, and ways to go on are offered", async () => {
		const app = appAt();
		const lan = talkTo(app, "telegram:1");
		await lan.says(ASKED);
		expect(await lan.says("chưa đúng ý")).toContain("hiểu chưa trúng ý");
		expect(lan.reply.choices?.map(({ label }) => label)).toEqual([
			"Đặt lịch thứ Bảy",
			"Gặp người hỗ trợ",
			"Báo tôi khi có câu trả lời",
		]);
		expect(await ratings(app)).toEqual({ "2.001583": [0, 1] });
		expect(await open(app)).toEqual([{ text: ASKED, times: 1, followers: 0 }]);
	});

	it("a button under an older answer, or after a restart, thanks and counts nothing", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await lan.says(ASKED);
		const older = lan.reply;
		await lan.says("tạm ngừng công ty phí bao nhiêu");
		app.restarted();
		expect(await lan.tapsOn(older, "Chưa đúng ý")).toContain("cảm ơn");
		expect(await lan.tapsOn(older, "Đúng ý")).toContain("cảm ơn");
		expect(await ratings(app)).toEqual({});
		expect(await open(app)).toEqual([]);
	});

	it("the button of the newest answer still counts after a restart", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await lan.says(ASKED);
		app.restarted();
		await lan.taps("Đúng ý");
		expect(await ratings(app)).toEqual({ "2.001583": [1, 0] });
	});

	it("Zalo spends one line on it, and an answer in the middle of a booking none", async () => {
		const app = appAt();
		const hoa = talkTo(app, "zalo:hoa");
		const labels = () => hoa.reply.choices?.map(({ label }) => label) ?? [];
		await hoa.says(ASKED);
		expect(labels().filter((label) => /đúng ý/i.test(label))).toEqual([
			"Chưa đúng ý",
		]);
		await hoa.says("đúng"); // agrees with the answer: chooses nothing
		expect(await ratings(app)).toEqual({});
		await hoa.says("đặt lịch");
		await hoa.says(ASKED);
		expect(labels().join()).not.toMatch(/đúng ý/i);
	});
});

describe("when several may be meant", () => {
	it("none of them may fit: then it is a question without an answer", async () => {
		const app = appAt();
		const lan = talkTo(app, "telegram:1");
		await lan.says("tạm nghỉ bán mùa mưa");
		expect(await lan.taps("Không phải các việc này")).toContain("chưa trúng ý");
		expect(await ratings(app)).toEqual({});
		expect(await open(app)).toMatchObject([{ text: "tạm nghỉ bán mùa mưa" }]);
		await lan.taps("Báo tôi");
		await lan.taps("Đồng ý");
		expect(await open(app)).toMatchObject([{ times: 1, followers: 1 }]);
	});
});

describe("a question that found nothing", () => {
	it("is noted without who asked, their number or their name", async () => {
		const app = appAt();
		const lan = talkTo(app, "telegram:918273645");
		await lan.says("em tên Lan, 0912345678, nuôi tôm trên cát làm sao");
		await app.unanswered.log.idle();
		const kept = JSON.stringify([
			...(await app.stores.questions.read()).groups.values(),
		]);
		expect(kept).toContain("nuôi tôm trên cát làm sao");
		expect(kept).not.toMatch(/Lan|0912|918273645/);
	});

	it("leaves the conversation with the next message", async () => {
		const app = appAt();
		const lan = talkTo(app, "telegram:1");
		const state = async () =>
			JSON.stringify(await app.stores.sessions.read("telegram:1"));
		await lan.says(UNKNOWN);
		const older = lan.reply;
		expect(await state()).toContain("nuôi tôm");
		await lan.says("cảm ơn");
		expect(await state()).not.toContain("nuôi tôm");
		expect(await lan.tapsOn(older, "Báo tôi")).toContain("không còn giữ");
	});

	it("can be waited for only after an agreement of its own, and not on a page that cannot call", async () => {
		const app = appAt();
		const lan = talkTo(app, "telegram:1");
		await lan.says(UNKNOWN);
		expect(await lan.taps("Báo tôi")).toMatch(
			/mã cuộc trò chuyện.*Chi đoàn cơ sở.*đồng ý không/s,
		);
		expect(await open(app)).toMatchObject([{ followers: 0 }]);
		expect(await lan.says("đồng ý, báo tôi")).toContain("em nhắn anh/chị ngay");
		expect(await open(app)).toMatchObject([{ times: 1, followers: 1 }]);
		expect(
			await app.stores.consents.current("telegram:1", "answer"),
		).toMatchObject({ channel: "telegram" });

		const web = talkTo(app, "web:a");
		await web.says(UNKNOWN);
		expect(web.reply.choices?.map(({ label }) => label).join()).not.toContain(
			"Báo tôi",
		);
		await web.says(ASKED);
		expect(await web.taps("Chưa đúng ý")).toContain("Trang này không gọi lại");
	});

	it("is waited for no more once one says so, and by nobody who is forgotten", async () => {
		const app = appAt();
		const lan = talkTo(app, "telegram:1");
		const follow = async () => {
			await lan.says(UNKNOWN);
			if (!(await lan.taps("Báo tôi")).includes("em nhắn anh/chị"))
				await lan.taps("Đồng ý");
		};
		await follow();
		expect(await lan.says("dữ liệu của tôi")).toMatch(
			/cho nhắn lại khi có câu trả lời.*chờ em báo 1 câu/s,
		);
		await lan.taps("Thôi báo");
		expect(await open(app)).toMatchObject([{ followers: 0 }]);
		expect(
			await app.stores.consents.current("telegram:1", "answer"),
		).toBeUndefined();
		await follow();
		expect(await open(app)).toMatchObject([{ followers: 1 }]);
		await lan.says("xóa dữ liệu của tôi");
		await lan.taps("Xóa hết");
		expect(await open(app)).toMatchObject([{ followers: 0 }]);
	});
});
