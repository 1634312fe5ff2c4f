import { readCode } from "../../booking/code.js";
import type { Booking, Slot } from "../../booking/store.js";
import { LocalDate, LocalTime } from "../../time.js";
import { LEAVE } from "../choice.js";
import type { MoveForm } from "../forms.js";
import type { Wish } from "../reading/wish.js";
import { saysNo, saysYes } from "../reading/yes.js";
import type { Scene } from "../scene.js";
import type { State } from "../state.js";
import {
	closed,
	enter,
	lead,
	type Option,
	offer,
	paragraphs,
	present,
	type Question,
	say,
	type Turn,
} from "../turn.js";
import { dayFull, notOpen } from "../wording/book.js";
import * as wording from "../wording/bookings.js";
import { kept, LABEL } from "../wording/general.js";
import { deskOf } from "../wording/show.js";
import type { Handler } from "./handler.js";
import { ahead, isPast, listBookings, showBooking, visible } from "./mine.js";
import { notice } from "./notice.js";
import { askDay, askDesk, askHour, desksOn, NEAREST } from "./slots.js";
import { wishedFor } from "./wish.js";

const keep: Option = { label: LABEL.keep, answer: LEAVE };

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

const which = (
	{ knowledge }: Scene,
	bookings: readonly Booking[],
): Question => ({
	text: wording.whichToMove,
	options: [
		...bookings.map((booking) => ({
			label: wording.bookingLabel(booking, knowledge),
			answer: booking.code,
		})),
		keep,
	],
});

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

const tooLate = ({ knowledge }: Scene, state: State, booking: Booking): Turn =>
	say(
		closed(state),
		wording.tooLateToChange(booking, deskOf(knowledge, booking)),
		[
			offer(LABEL.book, { kind: "book" }),
			offer(LABEL.person, { kind: "person" }),
		],
	);

