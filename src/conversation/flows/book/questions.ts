import { LEAVE } from "../../choice.js";
import type { BookForm } from "../../forms.js";
import type { Scene } from "../../scene.js";
import { back, type Option, type Question } from "../../turn.js";
import * as wording from "../../wording/book.js";
import { confirmLine } from "../../wording/line.js";
import { CONFIRM_ALONG } from "../../wording/ready.js";
import { titleOf } from "../../wording/show.js";
import { askDay, askDesk, askHour } from "../slots.js";
import { slotOf } from "./draft.js";

/** Confirms, and sends along what was asked. */
export const ALONG = "along";

const stop: Option = { label: wording.STOP, answer: LEAVE };
const confirming: readonly Option[] = [
	{ label: wording.CONFIRM, answer: "yes" },
	{ label: wording.EDIT, answer: "edit" },
	stop,
];
/** Beside the plain one, which stays the first: nothing goes along by itself. */
const confirmingAlong: readonly Option[] = [
	{ label: wording.CONFIRM, answer: "yes" },
	{ label: wording.EDIT, answer: "edit" },
	{ label: CONFIRM_ALONG, answer: ALONG },
	stop,
];

/** What the form asks at its present step. */
export async function questionOf(
	scene: Scene,
	form: BookForm,
	/** They asked something before, which may go along. */
	asked = false,
): Promise<Question> {
	const { booking, knowledge } = scene;
	const { day, desk, name } = form;
	switch (form.ask) {
		case "desk":
			if (day === undefined) break;
			return askDesk(await booking.sessions(), day, back, true);
		case "hour":
			if (day === undefined || desk === undefined) break;
			return askHour(scene, { day, desk }, back);
		case "consent":
			return {
				text: wording.askConsent(knowledge.office),
				options: [
					{ label: wording.AGREE, answer: "yes" },
					{ label: wording.REFUSE, answer: "no" },
					back,
				],
			};
		case "name":
			return {
				text: wording.askName(form.onBehalfOf),
				options: form.onBehalfOf
					? [back]
					: [{ label: wording.FOR_SOMEBODY, answer: "behalf" }, back],
			};
		case "behalf":
			return { text: wording.askBehalf, options: [back] };
		case "name-check": {
			const { text, of } = form.guess ?? { text: "", of: "name" };
			return {
				text: wording.isThisTheName(text, of),
				options: [
					{ label: wording.YES, answer: "yes" },
					{ label: wording.TYPE_AGAIN, answer: LEAVE },
				],
			};
		}
		case "phone":
			return {
				text: wording.askPhone,
				options: [{ label: wording.NO_PHONE, answer: "none" }, back],
			};
		case "confirm": {
			const slot = slotOf(form);
			const { onBehalfOf, phone = null, procedure } = form;
			if (form.wait && day !== undefined && name !== undefined)
				return {
					text: confirmLine(
						{ day },
						wording.draftDetails(
							{
								name,
								phone,
								...(onBehalfOf !== undefined && { onBehalfOf }),
								...(procedure !== undefined && { procedure }),
							},
							knowledge,
						),
					),
					options: confirming,
				};
			if (slot === undefined || name === undefined) break;
			return {
				text: wording.confirmDraft(
					{
						...slot,
						name,
						phone,
						...(onBehalfOf !== undefined && { onBehalfOf }),
						...(procedure !== undefined && { procedure }),
					},
					knowledge,
					asked,
				),
				options: asked ? confirmingAlong : confirming,
			};
		}
		case "edit":
			return {
				text: wording.chooseEdit,
				options: [
					...Object.entries(wording.EDIT_LABEL).map(([answer, label]) => ({
						label,
						answer,
					})),
					back,
				],
			};
		case "topic":
			return {
				text: form.topics ? wording.chooseTopic : wording.askTopic,
				options: [
					...(form.topics ?? []).flatMap((id) => {
						const label = titleOf(knowledge, id);
						return label ? [{ label, answer: id }] : [];
					}),
					{ label: wording.NO_TOPIC, answer: "none" },
					back,
				],
			};
		case "day":
			break;
	}
	return askDay(await booking.sessions(), stop, true);
}
