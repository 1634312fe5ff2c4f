import {
	RateLimiterMemory,
	RateLimiterQueue,
	RateLimiterRes,
} from "rate-limiter-flexible";
import type { Channel } from "../channel.js";

/** Waits until one more message may be sent to the chat of this conversation. */
export type Pace = (conversation: string) => Promise<void>;

/** Telegram's advice for one chat; a person reads no faster either. */
const ONE_CHAT = { points: 1, duration: 1 };
/** Telegram says 30. Zalo says nothing: gently, then. */
const ALL_CHATS: Record<Channel["name"], number> = { telegram: 30, zalo: 10 };

/**
 * The sending limits of the channels. A conversation that wrote nothing for a second is forgotten; whoever waits for the
 * limit of all is served in the order they came.
 */
export function createPace(): Pace {
	const oneChat = new RateLimiterMemory(ONE_CHAT);
	const allChats = new Map<string, RateLimiterQueue>(
		Object.entries(ALL_CHATS).map(([channel, points]) => [
			channel,
			new RateLimiterQueue(new RateLimiterMemory({ points, duration: 1 })),
		]),
	);
	return async (conversation) => {
		const [channel = "", chat] = conversation.split(":");
		for (let ms = 1; ms > 0; ) {
			ms = await msUntilFree(oneChat, `${channel}:${chat}`);
			if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
		}
		await allChats.get(channel)?.removeTokens(1);
	};
}

/** No limits: for load tests. */
export const unpaced: Pace = async () => {};

async function msUntilFree(
	limiter: RateLimiterMemory,
	key: string,
): Promise<number> {
	try {
		await limiter.consume(key);
		return 0;
	} catch (refusal) {
		if (refusal instanceof RateLimiterRes)
			return Math.max(1, refusal.msBeforeNext);
		throw refusal;
	}
}
