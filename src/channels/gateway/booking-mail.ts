import { isShutAfterAll } from "../../booking/calendar.js";
import { insteadOf } from "../../booking/openings.js";
import { planOf } from "../../booking/plan-acts.js";
import { EMPTY, type Saturday } from "../../booking/seats.js";
import type { BookingStore, PersonKey, Slot } from "../../booking/store.js";
import { sayNotice } from "../../conversation/notify.js";
import type { Knowledge } from "../../knowledge/schema.js";
import { dueNotice, settles } from "../../outbox/due.js";
import type { Notice } from "../../outbox/notice.js";
import { peopleOf, recipientsOf } from "../../outbox/windows.js";
import { addDays, type Clock, dayAt, type LocalDate } from "../../time.js";
import type { Mail, Mailbag } from "./mail.js";

/** As many other times as a person compares. */
const INSTEAD = 3;

type Saturdays = ReadonlyMap<LocalDate, Saturday>;

/** The notices that bookings are due. */
export function createBookingMail({
	bookings,
	knowledge,
	isBusy,
	clock,
}: {
	readonly bookings: Pick<BookingStore, "saturdays" | "find" | "tell">;
	readonly knowledge: () => Knowledge;
	readonly isBusy: (person: PersonKey) => boolean;
	readonly clock: Clock;
}): Mailbag {
	/** Asked of the calendar, the desk's file and the plans as they are now: when one changes, so does what is due. */
	const shutIn =
		(saturdays: Saturdays) =>
		(slot: Slot): boolean => {
			const { desks, calendar } = knowledge();
			const desk = desks.find(({ id }) => id === slot.desk);
			if (desk === undefined) return false;
			const plan = planOf(saturdays.get(slot.day) ?? EMPTY, desk.id);
			return isShutAfterAll(slot, desk, calendar, plan);
		};

	/** Between looking and sending the booking may have changed, its person may have begun to talk, or be forgotten. */
	async function stillTrue(notice: Notice, to: PersonKey) {
		const booking = await bookings.find(notice.booking.code);
		if (!booking || peopleOf(booking).some(isBusy)) return undefined;
		if (!recipientsOf(booking).includes(to)) return undefined;
		const now = clock();
		const saturdays = await bookings.saturdays(dayAt(now));
		const due = dueNotice(booking, now, shutIn(saturdays));
		if (!due || keyOf(due) !== keyOf(notice)) return undefined;
		const { desks, calendar } = knowledge();
		const openings = { desks, calendar, saturdays, now };
		return sayNotice(
			due,
			knowledge(),
			() => insteadOf(booking, INSTEAD, openings),
			now,
		);
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

	return async (now) => {
		// From yesterday on: those who were there are asked how it was until the evening after.
		const saturdays = await bookings.saturdays(addDays(dayAt(now), -1));
		const isShut = shutIn(saturdays);
		return [...saturdays.values()]
			.flatMap((saturday) => saturday.bookings)
			.flatMap((booking) => {
				const notice = dueNotice(booking, now, isShut);
				return notice ? [mailOf(notice)] : [];
			});
	};
}

const keyOf = ({ kind, booking: { code, sequence } }: Notice): string =>
	`${code} ${sequence} ${kind}`;
