import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Browser } from "../open-desk.js";
import { DAY, openMorning } from "./a-morning.js";

const LIVE = `/ban/live?ngay=${DAY}&ban=a`;

/** Reads what a page that follows the list is told. */
async function follow(browser: Browser, path = LIVE) {
	const response = await browser.opens(path);
	expect(response.status).toBe(200);
	expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
	const reader = response.body?.getReader();
	const heard: string[] = [];
	const decoder = new TextDecoder();
	const next = async () => {
		const read = await reader?.read();
		if (read?.value) heard.push(decoder.decode(read.value));
		return !read?.done;
	};
	await next();
	return { heard, next, leave: () => reader?.cancel() };
}

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
	vi.useRealTimers();
});

async function morning() {
	const desk = openMorning();
	const minh = await desk.volunteer("anh Minh");
	const hoa = await desk.books("chị Hoa", "08:00");
	return { desk, minh, hoa };
}

describe("a page that follows the list", () => {
	it("is told that something changed, and nothing of whom", async () => {
		const { minh, hoa } = await morning();
		const { heard, next, leave } = await follow(minh);
		await minh.sends(`/ban/khach/${hoa}`, { act: "arrived" });
		await next();
		expect(heard.join("")).toBe("retry: 2000\n\ndata: changed\n\n");
		await leave();
	});

	it("hears of a booking, a move and a cancellation as well", async () => {
		const { desk, minh, hoa } = await morning();
		const { heard, next, leave } = await follow(minh);
		await desk.booking.cancel(hoa);
		// Changes that come together are one piece of news.
		await desk.books("bác Tư", "09:00");
		await next();
		expect(heard.at(-1)).toBe("data: changed\n\n");
		await leave();
	});

	it("hears a heartbeat while nothing happens, so that the line is not cut", async () => {
		const { minh } = await morning();
		const { heard, next, leave } = await follow(minh);
		const beat = next();
		await vi.advanceTimersByTimeAsync(15_000);
		await beat;
		expect(heard.at(-1)).toBe(":\n\n");
		await leave();
	});

	it("ends when its member signs out elsewhere, before it hears of anything more", async () => {
		const { desk, minh, hoa } = await morning();
		const lan = await desk.volunteer("chị Lan");
		const { heard, next } = await follow(minh);
		await desk.people.door.signOutEverywhere(minh.member.id);
		await lan.sends(`/ban/khach/${hoa}`, { act: "arrived" });
		expect(await next()).toBe(false);
		expect(heard.join("")).not.toContain("changed");
	});

	it("ends with the next heartbeat when its member is let go", async () => {
		const { desk, minh } = await morning();
		const boss = await desk.member({ role: "administrator", desk: null });
		const { next } = await follow(minh);
		await desk.people.crew.remove(boss.id, minh.member.id);
		const end = next();
		await vi.advanceTimersByTimeAsync(15_000);
		expect(await end).toBe(false);
	});

	it("ends when the web closes", async () => {
		const { desk, minh } = await morning();
		const { next } = await follow(minh);
		desk.web.close();
		expect(await next()).toBe(false);
	});

	it("is one of six of a member; a seventh is refused until one is closed", async () => {
		const { desk, minh } = await morning();
		const lan = await desk.volunteer("chị Lan");
		const open = await Promise.all([1, 2, 3, 4, 5, 6].map(() => follow(minh)));
		expect((await minh.opens(LIVE)).status).toBe(429);
		const other = await follow(lan);
		await other.leave();
		await open[0]?.leave();
		await vi.advanceTimersByTimeAsync(0);
		const again = await follow(minh);
		for (const one of [...open.slice(1), again]) await one.leave();
	});
});
