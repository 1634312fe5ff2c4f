import type { Shut } from "../../../booking/calendar.js";
import type {
	DropOutOutcome,
	PlanOutcome,
	RelieveOutcome,
	ServeOutcome,
	SessionView,
} from "../../../booking/saturday-desk.js";
import type { Hours, Plan } from "../../../booking/session.js";
import type { Booking } from "../../../booking/store.js";
import type { CalendarRow, DayKind } from "../../../knowledge/schema.js";
import { addMinutes, type LocalDate } from "../../../time.js";
import { showDate, showDay, showList } from "../show.js";
import { visitorName } from "./roster.js";

/** What kind of day the calendar says it is. */
export const DAY_KIND: Readonly<Record<DayKind, string>> = {
	statutory: "ngày lễ",
	break: "trong đợt nghỉ",
	makeup: "công sở làm bù",
	undecided: "chưa có quyết định nghỉ",
};

/** Why a session is shut, in the middle of a sentence. */
export function whyShutWords(shut: Shut): string {
	switch (shut.kind) {
		case "not-saturday":
			return "không phải thứ Bảy";
		case "past":
			return "đã qua";
		case "too-far":
			return `chưa đến lúc nhận lịch (bàn nhận đến ${showDate(shut.last)})`;
		case "closed-by-desk":
			return "bàn nghỉ";
		case "not-opened":
			return "chưa ai mở";
		default:
			return `${DAY_KIND[shut.kind]}, ${shut.name}`;
	}
}

/** `07:30–11:30`, `07:30–09:00 và 10:00–11:30`; half hours that follow each other are one stretch. */
export function hoursWords(times: SessionView["hours"]): string {
	return stretches(times)
		.map(({ from, to }) => `${from}–${to}`)
		.join(" và ");
}

export function stretches(times: SessionView["hours"]): readonly Hours[] {
	const found: Hours[] = [];
	for (const time of times) {
		const last = found.at(-1);
		const to = addMinutes(time, 30);
		if (last?.to === time) found[found.length - 1] = { from: last.from, to };
		else found.push({ from: time, to });
	}
	return found;
}

type Places = Pick<SessionView, "places" | "duties"> & { readonly plan?: Plan };

/** Places in each half hour, as things are. */
export const placesWords = ({ plan, places, duties }: Places): string =>
	`${places} chỗ mỗi nửa giờ${plan?.places === undefined && duties.length > 0 ? ", theo số tình nguyện viên" : ""}`;

/** The same of a plan, which may be followed by more volunteers. */
export const plannedPlaces = (of: Places): string =>
	of.plan?.places === undefined && of.duties.length === 0
		? `${placesWords(of)}; có tình nguyện viên nhận thì theo số người đến`
		: placesWords(of);

/** `thứ Bảy 28/11/2026`, and the desk where there are several. */
export const sessionName = (
	{ day, desk }: Pick<SessionView, "day" | "desk">,
	several: boolean,
): string => (several ? `${showDay(day)}, ${desk.name}` : showDay(day));

/** `Đang mở`, `Đóng: bàn nghỉ` */
export function stateWords({ shut, row }: SessionView): string {
	if (!shut) return "Đang mở";
	if (shut.kind === "too-far")
		return `Sẽ mở; nay bàn mới nhận lịch đến ${showDate(shut.last)}`;
	const status = row && shut.kind === row.kind ? ROW_STATUS[row.status] : "";
	return `Đóng: ${whyShutWords(shut)}${status}`;
}

const ROW_STATUS: Readonly<Record<CalendarRow["status"], string>> = {
	official: "",
	computed: " (tính được, chờ công bố)",
	provisional: " (tạm, chưa thấy quyết định)",
};
/** What the calendar has on a day, by its name. */
export const calendarWords = ({ kind, name, status }: CalendarRow): string =>
	`Lịch: ${DAY_KIND[kind]}, ${name}${ROW_STATUS[status]}`;

