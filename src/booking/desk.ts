import type { Calendar, Desk } from "../knowledge/schema.js";
import { addDays, type Clock, dayAt, type LocalDate } from "../time.js";
import type { BookingDesk, HourOffer, Line } from "./booking.js";
import { closingOf, halfHours, isShutAfterAll, whyShut } from "./calendar.js";
import type { CodeGenerator } from "./code.js";
import { nextCode } from "./next-code.js";
import {
	hourOffers,
	insteadOf,
	nearestTo,
	type Openings,
	openingsOf,
} from "./openings.js";
import { planOf } from "./plan-acts.js";
import { visitsOf } from "./rating.js";
import type { Plan } from "./session.js";
import type {
	BookingStore,
	Closed,
	Limits,
	PersonKey,
	Slot,
	TooLate,
} from "./store.js";
import {
	correctWaiting,
	leaveLine,
	positionOf,
	tellWaiting,
	wait,
} from "./waiting-acts.js";

/** Long enough to read the consent and type a name, short enough that a seat left behind is soon free again. */
const HOLD_MS = 10 * 60 * 1000;
/** Active bookings ahead of one person: two Saturdays, so that few people cannot take them all. */
const AHEAD = 2;

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

	const planFor = async ({ desk, day }: Pick<Slot, "desk" | "day">) =>
		planOf(await store.saturday(day), desk);

	/** The desk that opens for the slot, or why nobody can have it. */
	async function opening(
		slot: Slot,
	): Promise<{ desk: Desk } | TooLate | Closed> {
		const desk = deskOf(slot.desk);
		const plan = await planFor(slot);
		if (
			desk === undefined ||
			!halfHours(desk, plan).includes(slot.time) ||
			!canOpen(slot.day, desk, plan)
		)
			return { kind: "closed", slot };
		return tooLate(slot) ?? { desk };
	}

	/** A Saturday that has passed was open as well: it is too late for it, not closed. */
	function canOpen(
		day: LocalDate,
		desk: Desk,
		plan: Plan | undefined,
	): boolean {
		const shut = whyShut(day, today(), desk, calendar(), plan);
		return shut === undefined || shut.kind === "past";
	}

	async function hours(
		id: string,
		day: LocalDate,
	): Promise<readonly HourOffer[]> {
		const desk = deskOf(id);
		const saturday = await store.saturday(day);
		return desk && canOpen(day, desk, planOf(saturday, id))
			? hourOffers(saturday, desk, day, clock())
			: [];
	}

	const openings = async (): Promise<Openings> => ({
		desks: desks(),
		calendar: calendar(),
		saturdays: await store.saturdays(today()),
		now: clock(),
	});

	async function waiting(person: PersonKey): Promise<readonly Line[]> {
		const lines: Line[] = [];
		for (const [day, saturday] of await store.saturdays(today()))
			for (const { person: one, since: _, ...line } of saturday.waiting) {
				if (one !== person) continue;
				const position = positionOf(saturday, line.desk, person);
				lines.push({ ...line, day, ...(position && { position }) });
			}
		return lines.sort((a, b) => a.day.localeCompare(b.day));
	}

	return {
		sessions: async () => openingsOf(await openings()),

		hours,

		nearest: async (slot, count) =>
			nearestTo(slot.time, await hours(slot.desk, slot.day)).slice(0, count),

		instead: async (slot, count) => insteadOf(slot, count, await openings()),

		async hold(person, slot) {
			const open = await opening(slot);
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
			const open = await opening(slot);
			if ("kind" in open) return open;
			const { desk, day, time } = slot;
			return nextCode(code, async (drawn) => {
				const outcome = await store.confirm(
					{
						desk,
						day,
						time,
						code: drawn,
						person,
						visitor,
						...(procedure !== undefined && { procedure }),
					},
					clock(),
					limitsOf(open.desk),
				);
				return outcome.kind === "code-taken" ? undefined : outcome;
			});
		},

		async move(code, to) {
			const booking = await store.find(code);
			if (booking?.status !== "booked") return { kind: "not-found" };
			const late = tooLate(booking);
			if (late !== undefined) return late;
			const open = await opening(to);
			if ("kind" in open) return open;
			return store.move(code, to, clock(), limitsOf(open.desk));
		},

		async cancel(code) {
			const booking = await store.find(code);
			if (booking === undefined) return { kind: "not-found" };
			const late = booking.status === "booked" ? tooLate(booking) : undefined;
			return late ?? store.cancel(code);
		},

		async wait(person, { desk: id, day }, visitor, procedure) {
			const desk = deskOf(id);
			if (desk === undefined) return { kind: "closed" };
			const bookings = await store.ahead(person, today());
			const lines = (await waiting(person)).filter(
				(line) => !line.lapsed && !(line.desk === id && line.day === day),
			);
			const isHere = (one: Slot) => one.desk === id && one.day === day;
			if (bookings.length + lines.length >= AHEAD && !bookings.some(isHere))
				return { kind: "too-many", bookings };
			const request = {
				person,
				visitor,
				...(procedure !== undefined && { procedure }),
			};
			const rules = { desk, calendar: calendar(), now: clock() };
			return store.change(day, wait(day, request, rules));
		},

		waiting,
		leaveLine: (person, { desk, day }) =>
			store.change(day, leaveLine(desk, person)),
		tellWaiting: (person, { desk, day, lapsed }) =>
			store.change(day, tellWaiting(desk, person, lapsed ? "lapsed" : "offer")),
		correctWaiting: (person, { desk, day }, visitor) =>
			store.change(day, correctWaiting(desk, person, visitor)),

		mine: (person) => store.ahead(person, today()),
		find: (code) => store.find(code),
		async isShut(slot) {
			const desk = deskOf(slot.desk);
			const plan = await planFor(slot);
			return desk !== undefined && isShutAfterAll(slot, desk, calendar(), plan);
		},
		tellShut: ({ code, sequence }) =>
			store.tell(code, { sequence, given: ["closed"] }),
		link: (code, person) => store.link(code, person, clock()),
		correct: (code, visitor) => store.correct(code, visitor),
		tick: (code, ready) => store.tick(code, ready),
		ask: (code, question) => store.ask(code, question),
		async visited(person) {
			const yesterday = addDays(today(), -1);
			return visitsOf(person, await store.saturdays(yesterday), clock());
		},
		rate: (code, rating) => store.rate(code, rating),
		forget: (person) => store.forget(person, today()),
	};
}
