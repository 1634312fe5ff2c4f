import type { Desk } from "../../src/knowledge/schema.js";

/** A desk open on Saturday mornings from 7:30 to 11:30, unless told otherwise. */
export const aDesk = (wish: Partial<Desk> = {}): Desk => ({
	id: "so",
	name: "Bàn thứ Bảy",
	place: null,
	phone: null,
	sessions: [{ from: "07:30", to: "11:30" }],
	placesPerHalfHour: 2,
	weeksAhead: 4,
	closesMinutesBefore: 0,
	weekly: true,
	opened: [],
	closed: [],
	...wish,
});
