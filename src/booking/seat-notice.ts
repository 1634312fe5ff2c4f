import { addDays, instantAt } from "../time.js";
import type { Slot } from "./store.js";

/**
 * What a person is told once about a seat without asking: two reminders, that the desk does not open after all, and,
 * once they were there, the question how content they are.
 */
export const SEAT_NOTICES = [
	"friday",
	"two-hours",
	"closed",
	"rating",
] as const;
export type SeatNotice = (typeof SEAT_NOTICES)[number];
export type Reminder = Exclude<SeatNotice, "closed" | "rating">;

const TWO_HOURS_MS = 2 * 60 * 60 * 1000;

/** From when on each reminder of a seat goes out. */
export const REMINDED_AT: Readonly<Record<Reminder, (slot: Slot) => Date>> = {
	friday: ({ day }) => instantAt(addDays(day, -1), "17:00"),
	"two-hours": ({ day, time }) =>
		new Date(instantAt(day, time).getTime() - TWO_HOURS_MS),
};

/** The reminders whose moment has come, earliest first. */
export const remindersBy = (now: Date, slot: Slot): readonly Reminder[] =>
	(["friday", "two-hours"] as const).filter(
		(reminder) => now >= REMINDED_AT[reminder](slot),
	);
