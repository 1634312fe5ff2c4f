import { createBookingDesk } from "../../../src/booking/desk.js";
import {
	createSaturdayDesk,
	type SaturdayDesk,
} from "../../../src/booking/saturday-desk.js";
import { dutiesRoutes } from "../../../src/desk/duties/duties.js";
import { sessionsRoutes } from "../../../src/desk/sessions/sessions.js";
import type { CalendarRow, Knowledge } from "../../../src/knowledge/schema.js";
import {
	instantAt,
	type LocalDate,
	type LocalTime,
} from "../../../src/time.js";
import { countedCodes } from "../../booking/morning.js";
import { openDesk, twoDesks } from "../open-desk.js";

export const DAY: LocalDate = "2026-11-28";
export const NEXT: LocalDate = "2026-12-05";

/** Two desks on the Monday before, with the pages of their Saturdays; the calendar can be changed. */
export function openWeek() {
	let knowledge: Knowledge = {
		...twoDesks,
		desks: twoDesks.desks.map((desk) => ({ ...desk, placesPerHalfHour: 4 })),
	};
	const clock = () => instantAt("2026-11-23", "09:00");
	let saturday: SaturdayDesk | undefined;
	const now = () => {
		if (!saturday) throw new Error("not open yet");
		return saturday;
	};
	// The desk's stores are there once it is open, and the Saturdays are read over them.
	const late: SaturdayDesk = new Proxy({} as SaturdayDesk, {
		get: (_, name: keyof SaturdayDesk) => now()[name],
	});
	const desk = openDesk({
		clock,
		knowledge: () => knowledge,
		services: { saturday: late },
		rooms: [sessionsRoutes, dutiesRoutes],
	});
	const over = {
		store: desk.stores.bookings,
		knowledge: () => knowledge,
		desks: () => knowledge.desks,
		calendar: () => knowledge.calendar,
		clock,
		code: countedCodes(),
	};
	saturday = createSaturdayDesk({
		...over,
		volunteers: desk.people.crew.members,
		reaches: async ({ person = "" }) => person.startsWith("telegram:"),
	});
	const booking = createBookingDesk(over);
	return {
		...desk,
		saturday,
		booking,
		/** A new row of the calendar. */
		decree(row: Pick<CalendarRow, "from" | "kind" | "name">) {
			knowledge = {
				...knowledge,
				calendar: {
					days: [
						...knowledge.calendar.days,
						{ ...row, status: "official", source: "của bài thử này" },
					],
				},
			};
		},
		async books(
			person: string,
			time: LocalTime,
			{ desk = "a", day = DAY, phone = "" } = {},
		) {
			const outcome = await booking.confirm(
				person,
				{ desk, day: day as LocalDate, time },
				{ name: `khách ${person}`, ...(phone && { phone }) },
			);
			if (outcome.kind !== "booked") throw new Error(outcome.kind);
			return outcome.booking;
		},
		/** As the outbox notes it once it was brought. */
		async tellClosed() {
			for (const { booking, told } of await now().shutOut("a", DAY))
				if (told === "soon")
					await desk.stores.bookings.tell(booking.code, {
						sequence: booking.sequence,
						given: ["closed"],
					});
		},
		audit: async () =>
			(await desk.stores.audit.list("2026-11")).map(({ act, subject, desk }) =>
				[act, subject, desk].join(" "),
			),
	};
}

export const wordsOf = (page: string): string =>
	page
		.replace(/<[^>]+>/g, " ")
		.replace(/\s+/g, " ")
		.trim();

/** What the form of a page would send, the button of these words pressed. */
export function formWith(page: string, label: string): URLSearchParams {
	const form = (page.match(/<form[\s\S]*?<\/form>/g) ?? []).find((one) =>
		one.includes(label),
	);
	if (!form) throw new Error(`no form with “${label}” in:\n${wordsOf(page)}`);
	return new URLSearchParams(
		[
			...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g),
		].map(([, name = "", value = ""]) => [name, value]),
	);
}
