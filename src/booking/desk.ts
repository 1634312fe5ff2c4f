import type { Calendar, Desk } from "../knowledge/schema.js";
import {
	type Clock,
	dayAt,
	type LocalDate,
	type LocalTime,
	minutesOf,
} from "../time.js";
import type {
	BookingDesk,
	Closed,
	HourOffer,
	SessionOffer,
	TooLate,
} from "./booking.js";
import {
	closingOf,
	halfHours,
	hoursLeft,
	openSessions,
	whyShut,
} from "./calendar.js";
import type { CodeGenerator } from "./code.js";
import type { BookingStore, Limits, Slot } from "./store.js";

/** Long enough to read the consent and type a name, short enough that a seat left behind is soon free again. */
const HOLD_MS = 10 * 60 * 1000;
/** Active bookings ahead of one person: two Saturdays, so that few people cannot take them all. */
const AHEAD = 2;
/** With 729 million codes one retry is rare already; a generator that hits five in a row is broken. */
const CODE_TRIES = 5;

/** `desks` and `calendar` are asked each time: the knowledge changes while the desk is open. */
export function createBookingDesk({
	store,
	desks,
	calendar,
	clock,
	code,
}: {
	readonly store: BookingStore;
	readonly desks: () => readonly Desk[];
	readonly calendar: () => Calendar;
	readonly clock: Clock;
	readonly code: CodeGenerator;
}): BookingDesk {
	const deskOf = (id: string) => desks().find((desk) => desk.id === id);
	const today = () => dayAt(clock());
	const limitsOf = (desk: Desk): Limits => ({
		places: desk.placesPerHalfHour,
		ahead: AHEAD,
		today: today(),
	});

	/** When the half hour closes. Of a desk that is no longer known, when it begins. */
	const closingAt = ({ desk, day, time }: Slot) =>
		closingOf(day, time, deskOf(desk)?.closesMinutesBefore ?? 0);

	const tooLate = ({ desk, day, time }: Slot): TooLate | undefined => {
		const slot = { desk, day, time };
		return clock() < closingAt(slot) ? undefined : { kind: "too-late", slot };
	};

	/** The desk that opens for the slot, or why nobody can have it. */
	function opening(slot: Slot): { desk: Desk } | TooLate | Closed {
		const desk = deskOf(slot.desk);
		if (
			desk === undefined ||
			!halfHours(desk).includes(slot.time) ||
			!canOpen(slot.day, desk)
		)
			return { kind: "closed", slot };
		return tooLate(slot) ?? { desk };
	}

	/** A Saturday that has passed was open as well: it is too late for it, not closed. */
	function canOpen(day: LocalDate, desk: Desk): boolean {
		const shut = whyShut(day, today(), desk, calendar());
		return shut === undefined || shut.kind === "past";
	}

	async function offers(
		desk: Desk,
		day: LocalDate,
	): Promise<readonly HourOffer[]> {
		const now = clock();
		const taken = await store.taken(desk.id, day, now);
		return hoursLeft(now, day, desk).map((time) => ({
			time,
			free: Math.max(0, desk.placesPerHalfHour - (taken.get(time) ?? 0)),
		}));
	}

	async function hours(
		id: string,
		day: LocalDate,
	): Promise<readonly HourOffer[]> {
		const desk = deskOf(id);
		return desk && canOpen(day, desk) ? offers(desk, day) : [];
	}

	return {
		async sessions() {
			const open = desks().flatMap((desk) =>
				openSessions(clock(), desk, calendar()).map((day) => ({ desk, day })),
			);
			const sessions = await Promise.all(
				open.map(async ({ desk, day }): Promise<SessionOffer> => {
					const free = (await offers(desk, day)).map((hour) => hour.free);
					return { desk, day, free: free.reduce((a, b) => a + b, 0) };
				}),
			);
			return sessions.sort((a, b) => a.day.localeCompare(b.day));
		},

		hours,

		async nearest(slot, count) {
			return (await hours(slot.desk, slot.day))
				.filter(({ free }) => free > 0)
				.sort((a, b) => apart(a.time, slot.time) - apart(b.time, slot.time))
				.slice(0, count);
		},

		async hold(person, slot) {
			const open = opening(slot);
			if ("kind" in open) return open;
			const now = clock();
			const until = Math.min(
				now.getTime() + HOLD_MS,
				closingAt(slot).getTime(), // no promise beyond the last moment to confirm
			);
			return store.hold(
				slot,
				person,
				new Date(until),
				now,
				limitsOf(open.desk),
			);
		},

		release: (person) => store.release(person),

		async confirm(person, slot, visitor, procedure) {
			const open = opening(slot);
			if ("kind" in open) return open;
			const { desk, day, time } = slot;
			for (let tried = 0; tried < CODE_TRIES; tried++) {
				const outcome = await store.confirm(
					{
						desk,
						day,
						time,
						code: code(),
						person,
						visitor,
						...(procedure !== undefined && { procedure }),
					},
					clock(),
					limitsOf(open.desk),
				);
				if (outcome.kind !== "code-taken") return outcome;
			}
			throw new Error(
				`${CODE_TRIES} booking codes in a row were in use: the code generator repeats itself`,
			);
		},

		async move(code, to) {
			const booking = await store.find(code);
			if (booking?.status !== "booked") return { kind: "not-found" };
			const late = tooLate(booking);
			if (late !== undefined) return late;
			const open = opening(to);
			if ("kind" in open) return open;
			return store.move(code, to, clock(), limitsOf(open.desk));
		},

		async cancel(code) {
			const booking = await store.find(code);
			if (booking === undefined) return { kind: "not-found" };
			const late = booking.status === "booked" ? tooLate(booking) : undefined;
			return late ?? store.cancel(code);
		},

		mine: (person) => store.ahead(person, today()),
		find: (code) => store.find(code),
		link: (code, person) => store.link(code, person, clock()),
		correct: (code, visitor) => store.correct(code, visitor),
		forget: (person) => store.forget(person, today()),
	};
}

const apart = (a: LocalTime, b: LocalTime): number =>
	Math.abs(minutesOf(a) - minutesOf(b));
