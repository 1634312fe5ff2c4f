import { beforeEach, describe, expect, it } from "vitest";
import { codeGenerator } from "../../../src/booking/code.js";
import { createBookingDesk } from "../../../src/booking/desk.js";
import { createSaturdayDesk } from "../../../src/booking/saturday-desk.js";
import type { Incoming } from "../../../src/channels/channel.js";
import { createGateway } from "../../../src/channels/gateway/gateway.js";
import { unpaced } from "../../../src/channels/gateway/pace.js";
import { createPostman } from "../../../src/channels/gateway/postman.js";
import { createTold } from "../../../src/channels/gateway/told.js";
import {
	createConversation,
	lastAnswerFrom,
} from "../../../src/conversation/converse.js";
import type { State } from "../../../src/conversation/state.js";
import { createLog } from "../../../src/log.js";
import { createPeople } from "../../../src/people/people.js";
import { openMemory } from "../../../src/store/memory/index.js";
import type { Stores } from "../../../src/store/stores.js";
import { smallKnowledge, smallUnderstand } from "../../journeys/small-world.js";
import {
	type FakeChannel,
	fakeChannel,
	frozenClock,
	line,
	seconds,
} from "./a-gateway.js";
import { type Life, mortal } from "./mortal.js";

beforeEach(frozenClock);

const clock = () => new Date();
/** One process over stores that outlive it. */
async function begin(stores: Stores<State>, life: Life): Promise<FakeChannel> {
	const bookings = mortal(stores.bookings, life);
	const sessions = mortal(stores.sessions, life);
	const knowledge = smallKnowledge();
	let next = 0;
	const code = codeGenerator((max) => (next++ * 7) % max);
	const booking = createBookingDesk({
		store: bookings,
		desks: () => knowledge.desks,
		calendar: () => knowledge.calendar,
		clock,
		code,
	});
	const people = createPeople({
		team: stores.team,
		audit: stores.audit,
		clock,
		random: () => 0,
	});
	const saturday = createSaturdayDesk({
		store: bookings,
		knowledge: () => knowledge,
		volunteers: people.crew.members,
		reaches: async () => true,
		clock,
		code,
	});
	const channel = fakeChannel();
	const log = createLog("silent");
	const gateway = createGateway({
		channels: [Object.assign(mortal(channel, life), { start: channel.start })],
		inbox: mortal(stores.inbox, life),
		converse: createConversation({
			knowledge: () => knowledge,
			understand: () => smallUnderstand,
			booking,
			saturday,
			sessions,
			consents: mortal(stores.consents, life),
			people,
			clock,
		}),
		lastAnswer: lastAnswerFrom(sessions),
		pace: unpaced,
		told: createTold(bookings),
		clock,
		log,
		burstMs: 10,
	});
	// A process killed while it starts has no channel yet.
	await Promise.race([gateway.start(), seconds(0.1)]);
	createPostman({
		bookings,
		letters: stores.letters,
		gateway,
		reach: stores.reach,
		channels: ["telegram"],
		knowledge: () => knowledge,
		clock,
		log,
	}).start();
	return channel;
}

const TALK = [
	"đặt lịch 28/11 8h",
	"đồng ý",
	"chị Hoa",
	"không cần",
	"xác nhận",
];
const MOVE = [...TALK, "đổi lịch sang 9h", "đổi"];
const CANCEL = [...TALK, "hủy lịch", "hủy lịch này"];

/** The platform brings each message until it was taken, as it does after a kill; the person waits for an answer. */
async function talk(
	channel: FakeChannel,
	messages: readonly Incoming[],
	taken: Set<Incoming>,
): Promise<void> {
	for (const message of messages) {
		if (taken.has(message)) continue;
		channel.deliver(message).then(
			() => taken.add(message),
			() => {},
		);
		await seconds(1);
		if (!taken.has(message)) return; // the process is dead
	}
}

/** The same talk, with the first process killed after so many things done; and after it, everything delivered again. */
async function killedAfter(
	count: number,
	texts: readonly string[],
	lastTakesEffect: boolean,
) {
	const stores = openMemory<State>(clock);
	const messages = texts.map((text) => line(text));
	const taken = new Set<Incoming>();
	const life = { left: count, lastTakesEffect };
	const first = await begin(stores, life);
	await talk(first, messages, taken);
	const second = await begin(stores, { left: Infinity, lastTakesEffect });
	await seconds(1);
	await talk(second, messages, taken);
	for (let again = 0; again < 5; again++) await second.deliver(...messages);
	await seconds(15);
	return {
		stores,
		said: [...first.sent, ...second.sent],
		bookings: await stores.bookings.since("2026-11-23"),
		wasKilled: life.left < 0,
	};
}

describe.each([
	["booking", TALK, /Đã đặt/, { status: "booked", time: "08:00", told: 0 }],
	["a move", MOVE, /Đã đổi lịch/, { status: "booked", time: "09:00", told: 1 }],
	["a cancellation", CANCEL, /Đã hủy/, { status: "cancelled", told: 1 }],
] as const)("a kill at any step of %s", (_, texts, told, outcome) => {
	it.each([false, true])(
		"leaves one booking, whose person knows of it (the last step took effect: %s)",
		{ timeout: 60_000 },
		async (lastTakesEffect) => {
			let kills = 0;
			for (let count = 0; ; count++) {
				const end = await killedAfter(count, texts, lastTakesEffect);
				expect([count, end.bookings]).toMatchObject([count, [outcome]]);
				const times = end.said.filter((text) => told.test(text)).length;
				expect([count, times >= 1 && times <= 2]).toEqual([count, true]);
				expect(await end.stores.inbox.pending()).toEqual([]);
				if (!end.wasKilled) break;
				kills++;
			}
			expect(kills).toBeGreaterThan(30);
		},
	);
});
