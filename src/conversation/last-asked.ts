import type { PersonKey } from "../booking/store.js";
import type { Clock } from "../time.js";

/** A booking is made within the hour in which one asked, or is about something else. */
const KEPT_MS = 60 * 60 * 1000;
/** Those who asked longest ago make room. */
const MOST = 1_000;

/**
 * What somebody asked last, so that they can send it along when they book. In memory only: without their word no
 * question is kept with the person who asked it.
 */
export interface LastAsked {
	of(person: PersonKey): string | undefined;
	note(person: PersonKey, question: string): void;
	forget(person: PersonKey): void;
}

export function createLastAsked(clock: Clock): LastAsked {
	const kept = new Map<PersonKey, { question: string; at: number }>();
	const drop = () => {
		const oldest = clock().getTime() - KEPT_MS;
		for (const [person, { at }] of kept) {
			if (at > oldest && kept.size <= MOST) return;
			kept.delete(person);
		}
	};
	return {
		of(person) {
			drop();
			return kept.get(person)?.question;
		},
		note(person, question) {
			kept.delete(person);
			kept.set(person, { question, at: clock().getTime() });
			drop();
		},
		forget: (person) => void kept.delete(person),
	};
}
