import type { Booking, Slot } from "../../booking/store.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { NoticeKind } from "../../outbox/notice.js";
import type { LocalDate, LocalTime } from "../../time.js";
import { paragraphs } from "../turn.js";
import { booked, bookingText, papersText } from "./book.js";
import { cancelled, moved } from "./bookings.js";
import { bullets, deskOf, showDate, showSlot } from "./show.js";

/** What is said unasked. */
export const NOTICE: {
	readonly [Kind in Exclude<NoticeKind, "closed" | "rating">]: (
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
};

/** The desk does not open then after all; `instead` are other times with seats. */
export const closed = (booking: Booking, instead: readonly Slot[]) =>
	paragraphs(
		`Bàn không mở được ${showSlot(booking)} như đã hẹn (mã ${booking.code}). Bàn xin lỗi anh/chị.`,
		instead.length > 0 && `Hiện còn chỗ:\n${bullets(instead.map(showSlot))}`,
		"Nhắn “đổi lịch” để chọn giờ khác, mã vẫn như cũ.",
	);
/** As a choice, and as it can be typed. */
export const moveTo = (day: LocalDate, time: LocalTime) =>
	`Đổi lịch ${showDate(day).slice(0, 5)} ${time}`;
export const OTHER_TIME = "Đổi lịch giờ khác";

const reminder = (lead: string, booking: Booking, knowledge: Knowledge) =>
	paragraphs(
		`${lead}\n${bookingText(booking, knowledge)}`,
		papersText(booking, knowledge),
		"Không đến được thì nhắn “lịch hẹn” để đổi hoặc hủy.",
	);
