import type { BookingStore, PersonKey } from "../../booking/store.js";
import { sayLetter } from "../../conversation/notify.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { Letter, LetterStore } from "../../outbox/letter.js";
import { mayPush } from "../../outbox/windows.js";
import type { Clock } from "../../time.js";
import type { Mail, Mailbag } from "./mail.js";

/** What was published a moment ago is not known here yet; what is unknown after this is no more. */
const KNOWN_WITHIN_MS = 10 * 60_000;

/** The letters that wait. */
export function createLetterMail({
	letters,
	bookings,
	knowledge,
	isBusy,
	clock,
}: {
	readonly letters: Pick<LetterStore, "waiting" | "find" | "done">;
	readonly bookings: Pick<BookingStore, "find" | "saturday">;
	readonly knowledge: () => Knowledge;
	readonly isBusy: (person: PersonKey) => boolean;
	readonly clock: Clock;
}): Mailbag {
	const isLate = ({ notAfter }: Letter, now: Date) => notAfter <= now;

	/** Its person may have begun to talk, or be forgotten; what it tells of may be no more: then it goes unsaid. */
	async function stillTrue({ id }: Letter) {
		const letter = await letters.find(id);
		if (!letter || isLate(letter, clock()) || isBusy(letter.to))
			return undefined;
		const reply = await sayLetter(letter.content, knowledge(), bookings);
		if (!reply && !mayBeNews(letter)) await letters.done(id);
		return reply;
	}

	const mayBeNews = ({ content, createdAt }: Letter) =>
		content.kind === "answer-published" &&
		clock().getTime() - createdAt.getTime() < KNOWN_WITHIN_MS;

	const mailOf = (letter: Letter): Mail => ({
		key: `letter ${letter.id}`,
		kind: letter.content.kind,
		to: mayPush(letter.to) ? [letter.to] : [],
		concerns: [letter.to],
		say: () => stillTrue(letter),
		settle: () => letters.done(letter.id),
	});

	return async (now) =>
		(await letters.waiting())
			.filter((letter) => !isLate(letter, now))
			.map(mailOf);
}
