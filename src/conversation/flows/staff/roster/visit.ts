import type { Booking } from "../../../../booking/store.js";
import { OUTCOMES, type VisitAct } from "../../../../booking/visit.js";
import { phoneFor } from "../../../../people/phone.js";
import type { Choice } from "../../../reply.js";
import type { RosterAct, VisitStep } from "../../../roster-act.js";
import type { Scene } from "../../../scene.js";
import type { State } from "../../../state.js";
import { closed, enter, lead, say, type Turn } from "../../../turn.js";
import {
	forwardedWords,
	NO_SUCH_VISITOR,
	OUTCOME_LABEL,
	recordedWords,
	visitorName,
} from "../../../wording/staff/roster.js";
import * as wording from "../../../wording/staff/roster-chat.js";
import { refuse } from "../refuse.js";
import { choice } from "./list.js";
import { noteQuestion } from "./note.js";
import { lineOf, openRoster, ownBooking, readerOf } from "./open.js";

const { LABEL } = wording;

/** One tap at one visitor. Whether there is such a visitor is told to those of their desk alone. */
export async function visit(
	scene: Scene,
	state: State,
	{ code, step }: Extract<RosterAct, { kind: "visit" }>,
): Promise<Turn> {
	const booking = await ownBooking(scene, code);
	if (!booking) return nobody(state);
	switch (step) {
		case "show":
			return tellVisitor(scene, state, booking);
		case "done":
			return say(closed(state), wording.whatOutcome(visitorName(booking)), [
				...OUTCOMES.map((outcome) =>
					choice(OUTCOME_LABEL[outcome], {
						kind: "visit",
						code,
						step: outcome,
					}),
				),
				choice(LABEL.list, backTo(booking)),
			]);
		case "forward":
			return askForward(scene, state, booking);
		default:
			return record(scene, state, booking, step);
	}
}

const nobody = (state: State): Turn =>
	say(closed(state), NO_SUCH_VISITOR, [choice(LABEL.list, { kind: "roster" })]);

async function tellVisitor(
	scene: Scene,
	state: State,
	booking: Booking,
): Promise<Turn> {
	const reader = readerOf(scene);
	const line = await lineOf(scene, booking);
	if (!reader || !line) return nobody(state);
	const { people, actor, knowledge, today } = scene;
	await people.note(actor, "roster-seen", booking.code, booking.desk);
	const members = await people.crew.members();
	const phone = phoneFor(booking, {
		reader: reader.id,
		concerned: line.volunteer,
		today,
	});
	return say(
		closed(state),
		wording.visitorWords(line, {
			knowledge,
			phone,
			by: wording.memberName(members, line.volunteer, reader.id),
		}),
		next(scene, booking),
	);
}

async function record(
	scene: Scene,
	state: State,
	booking: Booking,
	step: Exclude<VisitStep, "show" | "done" | "forward">,
): Promise<Turn> {
	const reader = readerOf(scene);
	if (!reader) return refuse(state);
	const { code, desk } = booking;
	const act: VisitAct =
		step === "arrived" || step === "no-show" || step === "undo"
			? { kind: step }
			: { kind: "done", outcome: step };
	const outcome = await scene.saturday.record(code, act, reader.id);
	const words = recordedWords(outcome);
	if (outcome.kind !== "recorded")
		return say(closed(state), words, next(scene, booking));
	await scene.people.note(
		scene.actor,
		step === "undo" ? "visit-undone" : "visit-recorded",
		code,
		desk,
	);
	if (act.kind !== "done")
		return say(closed(state), words, next(scene, outcome.booking));
	return lead(
		words,
		enter(
			scene,
			state,
			{ kind: "visit-note", code, outcome: act.outcome },
			noteQuestion,
		),
	);
}

/** What can be done next with this visitor, and with the others. */
export function next({ today }: Scene, booking: Booking): Choice[] {
	const { code, visit: was, day, status } = booking;
	const tap = (step: VisitStep, label: string) =>
		choice(label, { kind: "visit", code, step });
	const state = status === "booked" ? was?.state : "done";
	const begun = today >= day && status === "booked";
	return [
		...(begun && (!state || state === "no-show")
			? [tap("arrived", LABEL.arrived)]
			: []),
		...(begun && state !== "done" ? [tap("done", LABEL.done)] : []),
		...(begun && !state ? [tap("no-show", LABEL["no-show"])] : []),
		...(state === undefined || state === "arrived"
			? [tap("forward", LABEL.forward)]
			: []),
		...(begun && was ? [tap("undo", LABEL.undo)] : []),
		choice(LABEL.list, backTo(booking)),
		...(today === day
			? [
					choice(LABEL.walkIn, {
						kind: "walk-in",
						session: { desk: booking.desk, day },
					}),
				]
			: []),
	];
}

const backTo = ({ desk, day }: Booking): RosterAct => ({
	kind: "roster",
	session: { desk, day },
});

async function askForward(
	scene: Scene,
	state: State,
	booking: Booking,
): Promise<Turn> {
	const reader = readerOf(scene);
	const roster = await openRoster(scene, booking);
	const line = await lineOf(scene, booking);
	if (!reader || !roster) return nobody(state);
	const members = await scene.people.crew.members();
	const others = roster.duties.filter(
		({ member }) => member !== line?.volunteer,
	);
	return say(
		closed(state),
		others.length > 0
			? wording.toWhom(visitorName(booking))
			: wording.nobodyElse,
		[
			...others.map(({ member }) =>
				choice(wording.memberName(members, member, reader.id), {
					kind: "forward",
					code: booking.code,
					to: member,
				}),
			),
			choice(LABEL.list, backTo(booking)),
		],
	);
}

export async function forward(
	scene: Scene,
	state: State,
	{ code, to }: Extract<RosterAct, { kind: "forward" }>,
): Promise<Turn> {
	const booking = await ownBooking(scene, code);
	if (!booking) return nobody(state);
	const outcome = await scene.saturday.forward(code, to);
	if (outcome.kind === "forwarded")
		await scene.people.note(
			scene.actor,
			"booking-forwarded",
			code,
			booking.desk,
		);
	const members = await scene.people.crew.members();
	const name = members.find(({ id }) => id === to)?.name;
	return say(closed(state), forwardedWords(outcome, name), [
		choice(LABEL.list, backTo(booking)),
	]);
}
