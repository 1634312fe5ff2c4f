import {
	ICalCalendarMethod,
	ICalEventStatus,
	default as ical,
} from "ical-generator";
import type { Booking } from "../booking/store.js";
import type { Knowledge } from "../knowledge/schema.js";
import { instantAt } from "../time.js";

const HALF_HOUR_MS = 30 * 60 * 1000;

/**
 * A booking as an .ics file, without the visitor's name or phone. The UID never changes and SEQUENCE grows with each
 * move, so that a calendar updates the entry it has instead of adding a second one.
 */
export function calendarFile(
	booking: Booking,
	{ desks, procedures }: Pick<Knowledge, "desks" | "procedures">,
	now: Date,
): string {
	const desk = desks.find(({ id }) => id === booking.desk);
	const title = procedures.get(booking.procedure ?? "")?.title;
	const cancelled = booking.status === "cancelled";
	const start = instantAt(booking.day, booking.time);
	const place = desk?.place;
	// No time zone is set on the calendar: with one, the process's own clock would be written as the desk's.
	const calendar = ical({
		prodId: { company: "Ban Thu Bay", product: "Lich hen", language: "VI" },
		method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
	});
	calendar.createEvent({
		id: `${booking.code}@ban-thu-bay`,
		sequence: booking.sequence,
		status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
		stamp: now,
		start,
		end: new Date(start.getTime() + HALF_HOUR_MS),
		summary: [desk?.name ?? "Bàn tư vấn thứ Bảy", title]
			.filter(Boolean)
			.join(": "),
		description: `Mã lịch hẹn: ${booking.code}. Đổi hoặc hủy: nhắn "lịch hẹn" cho Bàn Thứ Bảy.`,
		...(place && { location: place }),
	});
	return calendar.toString();
}
