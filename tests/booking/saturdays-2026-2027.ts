import type { CalendarRow } from "../../src/knowledge/schema.js";
import type { LocalDate } from "../../src/time.js";

const row = (
	from: LocalDate,
	to: LocalDate,
	kind: CalendarRow["kind"],
	name: string,
): CalendarRow => ({
	from,
	to,
	kind,
	name,
	status: "official",
	source: "test",
});

/** The breaks of 2026 and 2027, the statutory days in them, and the Saturdays worked in exchange. */
export const calendar = {
	days: [
		row("2026-01-01", "2026-01-04", "break", "Tết Dương lịch"),
		row("2026-01-01", "2026-01-01", "statutory", "Tết Dương lịch"),
		row("2026-01-10", "2026-01-10", "makeup", "làm bù 02/01"),
		row("2026-02-14", "2026-02-22", "break", "Tết Bính Ngọ"),
		row("2026-02-16", "2026-02-20", "statutory", "Tết Bính Ngọ"),
		row("2026-04-25", "2026-04-27", "break", "Giỗ Tổ"),
		row("2026-04-26", "2026-04-26", "statutory", "Giỗ Tổ"),
		row("2026-04-30", "2026-05-03", "break", "30/4–1/5"),
		row("2026-04-30", "2026-05-01", "statutory", "30/4–1/5"),
		row("2026-08-22", "2026-08-22", "makeup", "làm bù 31/08"),
		row("2026-08-29", "2026-09-02", "break", "Quốc khánh"),
		row("2026-09-01", "2026-09-02", "statutory", "Quốc khánh"),
		row("2027-01-01", "2027-01-03", "break", "Tết Dương lịch"),
		row("2027-01-01", "2027-01-01", "statutory", "Tết Dương lịch"),
		row("2027-02-04", "2027-02-11", "undecided", "Tết Đinh Mùi"),
		row("2027-02-06", "2027-02-06", "statutory", "mùng 1 Tết Đinh Mùi"),
		row("2027-02-13", "2027-02-13", "undecided", "sau Tết Đinh Mùi"),
		row("2027-04-16", "2027-04-18", "break", "Giỗ Tổ"),
		row("2027-04-16", "2027-04-16", "statutory", "Giỗ Tổ"),
		row("2027-04-30", "2027-05-03", "break", "30/4–1/5"),
		row("2027-04-30", "2027-05-01", "statutory", "30/4–1/5"),
		row("2027-09-02", "2027-09-05", "break", "Quốc khánh"),
		row("2027-09-02", "2027-09-02", "statutory", "Quốc khánh"),
	],
};

/** Month by month: a bare day is ordinary, S statutory, B in a break, M made up, U undecided. */
const TABLE = `
2026-01  3B 10M 17 24 31
2026-02  7 14B 21B 28
2026-03  7 14 21 28
2026-04  4 11 18 25B
2026-05  2B 9 16 23 30
2026-06  6 13 20 27
2026-07  4 11 18 25
2026-08  1 8 15 22M 29B
2026-09  5 12 19 26
2026-10  3 10 17 24 31
2026-11  7 14 21 28
2026-12  5 12 19 26
2027-01  2B 9 16 23 30
2027-02  6S 13U 20 27
2027-03  6 13 20 27
2027-04  3 10 17B 24
2027-05  1S 8 15 22 29
2027-06  5 12 19 26
2027-07  3 10 17 24 31
2027-08  7 14 21 28
2027-09  4B 11 18 25
2027-10  2 9 16 23 30
2027-11  6 13 20 27
2027-12  4 11 18 25
`;
const KINDS = {
	"": "ordinary",
	S: "statutory",
	B: "break",
	M: "makeup",
	U: "undecided",
} as const;

/** All 104 Saturdays, written out by hand and not computed by the code under test. */
export const SATURDAYS = TABLE.trim()
	.split("\n")
	.flatMap((line) => {
		const [month, ...days] = line.split(/\s+/);
		return days.map((entry) => ({
			day: `${month}-${entry.replace(/\D/, "").padStart(2, "0")}` as LocalDate,
			kind: KINDS[entry.replace(/\d+/, "") as keyof typeof KINDS],
		}));
	});
