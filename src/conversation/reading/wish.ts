import { fold } from "../../search/fold.js";
import {
	addDays,
	LocalDate,
	type LocalTime,
	saturdayFrom,
	weekday,
} from "../../time.js";

/** What a message says about when; a part that cannot be read with certainty is left out. */
export interface Wish {
	readonly day?: LocalDate;
	readonly time?: LocalTime;
}

/** Reads `t7 tuần sau 9h`, `28/11`, `thứ 7 này 8h30`. Given two days, the one moved to counts. */
export function readWish(text: string, today: LocalDate): Wish {
	const folded = fold(text).replace(/\s+/g, " ");
	const target = afterMoveWord(folded);
	const day = only(daysIn(target, today)) ?? only(daysIn(folded, today));
	const time = only(timesIn(target)) ?? only(timesIn(folded));
	return { ...(day && { day }), ...(time && { time }) };
}

/** `lịch 28/11 sang 5/12` → ` 5/12`: what comes after the last word of moving. */
function afterMoveWord(folded: string): string {
	const parts = folded.split(
		/\b(?:sang|qua|thanh|toi ngay|den ngay|vao|lai)\b/,
	);
	return parts.at(-1) ?? folded;
}

function only<Value extends string>(
	found: readonly Value[],
): Value | undefined {
	const different = new Set(found);
	return different.size === 1 ? found[0] : undefined;
}

const SATURDAY = "(?:thu ?(?:7|bay)|t7|cuoi tuan)";

function daysIn(text: string, today: LocalDate): LocalDate[] {
	const coming = saturdayFrom(today);
	const ofThisWeek = weekday(today) === 0 ? addDays(coming, -7) : coming;
	const named: [RegExp, LocalDate][] = [
		[/\btuan (?:sau|toi) nua\b/, addDays(ofThisWeek, 14)],
		[/\btuan (?:sau|toi)\b(?! nua)/, addDays(ofThisWeek, 7)],
		[/\btuan nay\b/, ofThisWeek],
		[
			new RegExp(String.raw`\b${SATURDAY} (?:sau|toi) nua\b`),
			addDays(coming, 14),
		],
		[
			new RegExp(String.raw`\b${SATURDAY} (?:sau|ke)\b(?! nua)`),
			addDays(coming, 7),
		],
		[
			new RegExp(String.raw`\b${SATURDAY} (?:nay|toi|gan nhat)\b(?! nua)`),
			coming,
		],
		[/\bhom nay\b/, today],
		[/\bngay mai\b/, addDays(today, 1)],
	];
	return [
		...named.flatMap(([pattern, day]) => (pattern.test(text) ? [day] : [])),
		...writtenDays(text, today),
	];
}

/** `28/11`, `28-11-2026`, `ngày 28 tháng 11`, `ngày 28`: the next one, unless a year is given. */
function writtenDays(text: string, today: LocalDate): LocalDate[] {
	const full =
		/\b(\d{1,2})(?: ?[/-] ?| thang )(\d{1,2})(?:(?: ?[/-] ?| nam )(\d{4}))?\b(?!\.)/g;
	const days = [...text.matchAll(full)].flatMap(([, day, month, year]) =>
		dayOf(Number(day), Number(month), year ? Number(year) : undefined, today),
	);
	if (days.length > 0) return days;
	const alone = /\b(?:ngay|mung|mong) (\d{1,2})\b(?! ?(?:ngay|gio|h\b))/g;
	return [...text.matchAll(alone)].flatMap(([, day]) =>
		nextWithNumber(Number(day), today),
	);
}

function dayOf(
	day: number,
	month: number,
	year: number | undefined,
	today: LocalDate,
): LocalDate[] {
	const write = (inYear: number) => {
		const two = (value: number) => String(value).padStart(2, "0");
		const parsed = LocalDate.safeParse(`${inYear}-${two(month)}-${two(day)}`);
		return parsed.success ? [parsed.data] : [];
	};
	if (year !== undefined) return write(year);
	const thisYear = Number(today.slice(0, 4));
	const [soonest] = write(thisYear);
	return soonest && soonest < today ? write(thisYear + 1) : write(thisYear);
}

function nextWithNumber(number: number, today: LocalDate): LocalDate[] {
	const month = Array.from({ length: 62 }, (_, ahead) => addDays(today, ahead));
	const found = month.find((day) => Number(day.slice(8)) === number);
	return found ? [found] : [];
}

/** `9h`, `8h30`, `9 giờ rưỡi`, `08:30`, `2 giờ chiều`. From 1 to 5 without a word it is the afternoon. */
function timesIn(text: string): LocalTime[] {
	const written =
		/\b(\d{1,2}) ?(?:h|g|gio|:)(?: ?(\d{2})\b| ?(ruoi)\b|(?!\w))(?: ?phut)?(?: (?:buoi )?(sang|trua|chieu|toi))?/g;
	return [...text.matchAll(written)].flatMap(
		([whole, hour, minutes, half, part]) => {
			if (whole.includes(":") && !minutes) return [];
			const early = Number(hour);
			const late =
				early < 12 &&
				(part === "chieu" || part === "toi" || (!part && early < 6));
			return timeOf(
				late ? early + 12 : early,
				half ? 30 : Number(minutes ?? 0),
			);
		},
	);
}

const timeOf = (hour: number, minute: number): LocalTime[] => {
	const two = (value: number) => String(value).padStart(2, "0");
	return hour < 24 && minute < 60
		? [`${two(hour)}:${two(minute)}` as LocalTime]
		: [];
};
