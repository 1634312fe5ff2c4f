import type { Booking } from "../../booking/store.js";
import type { BookingNotice } from "../reply.js";

/** What programs are told of a booking. */
export const notice = (
	{ code, desk, day, time }: Booking,
	status: BookingNotice["status"],
): BookingNotice => ({ code, desk, day, time, status });
