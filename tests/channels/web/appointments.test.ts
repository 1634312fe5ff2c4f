import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import type { Booking } from "../../../src/booking/store.js";
import { calendarFile } from "../../../src/channels/calendar-file.js";
import { booking, from, openWeb } from "./open-web.js";

const now = new Date("2026-11-24T02:00:00Z");
const desk = { name: "Bàn tư vấn thứ Bảy", place: "Nhà văn hóa; phòng 2" };
const file = (changes: Partial<Booking> = {}) =>
	calendarFile(
		{ ...booking, ...changes },
		{
			desks: [{ ...desk, id: booking.desk } as never],
			procedures: new Map([
				["2.001583", { title: "Thành lập công ty" } as never],
			]),
		},
		now,
	).replaceAll("\r\n ", "");

describe("a booking as a calendar file", () => {
	it("holds the half hour, the desk and the matter, and no person", () => {
		const text = file();
		expect(text).toContain("SUMMARY:Bàn tư vấn thứ Bảy: Thành lập công ty");
		expect(text).toContain("LOCATION:Nhà văn hóa\\; phòng 2");
		expect(text).toContain("UID:T7-K4M9XQ@ban-thu-bay");
		expect(text).toContain("STATUS:CONFIRMED");
		expect(text).not.toMatch(/Hoa|0912/);
	});

	it("keeps its UID and raises SEQUENCE when the booking is moved", () => {
		const moved = file({ time: "09:30", sequence: 1 });
		expect(file()).toContain("SEQUENCE:0");
		expect(moved).toContain("SEQUENCE:1");
		expect(moved).toContain("UID:T7-K4M9XQ@ban-thu-bay");
		expect(moved).toContain("DTSTART:20261128T023000Z");
	});

	it("takes a cancelled booking out of the calendar", () => {
		const text = file({ status: "cancelled", sequence: 2 });
		expect(text).toContain("METHOD:CANCEL");
		expect(text).toContain("STATUS:CANCELLED");
		expect(text).toContain("SEQUENCE:2");
	});

	it.each(["UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles"])(
		"begins at 08:30 in Viet Nam on a server in %s",
		async (zone) => {
			const script = `
				import { calendarFile } from "./src/channels/calendar-file.ts";
				console.log(calendarFile(${JSON.stringify(booking)}, { desks: [], procedures: new Map() }, new Date(0)));`;
			const { stdout } = await promisify(execFile)(
				process.execPath,
				["--import", "tsx", "--input-type=module", "--eval", script],
				{ env: { ...process.env, TZ: zone } },
			);
			expect(stdout).toContain("DTSTART:20261128T013000Z");
			expect(stdout).toContain("DTEND:20261128T020000Z");
			expect(stdout).toContain("DTSTAMP:19700101T000000Z");
		},
	);
});

describe("GET /lich-hen/<code>.ics", () => {
	const open = () =>
		openWeb({
			findBooking: async (code) =>
				code === booking.code ? booking : undefined,
		});

	it("is a calendar file to keep, never cached", async () => {
		const response = await open().web.request("/lich-hen/T7-K4M9XQ.ics");
		const { headers } = response;
		expect(response.status).toBe(200);
		expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
		expect(headers.get("content-disposition")).toContain("T7-K4M9XQ.ics");
		expect(headers.get("cache-control")).toBe("no-store");
		const text = await response.text();
		expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
		expect(text).not.toMatch(/Hoa|0912/);
	});

	it("reads the code in either case", async () => {
		const response = await open().web.request("/lich-hen/t7-k4m9xq.ics");
		expect(response.status).toBe(200);
	});

	it.each(["T7-222222", "xyz", "..%2f..%2fetc", "T7-K4M9X0"])(
		"does not know %s",
		async (code) => {
			const response = await open().web.request(`/lich-hen/${code}.ics`);
			expect(response.status).toBe(404);
		},
	);

	it("lets nobody try codes: after ten wrong ones an hour's wait, even with the limits lifted", async () => {
		const { web } = openWeb({
			rateLimit: false,
			findBooking: async (code) =>
				code === booking.code ? booking : undefined,
		});
		const guess = (address: string, code: string) =>
			web.request(`/lich-hen/${code}.ics`, {}, from(address));
		for (let i = 0; i < 10; i++) await guess("203.0.113.7", `T7-22222${2 + i}`);
		const more = await guess("203.0.113.7", "T7-K4M9XQ");
		const other = await guess("203.0.113.8", "T7-K4M9XQ");
		expect([more.status, other.status]).toEqual([429, 200]);
		expect(Number(more.headers.get("retry-after"))).toBeGreaterThan(3_500);
	});

	it("counts guesses made all at once", async () => {
		const { web } = open();
		const guesses = await Promise.all(
			Array.from({ length: 100 }, () =>
				web.request("/lich-hen/T7-222222.ics", {}, from("203.0.113.7")),
			),
		);
		const looked = guesses.filter(({ status }) => status === 404);
		expect(looked).toHaveLength(10);
	});

	it("is there as often as somebody with the right code asks", async () => {
		const { web } = open();
		for (let i = 0; i < 30; i++) {
			const response = await web.request("/lich-hen/T7-K4M9XQ.ics");
			expect(response.status).toBe(200);
		}
	});

	it("is asked for in the log without the code", async () => {
		const { web, logged } = open();
		await web.request("/lich-hen/T7-K4M9XQ.ics?ten=Lan");
		expect(logged.join()).toContain("/lich-hen/");
		expect(logged.join()).not.toMatch(/K4M9XQ|Lan/);
	});
});
