import * as z from "zod";
import { type BookingCode, readCode } from "../booking/code.js";
import { OUTCOMES } from "../booking/visit.js";
import { GroupId } from "../questions/book.js";
import { LocalDate, LocalTime } from "../time.js";

const Code = z
	.string()
	.refine((text) => readCode(text) === text)
	.transform((text) => text as BookingCode);
const Wish = z.object({
	day: LocalDate.exactOptional(),
	time: LocalTime.exactOptional(),
});

/** A booking being made: what is known so far, and what was asked last. */
export const BookForm = z.object({
	kind: z.literal("book"),
	ask: z.enum([
		"day",
		"desk",
		"hour",
		"consent",
		"behalf",
		"name",
		"name-check",
		"phone",
		"confirm",
		"edit",
		"topic",
	]),
	/** What the message that began it wished for; used once. */
	wish: Wish.exactOptional(),
	procedure: z.string().exactOptional(),
	day: LocalDate.exactOptional(),
	desk: z.string().exactOptional(),
	time: LocalTime.exactOptional(),
	/** Day and desk are full: the name goes on the waiting list. */
	wait: z.literal(true).exactOptional(),
	/** Until when the seat is held. */
	heldUntil: z.iso.datetime().exactOptional(),
	consented: z.boolean().exactOptional(),
	onBehalfOf: z.string().exactOptional(),
	name: z.string().exactOptional(),
	/** A text that may be a name, and whose. */
	guess: z
		.object({ text: z.string(), of: z.enum(["name", "behalf"]) })
		.exactOptional(),
	/** Null once the person has said that they want none kept. */
	phone: z.string().nullable().exactOptional(),
	/** Entries to choose from when the subject is being changed. */
	topics: z.array(z.string()).exactOptional(),
});
export type BookForm = z.infer<typeof BookForm>;

export const MoveForm = z.object({
	kind: z.literal("move"),
	ask: z.enum(["which", "day", "desk", "hour", "confirm"]),
	wish: Wish.exactOptional(),
	code: Code.exactOptional(),
	day: LocalDate.exactOptional(),
	desk: z.string().exactOptional(),
	time: LocalTime.exactOptional(),
});
export type MoveForm = z.infer<typeof MoveForm>;

export const CancelForm = z.object({
	kind: z.literal("cancel"),
	/** Absent while the person has not said which of their bookings. */
	code: Code.exactOptional(),
});
export type CancelForm = z.infer<typeof CancelForm>;

/** A booking made elsewhere is shown to whoever knows its code and the name it was made under. */
export const OpenForm = z.object({
	kind: z.literal("open"),
	code: Code,
	/** What was to be done with it. */
	purpose: z.enum(["show", "move", "cancel", "papers", "ready"]),
});
export type OpenForm = z.infer<typeof OpenForm>;

/** Setting right what is kept about the person. */
export const CorrectForm = z.object({
	kind: z.literal("correct"),
	what: z.enum(["name", "phone"]),
});
export type CorrectForm = z.infer<typeof CorrectForm>;

/** Deleting everything kept about the person, once they have said so twice. */
export const ForgetForm = z.object({ kind: z.literal("forget") });
export type ForgetForm = z.infer<typeof ForgetForm>;

/** Becoming one of those who work at the desks. */
export const EnterForm = z.object({
	kind: z.literal("enter"),
	/** Of the code, once it was found to open something; then the name is asked for. */
	hash: z.string().exactOptional(),
	/** What they were invited as, in words. */
	as: z.string().exactOptional(),
});
export type EnterForm = z.infer<typeof EnterForm>;

export const InviteForm = z.object({
	kind: z.literal("invite"),
	role: z.enum(["volunteer", "administrator"]).exactOptional(),
});
export type InviteForm = z.infer<typeof InviteForm>;

/** Opening or closing a Saturday. */
export const PlanForm = z.object({
	kind: z.literal("plan"),
	open: z.boolean(),
	/** Once they are chosen. */
	day: LocalDate.exactOptional(),
	desk: z.string().exactOptional(),
	/** How many bookings it was said to hit. */
	seen: z.int().min(0).exactOptional(),
});
export type PlanForm = z.infer<typeof PlanForm>;

/** Saying which papers they have; each answer is kept with the booking at once. */
export const ReadyForm = z.object({ kind: z.literal("ready"), code: Code });
export type ReadyForm = z.infer<typeof ReadyForm>;

/** A note on a visit whose outcome is recorded. */
export const NoteForm = z.object({
	kind: z.literal("visit-note"),
	code: Code,
	outcome: z.enum(OUTCOMES),
});
export type NoteForm = z.infer<typeof NoteForm>;

/** Somebody who came without booking. */
export const WalkInForm = z.object({
	kind: z.literal("walk-in"),
	desk: z.string(),
	day: LocalDate,
	ask: z.enum(["name", "topic"]),
	name: z.string().exactOptional(),
	/** Entries to choose from, where the words fit several. */
	topics: z.array(z.string()).exactOptional(),
});
export type WalkInForm = z.infer<typeof WalkInForm>;

/** Correcting an answer of the FAQ, adding one, or adding a way of asking for what there is. */
export const FaqForm = z.object({
	kind: z.literal("faq"),
	ask: z.enum([
		"words",
		"which",
		"subject",
		"target",
		"question",
		"answer",
		"source",
		"edit",
		"confirm",
	]),
	/** The questions that it shall answer. */
	group: GroupId.exactOptional(),
	/** Only another way of asking for what there is. */
	alias: z.literal(true).exactOptional(),
	/** What was looked for. */
	words: z.string().exactOptional(),
	/** What may be meant: `faq:…`, `procedure:…`. */
	found: z.array(z.string()).exactOptional(),
	/** What is changed; absent for a new answer. */
	entry: z.string().exactOptional(),
	/** What the entry said when it was looked at. */
	version: z.string().exactOptional(),
	procedure: z.string().exactOptional(),
	question: z.string().exactOptional(),
	answer: z.string().exactOptional(),
	source: z.array(z.string()).exactOptional(),
	/** The preview with its effect, which takes seconds to work out. */
	shown: z.string().exactOptional(),
});
export type FaqForm = z.infer<typeof FaqForm>;

export const Form = z.discriminatedUnion("kind", [
	BookForm,
	MoveForm,
	CancelForm,
	OpenForm,
	CorrectForm,
	ForgetForm,
	EnterForm,
	InviteForm,
	PlanForm,
	ReadyForm,
	NoteForm,
	WalkInForm,
	FaqForm,
]);
export type Form = z.infer<typeof Form>;
export { Code };

/** Whether the present step takes any words, such as a name: then a short word is no part of a choice. */
export function expectsName(form: Form): boolean {
	switch (form.kind) {
		case "book":
			return form.ask === "name" || form.ask === "behalf";
		case "correct":
			return form.what === "name";
		case "open":
			return true;
		case "enter":
			return form.hash !== undefined;
		case "visit-note":
			return true;
		case "faq":
			return ["words", "question", "answer", "source"].includes(form.ask);
		case "walk-in":
			return form.ask === "name";
		default:
			return false;
	}
}
