import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign, type Volunteer } from "../../src/booking/assign.js";
import type { Booking } from "../../src/booking/store.js";
import type { LocalTime } from "../../src/time.js";
import { at0800, countedCodes, minutesLater } from "./morning.js";

const AN: Volunteer = { id: "tv-an", fields: ["Đầu tư"] };
const BINH: Volunteer = { id: "tv-binh", fields: ["Hộ kinh doanh"] };
const CHI: Volunteer = { id: "tv-chi", fields: [] };

const draw = countedCodes();
let minutes = 0;
/** Each is booked a minute after the one before. */
const booked = (
	about: string,
	time: LocalTime = "08:00",
	more: Partial<Booking> = {},
): Booking => ({
	...at0800,
	time,
	code: draw(),
	place: 1,
	status: "booked",
	sequence: 0,
	procedure: about,
	bookedAt: minutesLater(minutes++),
	...more,
});

const given = (
	bookings: readonly Booking[],
	onDuty: readonly Volunteer[] = [AN, BINH, CHI],
) => {
	const assigned = assign(bookings, onDuty, ({ procedure }) => procedure);
	return bookings.map(({ code }) => assigned.get(code));
};

describe("who takes whom", () => {
	it("goes by field where somebody knows it", () => {
		const bookings = [booked("Hộ kinh doanh"), booked("Đầu tư")];
		expect(given(bookings)).toEqual(["tv-binh", "tv-an"]);
	});

	it("goes by field even to somebody who has one already, though others are idle", () => {
		expect(given([booked("Đầu tư"), booked("Đầu tư")])).toEqual([
			"tv-an",
			"tv-an",
		]);
	});

	it("goes round where nobody knows the field, or none was named", () => {
		const bookings = ["Đất đai", "Đất đai", "Đất đai", "Đất đai"].map((about) =>
			booked(about),
		);
		expect(given(bookings)).toEqual(["tv-an", "tv-binh", "tv-chi", "tv-an"]);
	});

	it("spares whoever has somebody in that half hour before whoever has most in all", () => {
		const bookings = [
			booked("Đầu tư", "09:00"),
			booked("Đầu tư", "09:30"),
			booked("Hộ kinh doanh", "10:00"),
			booked("Đất đai", "10:00"),
		];
		expect(given(bookings, [AN, BINH]).at(-1)).toBe("tv-an");
	});

	it("leaves whoever was forwarded where they are, and counts them", () => {
		const bookings = [
			booked("Đất đai", "08:00", { volunteer: "tv-an" }),
			booked("Đất đai"),
		];
		expect(given(bookings)).toEqual(["tv-an", "tv-binh"]);
	});

	it("is nobody when nobody is on duty, and no business of cancelled bookings", () => {
		const cancelled = booked("Đầu tư", "08:00", { status: "cancelled" });
		expect(given([booked("Đầu tư")], [])).toEqual([undefined]);
		expect(given([cancelled])).toEqual([undefined]);
	});

	it("does not change for those before when somebody books later", () => {
		const about = fc.constantFrom("Đầu tư", "Hộ kinh doanh", "Đất đai");
		const time = fc.constantFrom<LocalTime>("08:00", "08:30", "09:00");
		fc.assert(
			fc.property(
				fc.array(fc.tuple(about, time), { minLength: 1 }),
				(wishes) => {
					const bookings = wishes.map(([one, when]) => booked(one, when));
					const before = bookings.slice(0, -1);
					expect(given(bookings).slice(0, -1)).toEqual(given(before));
					expect(given(bookings.toReversed())).toEqual(
						given(bookings).toReversed(),
					);
				},
			),
		);
	});
});
