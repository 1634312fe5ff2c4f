import type { Waiting } from "../../booking/session.js";
import type { BookingStore, PersonKey } from "../../booking/store.js";
import { tellWaiting } from "../../booking/waiting-acts.js";
import { sayInLine } from "../../conversation/notify.js";
import { dueInLine } from "../../outbox/due.js";
import type { LineNotice } from "../../outbox/notice.js";
import { mayPush } from "../../outbox/windows.js";
import { type Clock, dayAt, type LocalDate } from "../../time.js";
import type { Mail, Mailbag } from "./mail.js";

/** What people who wait for a seat must be told. */
export function createLineMail({
	bookings,
	isBusy,
	clock,
}: {
	readonly bookings: Pick<BookingStore, "saturdays" | "saturday" | "change">;
	readonly isBusy: (person: PersonKey) => boolean;
	readonly clock: Clock;
}): Mailbag {
	/** The seat may be taken, given up or gone to the next by now. */
	async function stillTrue(
		day: LocalDate,
		{ desk, person }: Waiting,
		kind: LineNotice,
	) {
		const { waiting } = await bookings.saturday(day);
		const entry = waiting.find(
			(one) => one.desk === desk && one.person === person,
		);
		const now = clock();
		return entry && !isBusy(person) && dueInLine(entry, now) === kind
			? sayInLine(kind, { desk, day }, entry, now)
			: undefined;
	}

	const mailOf = (day: LocalDate, entry: Waiting, kind: LineNotice): Mail => ({
		key: `${kind} ${day} ${entry.desk} ${entry.person} ${entry.since.getTime()}`,
		kind,
		to: mayPush(entry.person) ? [entry.person] : [],
		concerns: [entry.person],
		say: () => stillTrue(day, entry, kind),
		settle: () =>
			bookings.change(day, tellWaiting(entry.desk, entry.person, kind)),
	});

	return async (now) =>
		[...(await bookings.saturdays(dayAt(now)))].flatMap(([day, { waiting }]) =>
			waiting.flatMap((entry) => {
				const kind = dueInLine(entry, now);
				return kind ? [mailOf(day, entry, kind)] : [];
			}),
		);
}
