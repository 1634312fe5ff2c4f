import { readCode } from "../../booking/code.js";
import type { Booking, BookingStore } from "../../booking/store.js";
import type { BookingNotice, Reply } from "../../conversation/reply.js";

/** Notes what an answer that arrived has told its reader of a booking, so that the outbox need not tell it again. */
export const createTold =
	(bookings: Pick<BookingStore, "find" | "tell">) =>
	async (replies: readonly Reply[]): Promise<void> => {
		for (const { booking: notice } of replies) {
			const code = notice && readCode(notice.code);
			const booking = code && (await bookings.find(code));
			if (!booking || !saysSo(notice, booking)) continue;
			const { sequence, told } = booking;
			if (told !== sequence) await bookings.tell(booking.code, { sequence });
		}
	};

/** Whether the booking is still as it was told; if not, the change since then is due. */
const saysSo = (notice: BookingNotice, booking: Booking): boolean =>
	notice.desk === booking.desk &&
	notice.day === booking.day &&
	notice.time === booking.time &&
	(notice.status === "cancelled") === (booking.status === "cancelled");
