import { remindersBy } from "../booking/seat-notice.js";
import type { Booking, Slot, Told } from "../booking/store.js";
import { instantAt } from "../time.js";
import type { Notice, NoticeKind } from "./notice.js";

/**
 * What the person of a booking must be told now, if anything. It is read off the booking itself: whatever made the
 * booking what it is has, in the same write, made it due. Once the half hour has begun nothing matters any more.
 */
export function dueNotice(
	booking: Booking,
	now: Date,
	isShut: (slot: Slot) => boolean,
): Notice | undefined {
	const isOver = now >= instantAt(booking.day, booking.time);
	const kind = isOver ? undefined : dueKind(booking, now, isShut);
	return kind && { kind, booking };
}

/** What the person knows once the notice has reached them. An earlier reminder has no more use after a later word. */
export const settles = ({ kind, booking }: Notice, now: Date): Told => ({
	sequence: booking.sequence,
	given: kind === "closed" ? [kind] : remindersBy(now, booking),
});

function dueKind(
	booking: Booking,
	now: Date,
	isShut: (slot: Slot) => boolean,
): NoticeKind | undefined {
	const { status, sequence, told, given = [] } = booking;
	if (told !== sequence) {
		if (status === "cancelled") return "cancelled";
		return told === undefined ? "booked" : "moved";
	}
	if (status === "cancelled") return undefined;
	if (isShut(booking)) return given.includes("closed") ? undefined : "closed";
	const reminder = remindersBy(now, booking).at(-1);
	return reminder && !given.includes(reminder) ? reminder : undefined;
}
