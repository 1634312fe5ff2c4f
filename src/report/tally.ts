import type { Saturday } from "../booking/seats.js";
import type { Booking } from "../booking/store.js";
import type { LocalDate } from "../time.js";

/**
 * What is counted of the people of a session. The first three are three of the programme's five numbers; a visit that
 * is done is in exactly one of them, by its outcome, so that together they are the people who were served.
 */
export const COUNTED = [
	/** Old files settled (hồ sơ cũ đã giải quyết): done, outcome `settled`. */
	"settled",
	/** New files received (hồ sơ mới tiếp nhận): done, outcome `received`. */
	"received",
	/** Turns of people advised (lượt người được tư vấn): done with any other outcome; being sent elsewhere is advice. */
	"advised",
	/** Came, and no result was recorded. */
	"unfinished",
	/** Booked, and did not come. */
	"noShows",
	/** Booked, and nobody recorded whether they came. */
	"unrecorded",
	/** Seats that were booked and kept; who walked in is not among them. */
	"booked",
	"walkIns",
	"cancelled",
	/** Rated 3, 2 and 1: rất hài lòng, hài lòng, chưa hài lòng. */
	"delighted",
	"content",
	"discontent",
] as const;
export type Tally = Readonly<Record<(typeof COUNTED)[number], number>>;

/**
 * What one desk's Saturday came to, without anybody's name, phone or words. Nothing of it rests on what is wiped, so
 * that it is the same after the wipe.
 */
export interface SessionTally {
	readonly desk: string;
	readonly day: LocalDate;
	/** A session was held when somebody came: at least one visit arrived or done. */
	readonly held: boolean;
	/**
	 * The members who took part in a session that was held: on duty, or named by a visit as who took or recorded it. Ids,
	 * because over a longer time each counts once.
	 */
	readonly members: readonly string[];
	/** Those who put their name on the waiting list, whatever came of it. */
	readonly waited: number;
	/** By the procedure it was about; the empty text is for none. */
	readonly byProcedure: ReadonlyMap<string, Tally>;
}

export const NOTHING: Tally = {
	settled: 0,
	received: 0,
	advised: 0,
	unfinished: 0,
	noShows: 0,
	unrecorded: 0,
	booked: 0,
	walkIns: 0,
	cancelled: 0,
	delighted: 0,
	content: 0,
	discontent: 0,
};

export const sum = (tallies: Iterable<Tally>): Tally =>
	[...tallies].reduce(plus, NOTHING);

const plus = (a: Tally, b: Tally): Tally => ({
	settled: a.settled + b.settled,
	received: a.received + b.received,
	advised: a.advised + b.advised,
	unfinished: a.unfinished + b.unfinished,
	noShows: a.noShows + b.noShows,
	unrecorded: a.unrecorded + b.unrecorded,
	booked: a.booked + b.booked,
	walkIns: a.walkIns + b.walkIns,
	cancelled: a.cancelled + b.cancelled,
	delighted: a.delighted + b.delighted,
	content: a.content + b.content,
	discontent: a.discontent + b.discontent,
});

/** Each desk's part of a Saturday. */
export function tallySaturday(
	day: LocalDate,
	saturday: Saturday,
): readonly SessionTally[] {
	const { bookings, duties, waited } = saturday;
	const desks = new Set([
		...[...bookings, ...duties].map(({ desk }) => desk),
		...Object.keys(waited),
	]);
	return [...desks].sort().map((desk) => {
		const here = bookings.filter((booking) => booking.desk === desk);
		const visits = here.filter(hasCome);
		const held = visits.length > 0;
		const members = [
			...duties
				.filter((duty) => duty.desk === desk)
				.map(({ member }) => member),
			...visits.flatMap(({ volunteer }) => volunteer ?? []),
			...visits.flatMap(({ visit }) => visit?.by ?? []),
		];
		return {
			desk,
			day,
			held,
			members: held ? [...new Set(members)].sort() : [],
			waited: waited[desk] ?? 0,
			byProcedure: byProcedure(here),
		};
	});
}

function byProcedure(bookings: readonly Booking[]): Map<string, Tally> {
	const tallies = new Map<string, Tally>();
	for (const booking of bookings) {
		const about = booking.procedure ?? "";
		tallies.set(about, plus(tallies.get(about) ?? NOTHING, tally(booking)));
	}
	return tallies;
}

const hasCome = ({ visit }: Booking): boolean =>
	visit?.state === "arrived" || visit?.state === "done";

/** Who came has come, even if the booking was cancelled with their data later that day. */
function tally(booking: Booking): Tally {
	if (booking.status === "cancelled" && !hasCome(booking))
		return { ...NOTHING, cancelled: 1 };
	return {
		...NOTHING,
		[booking.walkIn ? "walkIns" : "booked"]: 1,
		[cameTo(booking)]: 1,
		...(booking.rating !== undefined && { [RATED[booking.rating]]: 1 }),
	};
}

function cameTo({ visit }: Booking): keyof Tally {
	switch (visit?.state) {
		case undefined:
			return "unrecorded";
		case "no-show":
			return "noShows";
		case "arrived":
			return "unfinished";
		case "done":
			return visit.outcome === "settled" || visit.outcome === "received"
				? visit.outcome
				: "advised";
	}
}

const RATED = { 1: "discontent", 2: "content", 3: "delighted" } as const;
