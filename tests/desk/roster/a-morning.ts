import type { BookingCode } from "../../../src/booking/code.js";
import type { Booking } from "../../../src/booking/store.js";
import { instantAt, type LocalTime } from "../../../src/time.js";
import { openDesk } from "../open-desk.js";

export const DAY = "2026-11-28";
export const PHONE = "0912345678";

/** The desk's pages, with a clock on the wall that can be set. */
export function openMorning(day = DAY, time: LocalTime = "08:00") {
	let now = instantAt(day as typeof DAY, time);
	const desk = openDesk({ clock: () => now });
	let people = 0;

	/** Somebody books, and says what they want said. */
	async function books(
		name: string,
		time: LocalTime,
		more: Partial<
			Pick<Booking, "desk" | "procedure" | "question" | "ready">
		> & { readonly phone?: string; readonly onBehalfOf?: string } = {},
	): Promise<BookingCode> {
		const today = now;
		now = instantAt("2026-11-23", "09:00");
		const person = `web:${++people}`;
		const { phone, onBehalfOf } = more;
		const outcome = await desk.booking.confirm(
			person,
			{ desk: more.desk ?? "a", day: DAY, time },
			{ name, ...(phone && { phone }), ...(onBehalfOf && { onBehalfOf }) },
			more.procedure,
		);
		now = today;
		if (outcome.kind !== "booked") throw new Error(outcome.kind);
		const { code } = outcome.booking;
		if (more.ready) await desk.booking.tick(code, more.ready);
		if (more.question) await desk.booking.ask(code, more.question);
		return code;
	}

	return {
		...desk,
		books,
		turnTo: (day: typeof DAY | string, time: LocalTime) => {
			now = instantAt(day as typeof DAY, time);
		},
		/** Signed in, and on duty at their desk. */
		async volunteer(name: string, at: "a" | "b" = "a") {
			const browser = await desk.signedIn(
				{ role: "volunteer", desk: at },
				name,
			);
			const today = now;
			now = instantAt("2026-11-23", "08:00");
			await desk.saturday.serve(at, DAY, browser.member.id);
			now = today;
			return browser;
		},
		audit: () => desk.stores.audit.list("2026-11"),
	};
}
