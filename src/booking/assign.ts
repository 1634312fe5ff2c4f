import { isActive } from "./seats.js";
import type { MemberId } from "./session.js";
import type { Booking } from "./store.js";

/** Somebody who may be given visitors: what has to be known of a member. */
export interface Volunteer {
	readonly id: MemberId;
	/** Fields of procedures they know. */
	readonly fields: readonly string[];
}

/**
 * Who takes whom. A booking that was forwarded stays where it is; of the others each goes to somebody who knows its
 * field, if there is one on duty; of several to the one who has fewest in that half hour, then in all, then to the one
 * who said first that they come. Whoever books later changes nothing for those who booked before.
 */
export function assign(
	bookings: readonly Booking[],
	onDuty: readonly Volunteer[],
	fieldOf: (booking: Booking) => string | undefined,
): ReadonlyMap<string, MemberId> {
	const assigned = new Map<string, MemberId>();
	const loads = new Map<string, number>();
	const give = ({ code, time }: Booking, to: MemberId) => {
		assigned.set(code, to);
		for (const key of [to, `${to} ${time}`])
			loads.set(key, (loads.get(key) ?? 0) + 1);
	};
	const loadOf = (key: string) => loads.get(key) ?? 0;
	const active = bookings.filter(isActive);
	for (const booking of active)
		if (booking.volunteer !== undefined) give(booking, booking.volunteer);
	for (const booking of active.filter(isUnassigned).toSorted(bookedFirst)) {
		const field = fieldOf(booking);
		const knowing = onDuty.filter(
			({ fields }) => field !== undefined && fields.includes(field),
		);
		const [best] = (knowing.length > 0 ? knowing : onDuty).toSorted(
			(a, b) =>
				loadOf(`${a.id} ${booking.time}`) - loadOf(`${b.id} ${booking.time}`) ||
				loadOf(a.id) - loadOf(b.id),
		);
		if (best !== undefined) give(booking, best.id);
	}
	return assigned;
}

const isUnassigned = ({ volunteer }: Booking) => volunteer === undefined;

const bookedFirst = (a: Booking, b: Booking) =>
	a.bookedAt.getTime() - b.bookedAt.getTime() || a.code.localeCompare(b.code);
