import type { Line } from "../../booking/booking.js";
import { closingOf } from "../../booking/calendar.js";
import type { BookingCode } from "../../booking/code.js";
import type { Booking } from "../../booking/store.js";
import type { Choice } from "../reply.js";
import type { Scene } from "../scene.js";
import type { State } from "../state.js";
import { offer, paragraphs, say, type Turn } from "../turn.js";
import { papersText } from "../wording/book.js";
import {
	bookingCancelledAlready,
	bookingList,
	bookingOver,
	noBookings,
	notOpenAfterAll,
} from "../wording/bookings.js";
import { LABEL } from "../wording/general.js";
import { lineText } from "../wording/line.js";
import { TAKE_BACK } from "../wording/ready.js";
import { deskOf } from "../wording/show.js";
import { lineChoices, linesOf } from "./line/line.js";
import { readyChoice } from "./ready-choice.js";

/** The bookings ahead that this conversation may see: its own, and those opened with their code and name. */
export async function ahead(
	{ booking, person, today }: Scene,
	state: State,
): Promise<readonly Booking[]> {
	const own = await booking.mine(person);
	const others = await Promise.all(
		state.opened
			.filter((code) => own.every((one) => one.code !== code))
			.map((code) => booking.find(code)),
	);
	const opened = others.filter(
		(one) => one?.status === "booked" && one.visitor && one.day >= today,
	) as Booking[];
	return [...own, ...opened].sort((a, b) =>
		`${a.day} ${a.time}`.localeCompare(`${b.day} ${b.time}`),
	);
}

/** The booking, if this conversation may see it. */
export async function visible(
	{ booking, person }: Scene,
	state: State,
	code: BookingCode,
): Promise<Booking | undefined> {
	const found = await booking.find(code);
	return found?.visitor &&
		(found.person === person || state.opened.includes(code))
		? found
		: undefined;
}

/** Whether the half hour can no longer be changed. */
export function isPast({ now, knowledge }: Scene, booking: Booking): boolean {
	const before = deskOf(knowledge, booking)?.closesMinutesBefore ?? 0;
	return now >= closingOf(booking.day, booking.time, before);
}

export async function listBookings(scene: Scene, state: State): Promise<Turn> {
	const bookings = await ahead(scene, state);
	const lines = await linesOf(scene);
	if (bookings.length === 0 && lines.length > 0) {
		return say(state, linesText(scene, lines), [
			...lines.flatMap((line) => lineChoices(line, lines.length > 1)),
			offer(LABEL.askElse, { kind: "help" }),
		]);
	}
	if (bookings.length === 0) {
		return say(state, noBookings, [
			offer(LABEL.book, { kind: "book" }),
			offer(LABEL.askElse, { kind: "help" }),
		]);
	}
	return say(
		state,
		paragraphs(
			bookingList(bookings, scene.knowledge),
			await shutAmong(scene, bookings),
			linesText(scene, lines),
		),
		[
			...bookings.flatMap((booking) =>
				actsOn(scene, booking, bookings.length > 1),
			),
			...lines.flatMap((line) => lineChoices(line, lines.length > 1)),
		],
	);
}

async function shutAmong(
	{ booking }: Scene,
	bookings: readonly Booking[],
): Promise<string | undefined> {
	const shut = await Promise.all(bookings.map(booking.isShut));
	const texts = bookings.filter((_, index) => shut[index]).map(notOpenAfterAll);
	return texts.length > 0 ? texts.join("\n") : undefined;
}

const linesText = ({ now }: Scene, lines: readonly Line[]) =>
	lines.map((line) => lineText(line, now)).join("\n");

const actsOn = (scene: Scene, booking: Booking, several: boolean): Choice[] => {
	const { code, question } = booking;
	const which = several ? ` ${code}` : "";
	return [
		offer(`${LABEL.move}${which}`, { kind: "move", code }),
		offer(`${LABEL.cancel}${which}`, { kind: "cancel", code }),
		offer(`${LABEL.papers}${which}`, { kind: "papers", code }),
		...readyChoice(scene, booking, which),
		...(question === undefined
			? []
			: [offer(`${TAKE_BACK}${which}`, { kind: "unask", code })]),
	];
};

/** One booking that this conversation may see. */
export function showBooking(
	scene: Scene,
	state: State,
	booking: Booking,
): Turn {
	if (booking.status === "cancelled" || booking.day < scene.today) {
		return say(
			state,
			booking.status === "cancelled"
				? bookingCancelledAlready(booking)
				: bookingOver(booking),
			[
				offer(LABEL.book, { kind: "book" }),
				offer(LABEL.bookings, { kind: "bookings" }),
			],
		);
	}
	return say(
		state,
		bookingList([booking], scene.knowledge),
		actsOn(scene, booking, false),
	);
}

export const tellPapers = (
	scene: Scene,
	state: State,
	booking: Booking,
): Turn =>
	say(state, papersText(booking, scene.knowledge), [
		...readyChoice(scene, booking),
		...(booking.procedure
			? [
					offer(LABEL.procedure, {
						kind: "ask",
						procedure: booking.procedure,
						aspect: null,
					}),
				]
			: []),
		offer(LABEL.bookings, { kind: "bookings" }),
	]);
