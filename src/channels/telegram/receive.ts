import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Log } from "../../log.js";
import type { Clock } from "../../time.js";
import type { Accept, Incoming } from "../channel.js";
import type { Me } from "./groups.js";
import { readOrigin } from "./origin.js";
import { parseUpdate } from "./parse.js";

/** Telegram lets a bot say no more than this to one group: what comes above it could not be answered. */
const PER_GROUP = { points: 20, duration: 60 };

export interface Receiving {
	readonly accept: Accept;
	readonly clock: Clock;
	readonly log: Log;
	/** Who blocked the bot just now; kept up to date here. */
	readonly blocked: Set<string>;
}

/** Reads updates and hands on what people said; resolves once that is stored. */
export function createReceiver({ accept, clock, log, blocked }: Receiving) {
	const perGroup = new RateLimiterMemory(PER_GROUP);

	return async (me: Me, updates: readonly unknown[]): Promise<void> => {
		const now = clock();
		const incoming: Incoming[] = [];
		for (const update of updates) {
			const parsed = parseUpdate(update, { now, me });
			switch (parsed.kind) {
				case "message":
					if (await mayBeAnswered(parsed.incoming))
						incoming.push(parsed.incoming);
					break;
				case "blocked":
					blocked.add(parsed.conversation);
					break;
				case "unblocked":
					blocked.delete(parsed.conversation);
					break;
				case "ignored":
					log.debug({ why: parsed.why }, "telegram: an update was ignored");
			}
		}
		if (incoming.length === 0) return;
		await accept(incoming);
		for (const { conversation } of incoming) blocked.delete(conversation);
	};

	async function mayBeAnswered({
		conversation,
		origin,
	}: Incoming): Promise<boolean> {
		if (!readOrigin(origin).group) return true;
		const [, group = ""] = conversation.split(":");
		try {
			await perGroup.consume(group);
			return true;
		} catch (refusal) {
			if (!(refusal instanceof RateLimiterRes)) throw refusal;
			log.debug("telegram: a group asks more than can be answered");
			return false;
		}
	}
}
