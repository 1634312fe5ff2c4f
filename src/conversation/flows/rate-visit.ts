import type { Act } from "../act.js";
import type { Scene } from "../scene.js";
import type { State } from "../state.js";
import { offer, say, type Turn } from "../turn.js";
import { LABEL } from "../wording/general.js";
import { rated, ratedTooLate } from "../wording/rate-visit.js";

/** How content somebody was with their visit; the last word counts, until the evening of the next day. */
export async function rateVisit(
	{ booking, person }: Scene,
	state: State,
	{ rating, code }: Extract<Act, { kind: "visit-rating" }>,
): Promise<Turn> {
	const visits = await booking.visited(person);
	const visit = visits.findLast(
		(one) => code === undefined || one.code === code,
	);
	const known = visit && (await booking.rate(visit.code, rating));
	if (!known) return say(state, ratedTooLate);
	return rating === 1
		? say(state, rated(known, rating), [
				offer(LABEL.person, { kind: "person" }),
				offer(LABEL.book, { kind: "book" }),
			])
		: say(state, rated(known, rating));
}
