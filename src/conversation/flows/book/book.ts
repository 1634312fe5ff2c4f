import type { Booking, Visitor } from "../../../booking/store.js";
import { LocalDate, LocalTime } from "../../../time.js";
import { LEAVE } from "../../choice.js";
import type { BookForm } from "../../forms.js";
import { readName } from "../../reading/name.js";
import { readPhone } from "../../reading/phone.js";
import type { Wish } from "../../reading/wish.js";
import { words } from "../../reading/words.js";
import { saysNo, saysYes } from "../../reading/yes.js";
import type { Scene } from "../../scene.js";
import type { State } from "../../state.js";
import {
	closed,
	enter,
	lead,
	offer,
	paragraphs,
	present,
	say,
	type Turn,
} from "../../turn.js";
import * as wording from "../../wording/book.js";
import { LABEL } from "../../wording/general.js";
import { readQuestion } from "../ask.js";
import type { Handler } from "../handler.js";
import { notice } from "../notice.js";
import { changeOf, wishedFor } from "../wish.js";
import { minutesHeld, slotOf, without } from "./draft.js";
import { questionOf } from "./questions.js";
import { refused, type Seating, takeSeat } from "./seat.js";

/** Begins a booking, with whatever the message already said. */
export const startBooking = (
	scene: Scene,
	state: State,
	{ procedure, wish }: { procedure?: string; wish?: Wish },
): Promise<Turn> =>
	proceed(scene, state, {
		kind: "book",
		ask: "day",
		...(procedure !== undefined && { procedure }),
		...(wish && { wish }),
	});

/** Asks for the first thing that is still missing; once nothing is, for the confirmation. */
async function proceed(
	scene: Scene,
	state: State,
	form: BookForm,
	before?: string,
): Promise<Turn> {
	return seated(scene, state, await takeSeat(scene, state, form), before);
}

async function seated(
	scene: Scene,
	state: State,
	seating: Seating,
	before?: string,
): Promise<Turn> {
	if (seating.kind === "over") return lead(before, seating.turn);
	const note = paragraphs(before, seating.note);
	if (seating.kind === "ask") return goTo(scene, state, seating.form, note);
	const { form } = seating;
	if (!form.consented) {
		return (await hasAgreed(scene))
			? detail(
					scene,
					state,
					{ ...form, consented: true },
					paragraphs(note, wording.consentInForce),
				)
			: goTo(scene, state, { ...form, ask: "consent" }, note);
	}
	return detail(scene, state, form, note);
}

const detail = (scene: Scene, state: State, form: BookForm, note: string) =>
	goTo(
		scene,
		state,
		{
			...form,
			ask:
				form.name === undefined
					? "name"
					: form.phone === undefined
						? "phone"
						: "confirm",
		},
		note,
	);

const goTo = async (
	scene: Scene,
	state: State,
	form: BookForm,
	note?: string,
): Promise<Turn> =>
	enter(scene, state, form, await questionOf(scene, form), note);

async function hasAgreed({ consents, person, knowledge }: Scene) {
	const consent = await consents.current(person, "booking");
	return consent?.version === wording.consentVersion(knowledge.office);
}

async function choose(
	scene: Scene,
	state: State,
	form: BookForm,
	answer: string,
): Promise<Turn> {
	if (answer === LEAVE) {
		return form.ask === "confirm"
			? leave(scene, state)
			: goBack(scene, state, form);
	}
	switch (form.ask) {
		case "day": {
			const day = LocalDate.safeParse(answer).data;
			return proceed(scene, state, day ? { ...form, day } : form);
		}
		case "desk":
			return proceed(scene, state, { ...form, desk: answer });
		case "hour": {
			const time = LocalTime.safeParse(answer).data;
			return proceed(scene, state, time ? { ...form, time } : form);
		}
		case "consent":
			return answer === "yes"
				? agree(scene, state, form)
				: refuse(scene, state);
		case "name":
			return goTo(scene, state, { ...form, ask: "behalf" });
		case "name-check":
			return proceed(scene, state, acceptGuess(form));
		case "phone":
			return proceed(scene, state, { ...form, phone: null });
		case "confirm":
			return answer === "edit"
				? goTo(scene, state, { ...form, ask: "edit" })
				: confirm(scene, state, form);
		case "edit":
			return edit(scene, state, form, answer);
		case "topic":
			return proceed(
				scene,
				state,
				scene.knowledge.procedures.has(answer)
					? { ...without(form, "topics"), procedure: answer }
					: without(form, "procedure", "topics"),
			);
		case "behalf":
			return resume(scene, state, form);
	}
}

async function agree(scene: Scene, state: State, form: BookForm) {
	const { consents, person, now, knowledge } = scene;
	await consents.give({
		person,
		purpose: "booking",
		version: wording.consentVersion(knowledge.office),
		channel: person.split(":")[0] ?? person,
		givenAt: now,
	});
	return proceed(scene, state, { ...form, consented: true });
}