/** Offers the wished half hour; where it is not free, the nearest ones, or another day. */
async function seek(
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

const refusal = async (
	{ booking, knowledge }: Scene,
	to: Slot,
	why: keyof typeof wording.NOT_MOVED,
	other?: Booking,
) => {
	const near = await booking.nearest(to, NEAREST);
	return [
		wording.NOT_MOVED[why](to, knowledge, other),
		wording.nearestAre(near.map(({ time }) => time)),
	]
		.filter(Boolean)
		.join(" ");
};

const sameSlot = (a: Slot, b: Slot) =>
	a.desk === b.desk && a.day === b.day && a.time === b.time;

const confirmation = (booking: Booking, to: Slot): Question => ({
	text: wording.confirmMove(booking, to),
	options: [
		{ label: wording.MOVE_YES, answer: "yes" },
		{ label: wording.OTHER_HOUR, answer: "other" },
		keep,
	],
});

async function toDay(
	scene: Scene,
	state: State,
	form: MoveForm,
	before?: string,
): Promise<Turn> {
	const { day: _, desk: __, time: ___, ...rest } = form;
	const sessions = await scene.booking.sessions();
	return enter(
		scene,
		state,
		{ ...rest, ask: "day" },
		askDay(sessions, keep),
		before,
	);
}

async function toHour(
	scene: Scene,
	state: State,
	form: MoveForm,
	before?: string,
): Promise<Turn> {
	const { time: _, ...rest } = form;
	const next: MoveForm = { ...rest, ask: "hour" };
	return enter(
		scene,
		state,
		next,
		await questionOf(scene, state, next),
		before,
	);
}

async function questionOf(
	scene: Scene,
	state: State,
	{ ask, code, day, desk, time }: MoveForm,
): Promise<Question> {
	const booking = code && (await visible(scene, state, code));
	if (!booking) return which(scene, await ahead(scene, state));
	if (ask === "desk" && day) {
		return askDesk(await scene.booking.sessions(), day, keep);
	}
	if (ask === "hour" && day && desk) {
		return askHour(scene, { day, desk }, keep, booking);
	}
	if (ask === "confirm" && day && desk && time) {
		return confirmation(booking, { day, desk, time });
	}
	return askDay(await scene.booking.sessions(), keep);
}

async function choose(
	scene: Scene,
	state: State,
	form: MoveForm,
	answer: string,
): Promise<Turn> {
	if (answer === LEAVE) return leave(scene, state);
	const code = form.code ?? readCode(answer);
	const booking = code && (await visible(scene, state, code));
	if (!booking) return listBookings(scene, closed(state));
	switch (form.ask) {
		case "which":
			return startMove(scene, state, booking, form.wish);
		case "day": {
			const day = LocalDate.safeParse(answer).data;
			return day
				? chooseDesk(scene, state, { ...form, day })
				: toDay(scene, state, form);
		}
		case "desk":
			return toHour(scene, state, { ...form, desk: answer });
		case "hour": {
			const time = LocalTime.safeParse(answer).data;
			return time
				? move(scene, state, booking, { ...form, time })
				: toHour(scene, state, form);
		}
		case "confirm":
			return answer === "other"
				? toHour(scene, state, form)
				: move(scene, state, booking, form);
	}
}

async function chooseDesk(
	scene: Scene,
	state: State,
	form: MoveForm & { day: LocalDate },
): Promise<Turn> {
	const sessions = await scene.booking.sessions();
	const [only, other] = desksOn(sessions, form.day);
	if (!only) return toDay(scene, state, form, dayFull(form.day));
	if (!other) return toHour(scene, state, { ...form, desk: only.desk.id });
	const question = askDesk(sessions, form.day, keep);
	return enter(scene, state, { ...form, ask: "desk" }, question);
}

async function move(
	scene: Scene,
	state: State,
	booking: Booking,
	form: MoveForm,
): Promise<Turn> {
	const { desk, day, time } = form;
	if (!desk || !day || !time) return toDay(scene, state, form);
	const to: Slot = { desk, day, time };
	const outcome = await scene.booking.move(booking.code, to);
	switch (outcome.kind) {
		case "moved":
			return tellMoved(
				scene,
				{
					...closed(state),
					...(state.step && {
						done: { menu: state.step.menu, code: booking.code, as: "moved" },
					}),
				},
				outcome.booking,
				outcome.from,
			);
		case "not-found":
			return lead(
				wording.NOT_MOVED["not-found"](to, scene.knowledge),
				await listBookings(scene, closed(state)),
			);
		case "already-booked":
			return say(
				closed(state),
				wording.NOT_MOVED["already-booked"](
					to,
					scene.knowledge,
					outcome.booking,
				),
				[offer(LABEL.bookings, { kind: "bookings" })],
			);
		case "too-late":
			if (sameSlot(outcome.slot, booking))
				return tooLate(scene, state, booking);
			break;
		case "full":
		case "closed":
			break;
	}
	const why = paragraphs(
		`${await refusal(scene, to, outcome.kind)} ${wording.keptOld}`,
	);
	const left = await scene.booking.nearest(to, 1);
	return left.length > 0
		? toHour(scene, state, form, why)
		: toDay(scene, state, form, why);
}

export const tellMoved = (
	{ knowledge }: Scene,
	state: State,
	booking: Booking,
	from: Slot,
): Turn =>
	say(
		state,
		wording.moved(booking, from, deskOf(knowledge, booking)),
		[
			offer(LABEL.bookings, { kind: "bookings" }),
			offer(LABEL.askElse, { kind: "help" }),
		],
		notice(booking, "moved"),
	);

async function hear(
	scene: Scene,
	state: State,
	form: MoveForm,
	text: string,
): Promise<Turn | undefined> {
	if (form.ask === "confirm") {
		if (saysYes(text)) return choose(scene, state, form, "yes");
		if (saysNo(text)) return choose(scene, state, form, "other");
	}
	const booking = form.code && (await visible(scene, state, form.code));
	const { day = form.day, time } = wishedFor(scene, state, text) ?? {};
	if (!booking || (!time && day === form.day)) return undefined;
	if (!time && day) return chooseDesk(scene, state, { ...form, day });
	return seek(scene, state, form, booking, {
		day: day ?? booking.day,
		time: time ?? booking.time,
	});
}

const resume = async (
	scene: Scene,
	state: State,
	form: MoveForm,
): Promise<Turn> => present(state, await questionOf(scene, state, form));

async function back(scene: Scene, state: State, form: MoveForm): Promise<Turn> {
	switch (form.ask) {
		case "which":
		case "day":
			return leave(scene, state);
		case "desk":
		case "hour":
			return toDay(scene, state, form);
		case "confirm":
			return toHour(scene, state, form);
	}
}

const leave = async (_: Scene, state: State) =>
	say(closed(state), kept, [offer(LABEL.bookings, { kind: "bookings" })]);

export const moveHandler: Handler<MoveForm> = {
	choose,
	hear,
	resume,
	back,
	leave,
};
