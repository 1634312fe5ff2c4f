import * as z from "zod";
import { readCode } from "../booking/code.js";
import type { PersonKey } from "../booking/store.js";
import { Aspect } from "../knowledge/schema.js";
import { LocalDate } from "../time.js";

const Code = z.string().transform((text, context) => {
	const code = readCode(text);
	if (code === undefined) context.addIssue("expected a booking's code");
	return code ?? z.NEVER;
});

/** What a letter tells. Ids only: what they stand for is looked up, and worded, at the moment of telling. */
export const LetterContent = z.discriminatedUnion("kind", [
	/** What somebody asked, and nothing was known of, has an answer now. */
	z.strictObject({
		kind: z.literal("answer-published"),
		procedure: z.string(),
		aspect: Aspect.nullable(),
		faq: z.string().exactOptional(),
	}),
	/** A volunteer dropped out: whoever could come instead is asked. */
	z.strictObject({
		kind: z.literal("duty-gap"),
		desk: z.string(),
		day: LocalDate,
	}),
	/** Somebody comes instead: whoever was asked need not any more. */
	z.strictObject({
		kind: z.literal("duty-filled"),
		desk: z.string(),
		day: LocalDate,
	}),
	/** The papers of what somebody is booked for are not what they were told. */
	z.strictObject({ kind: z.literal("papers-changed"), code: Code }),
]);
export type LetterContent = z.infer<typeof LetterContent>;

/** A message to a person that is not read off a booking. */
export interface Letter {
	/** The same for the same thing told to the same person, so that adding it twice is adding it once. */
	readonly id: string;
	readonly to: PersonKey;
	readonly content: LetterContent;
	readonly createdAt: Date;
	/** When it is of no use any more. */
	readonly notAfter: Date;
}

/** Letters that are not sent yet. Durable once a promise resolves; what was sent or is too late is nowhere any more. */
export interface LetterStore {
	/** One with an id that waits already changes nothing. */
	add(letters: readonly Letter[]): Promise<void>;
	/** Oldest first. */
	waiting(): Promise<readonly Letter[]>;
	find(id: string): Promise<Letter | undefined>;
	/** It was sent, or never will be. */
	done(id: string): Promise<void>;
	/** Drops whatever was to be said to the person. */
	forget(person: PersonKey): Promise<void>;
	/** Drops those whose time is over at this instant; gives how many. */
	dropLate(now: Date): Promise<number>;
}
