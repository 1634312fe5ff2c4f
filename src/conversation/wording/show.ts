import type { Slot } from "../../booking/store.js";
import type { Desk, Knowledge, Procedure } from "../../knowledge/schema.js";
import { type LocalDate, weekday } from "../../time.js";

const WEEKDAYS = [
	"Chủ nhật",
	"thứ Hai",
	"thứ Ba",
	"thứ Tư",
	"thứ Năm",
	"thứ Sáu",
	"thứ Bảy",
];

/** `28/11/2026` */
export const showDate = (day: LocalDate): string =>
	day.split("-").reverse().join("/");

/** `thứ Bảy 28/11/2026` */
export const showDay = (day: LocalDate): string =>
	`${WEEKDAYS[weekday(day)]} ${showDate(day)}`;

/** `thứ Bảy 28/11/2026, 08:30` */
export const showSlot = ({ day, time }: Pick<Slot, "day" | "time">): string =>
	`${showDay(day)}, ${time}`;

/** `11/2026` */
export const showMonth = (day: LocalDate): string => showDate(day).slice(3);

/** `100.000 đồng` */
export const showMoney = (dong: number): string =>
	`${String(dong).replace(/\B(?=(\d{3})+$)/g, ".")} đồng`;

/** `a, b và c` */
export const showList = (items: readonly string[]): string =>
	items.length < 2
		? (items[0] ?? "")
		: `${items.slice(0, -1).join(", ")} và ${items.at(-1)}`;

/** Bullets, not numbers: numbers belong to the choices. */
export const bullets = (items: readonly string[]): string =>
	items.map((item) => `• ${item}`).join("\n");

/** With a full stop, unless it ends already. */
export const ended = (text: string): string =>
	/[.!?…]$/u.test(text) ? text : `${text}.`;

/** As a sentence of its own. */
export const sentence = (text: string): string =>
	ended(text.charAt(0).toLocaleUpperCase("vi") + text.slice(1));

export const showPlace = (desk: Desk | undefined): string =>
	desk?.place ??
	"bàn chưa công bố địa điểm. Gần ngày, anh/chị nhắn “lịch hẹn” để xem lại.";

export const deskOf = (
	{ desks }: Knowledge,
	{ desk }: Pick<Slot, "desk">,
): Desk | undefined => desks.find(({ id }) => id === desk);

export const titleOf = (
	{ procedures }: Knowledge,
	id: string | undefined,
): string | undefined => procedureOf({ procedures }, id)?.title;

export const procedureOf = (
	{ procedures }: Pick<Knowledge, "procedures">,
	id: string | undefined,
): Procedure | undefined => (id === undefined ? undefined : procedures.get(id));

/** Names of papers are sentences; so many letters tell which one it is. */
const PAPER_LETTERS = 32;

/** The beginning of a paper's name, in the middle of a sentence. */
export function shortPaper(name: string, letters = PAPER_LETTERS): string {
	const lower = name.charAt(0).toLocaleLowerCase("vi") + name.slice(1);
	if (lower.length <= letters) return lower;
	const cut = lower.slice(0, letters + 1);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), letters / 2)).replace(/[\s,;:(]+$/, "")}…`;
}
