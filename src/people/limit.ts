import { type RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Takes one of the key's turns: undefined when there was one, or the seconds until there is. */
export async function takeTurn(
	limiter: RateLimiterMemory,
	key: string,
): Promise<number | undefined> {
	try {
		await limiter.consume(key);
		return undefined;
	} catch (refusal) {
		if (!(refusal instanceof RateLimiterRes)) throw refusal;
		return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
	}
}
