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
import { deskOf, showDay, showSlot } from "./show.js";

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
	`${deskOf(knowledge, gap)?.name ?? "Bàn thứ Bảy"} đang thiếu một tình nguyện viên ${showDay(gap.day)}. Anh/chị đến thay được thì nhắn /lich để nhận.`;

export const papersChanged = (booking: Booking, knowledge: Knowledge) =>
	paragraphs(
		`Giấy tờ cho lịch hẹn ${booking.code} (${showSlot(booking)}) vừa có thay đổi. Anh/chị xem lại giúp em:`,
		papersText(booking, knowledge),
	);
