import { tellBooked } from "./flows/book/tell-booked.js";
import { tellCancelled } from "./flows/cancel.js";
import type { OpenStep } from "./flows/form.js";
import { tellHelp } from "./flows/help.js";
import { showBooking, visible } from "./flows/mine.js";
import type { Scene } from "./scene.js";
import type { State } from "./state.js";
import { aside } from "./take.js";
import { lead, type Tap, type Turn } from "./turn.js";
import { oldChoice, oldChoiceNothingOpen } from "./wording/general.js";

/** A choice of a form: of the present step, or of one that is no longer asked. */
export async function tapped(
	scene: Scene,
	state: State,
	step: OpenStep | undefined,
	tap: Tap,
): Promise<Turn> {
	if (step?.menu === tap.menu) return step.choose(tap.answer);
	if (state.done?.menu === tap.menu) {
		const again = await sameAgain(scene, state, state.done);
		if (again) return aside(step, again);
	}
	return step
		? lead(oldChoice, await step.resume(state))
		: lead(oldChoiceNothingOpen, tellHelp(scene, state));
}

/** The same tap twice: what the first one came to. */
async function sameAgain(
	scene: Scene,
	state: State,
	{ code, as }: NonNullable<State["done"]>,
): Promise<Turn | undefined> {
	const booking = await visible(scene, state, code);
	if (!booking) return undefined;
	if (booking.status === "cancelled") return tellCancelled(state, booking);
	return as === "booked"
		? tellBooked(scene, state, booking)
		: showBooking(scene, state, booking);
}
