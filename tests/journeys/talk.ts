import type { BookingDesk } from "../../src/booking/booking.js";
import { codeGenerator } from "../../src/booking/code.js";
import { createBookingDesk } from "../../src/booking/desk.js";
import {
	createSaturdayDesk,
	type SaturdayDesk,
} from "../../src/booking/saturday-desk.js";
import { numbered } from "../../src/conversation/choice.js";
import {
	type Converse,
	createConversation,
} from "../../src/conversation/converse.js";
import type { Reply } from "../../src/conversation/reply.js";
import type { State } from "../../src/conversation/state.js";
import type { Desk, Knowledge } from "../../src/knowledge/schema.js";
import { recipientsOf } from "../../src/outbox/windows.js";
import { createPeople, type People } from "../../src/people/people.js";
import type { Understand } from "../../src/search/understanding.js";
import { openMemory } from "../../src/store/memory/index.js";
import { instantAt, type LocalDate, type LocalTime } from "../../src/time.js";
import { openUnanswered } from "../../src/unanswered.js";
import {
	smallFeatures,
	smallKnowledge,
	smallUnderstand,
} from "./small-world.js";

export interface App {
	readonly converse: Converse;
	readonly booking: BookingDesk;
	readonly saturday: SaturdayDesk;
	readonly people: People;
	readonly stores: ReturnType<typeof openMemory<State>>;
	knowledge: Knowledge;
	/** Sets the clock on the desk's wall. */
	at(day: LocalDate, time: LocalTime): void;
	passes(minutes: number): void;
	/** The same stores under a new process. */
	restarted(): void;
	readonly unanswered: ReturnType<typeof openUnanswered>;
	readonly troubles: unknown[];
}

/** The whole conversation over memory stores, on a Monday before the Saturday of 28/11/2026 unless told otherwise. */
export function appAt(
	day: LocalDate = "2026-11-23",
	time: LocalTime = "09:00",
	{
		desks,
		understand = smallUnderstand,
		admins = [],
	}: {
		/** Conversations named in ADMINS. */
		readonly admins?: readonly string[];
		readonly desks?: readonly Partial<Desk>[];
		readonly understand?: Understand;
	} = {},
): App {
	let now = instantAt(day, time);
	const clock = () => new Date(now);
	const stores = openMemory<State>(clock);
	const known = smallKnowledge();
	const [first] = known.desks;
	if (!first) throw new Error("the small world has no desk");
	let next = 0;
	let secrets = 0;
	const troubles: unknown[] = [];
	const app = {
		knowledge: {
			...known,
			desks: (desks ?? [{}]).map((desk) => ({ ...first, ...desk })),
		},
		stores,
		troubles,
		features: smallFeatures,
		at: (newDay: LocalDate, newTime: LocalTime) => {
			now = instantAt(newDay, newTime);
		},
		passes: (minutes: number) => {
			now = new Date(now.getTime() + minutes * 60_000);
		},
	};
	const code = codeGenerator((max) => {
		const drawn = next++;
		return (drawn * 7 + Math.floor(drawn / 30)) % max;
	});
	const booking = createBookingDesk({
		store: stores.bookings,
		desks: () => app.knowledge.desks,
		calendar: () => app.knowledge.calendar,
		clock,
		code,
	});
	const people = createPeople({
		team: stores.team,
		audit: stores.audit,
		clock,
		random: (max) => (secrets++ * 7 + Math.floor(secrets / 10)) % max,
		admins,
	});
	const saturday = createSaturdayDesk({
		store: stores.bookings,
		knowledge: () => app.knowledge,
		volunteers: people.crew.members,
		reaches: async (one) => recipientsOf(one).length > 0,
		clock,
		code,
	});
	const unanswered = openUnanswered(
		stores,
		() => app,
		clock,
		(error) => troubles.push(error),
	);
	const conversation = () =>
		createConversation({
			knowledge: () => app.knowledge,
			understand: () => understand,
			booking,
			saturday,
			sessions: stores.sessions,
			consents: stores.consents,
			questions: unanswered.log,
			letters: stores.letters,
			people,
			address: () => "https://ban.example.vn",
			clock,
			trouble: (error) => troubles.push(error),
		});
	let converse = conversation();
	return Object.assign(app, {
		booking,
		saturday,
		people,
		unanswered,
		converse: ((message) => converse(message)) as Converse,
		restarted: () => {
			converse = conversation();
		},
	});
}

export interface Talker {
	/** What is answered, as a person on a plain channel reads it: choices with their numbers. */
	says(text: string): Promise<string>;
	/** Takes the choice of the last reply whose label has these words. */
	taps(label: string): Promise<string>;
	/** Takes a choice of an earlier reply. */
	tapsOn(reply: Reply, label: string): Promise<string>;
	/** The last reply as data. */
	readonly reply: Reply;
	readonly conversation: string;
}

let talkers = 0;

/** Somebody who writes to the app. */
export function talkTo(app: App, conversation = `web:${++talkers}`): Talker {
	let last: Reply = { text: "" };
	const says = async (text: string) => {
		const replies = await app.converse({ conversation, text });
		last = replies.at(-1) ?? { text: "" };
		return replies.map(readAloud).join("\n\n");
	};
	const tapsOn = (reply: Reply, label: string) => {
		const found = reply.choices?.filter((choice) =>
			choice.label.includes(label),
		);
		const choice = found?.find((one) => one.label === label) ?? found?.[0];
		if (!choice) {
			throw new Error(`no choice "${label}" in:\n${readAloud(reply)}`);
		}
		return says(choice.value);
	};
	return {
		says,
		taps: (label) => tapsOn(last, label),
		tapsOn,
		get reply() {
			return last;
		},
		conversation,
	};
}

const readAloud = ({ text, choices = [] }: Reply) =>
	[
		text,
		...numbered(choices).map(
			({ number, choice }) => `${number}. ${choice.label}`,
		),
	].join("\n");
