import { type BookingCode, codeGenerator } from "../../src/booking/code.js";
import type { Limits, SeatRequest, Slot } from "../../src/booking/store.js";
import type { LocalDate } from "../../src/time.js";

/** Monday, 9:00 at the desk. */
export const NOW = new Date("2026-11-23T09:00:00+07:00");
export const TODAY: LocalDate = "2026-11-23";
export const THIS_SATURDAY: LocalDate = "2026-11-28";
export const NEXT_SATURDAY: LocalDate = "2026-12-05";

export const at0800: Slot = { desk: "so", day: THIS_SATURDAY, time: "08:00" };
export const at0830: Slot = { ...at0800, time: "08:30" };
export const nextAt0800: Slot = { ...at0800, day: NEXT_SATURDAY };

export const places = (count: number): Limits => ({
	places: count,
	ahead: 2,
	today: TODAY,
});

export const minutesLater = (minutes: number, from = NOW): Date =>
	new Date(from.getTime() + minutes * 60_000);

/** Codes in a fixed order, never twice the same. */
export function countedCodes(): () => BookingCode {
	let count = 0;
	return () => {
		let rest = count++;
		return codeGenerator((max) => {
			const digit = rest % max;
			rest = Math.floor(rest / max);
			return digit;
		})();
	};
}

/** Mrs Hoa wants 8:00, unless told otherwise. */
export const request = (
	wish: Partial<SeatRequest> & Pick<SeatRequest, "code">,
): SeatRequest => ({
	...at0800,
	person: "telegram:hoa",
	visitor: { name: "chị Hoa", phone: "0900000001" },
	...wish,
});