/** `12 lịch hẹn · còn 4 chỗ · 3 chờ chỗ · 2 tình nguyện viên` */
export const numbersWords = ({
	booked,
	free,
	waiting,
	duties,
}: SessionView): string =>
	[
		`${booked} lịch hẹn`,
		`còn ${free} chỗ`,
		...(waiting > 0 ? [`${waiting} chờ chỗ`] : []),
		duties.length > 0
			? `${duties.length} tình nguyện viên`
			: "chưa có tình nguyện viên",
	].join(" · ");

/** Why bookings stand before a shut door. */
export function hitCause({ shut, row }: SessionView): string {
	if (!shut) return "Giờ đã rút ngắn";
	if (shut.kind === "closed-by-desk") return "Buổi đã đóng";
	return row ? `Ngày nghỉ mới “${row.name}”` : "Buổi không mở";
}

/** How far the telling is. */
export function progressWords({
	all,
	yes,
	soon,
	cannot,
}: {
	readonly all: number;
	readonly yes: number;
	readonly soon: number;
	readonly cannot: number;
}): string {
	if (yes === all) return `${all} lịch hẹn đã được báo`;
	return [
		`${all} lịch hẹn bị ảnh hưởng`,
		`${yes} đã báo`,
		...(soon > 0 ? [`${soon} đang chờ báo`] : []),
		...(cannot > 0 ? [`${cannot} chưa báo được`] : []),
	].join(", ");
}

export const shortDay = (day: LocalDate) => showDate(day).slice(0, 5);

// What volunteers say of themselves.

export const DUTY_LABEL = {
	serve: "Tôi đến được",
	"drop-out": "Tôi bận",
	relieve: "Tôi đến thay",
} as const;
export const SEE_DUTIES = "Xem lịch trực";

export const noDuties =
	"Hiện chưa có thứ Bảy nào mở để nhận trực. Có buổi mới thì anh/chị nhắn /lichtruc xem lại nhé.";
export const chooseDuty = "Anh/chị đến được buổi nào ạ?";
export const knownFields = (fields: readonly string[]) =>
	fields.length > 0
		? `Lĩnh vực anh/chị biết: ${showList(fields)}.`
		: "Anh/chị chưa ghi lĩnh vực nào mình biết; ghi ở trang lịch trực (/dangnhap) để nhận đúng khách.";

/** Who comes besides, and whether somebody is missing; `names` leaves the reader out. */
export const companyWords = (
	mine: boolean,
	names: readonly string[],
	gaps: number,
): string =>
	[
		mine ? "anh/chị đến" : "anh/chị chưa nhận",
		names.length > 0
			? `${mine ? "cùng" : "đã có"} ${showList(names)}`
			: mine
				? "chưa có ai khác"
				: "chưa có ai",
		...(gaps > 0 ? [`đang thiếu ${gaps} người`] : []),
	].join("; ");

/** To somebody who said that they would come. */
export const shutForYou = (shut: Shut) =>
	`không mở (${whyShutWords(shut)}), anh/chị không cần đến`;

export const serveWords = (
	outcome: ServeOutcome,
	session: { readonly day: LocalDate },
): string => {
	const when = showDay(session.day);
	switch (outcome.kind) {
		case "serving":
			return `Đã ghi: anh/chị đến được ${when}. Cảm ơn anh/chị.`;
		case "already-serving":
			return `Anh/chị đã nhận ${when} rồi ạ.`;
		case "refused":
			return `Chưa ghi: ${when} ${whyShutWords(outcome.why)}.`;
	}
};

export const dropOutWords = (
	outcome: DropOutOutcome,
	session: { readonly day: LocalDate },
): string => {
	const when = showDay(session.day);
	switch (outcome.kind) {
		case "dropped-out":
			return `Đã ghi: anh/chị bận ${when}. Bàn hỏi những người còn lại xem ai đến thay.`;
		case "not-serving":
			return `Anh/chị không nhận ${when}, nên không cần báo bận.`;
		case "over":
			return `Chưa ghi: ${when} đã qua.`;
	}
};

