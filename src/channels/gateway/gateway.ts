import { setMaxListeners } from "node:events";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Converse } from "../../conversation/converse.js";
import type { Reply } from "../../conversation/reply.js";
import { slowDown } from "../../conversation/wording/general.js";
import { unsupported } from "../../conversation/wording/unsupported.js";
import { createLanes } from "../../lanes.js";
import type { Log } from "../../log.js";
import type { Clock } from "../../time.js";
import type { Channel, Delivery, Incoming } from "../channel.js";
import type { InboxStore } from "../inbox.js";
import { textOf } from "./burst.js";
import { createDeliver, type Stopped } from "./deliver.js";
import type { Turn } from "./entry.js";
import type { Pace } from "./pace.js";
import { createQueues } from "./queues.js";
import { recover } from "./recover.js";
import { withinGrace } from "./within-grace.js";

/** Lines within two seconds are one question. */
const BURST_MS = 2_000;
/** Turns worked out at the same time; how many are being sent is the platform's limit, not ours. */
const SIDE_BY_SIDE = 16;
/** In a flood, one word about it a minute. */
const SLOW_DOWN = { points: 1, duration: 60 };

/** A channel only has to let go of its connections. */
const CLOSING_MS = 1_000;

/** The last answer of a conversation, and the messages that it answered. */
export type LastAnswer = (
	conversation: string,
) => Promise<
	| { readonly ids: readonly string[]; readonly replies: readonly Reply[] }
	| undefined
>;

export interface GatewayDeps {
	readonly channels: readonly Channel[];
	readonly inbox: InboxStore;
	readonly converse: Converse;
	readonly lastAnswer: LastAnswer;
	readonly pace: Pace;
	/** Called when the person has got an answer. */
	readonly told?: (replies: readonly Reply[]) => Promise<void>;
	/** Called with what is known of a person: they wrote, or nothing reaches them. */
	readonly reachable?: (conversation: string, is: boolean) => Promise<void>;
	readonly clock: Clock;
	readonly log: Log;
	readonly burstMs?: number;
	/** From 0 to 1. */
	readonly chance?: () => number;
}

/** There was nothing left to say. */
export type Withdrawn = { readonly kind: "withdrawn" };

/** Between the channels and the conversation: takes messages in, and sees that each is answered once. */
export interface Gateway {
	/** Finishes what an earlier process left, then opens the channels. */
	start(): Promise<void>;
	/** Somebody of this conversation is being answered, so that a notice would come in between. */
	isBusy(conversation: string): boolean;
	/**
	 * One try to send what nobody asked for just now, within the limits of the channel. What to say is asked for at the
	 * last moment; nothing, if it is not true any more.
	 */
	notify(
		conversation: string,
		say: () => Promise<Reply | undefined>,
	): Promise<Delivery | Withdrawn>;
	/** Takes nothing new; resolves when the turns in hand are over, or after the grace. What is left is stored. */
	stop(graceMs: number): Promise<void>;
}

