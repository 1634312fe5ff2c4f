import type { Line } from "../../../booking/booking.js";
import type { Slot } from "../../../booking/store.js";
import type { Choice } from "../../reply.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { closed, offer, say, type Turn } from "../../turn.js";
import { alreadyBooked, tooMany } from "../../wording/book.js";
import { LABEL } from "../../wording/general.js";
import * as wording from "../../wording/line.js";
import { tellBooked } from "../book/tell-booked.js";
import { offerChoices } from "./choices.js";

type Session = Pick<Slot, "desk" | "day">;

/** The lines that the person stands in. */
export const linesOf = async ({ booking, person }: Scene) =>
	(await booking.waiting(person)).filter(({ lapsed }) => !lapsed);

/** What can be done with a place in line. */
export const lineChoices = (line: Line, several: boolean): readonly Choice[] =>
	line.offer
		? offerChoices(line)
		: [
				offer(
					several
						? `${wording.LEAVE_LINE} ${line.day.split("-").reverse().slice(0, 2).join("/")}`
						: wording.LEAVE_LINE,
					{
						kind: "leave-line",
						session: { desk: line.desk, day: line.day },
					},
				),
			];

/** Takes the seat that is kept for them: their name and consent were given when they put their name down. */
export async function acceptOffer(
	scene: Scene,
	state: State,
	session?: Session,
): Promise<Turn> {
	const { booking, person } = scene;
	const out = closed(state);
	const line = find(
		(await linesOf(scene)).filter((one) => one.offer),
		session,
	);
	if (!line?.offer) return say(out, wording.noOffer, onward);
	const { desk, day, visitor, procedure } = line;
	const slot = { desk, day, time: line.offer.time };
	const outcome = await booking.confirm(person, slot, visitor, procedure);
	switch (outcome.kind) {
		case "booked": {
			const { code } = outcome.booking;
			const booked = [...state.booked.filter((one) => one !== code), code];
			return tellBooked(scene, { ...out, booked }, outcome.booking);
		}
		case "already-booked":
			return say(out, alreadyBooked(outcome.booking, scene.knowledge), [
				offer(LABEL.bookings, { kind: "bookings" }),
			]);
		case "too-many":
			return say(out, tooMany, [offer(LABEL.bookings, { kind: "bookings" })]);
		case "full":
		case "too-late":
		case "closed":
			return say(out, wording.offerGone, onward);
	}
}

/** Leaves the line; a seat that was kept is offered to the next. */
export async function leaveLine(
	scene: Scene,
	state: State,
	session?: Session,
): Promise<Turn> {
	const line = find(await linesOf(scene), session);
	if (!line) return say(closed(state), wording.notInLine, onward);
	await scene.booking.leaveLine(scene.person, line);
	return say(closed(state), wording.leftLine(line), onward);
}

/** "Không nhận chỗ": only where one is kept. */
export async function declineOffer(scene: Scene, state: State): Promise<Turn> {
	const line = (await linesOf(scene)).find((one) => one.offer);
	return line
		? leaveLine(scene, state, line)
		: say(closed(state), wording.noOffer, onward);
}

const onward = [
	offer(LABEL.book, { kind: "book" }),
	offer(LABEL.bookings, { kind: "bookings" }),
];

const find = (lines: readonly Line[], session: Session | undefined) =>
	session
		? lines.find(
				({ desk, day }) => desk === session.desk && day === session.day,
			)
		: lines[0];
