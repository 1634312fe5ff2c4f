import type { Booking, Slot } from "../../../booking/store.js";
import type { MoveForm } from "../../forms.js";
import type { Wish } from "../../reading/wish.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { closed, enter, paragraphs, type Turn } from "../../turn.js";
import { dayFull, notOpen } from "../../wording/book.js";
import * as wording from "../../wording/bookings.js";
import { ahead, isPast, listBookings, showBooking } from "../mine.js";
import { desksOn } from "../slots.js";
import { confirmation, which } from "./questions.js";
import { refusal, sameSlot, tooLate } from "./refusal.js";
import { toDay, toHour } from "./steps.js";

/** Begins moving: the only booking there is, or the one chosen. */
export async function chooseMove(
	scene: Scene,
	state: State,
	wish?: Wish,
): Promise<Turn> {
	const bookings = await ahead(scene, state);
	const [only, other] = bookings;
	if (!only) return listBookings(scene, closed(state));
	if (!other) return startMove(scene, state, only, wish);
	const form: MoveForm = { kind: "move", ask: "which", ...(wish && { wish }) };
	return enter(scene, state, form, which(scene, bookings));
}

/** Moves one booking: to what was wished, if that can be read, else by choosing. */
export async function startMove(
	scene: Scene,
	state: State,
	booking: Booking,
	wish: Wish = {},
): Promise<Turn> {
	if (booking.status === "cancelled")
		return showBooking(scene, closed(state), booking);
	if (isPast(scene, booking)) return tooLate(scene, state, booking);
	const form: MoveForm = { kind: "move", ask: "day", code: booking.code };
	const { day, time } = wish;
	if (!day && !time) {
		return toDay(scene, state, form, wording.nowAt(booking));
	}
	return seek(scene, state, form, booking, {
		day: day ?? booking.day,
		time: time ?? booking.time,
	});
}

/** Offers the wished half hour; where it is not free, the nearest ones, or another day. */
export async function seek(
	scene: Scene,
	state: State,
	form: MoveForm,
	booking: Booking,
	wish: Required<Wish>,
): Promise<Turn> {
	const before = wording.nowAt(booking);
	const { day, time } = wish;
	const sessions = await scene.booking.sessions();
	const desks = desksOn(sessions, day);
	const desk =
		desks.find((session) => session.desk.id === booking.desk) ?? desks[0];
	if (!desk) {
		const why = sessions.some((session) => session.day === day)
			? dayFull(day)
			: notOpen(day);
		return toDay(scene, state, form, paragraphs(before, why));
	}
	const to: Slot = { desk: desk.desk.id, day, time };
	if (sameSlot(booking, to)) {
		return toDay(scene, state, form, wording.sameSlot(booking));
	}
	const hours = await scene.booking.hours(to.desk, day);
	const offered = hours.find((hour) => hour.time === time);
	if (offered && offered.free > 0) {
		const next: MoveForm = { ...form, ask: "confirm", ...to };
		return enter(scene, state, next, confirmation(booking, to));
	}
	const why = offered ? "full" : "closed";
	return toHour(
		scene,
		state,
		{ ...form, day, desk: to.desk },
		paragraphs(before, await refusal(scene, to, why)),
	);
}
