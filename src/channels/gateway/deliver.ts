import { oneAtATime } from "../../conversation/one-at-a-time.js";
import type { Delivery } from "../channel.js";
import type { Pace } from "./pace.js";
import { pause } from "./pause.js";

/** An answer that could not be sent for so long is of no use to anybody any more. */
const PATIENCE_MS = 10 * 60 * 1000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

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
	 * Waits as long as the platform asks, and tries again what was certainly not sent. What may have been sent is left:
	 * nobody wants an answer twice. Gives up waiting when the process ends.
	 */
	untilSent(
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
		conversation: string,
		attempt: Attempt,
	): Promise<Delivery | Stopped> {
		const patience = now() + PATIENCE_MS;
		for (let failures = 0; ; ) {
			const delivery = await attemptOnce(conversation, attempt);
			const isFailure = delivery.kind === "failed";
			if (!isFailure && delivery.kind !== "wait") return delivery;
			if (isFailure && now() >= patience) return delivery;
			const ms = isFailure
				? pauseAfter(failures++, chance())
				: delivery.seconds * 1000;
			await pause(ms, signal);
			if (signal.aborted) return { kind: "stopped" };
		}
	}

	return {
		once: (conversation, attempt) =>
			inTurn(conversation, () => attemptOnce(conversation, attempt)),
		untilSent: (conversation, attempt) =>
			inTurn(conversation, () => untilSent(conversation, attempt)),
	};
}

/** Twice as long each time, and not for all at the same moment. */
const pauseAfter = (failures: number, chance: number): number =>
	Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) *
	(0.75 + chance / 2);
