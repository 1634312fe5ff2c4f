import type {
	ConfirmOutcome,
	HoldOutcome,
	Slot,
	TooLate,
} from "../../../booking/store.js";
import type { BookForm } from "../../forms.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { closed, offer, paragraphs, say, type Turn } from "../../turn.js";
import * as wording from "../../wording/book.js";
import { LABEL } from "../../wording/general.js";
import { desksOn, NEAREST } from "../slots.js";
import { minutesHeld, slotOf, without } from "./draft.js";

/** Where choosing a seat stands: what is asked next, or why there is nothing to ask. */
export type Seating =
	| { readonly kind: "ask"; readonly form: BookForm; readonly note?: string }
	/** The seat is held, or there is none to hold because they wait for one. */
	| { readonly kind: "held"; readonly form: BookForm; readonly note?: string }
	/** The form is at its end. */
	| { readonly kind: "over"; readonly turn: Turn };

/** Fills in what the wish and the calendar leave open of day, desk and hour, and holds the seat. */
export async function takeSeat(
	scene: Scene,
	state: State,
	form: BookForm,
): Promise<Seating> {
	if (form.wait) return { kind: "held", form };
	const slot = slotOf(form);
	if (slot) return holdSeat(scene, state, form, slot);
	const sessions = await scene.booking.sessions();
	if (sessions.length === 0) {
		return { kind: "over", turn: nothingOpen(state) };
	}
	if (sessions.every(({ free }) => free === 0)) {
		return {
			kind: "ask",
			form: { ...without(form, "day", "desk", "wish"), ask: "day" },
			note: wording.allFull,
		};
	}
	const { day, desk, wish } = form;
	if (day === undefined) {
		if (wish?.day === undefined)
			return { kind: "ask", form: { ...form, ask: "day" } };
		const { day: wished, ...rest } = wish;
		const next = { ...form, wish: rest };
		if (desksOn(sessions, wished).length > 0) {
			return takeSeat(scene, state, { ...next, day: wished });
		}
		const open = sessions.some((session) => session.day === wished);
		return {
			kind: "ask",
			form: { ...next, ask: "day" },
			note: open ? wording.dayFull(wished) : wording.notOpen(wished),
		};
	}
	if (desk === undefined) {
		const [only, other] = desksOn(sessions, day);
		if (!only) {
			const note = wording.dayFull(day);
			return {
				kind: "ask",
				form: { ...without(form, "day"), ask: "day" },
				note,
			};
		}
		return other
			? { kind: "ask", form: { ...form, ask: "desk" } }
			: takeSeat(scene, state, { ...form, desk: only.desk.id });
	}
	return wish?.time === undefined
		? { kind: "ask", form: { ...form, ask: "hour" } }
		: takeSeat(scene, state, { ...without(form, "wish"), time: wish.time });
}

/** Holds the seat, or takes it again after the hold has ended; says nothing when it is held already. */
async function holdSeat(
	scene: Scene,
	state: State,
	form: BookForm,
	slot: Slot,
): Promise<Seating> {
	if (minutesHeld(form, scene.now) > 0) return { kind: "held", form };
	const outcome = await scene.booking.hold(scene.person, slot);
	if (outcome.kind !== "held")
		return refused(scene, state, form, slot, outcome);
	const held = { ...form, heldUntil: outcome.hold.until.toISOString() };
	return form.heldUntil
		? { kind: "held", form: held }
		: {
				kind: "held",
				form: held,
				note: wording.held(slot.time, minutesHeld(held, scene.now)),
			};
}

export type Refusal =
	| Exclude<HoldOutcome, { kind: "held" }>
	| Exclude<ConfirmOutcome, { kind: "booked" | "code-taken" }>
	| TooLate;

/** Goes back to where another seat can be chosen, saying why; what was typed so far is kept. */
export async function refused(
	scene: Scene,
	state: State,
	form: BookForm,
	slot: Slot,
	refusal: Refusal,
): Promise<Seating> {
	const again = without(form, "time", "heldUntil", "wish");
	switch (refusal.kind) {
		case "full":
		case "too-late":
		case "closed": {
			const near = await scene.booking.nearest(slot, NEAREST);
			const why = {
				full: wording.hourFull(slot, near),
				"too-late": wording.hourGone(slot),
				closed: wording.hourNotOpen(slot),
			}[refusal.kind];
			if (near.length > 0) {
				return { kind: "ask", form: { ...again, ask: "hour" }, note: why };
			}
			const next = await takeSeat(scene, state, without(again, "day", "desk"));
			return next.kind === "ask" ? { ...next, note: why } : next;
		}
		case "already-booked":
			return {
				kind: "over",
				turn: say(
					closed(state),
					wording.alreadyBooked(refusal.booking, scene.knowledge),
					[
						offer(LABEL.move, { kind: "move", code: refusal.booking.code }),
						offer(LABEL.cancel, { kind: "cancel", code: refusal.booking.code }),
						offer(LABEL.keep, { kind: "keep" }),
					],
				),
			};
		case "too-many":
			return {
				kind: "over",
				turn: say(
					closed(state),
					paragraphs(
						wording.tooMany,
						...refusal.bookings.map((one) =>
							wording.bookingText(one, scene.knowledge),
						),
					),
					[offer(LABEL.bookings, { kind: "bookings" })],
				),
			};
	}
}

const nothingOpen = (state: State): Turn =>
	say(closed(state), wording.noSaturdays, [
		offer(LABEL.askElse, { kind: "help" }),
		offer(LABEL.person, { kind: "person" }),
	]);
