import { isRatingAsked } from "../booking/rating.js";
import { remindersBy } from "../booking/seat-notice.js";
import type { Waiting } from "../booking/session.js";
import type { Booking, Slot, Told } from "../booking/store.js";
import { instantAt } from "../time.js";
import type { LineNotice, Notice, NoticeKind } from "./notice.js";

/**
 * What the person of a booking must be told now, if anything. It is read off the booking itself: whatever made the
 * booking what it is has, in the same write, made it due. Once the half hour has begun nothing matters any more but how
 * content they were.
 */
export function dueNotice(
	booking: Booking,
	now: Date,
	isShut: (slot: Slot) => boolean,
): Notice | undefined {
	if (isRatingAsked(booking, now)) return { kind: "rating", booking };
	const isOver = now >= instantAt(booking.day, booking.time);
	const kind = isOver ? undefined : dueKind(booking, now, isShut);
	return kind && { kind, booking };
}

/** What the person knows once the notice has reached them. An earlier reminder has no more use after a later word. */
export const settles = ({ kind, booking }: Notice, now: Date): Told => ({
	sequence: booking.sequence,
	given:
		kind === "closed" || kind === "rating" ? [kind] : remindersBy(now, booking),
});

function dueKind(
	booking: Booking,
	now: Date,
	isShut: (slot: Slot) => boolean,
): NoticeKind | undefined {
	const { status, sequence, told, given = [], visit, walkIn } = booking;
	if (visit !== undefined || walkIn) return undefined; // they are there, or were
	if (status === "cancelled")
		return told === sequence ? undefined : "cancelled";
	if (isShut(booking)) return given.includes("closed") ? undefined : "closed";
	if (told !== sequence) return told === undefined ? "booked" : "moved";
	const reminder = remindersBy(now, booking).at(-1);
	return reminder && !given.includes(reminder) ? reminder : undefined;
}

/** What somebody in line must be told now, if anything: of the seat that is kept for them, or that it is not any more. */
export function dueInLine(
	{ offer, lapsed }: Waiting,
	now: Date,
): LineNotice | undefined {
	if (lapsed) return "lapsed";
	return offer && !offer.told && now < offer.until ? "offer" : undefined;
}
