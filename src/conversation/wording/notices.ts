import type { Booking } from "../../booking/store.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { NoticeKind } from "../../outbox/notice.js";
import { paragraphs } from "../turn.js";
import { booked, bookingText, papersText } from "./book.js";
import { cancelled, moved } from "./bookings.js";
import { deskOf, showSlot } from "./show.js";

/** What is said unasked. No choices: their numbers would be read against the menu that the person saw last. */
export const NOTICE: {
	readonly [Kind in NoticeKind]: (
		booking: Booking,
		knowledge: Knowledge,
	) => string;
} = {
	booked,
	moved: (booking, knowledge) =>
		moved(booking, undefined, deskOf(knowledge, booking)),
	cancelled,
	friday: (booking, knowledge) =>
		reminder("Nhắc lịch hẹn thứ Bảy này:", booking, knowledge),
	"two-hours": (booking, knowledge) =>
		reminder("Nhắc lịch hẹn hôm nay:", booking, knowledge),
	closed: (booking) =>
		`Bàn không mở được ${showSlot(booking)} như đã hẹn (mã ${booking.code}). Bàn xin lỗi anh/chị. Nhắn “đổi lịch” để chọn buổi khác, mã vẫn như cũ.`,
};

const reminder = (lead: string, booking: Booking, knowledge: Knowledge) =>
	paragraphs(
		`${lead}\n${bookingText(booking, knowledge)}`,
		papersText(booking, knowledge),
		"Không đến được thì nhắn “lịch hẹn” để đổi hoặc hủy.",
	);
