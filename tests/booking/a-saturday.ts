import type { BookingDesk } from "../../src/booking/booking.js";
import type { CodeGenerator } from "../../src/booking/code.js";
import { createBookingDesk } from "../../src/booking/desk.js";
import {
	createSaturdayDesk,
	type SaturdayDesk,
	type Volunteer,
} from "../../src/booking/saturday-desk.js";
import type {
	Booking,
	BookingStore,
	PersonKey,
	Slot,
} from "../../src/booking/store.js";
import type { Calendar, Desk, Knowledge } from "../../src/knowledge/schema.js";
import { instantAt, type LocalDate, type LocalTime } from "../../src/time.js";
import { aDesk } from "./a-desk.js";
import { countedCodes, NOW, THIS_SATURDAY } from "./morning.js";
import { calendar } from "./saturdays-2026-2027.js";

/** An office over a store, with a clock, a knowledge and a team that the test can change. */
export interface Office {
	now: Date;
	desks: readonly Desk[];
	calendar: Calendar;
	procedures: Knowledge["procedures"];
	volunteers: readonly Volunteer[];
	/** Whom nobody can write to. */
	readonly lost: Set<PersonKey>;
	readonly store: BookingStore;
	readonly booking: BookingDesk;
	readonly saturday: SaturdayDesk;
	at(day: LocalDate, time: LocalTime): void;
	passes(minutes: number): void;
	/** Books for the person of this name; fails the test when it cannot be. */
	books(name: string, slot: Slot, procedure?: string): Promise<Booking>;
}

export function openOffice(
	store: BookingStore,
	wish: Partial<Desk> = {},
	code: CodeGenerator = countedCodes(),
): Office {
	const clock = () => office.now;
	const booking = createBookingDesk({
		store,
		desks: () => office.desks,
		calendar: () => office.calendar,
		clock,
		code,
	});
	const office: Office = {
		now: NOW,
		desks: [aDesk(wish)],
		calendar,
		procedures: new Map(),
		volunteers: [],
		lost: new Set(),
		store,
		booking,
		saturday: createSaturdayDesk({
			store,
			knowledge: () => office,
			volunteers: async () => office.volunteers,
			reaches: async ({ person = "" }) => !office.lost.has(person),
			clock,
			code,
		}),
		at: (day, time) => {
			office.now = instantAt(day, time);
		},
		passes: (minutes) => {
			office.now = new Date(office.now.getTime() + minutes * 60_000);
		},
		async books(name, slot, procedure) {
			const person = `telegram:${name}`;
			const outcome = await booking.confirm(person, slot, { name }, procedure);
			if (outcome.kind !== "booked") throw new Error(outcome.kind);
			return outcome.booking;
		},
	};
	return office;
}

export const slotAt = (time: LocalTime, day = THIS_SATURDAY): Slot => ({
	desk: "so",
	day,
	time,
});
