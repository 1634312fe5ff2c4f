import { addDays, type LocalDate } from "../time.js";

/** A calendar month at the desk, `2026-11`. */
export type Month = `${number}-${number}`;

export const monthOf = (day: LocalDate): Month => day.slice(0, 7) as Month;

/** A month, a quarter or a year: what the Union and the department report by. */
export interface Period {
	/** As it stands in an address: `2026-11`, `2026-Q4`, `2026`. */
	readonly key: string;
	/** `Tháng 11 năm 2026` */
	readonly name: string;
	readonly from: LocalDate;
	/** The last day. */
	readonly to: LocalDate;
	readonly months: readonly Month[];
}

/** The period of a key; undefined for anything else. */
export function readPeriod(key: string): Period | undefined {
	const [, year, quarter, month] =
		/^(20\d\d)(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(key) ?? [];
	if (year === undefined) return undefined;
	if (month !== undefined)
		return period(
			key,
			`Tháng ${Number(month)} năm ${year}`,
			year,
			Number(month),
			1,
		);
	if (quarter !== undefined)
		return period(
			key,
			`Quý ${QUARTER[Number(quarter) - 1]} năm ${year}`,
			year,
			Number(quarter) * 3 - 2,
			3,
		);
	return period(key, `Năm ${year}`, year, 1, 12);
}

export const monthPeriod = (day: LocalDate): Period => must(monthOf(day));
export const yearPeriod = (day: LocalDate): Period => must(day.slice(0, 4));
export const quarterPeriod = (day: LocalDate): Period =>
	must(`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`);

/** What can be chosen when the first Saturday kept is `first`: the latest first. */
export function periodsSince(first: LocalDate, today: LocalDate) {
	const months: Period[] = [];
	for (
		let month = monthPeriod(today);
		month.to >= first;
		month = monthPeriod(addDays(month.from, -1))
	)
		months.push(month);
	return {
		months: months.slice(0, MONTHS_OFFERED),
		quarters: only(months.map(({ from }) => quarterPeriod(from))).slice(
			0,
			QUARTERS_OFFERED,
		),
		years: only(months.map(({ from }) => yearPeriod(from))),
	};
}

/** Older months and quarters are looked at within their years. */
const MONTHS_OFFERED = 12;
const QUARTERS_OFFERED = 8;
const QUARTER = ["I", "II", "III", "IV"] as const;

function period(
	key: string,
	name: string,
	year: string,
	first: number,
	count: number,
): Period {
	const months = Array.from({ length: count }, (_, index) => {
		const month = String(first + index).padStart(2, "0");
		return `${year}-${month}` as Month;
	});
	const last = `${year}-${String(first + count - 1).padStart(2, "0")}-01`;
	const to = addDays(monthAfter(last as LocalDate), -1);
	return { key, name, from: `${months[0]}-01` as LocalDate, to, months };
}

/** The first day of the month after. */
const monthAfter = (first: LocalDate): LocalDate =>
	`${addDays(first, 31).slice(0, 7)}-01` as LocalDate;

function must(key: string): Period {
	const found = readPeriod(key);
	if (found === undefined) throw new RangeError(`${key} is no period`);
	return found;
}

const only = (periods: readonly Period[]): Period[] => [
	...new Map(periods.map((one) => [one.key, one])).values(),
];