async function refuse({ booking, person }: Scene, state: State) {
	await booking.release(person);
	return say(closed(state), wording.consentRefused, [
		offer(LABEL.askElse, { kind: "help" }),
		offer(LABEL.person, { kind: "person" }),
	]);
}

function acceptGuess(form: BookForm): BookForm {
	const { guess } = form;
	const rest = without(form, "guess");
	if (!guess) return rest;
	return guess.of === "name"
		? { ...rest, name: guess.text }
		: { ...rest, onBehalfOf: guess.text };
}

function edit(scene: Scene, state: State, form: BookForm, what: string) {
	switch (what) {
		case "slot":
			return proceed(
				scene,
				state,
				without(form, "day", "desk", "time", "heldUntil"),
			);
		case "name":
			return proceed(scene, state, without(form, "name", "onBehalfOf"));
		case "phone":
			return proceed(scene, state, without(form, "phone"));
		default:
			return goTo(scene, state, { ...without(form, "topics"), ask: "topic" });
	}
}

async function confirm(
	scene: Scene,
	state: State,
	form: BookForm,
): Promise<Turn> {
	const slot = slotOf(form);
	const { name, phone, onBehalfOf, procedure } = form;
	if (!slot || name === undefined) return proceed(scene, state, form);
	const visitor: Visitor = {
		name,
		...(phone && { phone }),
		...(onBehalfOf !== undefined && { onBehalfOf }),
	};
	const outcome = await scene.booking.confirm(
		scene.person,
		slot,
		visitor,
		procedure,
	);
	const same =
		outcome.kind === "already-booked" &&
		outcome.booking.time === slot.time &&
		outcome.booking.desk === slot.desk;
	if (outcome.kind === "booked" || same) {
		return tellBooked(scene, done(state, outcome.booking), outcome.booking);
	}
	return seated(scene, state, await refused(scene, state, form, slot, outcome));
}

const done = (state: State, { code }: Booking): State => ({
	...closed(state),
	booked: [...state.booked.filter((other) => other !== code), code],
	...(state.step && {
		done: { menu: state.step.menu, code, as: "booked" as const },
	}),
});

/** The confirmation; said again, with the same code, when the same choice is tapped twice. */
export const tellBooked = (
	{ knowledge }: Scene,
	state: State,
	booking: Booking,
): Turn =>
	say(
		state,
		wording.booked(booking, knowledge),
		[
			offer(LABEL.bookings, { kind: "bookings" }),
			offer(LABEL.askElse, { kind: "help" }),
		],
		notice(booking, "booked"),
	);

async function hear(
	scene: Scene,
	state: State,
	form: BookForm,
	text: string,
): Promise<Turn | undefined> {
	switch (form.ask) {
		case "day":
		case "desk":
		case "hour":
			return hearWish(scene, state, form, text);
		case "consent":
			if (saysYes(text)) return agree(scene, state, form);
			if (saysNo(text)) return refuse(scene, state);
			if (words(text) === "da") {
				return lead(wording.consentUnclear, await resume(scene, state, form));
			}
			return hearChange(scene, state, form, text);
		case "name":
		case "behalf":
			return hearName(scene, state, form, text, form.ask);
		case "name-check":
			if (saysYes(text)) return proceed(scene, state, acceptGuess(form));
			if (saysNo(text)) return goBack(scene, state, form);
			return hearName(scene, state, form, text, form.guess?.of ?? "name");
		case "phone":
			return hearPhone(scene, state, form, text);
		case "confirm":
			if (saysYes(text)) return confirm(scene, state, form);
			return hearChange(scene, state, form, text);
		case "edit":
			return hearChange(scene, state, form, text);
		case "topic":
			return hearTopic(scene, state, form, text);
	}
}

async function hearWish(
	scene: Scene,
	state: State,
	form: BookForm,
	text: string,
): Promise<Turn | undefined> {
	const wish = wishedFor(scene, state, text);
	if (!wish) return undefined;
	const base = wish.day ? without(form, "day", "desk", "time") : form;
	return proceed(scene, state, { ...base, wish });
}

/** "đổi sang 10h" while the booking is being made; of day and hour, what was not named stays. */
async function hearChange(
	scene: Scene,
	state: State,
	form: BookForm,
	text: string,
): Promise<Turn | undefined> {
	const wish = changeOf(scene, state, text);
	if (!wish) return undefined;
	if (wish.time && !wish.day) {
		const open = without(form, "time", "heldUntil");
		return proceed(scene, state, { ...open, wish });
	}
	const time = wish.time ?? (wish.day && form.time);
	const open = without(form, "day", "desk", "time", "heldUntil");
	return proceed(scene, state, {
		...open,
		wish: { ...wish, ...(time && { time }) },
	});
}

