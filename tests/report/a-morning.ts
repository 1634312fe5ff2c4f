import type { Saturday } from "../../src/booking/seats.js";
import { EMPTY } from "../../src/booking/seats.js";
import type { Booking } from "../../src/booking/store.js";
import type { Outcome, Visit } from "../../src/booking/visit.js";
import type { LocalDate } from "../../src/time.js";
import { at0800, countedCodes, THIS_SATURDAY } from "../booking/morning.js";

const code = countedCodes();
const NOON = new Date("2026-11-28T12:00:00+07:00");

/** Somebody's booking on a Saturday; nothing became of it unless told. */
export const booking = (about: Partial<Booking> = {}): Booking => ({
	...at0800,
	code: code(),
	person: "telegram:hoa",
	visitor: { name: "chị Hoa", phone: "0900000001" },
	question: "Nhà chị ở số 5 mở quán được không?",
	place: 1,
	status: "booked",
	sequence: 0,
	procedure: "2.001583",
	bookedAt: NOON,
	...about,
});

export const done = (
	outcome: Outcome | undefined,
	by = "tv-lan",
): { visit: Visit } => ({
	visit: {
		state: "done",
		at: NOON,
		by,
		note: "chị Hoa gọi lại",
		...(outcome && { outcome }),
	},
});
export const arrived = {
	visit: { state: "arrived", at: NOON, by: "tv-lan" },
} as const;
export const noShow = {
	visit: { state: "no-show", at: NOON, by: "tv-lan" },
} as const;

export const onDuty = (member: string, desk = "so") => ({
	desk,
	member,
	since: NOON,
});

export const saturday = (
	bookings: readonly Booking[],
	more: Partial<Saturday> = {},
	day: LocalDate = THIS_SATURDAY,
): Saturday => ({
	...EMPTY,
	bookings: bookings.map((one) => ({ ...one, day })),
	...more,
});
