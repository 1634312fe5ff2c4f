import type { Booking, MoveOutcome, Slot } from "../../booking/store.js";
import type { Desk, Knowledge } from "../../knowledge/schema.js";
import { paragraphs } from "../turn.js";
import { alreadyBooked, bookingText, hourNotOpen } from "./book.js";
import { showPlace, showSlot, titleOf } from "./show.js";

export const bookingList = (
	bookings: readonly Booking[],
	knowledge: Knowledge,
) =>
	bookings.length === 1 && bookings[0]
		? `Lịch hẹn của anh/chị:\n${bookingText(bookings[0], knowledge)}`
		: paragraphs(
				`Anh/chị có ${bookings.length} lịch hẹn:`,
				...bookings.map((booking) => bookingText(booking, knowledge)),
			);
export const noBookings =
	"Anh/chị chưa có lịch hẹn nào sắp tới. Nếu đã đặt ở nơi khác, anh/chị nhắn mã lịch (dạng T7-…).";

/** One booking among several, as a choice says it. */
export const bookingLabel = (booking: Booking, knowledge: Knowledge) =>
	`${showSlot(booking)} — ${titleOf(knowledge, booking.procedure) ?? booking.code}`;

export const bookingCancelledAlready = ({ code }: Booking) =>
	`Lịch ${code} đã hủy rồi ạ.`;
export const notOpenAfterAll = (booking: Booking) =>
	`Bàn không mở được ${showSlot(booking)} (mã ${booking.code}). Anh/chị đổi sang giờ khác giúp em.`;
export const bookingOver = (booking: Booking) =>
	`Lịch ${booking.code} (${showSlot(booking)}) đã qua.`;

export const askOwner = (code: string) =>
	`Để mở lịch ${code}, anh/chị cho em biết tên gọi đã dùng lúc đặt.`;
/** The same words whether the code or the name was wrong. */
export const codeOrNameWrong =
	"Mã và tên chưa khớp. Anh/chị xem lại tin nhắn lúc đặt lịch rồi nhắn lại mã giúp em.";
export const tooManyTries =
	"Anh/chị đã thử nhiều lần chưa đúng. Một giờ nữa thử lại giúp em, hoặc nhắn “gặp người”.";

export const whichToMove = "Anh/chị muốn đổi lịch nào ạ?";
export const whichToCancel = "Anh/chị muốn hủy lịch nào ạ?";

export const nowAt = (booking: Booking) =>
	`Lịch ${booking.code} đang là ${showSlot(booking)}. Chỗ cũ vẫn giữ đến khi anh/chị chọn xong chỗ mới.`;
export const confirmMove = (booking: Booking, to: Slot) =>
	`Đổi lịch ${booking.code} từ ${showSlot(booking)} sang ${showSlot(to)} phải không ạ?`;
export const MOVE_YES = "Đổi";
export const OTHER_HOUR = "Giờ khác";
export const sameSlot = (slot: Slot) =>
	`Lịch đang đúng ${showSlot(slot)} rồi ạ.`;

export const moved = (
	booking: Booking,
	from: Slot | undefined,
	desk: Desk | undefined,
) =>
	`Đã đổi lịch ${booking.code}${from ? ` từ ${showSlot(from)}` : ""} sang ${showSlot(booking)}.\nNơi gặp: ${showPlace(desk)}\nMã vẫn như cũ.`;

/** Why a booking was not moved; the old seat is kept in every case. */
export const NOT_MOVED: {
	readonly [Kind in Exclude<MoveOutcome, { kind: "moved" }>["kind"]]: (
		to: Slot,
		knowledge: Knowledge,
		other?: Booking,
	) => string;
} = {
	full: (to) => `${showSlot(to)} đã hết chỗ.`,
	closed: hourNotOpen,
	"too-late": (to) => `${showSlot(to)} đã quá giờ nhận.`,
	"not-found": () => "Lịch này không còn để đổi; có thể đã hủy.",
	"already-booked": (_, knowledge, other) =>
		other
			? alreadyBooked(other, knowledge)
			: "Buổi đó anh/chị đã có lịch khác rồi ạ.",
};

export const nearestAre = (times: readonly string[]) =>
	times.length > 0 ? `Gần nhất còn ${times.join(", ")}.` : undefined;
export const keptOld = "Chỗ cũ vẫn giữ.";

export const tooLateToChange = (booking: Booking, desk: Desk | undefined) =>
	`Lịch ${booking.code} (${showSlot(booking)}) đã quá hạn đổi hoặc hủy${
		desk ? ` (trước giờ hẹn ${desk.closesMinutesBefore} phút)` : ""
	}. ${
		desk?.phone
			? `Không đến được thì anh/chị gọi bàn: ${desk.phone}.`
			: "Không đến được cũng không sao, anh/chị đặt lại buổi sau giúp em."
	}`;

export const confirmCancel = (booking: Booking, knowledge: Knowledge) =>
	`Hủy lịch này phải không ạ?\n${bookingText(booking, knowledge)}`;
export const CANCEL_YES = "Hủy lịch này";
export const CANCEL_NO = "Giữ lại";
export const cancelled = (booking: Booking) =>
	`Đã hủy lịch ${booking.code}, ${showSlot(booking)}. Chỗ đã trả lại cho người khác.`;
export const nothingToCancel = "Lịch này không còn để hủy.";
