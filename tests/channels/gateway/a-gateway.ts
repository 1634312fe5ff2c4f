import { onTestFinished, vi } from "vitest";
import type {
	Accept,
	Channel,
	Delivery,
	Incoming,
} from "../../../src/channels/channel.js";
import {
	createGateway,
	type GatewayDeps,
	type LastAnswer,
} from "../../../src/channels/gateway/gateway.js";
import { unpaced } from "../../../src/channels/gateway/pace.js";
import type { InboxStore } from "../../../src/channels/inbox.js";
import type { Message } from "../../../src/conversation/message.js";
import type { Reply } from "../../../src/conversation/reply.js";
import { createLog } from "../../../src/log.js";
import { memoryInbox } from "../../../src/store/memory/inbox.js";
import { NOW } from "../../booking/morning.js";

/** The clock stands still, and moves only when a test says so. */
export function frozenClock(): void {
	vi.useFakeTimers({ now: NOW });
	onTestFinished(() => {
		vi.useRealTimers();
	});
}

export interface FakeChannel extends Channel {
	/** What was answered: `telegram:hoa ← Nghe: xin chào`. */
	readonly sent: string[];
	/** What the next sends come to, one after the other; `sent` once there is none left. */
	readonly outcomes: (Delivery | Promise<Delivery>)[];
	/** As if the platform delivered. */
	deliver(...incoming: Incoming[]): Promise<void>;
	readonly stopped: boolean;
}

export function fakeChannel(name: Channel["name"] = "telegram"): FakeChannel {
	let accept: Accept | undefined;
	const sent: string[] = [];
	const outcomes: (Delivery | Promise<Delivery>)[] = [];
	const send = async (conversation: string, replies: readonly Reply[]) => {
		const outcome = (await outcomes.shift()) ?? { kind: "sent" };
		if (outcome.kind === "sent" || outcome.kind === "unknown")
			for (const { text } of replies) sent.push(`${conversation} ← ${text}`);
		return outcome;
	};
	const channel = {
		name,
		sent,
		outcomes,
		stopped: false,
		start: async (take: Accept) => {
			accept = take;
		},
		answer: ({ conversation }: Incoming, replies: readonly Reply[]) =>
			send(conversation, replies),
		notify: (conversation: string, reply: Reply) => send(conversation, [reply]),
		deliver: async (...incoming: Incoming[]) => {
			if (!accept) throw new Error("the channel is not open");
			await accept(incoming);
		},
		stop: async () => {
			channel.stopped = true;
		},
	};
	return channel;
}

let count = 0;

/** A typed line, unless told otherwise. */
export const line = (
	text: string,
	changes: Partial<Incoming> = {},
): Incoming => ({
	id: `telegram:${++count}`,
	conversation: "telegram:hoa",
	kind: "typed",
	text,
	receivedAt: new Date(),
	...changes,
});

export const tap = (text: string, changes: Partial<Incoming> = {}): Incoming =>
	line(text, { kind: "tap", ...changes });

export interface Opened {
	readonly channel: FakeChannel;
	readonly gateway: ReturnType<typeof createGateway>;
	readonly inbox: InboxStore;
	/** What reached the conversation, in order. */
	readonly heard: Message[];
	readonly logged: string[];
}

/** A gateway over one channel and a conversation that repeats what it hears. */
export async function openGateway(
	changes: Partial<GatewayDeps> & { readonly channel?: FakeChannel } = {},
): Promise<Opened> {
	const { channel = fakeChannel(), ...deps } = changes;
	const clock = () => new Date();
	const inbox = changes.inbox ?? memoryInbox(clock);
	const heard: Message[] = [];
	const logged: string[] = [];
	const lastAnswers = new Map<string, Awaited<ReturnType<LastAnswer>>>();
	const gateway = createGateway({
		channels: [channel],
		inbox,
		async converse(message) {
			heard.push(message);
			const replies = [{ text: `Nghe: ${message.text}` }];
			lastAnswers.set(message.conversation, {
				ids: message.ids ?? [],
				replies,
			});
			return replies;
		},
		lastAnswer: async (conversation) => lastAnswers.get(conversation),
		pace: unpaced,
		clock,
		log: createLog("debug", { write: (text) => void logged.push(text) }),
		chance: () => 0.5,
		...deps,
	});
	await gateway.start();
	return { channel, gateway, inbox, heard, logged };
}

/** Lets so many seconds go by. */
export const seconds = (count: number) =>
	vi.advanceTimersByTimeAsync(count * 1_000);
