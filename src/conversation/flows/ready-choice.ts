import type { Booking } from "../../booking/store.js";
import type { Knowledge } from "../../knowledge/schema.js";
import { instantAt } from "../../time.js";
import type { Choice } from "../reply.js";
import { offer } from "../turn.js";
import { TICK } from "../wording/ready.js";
import { procedureOf } from "../wording/show.js";

interface Moment {
	readonly knowledge: Knowledge;
	readonly now: Date;
}

/** Whether the person can still say which papers they have: there are some to have, and the half hour has not begun. */
export const canTick = (
	{ knowledge, now }: Moment,
	booking: Booking,
): boolean =>
	booking.status === "booked" &&
	booking.visit === undefined &&
	now < instantAt(booking.day, booking.time) &&
	papersOf({ knowledge }, booking).length > 0;

export const readyChoice = (
	scene: Moment,
	booking: Booking,
	which = "",
): Choice[] =>
	canTick(scene, booking)
		? [offer(`${TICK}${which}`, { kind: "ready", code: booking.code })]
		: [];

export const papersOf = (
	{ knowledge }: Pick<Moment, "knowledge">,
	{ procedure }: Booking,
): readonly string[] => procedureOf(knowledge, procedure)?.documents ?? [];
