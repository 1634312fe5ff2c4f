import type { Log } from "../../log.js";
import type { Clock } from "../../time.js";
import { pause, pauseAfter } from "../pause.js";
import { createTrouble } from "../trouble.js";
import type { ZaloClient } from "./client.js";
import { isFault, isRefusal, TOKEN_REFUSED } from "./fault.js";
import type { Tempo } from "./tempo.js";

interface Around {
	readonly client: Pick<ZaloClient, "getUpdates" | "deleteWebhook">;
	/** Stores an update; rejects when it could not. */
	readonly take: (update: unknown) => Promise<void>;
	readonly tokenRefused: () => void;
	readonly signal: AbortSignal;
	readonly tempo: Tempo;
	readonly clock: Clock;
	readonly log: Log;
	readonly chance: () => number;
}

/**
 * Asks for updates until the signal, one after the other: there is no acknowledgement, so an update is stored before
 * the next is asked for.
 */
export async function poll({
	client,
	take,
	tokenRefused,
	signal,
	tempo,
	clock,
	log,
	chance,
}: Around): Promise<void> {
	const trouble = createTrouble("Zalo cannot be polled", log, clock);
	const unstored = createTrouble("a message cannot be stored", log, clock);

	/** Runs until it succeeds, with growing pauses; undefined when it was stopped before that. */
	async function persist<Result>(
		step: () => Promise<Result>,
	): Promise<Result | undefined> {
		while (!signal.aborted) {
			try {
				const result = await step();
				trouble.over();
				return result;
			} catch (error) {
				if (signal.aborted) return undefined;
				if (!isFault(error)) throw error;
				if (isRefusal(error, TOKEN_REFUSED)) {
					tokenRefused();
					return undefined;
				}
				const count = trouble.again({ reason: error.message });
				await pause(backOff(count), signal);
			}
		}
		return undefined;
	}

	const backOff = (failures: number) =>
		pauseAfter(failures - 1, tempo, chance());

	/** An update was handed out and will not be again, so it is held until it is stored. */
	async function store(update: unknown): Promise<void> {
		for (;;) {
			try {
				await take(update);
				return unstored.over();
			} catch (error) {
				const count = unstored.again({ err: error });
				if (signal.aborted) {
					log.error({ err: error }, "stopped with a message not stored");
					return;
				}
				await pause(backOff(count), signal);
			}
		}
	}

	log.warn(
		"Zalo is polled: what people write while the bot is down may be lost. Set PUBLIC_URL and ZALO_WEBHOOK_SECRET for real use.",
	);
	await persist(() => withoutWebhook(client, signal));
	while (!signal.aborted) {
		const asked = performance.now();
		const updates =
			(await persist(() => client.getUpdates(tempo.pollSeconds, signal))) ?? [];
		for (const update of updates) await store(update);
		if (updates.length === 0 && performance.now() - asked < tempo.idleMs)
			await pause(tempo.idleMs, signal);
	}
}

/** With a webhook set, polls bring nothing. That there is none to delete is as good. */
async function withoutWebhook(
	client: Pick<ZaloClient, "deleteWebhook">,
	signal: AbortSignal,
): Promise<void> {
	try {
		await client.deleteWebhook(signal);
	} catch (error) {
		if (!isRefusal(error, 400, 404)) throw error;
	}
}
