import { readCode } from "../../../booking/code.js";
import { LocalDate, LocalTime } from "../../../time.js";
import { LEAVE } from "../../choice.js";
import type { MoveForm } from "../../forms.js";
import { saysNo, saysYes } from "../../reading/yes.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import { closed, present, type Turn } from "../../turn.js";
import type { Handler } from "../handler.js";
import { listBookings, visible } from "../mine.js";
import { wishedFor } from "../wish.js";
import { move } from "./get.js";
import { questionOf } from "./questions.js";
import { seek, startMove } from "./start.js";
import { chooseDesk, leave, toDay, toHour } from "./steps.js";

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

/** A booking being moved: day, hour, and the old seat kept until then. */
export const moveHandler: Handler<MoveForm> = {
	choose,
	hear,
	resume,
	back,
	leave,
};
