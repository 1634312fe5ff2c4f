import type { Booking } from "../../booking/store.js";
import type {
	Aspect,
	Faq,
	Knowledge,
	Procedure,
} from "../../knowledge/schema.js";
import type { LocalDate } from "../../time.js";
import { paragraphs } from "../turn.js";
import { sayAspect, sayFaq, sayOverview } from "./answer.js";
import { papersText } from "./book.js";
import { deskOf, showDate, showDay, showSlot } from "./show.js";

/** The question itself is not repeated: nobody kept it with the person who asked. */
export const answerPublished = (
	procedure: Procedure,
	aspect: Aspect | null,
	faq: Faq | undefined,
) =>
	paragraphs(
		`Hôm trước anh/chị dặn em báo khi có câu trả lời. Nay đã có${faq ? `: “${faq.question}”` : ""}.`,
		faq
			? sayFaq(faq, procedure.title)
			: aspect
				? sayAspect(procedure, aspect)
				: sayOverview(procedure),
		"Em báo một lần này thôi và đã xóa việc anh/chị dặn.",
	);

export const dutyGap = (
	gap: { readonly desk: string; readonly day: LocalDate },
	knowledge: Knowledge,
) =>
	`${deskOf(knowledge, gap)?.name ?? "Bàn thứ Bảy"} đang thiếu một tình nguyện viên ${showDay(gap.day)}: có người vừa báo bận. Anh/chị đến thay được không ạ? Ai nhận trước thì được.`;
/** As a choice, and as it can be typed. */
export const relieve = (day: LocalDate) =>
	`Tôi đến thay ${showDate(day).slice(0, 5)}`;

export const dutyFilled = (
	gap: { readonly desk: string; readonly day: LocalDate },
	knowledge: Knowledge,
) =>
	`Buổi ${showDay(gap.day)} ở ${deskOf(knowledge, gap)?.name ?? "bàn"} đã có người đến thay. Cảm ơn anh/chị, không cần thu xếp nữa ạ.`;

export const papersChanged = (booking: Booking, knowledge: Knowledge) =>
	paragraphs(
		`Giấy tờ cho lịch hẹn ${booking.code} (${showSlot(booking)}) vừa có thay đổi. Anh/chị xem lại giúp em:`,
		papersText(booking, knowledge),
	);
