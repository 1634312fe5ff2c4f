import type { SessionOffer } from "../../booking/booking.js";
import type { Slot } from "../../booking/store.js";
import { LocalDate } from "../../time.js";
import type { Scene } from "../scene.js";
import type { Option, Question } from "../turn.js";
import {
	chooseDay,
	chooseDesk,
	chooseHour,
	dayLabel,
	deskLabel,
} from "../wording/book.js";
import { waitLabel } from "../wording/line.js";

/** As many as a person compares when the wished half hour is full. */
export const NEAREST = 3;

/**
 * The open Saturdays, the seats of all desks together. Full ones are told; where one may wait for a seat, their lines are
 * offered.
 */
export function askDay(
	sessions: readonly SessionOffer[],
	leave: Option,
	withLines = false,
): Question {
	const free = new Map<LocalDate, number>();
	for (const session of sessions) {
		free.set(session.day, (free.get(session.day) ?? 0) + session.free);
	}
	const days = [...free];
	return {
		text: chooseDay(days.flatMap(([day, seats]) => (seats === 0 ? [day] : []))),
		options: [
			...days.flatMap(([day, seats]) =>
				seats > 0 ? [{ label: dayLabel(day, seats), answer: day }] : [],
			),
			...(withLines
				? linesFor(sessions.filter(({ day }) => free.get(day) === 0))
				: []),
			leave,
		],
	};
}

const LINE = "wait";

/** The lines of full sessions; of several desks on one day, by the desk's name. */
const linesFor = (full: readonly SessionOffer[]): Option[] =>
	full.map(({ desk, day }) => ({
		label: waitLabel(
			{ day },
			full.filter((other) => other.day === day).length > 1
				? desk.name
				: undefined,
		),
		answer: `${LINE}:${day}:${desk.id}`,
	}));

/** The session whose line was chosen. */
export function readLine(
	answer: string,
): Pick<Slot, "desk" | "day"> | undefined {
	const [kind, day, desk] = answer.split(":");
	const read = LocalDate.safeParse(day).data;
	return kind === LINE && read && desk ? { desk, day: read } : undefined;
}

/** The desks with seats on a day. */
export const desksOn = (
	sessions: readonly SessionOffer[],
	day: LocalDate,
): readonly SessionOffer[] =>
	sessions.filter((session) => session.day === day && session.free > 0);

export const askDesk = (
	sessions: readonly SessionOffer[],
	day: LocalDate,
	leave: Option,
	withLines = false,
): Question => ({
	text: chooseDesk(day),
	options: [
		...desksOn(sessions, day).map((session) => ({
			label: deskLabel(session),
			answer: session.desk.id,
		})),
		...(withLines
			? linesFor(
					sessions.filter(
						(session) => session.day === day && session.free === 0,
					),
				)
			: []),
		leave,
	],
});

/** The half hours with seats; `except` is the one that the person has already. */
export async function askHour(
	{ booking }: Scene,
	{ desk, day }: Pick<Slot, "desk" | "day">,
	leave: Option,
	except?: Slot,
): Promise<Question> {
	const hours = (await booking.hours(desk, day)).filter(
		({ time }) => !(except?.day === day && except.time === time),
	);
	return {
		text: chooseHour(day, hours),
		options: [
			...hours.flatMap(({ time, free }) =>
				free > 0 ? [{ label: time, answer: time }] : [],
			),
			leave,
		],
	};
}
