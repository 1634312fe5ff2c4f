import { describe, expect, it } from "vitest";
import type { State } from "../../src/conversation/state.js";
import { appAt, talkTo } from "./talk.js";

describe("when something fails", () => {
	it("says plainly that nothing was booked, and works again afterwards", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await lan.says("đặt lịch 28/11 8h");
		await lan.taps("Đồng ý");
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		const confirm = lan.reply;
		const store = app.stores.bookings;
		const { confirm: works } = store;
		Object.assign(store, {
			confirm: () => Promise.reject(new Error("no space left")),
		});
		expect(await lan.tapsOn(confirm, "Xác nhận")).toContain(
			"chưa có gì được đặt, đổi hay hủy",
		);
		expect(app.troubles).toHaveLength(1);
		Object.assign(store, { confirm: works });
		expect(await lan.tapsOn(confirm, "Xác nhận")).toContain("Đã đặt");
	});

	it("tells of a booking that was made although the talk could not be kept", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await lan.says("đặt lịch 28/11 8h");
		await lan.taps("Đồng ý");
		await lan.says("chị Hoa");
		await lan.taps("Không cần");
		const confirm = lan.reply;
		const { write } = app.stores.sessions;
		Object.assign(app.stores.sessions, {
			write: () => Promise.reject(new Error("no space left")),
		});
		await lan.tapsOn(confirm, "Xác nhận");
		const first = lan.reply.booking?.code;
		expect(first).toMatch(/^T7-/);
		Object.assign(app.stores.sessions, { write });
		await lan.tapsOn(confirm, "Xác nhận");
		expect(lan.reply.booking?.code).toBe(first);
	});

	it("begins anew from a state that cannot be read", async () => {
		const app = appAt();
		const lan = talkTo(app);
		await lan.says("đặt lịch");
		const broken = { version: 0, step: "?" } as unknown as State;
		await app.stores.sessions.write(lan.conversation, broken);
		expect(await lan.says("chào em")).toContain("tin nhắn tự động");
		expect(app.troubles).toEqual([]);
	});

	it("does not stop the next message of the same conversation", async () => {
		const app = appAt();
		const lan = talkTo(app);
		const { read } = app.stores.sessions;
		Object.assign(app.stores.sessions, {
			read: () => Promise.reject(new Error("unreadable")),
		});
		expect(await lan.says("chào")).toContain("trục trặc");
		Object.assign(app.stores.sessions, { read });
		expect(await lan.says("chào")).toContain("Chào anh/chị");
	});
});

describe("messages of one conversation", () => {
	it("are answered one after the other, in the order they came", async () => {
		const app = appAt();
		const conversation = "web:hurry";
		const replies = await Promise.all(
			["đặt lịch", "1", "2", "1", "chị Hoa", "1", "1"].map((text) =>
				app.converse({ conversation, text }),
			),
		);
		expect(replies.at(-1)?.[0]?.booking).toMatchObject({
			day: "2026-11-28",
			time: "08:00",
			status: "booked",
		});
	});
});
