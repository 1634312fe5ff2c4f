import { oneAtATime } from "../../conversation/one-at-a-time.js";
import type { Channel, Delivery } from "../channel.js";
import { pause, pauseAfter } from "../pause.js";
import type { Pace } from "./pace.js";

/**
 * An answer that could not be sent for so long is of no use to anybody any more, and what is written meanwhile waits
 * behind it. What has to arrive however late is the outbox's.
 */
const PATIENCE_MS = 10 * 60 * 1000;
const PAUSES = { firstPauseMs: 500, longestPauseMs: 30_000 };

/**
 * How often an answer is sent whose arrival is not known. A question left without an answer is worse than one answered
 * twice; but of Zalo's messages each counts towards the month's quota.
 */
const MOST_UNKNOWN: Readonly<Record<Channel["name"], number>> = {
	telegram: 5,
	zalo: 1,
};

/** One try to send an answer. */
export type Attempt = () => Promise<Delivery>;

/** The process ends before it was sent. */
export type Stopped = { readonly kind: "stopped" };

export interface Deliver {
	/** Within the limits of the channel; once. */
	once<Outcome>(
		conversation: string,
		attempt: () => Promise<Outcome>,
	): Promise<Outcome>;
	/**
	 * Waits as long as the platform asks, and tries again what was not sent, or not known to be. Gives up when it would be
	 * too late for an answer, or when the process ends.
	 */
	untilSent(
		channel: Channel["name"],
		conversation: string,
		attempt: Attempt,
	): Promise<Delivery | Stopped>;
}

/** Sends within the limits, one message of a conversation after the other. `chance` gives numbers from 0 to 1. */
export function createDeliver({
	pace,
	now,
	chance,
	signal,
}: {
	readonly pace: Pace;
	readonly now: () => number;
	readonly chance: () => number;
	/** Aborted when the process is about to end. */
	readonly signal: AbortSignal;
}): Deliver {
	const inTurn = oneAtATime();

	async function attemptOnce<Outcome>(
		conversation: string,
		attempt: () => Promise<Outcome>,
	): Promise<Outcome> {
		await pace(conversation);
		return attempt();
	}

	async function untilSent(
		channel: Channel["name"],
		conversation: string,
		attempt: Attempt,
	): Promise<Delivery | Stopped> {
		const patience = now() + PATIENCE_MS;
		let failures = 0;
		let unknown = 0;
		for (;;) {
			const delivery = await attemptOnce(conversation, attempt);
			switch (delivery.kind) {
				case "wait": {
					const ms = Math.max(PAUSES.firstPauseMs, delivery.seconds * 1000);
					if (now() + ms > patience) return delivery;
					await pause(ms, signal);
					break;
				}
				case "unknown":
					if (++unknown >= MOST_UNKNOWN[channel]) return delivery;
					await pause(pauseAfter(failures++, PAUSES, chance()), signal);
					break;
				case "failed":
					if (now() >= patience) return delivery;
					await pause(pauseAfter(failures++, PAUSES, chance()), signal);
					break;
				default:
					return delivery;
			}
			if (signal.aborted) return { kind: "stopped" };
		}
	}

	return {
		once: (conversation, attempt) =>
			inTurn(conversation, () => attemptOnce(conversation, attempt)),
		untilSent: (channel, conversation, attempt) =>
			inTurn(conversation, () => untilSent(channel, conversation, attempt)),
	};
}
