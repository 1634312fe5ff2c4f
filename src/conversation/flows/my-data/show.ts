import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { offer, paragraphs, say, type Turn } from "../../turn.js";
import * as wording from "../../wording/data.js";
import { UNFOLLOW, waitingFor } from "../../wording/feedback.js";
import { LABEL } from "../../wording/general.js";
import { membership } from "../../wording/staff/membership.js";
import { keptBookings } from "./kept.js";

export async function showData(scene: Scene, state: State): Promise<Turn> {
	const bookings = await keptBookings(scene, state);
	const lines = await scene.booking.waiting(scene.person);
	const consents = await scene.consents.of(scene.person);
	const followed = await scene.questions.following(scene.person);
	const { actor, knowledge } = scene;
	const member = actor.kind === "member" && membership(actor.member, knowledge);
	if (!member && bookings.length + lines.length + consents.length === 0) {
		return say(state, wording.nothingKept, [
			offer(wording.DATA_LABEL.forget, { kind: "forget" }),
			offer(LABEL.askElse, { kind: "help" }),
		]);
	}
	return say(
		state,
		paragraphs(
			wording.everythingKept(bookings, lines, consents, scene.knowledge),
			followed > 0 && waitingFor(followed),
			member,
		),
		[
			...(bookings.length + lines.length > 0
				? [
						offer(wording.DATA_LABEL.name, { kind: "correct", what: "name" }),
						offer(wording.DATA_LABEL.phone, { kind: "correct", what: "phone" }),
					]
				: []),
			...(followed > 0 ? [offer(UNFOLLOW, { kind: "unfollow" })] : []),
			offer(wording.DATA_LABEL.forget, { kind: "forget" }),
		],
	);
}
