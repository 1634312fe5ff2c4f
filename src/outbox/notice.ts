import type { SeatNotice } from "../booking/seat-notice.js";
import type { Booking } from "../booking/store.js";

/** Why somebody is written to unasked. */
export type NoticeKind = "booked" | "moved" | "cancelled" | SeatNotice;

/** Why somebody who waits for a seat is written to. */
export type LineNotice = "offer" | "lapsed";

export interface Notice {
	readonly kind: NoticeKind;
	/** As it stands at the moment of telling. */
	readonly booking: Booking;
}
