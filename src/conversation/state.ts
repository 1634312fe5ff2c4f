import * as z from "zod";
import { Aspect } from "../knowledge/schema.js";
import { LocalDate, LocalTime } from "../time.js";
import { Code, Form } from "./forms.js";
import type { Reply as SaidReply } from "./reply.js";

/** An answer given: enough to give it again from today's knowledge. */
export const Told = z.object({
	procedure: z.string(),
	aspect: Aspect.nullable(),
	faq: z.string().exactOptional(),
});
export type Told = z.infer<typeof Told>;

const Choice = z.object({ label: z.string(), value: z.string() });

const Reply: z.ZodType<SaidReply> = z.object({
	text: z.string(),
	choices: z.array(Choice).exactOptional(),
	booking: z
		.object({
			code: z.string(),
			desk: z.string(),
			day: LocalDate,
			time: LocalTime,
			status: z.enum(["booked", "moved", "cancelled"]),
		})
		.exactOptional(),
});

/** A question just answered, or not: kept until the next message alone, for what is said about the answer. */
export const AskedLast = z.object({
	/** Its choices carry it, so that one under an older message is not taken for this. */
	mark: z.string(),
	/** Without anything that tells who asked. */
	text: z.string(),
	answered: Told.exactOptional(),
});
export type AskedLast = z.infer<typeof AskedLast>;

/**
 * What a conversation remembers between two messages: plain JSON. Nothing about the person but what they type into an
 * open form, and that leaves with the form.
 */
export const State = z.object({
	version: z.literal(1),
	/** The first-contact words were said. */
	greeted: z.boolean(),
	/** The entry last spoken of. */
	topic: z.string().exactOptional(),
	/** The last answers, newest first. */
	told: z.array(Told).max(2),
	/** The newest of them is what was said last. */
	telling: z.boolean(),
	/** What was asked last, while something may still be said about its answer. */
	asked: AskedLast.exactOptional(),
	/** The choices last shown: what a typed number is read against. */
	menu: z.array(Choice),
	/** The form that is open and the number of the menu that its present step shows. */
	step: z.object({ menu: z.string(), form: Form }).exactOptional(),
	/** The last menu number given out. */
	lastMenu: z.int(),
	/** What the last form came to, so that the same tap twice is one act. */
	done: z
		.object({
			menu: z.string(),
			code: Code,
			as: z.enum(["booked", "moved", "cancelled"]),
		})
		.exactOptional(),
	/** Bookings made here. */
	booked: z.array(Code),
	/** Bookings made elsewhere that were opened here with their name. */
	opened: z.array(Code),
	/** When a code and a name given did not agree. */
	misses: z.array(z.iso.datetime()),
	/**
	 * The last answer, and the messages it was given to: said again where a process ended before it was known to have
	 * arrived. Kept for channels that name their messages.
	 */
	answered: z
		.object({ ids: z.array(z.string()), replies: z.array(Reply) })
		.exactOptional(),
});
export type State = z.infer<typeof State>;

export const newState: State = {
	version: 1,
	greeted: false,
	told: [],
	telling: false,
	menu: [],
	lastMenu: 0,
	booked: [],
	opened: [],
	misses: [],
};

/** What a store gave back; a state that this version cannot read begins anew. */
export const readState = (stored: unknown): State =>
	State.safeParse(stored).data ?? newState;
