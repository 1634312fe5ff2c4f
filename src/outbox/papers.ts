import type { Booking, PersonKey } from "../booking/store.js";
import type { Knowledge } from "../knowledge/schema.js";
import { instantAt } from "../time.js";
import type { Letter } from "./letter.js";

type Known = Pick<Knowledge, "procedures">;

/**
 * The procedures whose papers are not what they were: one more, one less, or other words; in another order they are the
 * same. What is new, or not there any more, nobody was told other papers of.
 */
export function papersChanged(
	before: Known,
	after: Known,
): ReadonlySet<string> {
	const changed = new Set<string>();
	for (const [id, { documents }] of after.procedures) {
		const old = before.procedures.get(id);
		if (old && listed(old.documents) !== listed(documents)) changed.add(id);
	}
	return changed;
}

const listed = (documents: readonly string[]): string =>
	JSON.stringify(documents.map((one) => one.trim().normalize("NFC")).sort());

/**
 * One letter for each booking ahead about what changed; none where somebody is there already, or nobody can be written
 * to. What the papers are is worded when it is told, so that while a letter waits a second change needs no second one.
 */
export async function papersLetters(
	changed: ReadonlySet<string>,
	bookings: readonly Booking[],
	now: Date,
	recipientOf: (booking: Booking) => Promise<PersonKey | undefined>,
): Promise<readonly Letter[]> {
	const hit = bookings.filter(
		(booking) =>
			booking.status === "booked" &&
			booking.visit === undefined &&
			!booking.walkIn &&
			booking.procedure !== undefined &&
			changed.has(booking.procedure) &&
			now < instantAt(booking.day, booking.time),
	);
	const letters: Letter[] = [];
	for (const booking of hit) {
		const to = await recipientOf(booking);
		if (to === undefined) continue;
		letters.push({
			id: `papers-changed ${booking.code} ${to}`,
			to,
			content: { kind: "papers-changed", code: booking.code },
			createdAt: now,
			notAfter: instantAt(booking.day, booking.time),
		});
	}
	return letters;
}
