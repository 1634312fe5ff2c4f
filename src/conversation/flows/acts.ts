import type { Act } from "../act.js";
import type { Scene } from "../scene.js";
import type { State } from "../state.js";
import { offer, say, type Turn } from "../turn.js";
import { kept, LABEL } from "../wording/general.js";

import { startBooking } from "./book/proceed.js";
import { startCancel } from "./cancel.js";
import { hearFeedback } from "./feedback.js";
import { tellHelp } from "./help.js";
import { acceptOffer, declineOffer, leaveLine } from "./line/line.js";
import { listBookings } from "./mine.js";
import { chooseMove } from "./move/start.js";
import { startCorrect } from "./my-data/correct.js";
import { startForget } from "./my-data/forget.js";
import { showData } from "./my-data/show.js";
import { withBooking } from "./open.js";
import { tellPerson } from "./person.js";
import { rateVisit } from "./rate-visit.js";
import { chooseReady, takeQuestionBack } from "./ready.js";
import { performStaff } from "./staff/perform.js";
import { tell, tellAgain, tellFaq } from "./tell.js";

/** Does what was asked for. */
export async function perform(
	scene: Scene,
	state: State,
	act: Act,
): Promise<Turn> {
	switch (act.kind) {
		case "ask":
			return tell(scene, state, act);
		case "faq":
			return tellFaq(scene, state, act.faq);
		case "book":
			return startBooking(scene, state, {
				...about(scene, act.procedure ?? state.topic),
				...(act.wish && { wish: act.wish }),
			});
		case "bookings":
			return listBookings(scene, state);
		case "papers":
		case "show":
			return withBooking(scene, state, act.code, act.kind);
		case "ready":
			return act.code
				? withBooking(scene, state, act.code, "ready")
				: chooseReady(scene, state);
		case "unask":
			return takeQuestionBack(scene, state, act.code);
		case "move":
			return act.code
				? withBooking(scene, state, act.code, "move", act.wish)
				: chooseMove(scene, state, act.wish);
		case "cancel":
			return act.code
				? withBooking(scene, state, act.code, "cancel")
				: startCancel(scene, state);
		case "accept":
			return acceptOffer(scene, state, act.session);
		case "decline":
			return declineOffer(scene, state);
		case "leave-line":
			return leaveLine(scene, state, act.session);
		case "rate":
		case "follow":
		case "unfollow":
			return hearFeedback(scene, state, act);
		case "staff":
			return performStaff(scene, state, act.does);
		case "visit-rating":
			return rateVisit(scene, state, act);
		case "data":
			return showData(scene, state);
		case "correct":
			return startCorrect(scene, state, act.what);
		case "forget":
			return startForget(scene, state);
		case "help":
			return tellHelp(scene, state);
		case "person":
			return tellPerson(scene, state);
		case "again":
			return tellAgain(scene, state);
		case "keep":
			return say(state, kept, [offer(LABEL.bookings, { kind: "bookings" })]);
	}
}

const about = ({ knowledge }: Scene, procedure: string | undefined) =>
	procedure !== undefined && knowledge.procedures.has(procedure)
		? { procedure }
		: {};

/** What only shows something leaves an open form as it is; everything else takes its place. */
export function isAside({ kind }: Act): boolean {
	switch (kind) {
		case "ask":
		case "faq":
		case "bookings":
		case "help":
		case "person":
		case "again":
		case "keep":
		case "data":
		case "rate":
		case "follow":
		case "unfollow":
		case "visit-rating":
			return true;
		case "book":
		case "papers":
		case "show":
		case "ready":
		case "unask":
		case "move":
		case "cancel":
		case "accept":
		case "decline":
		case "leave-line":
		case "correct":
		case "forget":
		case "staff":
			return false;
	}
}
