import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Saturday } from "../../src/booking/seats.js";
import type { BookingStore } from "../../src/booking/store.js";
import { csv, csvRows } from "../../src/report/csv.js";
import { readPeriod } from "../../src/report/period.js";
import { askedEntry, createReport } from "../../src/report/report.js";
import { memoryAsked } from "../../src/store/memory/asked.js";
import { openMemory } from "../../src/store/memory/index.js";
import { addDays, type LocalDate } from "../../src/time.js";
import { NOW, THIS_SATURDAY } from "../booking/morning.js";
import { smallKnowledge } from "../journeys/small-world.js";
import { everythingIn, open, temporaryFolder } from "../store/folder.js";
import { booking, done, noShow, onDuty, saturday } from "./a-morning.js";

const SUNDAY: LocalDate = "2026-11-29";
/** Too long ago to be in memory. */
const LONG_AGO: LocalDate = "2026-10-10";

const yearOf2026 = () => {
	const period = readPeriod("2026");
	if (!period) throw new Error("no year");
	return period;
};

const reportOf = (bookings: BookingStore, asked = memoryAsked()) =>
	createReport({ bookings, asked, knowledge: smallKnowledge });

const aMorning = (day: LocalDate): Saturday =>
	saturday(
		[
			booking({ ...done("advised"), rating: 3, links: ["zalo:hoa"] }),
			booking({
				...done("settled"),
				person: "zalo:minh",
				ready: ["Giấy đề nghị"],
			}),
			booking({ ...done("received"), walkIn: true }),
			booking({ ...noShow, person: "web:1" }),
			booking({ status: "cancelled" }),
		].map((one, index) => ({ ...one, place: index + 1 })),
		{ duties: [onDuty("tv-an")], waited: { so: 2 } },
		day,
	);

/** A folder with one morning in memory and one that is only in its file. */
async function twoMornings() {
	const folder = await temporaryFolder();
	await mkdir(join(folder, "bookings"));
	for (const day of [LONG_AGO, THIS_SATURDAY])
		await writeFile(
			join(folder, "bookings", `${day}.json`),
			JSON.stringify(aMorning(day)),
		);
	return folder;
}

it("wiped and deleted data leave the same numbers", async () => {
	const folder = await twoMornings();
	const stores = await open(folder);
	const report = reportOf(stores.bookings);
	const numbers = () => report.figures(yearOf2026(), SUNDAY);
	const before = await numbers();
	expect(before.total).toEqual({
		sessions: 2,
		members: 2,
		settled: 2,
		received: 2,
		advised: 2,
	});

	await stores.bookings.forget("telegram:hoa", THIS_SATURDAY);
	expect(await numbers()).toEqual(before);
	await stores.bookings.wipeBefore("2027-01-01");
	expect(await numbers()).toEqual(before);
	await stores.close();

	expect(JSON.stringify(await everythingIn(folder))).not.toMatch(
		/chị Hoa|0900000001|zalo:minh|số 5|Giấy đề nghị/,
	);
	const reopened = await open(folder);
	const after = await reportOf(reopened.bookings).figures(yearOf2026(), SUNDAY);
	expect(after).toEqual(before);
	await reopened.close();
});

it("what is shown names no person, no member and no booking", async () => {
	const stores = await open(await twoMornings());
	const figures = await reportOf(stores.bookings).figures(yearOf2026(), SUNDAY);
	const shown = `${JSON.stringify(figures)}${csv(csvRows(figures, "Bàn"))}`;
	expect(shown).not.toMatch(/Hoa|0900|telegram|zalo|web:|tv-|T7-/);
	await stores.close();
});

it("a Saturday ahead is not counted yet, and one desk can be looked at alone", async () => {
	const stores = openMemory(() => NOW);
	const report = reportOf(stores.bookings);
	await stores.bookings.change(THIS_SATURDAY, () => ({
		saturday: saturday([
			booking(),
			booking({ ...done("settled"), desk: "xa" }),
		]),
		outcome: undefined,
	}));
	const year = yearOf2026();
	const booked = async (...of: Parameters<typeof report.figures>) =>
		(await report.figures(...of)).people.booked;
	expect(await booked(year, "2026-11-27")).toBe(0);
	expect(await booked(year, THIS_SATURDAY)).toBe(2);
	expect(await booked(year, THIS_SATURDAY, ["xa"])).toBe(1);
	expect(await booked(year, THIS_SATURDAY, [])).toBe(0);
});

it("a tap at the desk is in the next look", async () => {
	const stores = openMemory(() => NOW);
	const report = reportOf(stores.bookings);
	const put = (...bookings: Parameters<typeof saturday>[0][]) =>
		stores.bookings.change(THIS_SATURDAY, () => ({
			saturday: saturday(bookings.flat()),
			outcome: undefined,
		}));
	const advised = async () =>
		(await report.figures(yearOf2026(), SUNDAY)).total.advised;
	await put([booking()]);
	expect(await advised()).toBe(0);
	await put([booking(done("advised"))]);
	expect(await advised()).toBe(1);
});

it("what is asked most comes first, with its title of today", async () => {
	const asked = memoryAsked();
	await asked.add("2026-10", { "2.001583": 2, "9.999999": 1 });
	await asked.add("2026-11", {
		"2.001583": 3,
		[askedEntry({ procedure: "2.001583", faq: "chuyen-khoan" })]: 4,
	});
	const report = reportOf(openMemory(() => NOW).bookings, asked);
	expect(await report.asked(yearOf2026())).toEqual([
		{
			entry: "2.001583",
			title: "Thành lập công ty TNHH một thành viên",
			times: 5,
		},
		{
			entry: "faq:chuyen-khoan",
			title: "Lệ phí nộp bằng chuyển khoản được không?",
			times: 4,
		},
		{ entry: "9.999999", times: 1 },
	]);
});

it("a year is read once, however often it is looked at", {
	timeout: 60_000,
}, async () => {
	const folder = await temporaryFolder();
	await mkdir(join(folder, "bookings"));
	for (let week = 0; week < 10 * 52; week++) {
		const day = addDays("2026-11-21", -7 * week);
		const people = Array.from({ length: 60 }, (_, index) =>
			booking({ ...done("advised"), place: index + 1 }),
		);
		await writeFile(
			join(folder, "bookings", `${day}.json`),
			JSON.stringify(saturday(people, {}, day)),
		);
	}
	const stores = await open(folder);
	let read = 0;
	const report = reportOf({
		...stores.bookings,
		saturday: (day) => {
			read++;
			return stores.bookings.saturday(day);
		},
	});
	const times: number[] = [];
	for (let look = 0; look < 3; look++) {
		const begun = performance.now();
		const { total } = await report.figures(yearOf2026(), SUNDAY);
		times.push(performance.now() - begun);
		expect(total.advised).toBe(47 * 60);
	}
	console.info(
		`a year among ten: ${times.map((ms) => ms.toFixed(1)).join(", ")} ms`,
	);
	expect(read).toBe(47);
	await stores.close();
});