export const relieveWords = (
	outcome: RelieveOutcome,
	session: { readonly day: LocalDate },
): string => {
	const when = showDay(session.day);
	switch (outcome.kind) {
		case "taken":
			return `Anh/chị đến thay ${when}. Cảm ơn anh/chị; bàn báo những người khác là đã có người.`;
		case "already-filled":
			return `${sentenceStart(when)} đã có người đến thay. Cảm ơn anh/chị.`;
		case "already-serving":
			return `Anh/chị đã nhận ${when} rồi ạ.`;
		case "refused":
			return `Chưa ghi: ${when} ${whyShutWords(outcome.why)}.`;
		case "over":
			return `Chưa ghi: ${when} đã qua.`;
	}
};
export const nobodyMissing =
	"Hiện không có buổi nào thiếu người. Cảm ơn anh/chị.";

// What administrators plan.

export const chooseToOpen = "Mở thứ Bảy nào ạ?";
export const chooseToClose = "Đóng thứ Bảy nào ạ?";
export const nothingToOpen =
	"Không có thứ Bảy nào đang đóng mà mở được trong thời gian tới.";
export const nothingToClose = "Không có thứ Bảy nào đang mở để đóng.";

/** Behind the day, where one is chosen: `12 lịch hẹn`, `công sở làm bù, …`. */
export const inBrief = ({ shut, booked }: SessionView): string =>
	shut
		? whyShutWords(shut)
		: booked > 0
			? `${booked} lịch hẹn`
			: "chưa có lịch hẹn";
export const OPEN_A_DAY = "Mở một thứ Bảy";
export const CLOSE_A_DAY = "Đóng một thứ Bảy";

/** `sẽ ảnh hưởng 30 lịch hẹn` */
export const hitsWords = (count: number): string =>
	count > 0 ? `sẽ ảnh hưởng ${count} lịch hẹn` : "không ảnh hưởng lịch hẹn nào";

/** One booking as an administrator sees it; a phone number is not theirs to see. */
export const hitLine = (booking: Booking): string =>
	`${booking.time} ${visitorName(booking)} (${booking.code})`;

/** More than a message is read for. */
const NAMED = 12;
export const hitLines = (hits: readonly Booking[]): readonly string[] => [
	...hits.slice(0, NAMED).map(hitLine),
	...(hits.length > NAMED ? [`và ${hits.length - NAMED} người nữa`] : []),
];

export const closing = (name: string, hits: number) =>
	`Đóng ${name} ${hitsWords(hits)}.${hits > 0 ? " Mỗi người được báo một lần, kèm giờ khác để chọn:" : ""}`;
export const opening = (name: string, view: SessionView, hits: number) =>
	`Mở ${name}: ${hoursWords(view.hours)}, ${plannedPlaces(view)}.${view.row ? ` ${calendarWords(view.row)}.` : ""}${hits > 0 ? ` Việc này ${hitsWords(hits)}:` : ""}`;
export const confirmClosing = (hits: number) =>
	hits > 0 ? `Đóng và báo ${hits} người` : "Đóng buổi này";
export const CONFIRM_OPENING = "Mở buổi này";
export const KEEP_AS_IS = "Thôi, để nguyên";

/** The number that was seen is not the number any more. */
export const numberChanged = (hits: number) =>
	`Chưa đổi gì: trong lúc anh/chị xem, số lịch hẹn bị ảnh hưởng vừa thay đổi, nay là ${hits}.`;

export const plannedWords = (
	{ hits }: Extract<PlanOutcome, { kind: "planned" }>,
	name: string,
	/** As it was before. */
	{ shut }: Pick<SessionView, "shut">,
	open: boolean,
): string =>
	`${open ? (shut ? "Đã mở" : "Đã sửa") : "Đã đóng"} ${name}.${
		hits.length > 0
			? ` ${hits.length} lịch hẹn bị ảnh hưởng: bàn báo từng người, mỗi người một lần.`
			: ""
	}`;
export const planRefused = (name: string, shut: Shut) =>
	`Chưa đổi được ${name}: ${whyShutWords(shut)}.`;
export const unreachedWords = (bookings: readonly Booking[]) =>
	`${bookings.length} người chưa báo được (đặt trên web hoặc đã chặn bot), anh/chị liên hệ giúp:`;

const sentenceStart = (text: string) =>
	text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
