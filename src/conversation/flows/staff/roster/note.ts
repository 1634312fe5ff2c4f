import { cleanNote } from "../../../../people/note.js";
import { LEAVE } from "../../../choice.js";
import type { NoteForm } from "../../../forms.js";
import { saysNo } from "../../../reading/yes.js";
import type { Scene } from "../../../scene.js";
import type { State } from "../../../state.js";
import {
	closed,
	lead,
	present,
	type Question,
	say,
	type Turn,
} from "../../../turn.js";
import { recordedWords } from "../../../wording/staff/roster.js";
import {
	askNote,
	LABEL,
	noNote,
	noteKept,
} from "../../../wording/staff/roster-chat.js";
import type { Handler } from "../../handler.js";
import { choice, tellRoster } from "./list.js";
import { ownBooking, readerOf } from "./open.js";

/** The outcome is recorded already: the note is an extra, and may be left out. */
export const noteQuestion: Question = {
	text: askNote,
	options: [{ label: LABEL.skip, answer: LEAVE }],
};

async function keep(
	scene: Scene,
	state: State,
	{ code, outcome }: NoteForm,
	text: string,
): Promise<Turn> {
	const reader = readerOf(scene);
	const booking = await ownBooking(scene, code);
	if (!reader || !booking) return back(scene, state, code);
	const note = cleanNote(text);
	const act = { kind: "done", outcome, ...(note && { note }) } as const;
	const recorded = await scene.saturday.record(code, act, reader.id);
	if (recorded.kind !== "recorded")
		return lead(recordedWords(recorded), await back(scene, state, code));
	await scene.people.note(scene.actor, "visit-recorded", code, booking.desk);
	return lead(noteKept, await back(scene, state, code));
}

/** To the list, which is what comes next on a morning. */
async function back(
	scene: Scene,
	state: State,
	code: NoteForm["code"],
): Promise<Turn> {
	const booking = await ownBooking(scene, code);
	return tellRoster(scene, state, {
		...(booking && { session: { desk: booking.desk, day: booking.day } }),
	});
}

export const noteHandler: Handler<NoteForm> = {
	choose: (scene, state, { code }) => back(scene, state, code),
	hear: async (scene, state, form, text) =>
		saysNo(text)
			? back(scene, state, form.code)
			: keep(scene, state, form, text),
	resume: async (_, state) => present(state, noteQuestion),
	back: (scene, state, { code }) => back(scene, state, code),
	leave: async (_, state) =>
		say(closed(state), noNote, [choice(LABEL.list, { kind: "roster" })]),
};