async function hearName(
	scene: Scene,
	state: State,
	form: BookForm,
	text: string,
	of: "name" | "behalf",
): Promise<Turn | undefined> {
	const read = readName(text, scene.understand(text));
	const rest = without(form, "guess");
	const note =
		readPhone(text).kind === "card" ? wording.cardNotNeeded : undefined;
	switch (read.kind) {
		case "name":
			return proceed(
				scene,
				state,
				of === "name"
					? { ...rest, name: read.name, ...phoneIn(text) }
					: { ...rest, onBehalfOf: read.name },
				note,
			);
		case "unclear":
			return goTo(scene, state, {
				...rest,
				ask: "name-check",
				guess: { text: read.name, of },
			});
		case "question":
			return hearChange(scene, state, form, text);
		case "none":
			return lead(wording.noName, await resume(scene, state, form));
	}
}

/** A number given along with the name needs no question of its own. */
function phoneIn(text: string): { phone?: string } {
	const read = readPhone(text);
	return read.kind === "phone" ? { phone: read.phone } : {};
}

/** From so many digits on, a number was meant for a phone number. */
const PHONE_DIGITS = 6;

async function hearPhone(
	scene: Scene,
	state: State,
	form: BookForm,
	text: string,
): Promise<Turn | undefined> {
	if (saysNo(text)) return proceed(scene, state, { ...form, phone: null });
	const read = readPhone(text);
	if (read.kind === "phone") {
		return proceed(scene, state, { ...form, phone: read.phone });
	}
	if (read.kind === "card") {
		return lead(wording.cardNotPhone, await resume(scene, state, form));
	}
	return text.replace(/\D/g, "").length >= PHONE_DIGITS
		? lead(wording.notAPhone, await resume(scene, state, form))
		: hearChange(scene, state, form, text);
}

async function hearTopic(
	scene: Scene,
	state: State,
	form: BookForm,
	text: string,
): Promise<Turn> {
	if (saysNo(text)) return choose(scene, state, form, "none");
	const { understanding } = readQuestion(scene, state, text);
	const { decision, candidates } = understanding;
	const known = [...new Set(candidates.map(({ code }) => code))].filter((id) =>
		scene.knowledge.procedures.has(id),
	);
	const [first] = known;
	if (first === undefined || decision === "unknown") {
		return lead(wording.topicNotFound, await resume(scene, state, form));
	}
	return decision === "answer"
		? proceed(scene, state, { ...without(form, "topics"), procedure: first })
		: goTo(scene, state, { ...form, ask: "topic", topics: known.slice(0, 4) });
}

/** Shows the present step again, with the minutes left of the hold; if the seat was lost meanwhile, offers others. */
async function resume(
	scene: Scene,
	state: State,
	form: BookForm,
): Promise<Turn> {
	const slot = slotOf(form);
	if (!slot) return present(state, await questionOf(scene, form));
	const seating = await takeSeat(scene, state, form);
	if (seating.kind !== "held") return seated(scene, state, seating);
	const step = state.step && { ...state.step, form: seating.form };
	const { text, options } = await questionOf(scene, seating.form);
	const left = wording.stillHeld(
		slot.time,
		minutesHeld(seating.form, scene.now),
	);
	return present(
		{ ...state, ...(step && { step }) },
		{ text: `${text} ${left}`, options },
	);
}

async function goBack(
	scene: Scene,
	state: State,
	form: BookForm,
): Promise<Turn> {
	switch (form.ask) {
		case "day":
			return leave(scene, state);
		case "desk":
			return goTo(scene, state, {
				...without(form, "day", "desk"),
				ask: "day",
			});
		case "hour":
			return goTo(scene, state, {
				...without(form, "day", "desk"),
				ask: "day",
			});
		case "consent":
		case "name":
			if (form.onBehalfOf !== undefined) {
				return proceed(scene, state, without(form, "onBehalfOf"));
			}
			return goTo(scene, state, {
				...without(form, "time", "heldUntil"),
				ask: "hour",
			});
		case "behalf":
			return goTo(scene, state, { ...form, ask: "name" });
		case "name-check":
			return goTo(scene, state, {
				...without(form, "guess"),
				ask: form.guess?.of ?? "name",
			});
		case "phone":
			return proceed(scene, state, without(form, "name", "phone"));
		case "confirm":
			return proceed(scene, state, without(form, "phone"));
		case "edit":
			return proceed(scene, state, form);
		case "topic":
			return goTo(scene, state, { ...without(form, "topics"), ask: "edit" });
	}
}

async function leave({ booking, person }: Scene, state: State): Promise<Turn> {
	await booking.release(person);
	return say(closed(state), wording.bookingStopped, [
		offer(LABEL.book, { kind: "book" }),
		offer(LABEL.askElse, { kind: "help" }),
	]);
}

export const bookHandler: Handler<BookForm> = {
	choose,
	hear,
	resume,
	back: goBack,
	leave,
};
