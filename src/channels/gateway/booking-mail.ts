import { isShutAfterAll } from "../../booking/calendar.js";
import type { BookingStore, PersonKey, Slot } from "../../booking/store.js";
import { sayNotice } from "../../conversation/notify.js";
import type { Knowledge } from "../../knowledge/schema.js";
import { dueNotice, settles } from "../../outbox/due.js";
import type { Notice } from "../../outbox/notice.js";
import { peopleOf, recipientsOf } from "../../outbox/windows.js";
import { type Clock, dayAt } from "../../time.js";
import type { Mail, Mailbag } from "./mail.js";

/** The notices that bookings are due. */
export function createBookingMail({
	bookings,
	knowledge,
	isBusy,
	clock,
}: {
	readonly bookings: Pick<BookingStore, "since" | "find" | "tell">;
	readonly knowledge: () => Knowledge;
	readonly isBusy: (person: PersonKey) => boolean;
	readonly clock: Clock;
}): Mailbag {
	function isShut({ desk, day }: Slot): boolean {
		const { desks, calendar } = knowledge();
		const known = desks.find(({ id }) => id === desk);
		return known !== undefined && isShutAfterAll(day, known, calendar);
	}

	/** Between looking and sending the booking may have changed, its person may have begun to talk, or be forgotten. */
	async function stillTrue(notice: Notice, to: PersonKey) {
		const booking = await bookings.find(notice.booking.code);
		if (!booking || peopleOf(booking).some(isBusy)) return undefined;
		if (!recipientsOf(booking).includes(to)) return undefined;
		const now = dueNotice(booking, clock(), isShut);
		return now && keyOf(now) === keyOf(notice)
			? sayNotice(now, knowledge())
			: undefined;
	}

	const mailOf = (notice: Notice): Mail => ({
		key: keyOf(notice),
		kind: notice.kind,
		to: recipientsOf(notice.booking),
		concerns: peopleOf(notice.booking),
		say: (to) => stillTrue(notice, to),
		settle: async (said) => {
			await bookings.tell(notice.booking.code, settles(notice, said));
		},
	});

	return async (now) =>
		(await bookings.since(dayAt(now))).flatMap((booking) => {
			const notice = dueNotice(booking, now, isShut);
			return notice ? [mailOf(notice)] : [];
		});
}

const keyOf = ({ kind, booking: { code, sequence } }: Notice): string =>
	`${code} ${sequence} ${kind}`;
