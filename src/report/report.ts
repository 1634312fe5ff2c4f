import type { BookingStore } from "../booking/store.js";
import type { Knowledge } from "../knowledge/schema.js";
import type { LocalDate } from "../time.js";
import type { AskedStore } from "./asked.js";
import { type Figures, figuresOf } from "./figures.js";
import type { Period } from "./period.js";
import { createSessions } from "./sessions.js";

/** Something people ask, with how often it was told. */
export interface Asked {
	/** A procedure's id, or `faq:` and the id of an answer. */
	readonly entry: string;
	/** Absent when the knowledge has it no more. */
	readonly title?: string;
	readonly times: number;
}

/** What the desks have come to, in numbers alone. */
export interface Report {
	/** The first day of which something is kept, not later than `today`. */
	first(today: LocalDate): Promise<LocalDate>;
	/** Up to `today`; of these desks, or of all. */
	figures(
		period: Period,
		today: LocalDate,
		desks?: readonly string[],
	): Promise<Figures>;
	/** At all desks, since a question belongs to none; the most often told first. */
	asked(period: Period): Promise<readonly Asked[]>;
}

export function createReport({
	bookings,
	asked,
	knowledge,
}: {
	readonly bookings: Pick<BookingStore, "days" | "saturday" | "onChange">;
	readonly asked: Pick<AskedStore, "of">;
	readonly knowledge: () => Knowledge;
}): Report {
	const sessions = createSessions(bookings);

	return {
		async first(today) {
			const [first = today] = await bookings.days();
			return first < today ? first : today;
		},

		async figures(period, today, desks) {
			const to = period.to < today ? period.to : today;
			const within = (await sessions(period.from, to)).filter(
				({ desk }) => desks === undefined || desks.includes(desk),
			);
			return figuresOf(period, within, fieldIn(knowledge()));
		},

		async asked(period) {
			const times = new Map<string, number>();
			for (const month of period.months)
				for (const [entry, count] of Object.entries(await asked.of(month)))
					times.set(entry, (times.get(entry) ?? 0) + count);
			return [...times]
				.map(([entry, count]) => ({
					entry,
					...titled(entry, knowledge()),
					times: count,
				}))
				.sort((a, b) => b.times - a.times || (a.entry < b.entry ? -1 : 1));
		},
	};
}

/** A procedure that was replaced is in the field of what took its place. */
const fieldIn =
	({ procedures, legacy }: Knowledge) =>
	(id: string): string | undefined =>
		procedures.get(id)?.field ??
		procedures.get(legacy.get(id)?.replacedBy ?? "")?.field;

function titled(entry: string, { procedures, faq }: Knowledge) {
	const title = entry.startsWith(FAQ)
		? faq.get(entry.slice(FAQ.length))?.question
		: procedures.get(entry)?.title;
	return title === undefined ? {} : { title };
}

const FAQ = "faq:";

/** Under what an answer is counted. */
export const askedEntry = (told: {
	readonly procedure: string;
	readonly faq?: string;
}): string => (told.faq === undefined ? told.procedure : `${FAQ}${told.faq}`);