export function createGateway({
	channels,
	inbox,
	converse,
	lastAnswer,
	pace,
	told = async () => {},
	reachable = async () => {},
	clock,
	log,
	burstMs = BURST_MS,
	chance = Math.random,
}: GatewayDeps): Gateway {
	const byName = new Map<string, Channel>(
		channels.map((channel) => [channel.name, channel]),
	);
	const stopping = new AbortController();
	const { signal } = stopping;
	setMaxListeners(0, signal); // one for each answer that waits to be tried again
	const now = () => clock().getTime();
	const deliver = createDeliver({ pace, now, chance, signal });
	const inLane = createLanes(SIDE_BY_SIDE);
	const slowedDown = new RateLimiterMemory(SLOW_DOWN);
	const queues = createQueues({ take, now, burstMs });

	/**
	 * Rejects when it cannot be stored, or when too much waits already: then the platform delivers it again. While
	 * stopping it is stored all the same, for the next process: a platform may not keep what it has handed out.
	 */
	async function accept(incoming: readonly Incoming[]): Promise<void> {
		if (queues.isFull()) throw new Error("too many messages wait");
		const kept: Incoming[] = [];
		const flooded = new Set<string>();
		for (const one of await inbox.unseen(incoming)) {
			if (queues.reserve(one.conversation)) kept.push(one);
			else flooded.add(one.conversation);
		}
		await storeAndQueue(kept);
		for (const conversation of flooded) tooFast(conversation);
	}

	async function storeAndQueue(incoming: readonly Incoming[]): Promise<void> {
		const fresh = new Set<Incoming>();
		try {
			for (const one of await inbox.accept(incoming)) fresh.add(one);
		} finally {
			const at = now();
			for (const one of incoming) {
				if (fresh.delete(one)) queues.add({ incoming: one, at }, true);
				else queues.release(one.conversation);
			}
		}
	}

	/** What is above a full line is not even stored: the line is what the person will be answered to. */
	function tooFast(conversation: string): void {
		slowedDown.consume(conversation).then(
			() => {
				log.warn("somebody writes faster than can be answered");
				const channel = channelOf(conversation);
				return deliver
					.untilSent(channel.name, conversation, () =>
						channel.notify(conversation, { text: slowDown }),
					)
					.catch(failed);
			},
			() => {}, // they were told a moment ago
		);
	}

	async function take(turn: Turn): Promise<void> {
		try {
			await answer(turn);
		} catch (error) {
			failed(error);
		}
	}

	async function answer(turn: Turn): Promise<void> {
		const [{ incoming, said }] = turn;
		const { conversation } = incoming;
		await reachable(conversation, true).catch(failed);
		const messages = turn.map((entry) => entry.incoming);
		const ids = messages.map(({ id }) => id);
		const replies = said ?? (await inLane(() => replyTo(turn, ids)));
		const delivery = await send(messages, replies);
		if (delivery.kind === "stopped") return; // still pending: the next process says it
		if (delivery.kind === "sent") await told(replies).catch(failed);
		await inbox.done(ids);
	}

	async function replyTo(
		turn: Turn,
		ids: readonly string[],
	): Promise<readonly Reply[]> {
		const { kind, conversation, origin } = turn[0].incoming;
		return kind === "unsupported"
			? [{ text: unsupported(origin?.reason) }]
			: converse({ conversation, text: textOf(turn), ids });
	}

	/** To the last line of the burst: that is what stands above the answer. */
	async function send(
		messages: readonly Incoming[],
		replies: readonly Reply[],
	): Promise<Delivery | Stopped> {
		const incoming = messages.at(-1);
		if (!incoming) throw new Error("an answer to nothing");
		const { conversation } = incoming;
		const channel = channelOf(conversation);
		const delivery = await deliver.untilSent(channel.name, conversation, () =>
			channel.answer(incoming, replies),
		);
		await note(conversation, delivery);
		return delivery;
	}

	async function note(
		conversation: string,
		delivery: Delivery | Stopped,
	): Promise<void> {
		const [channel] = conversation.split(":");
		switch (delivery.kind) {
			case "sent":
			case "stopped":
				return;
			case "unreachable":
				log.info({ channel }, "a person cannot be reached any more");
				return reachable(conversation, false).catch(failed);
			case "unknown":
				log.warn({ channel, ...delivery }, "an answer may not have arrived");
				return;
			case "wait":
			case "failed":
			case "refused":
				log.warn({ channel, ...delivery }, "an answer was not sent");
		}
	}

	function channelOf(conversation: string): Channel {
		const [name = ""] = conversation.split(":");
		const channel = byName.get(name);
		if (!channel) throw new Error(`no channel is open for ${name}`);
		return channel;
	}

	const failed = (err: unknown) => {
		if (!signal.aborted)
			log.error({ err }, "a message could not be dealt with");
	};

	return {
		async start() {
			const left = (await inbox.pending()).filter(({ conversation }) =>
				byName.has(conversation.split(":")[0] ?? ""),
			);
			const { entries, done } = await recover(left, lastAnswer, now());
			if (entries.length > 0)
				log.info({ messages: entries.length }, "answering what was left");
			for (const entry of entries) queues.add(entry, false);
			await inbox.done(done);
			for (const channel of channels)
				channel.start(accept).catch((err: unknown) => {
					const { name } = channel;
					log.error({ err, channel: name }, "a channel did not start");
				});
		},
		isBusy: queues.isBusy,
		async notify(conversation, say) {
			const channel = channelOf(conversation);
			return deliver.once(conversation, async () => {
				const reply = await say();
				return reply
					? channel.notify(conversation, reply)
					: ({ kind: "withdrawn" } as const);
			});
		},
		async stop(graceMs) {
			stopping.abort();
			await withinGrace(queues.close(), graceMs);
			const closing = channels.map((channel) => channel.stop());
			await withinGrace(Promise.allSettled(closing), CLOSING_MS);
		},
	};
}
