import { RateLimiterMemory } from "rate-limiter-flexible";
import { takeTurn } from "../../people/limit.js";

/** Each answer is undefined when all is well, or the seconds to wait. */
export interface Limits {
	/** A request that costs a search: before anything is known of its conversation. */
	request(address: string): Promise<number | undefined>;
	message(conversation: string): Promise<number | undefined>;
	/** Counts a try at a booking code as wrong, until `rightCode` takes that back: many at once are counted too. */
	tryCode(address: string): Promise<number | undefined>;
	rightCode(address: string): Promise<void>;
}

/** Faster than anybody types or taps, slower than a script. */
const BURST = { points: 30, duration: 10 };
const PER_MINUTE = { points: 60, duration: 60 };
/** A family or an office behind one address. */
const PER_ADDRESS = { points: 240, duration: 60 };
/** One code in 729 million is right: ten tries an hour find none in a lifetime, and forgive a mistyped one. */
const WRONG_CODES = { points: 10, duration: 60 * 60 };

/** `on: false` lifts what a load test would meet; guessing codes stays limited. */
export function createLimits(on: boolean): Limits {
	const perAddress = new RateLimiterMemory(PER_ADDRESS);
	const burst = new RateLimiterMemory(BURST);
	const perMinute = new RateLimiterMemory(PER_MINUTE);
	const wrongCodes = new RateLimiterMemory(WRONG_CODES);
	return {
		request: async (address) =>
			on ? takeTurn(perAddress, address) : undefined,
		message: async (conversation) =>
			on
				? ((await takeTurn(burst, conversation)) ??
					(await takeTurn(perMinute, conversation)))
				: undefined,
		tryCode: (address) => takeTurn(wrongCodes, address),
		async rightCode(address) {
			await wrongCodes.reward(address);
		},
	};
}
