import { RateLimiterMemory } from "rate-limiter-flexible";
import { takeTurn } from "./limit.js";

/** What is guessed at. */
export type Guessed = "code" | "link" | "cookie";

/** Counts wrong tries, of one address or conversation and of all together. Never lifted, also not for load tests. */
export interface Tries {
	/** Counts a try as wrong, until `right` takes that back: many at once are counted too. Gives the seconds to wait. */
	take(what: Guessed, who: string): Promise<number | undefined>;
	right(what: Guessed, who: string): Promise<void>;
}

const HOUR = 60 * 60;

/**
 * One code in 5·10^17 is right: ten thousand tries an hour by all together find one of a hundred open ones in its 48
 * hours with a chance of one in ten billion; and ten by one address forgive slips. Links and cookies cannot be guessed at
 * any speed; what is counted there is work.
 */
const LIMITS: Readonly<Record<Guessed, { one: number; all: number }>> = {
	code: { one: 10, all: 10_000 },
	link: { one: 30, all: 10_000 },
	cookie: { one: 60, all: 10_000 },
};

export function createTries(): Tries {
	const counters = (what: Guessed) => ({
		one: new RateLimiterMemory({ points: LIMITS[what].one, duration: HOUR }),
		all: new RateLimiterMemory({ points: LIMITS[what].all, duration: HOUR }),
	});
	const of = {
		code: counters("code"),
		link: counters("link"),
		cookie: counters("cookie"),
	};
	return {
		// One address that is refused already does not use up the tries of all.
		take: async (what, who) =>
			(await takeTurn(of[what].one, who)) ??
			(await takeTurn(of[what].all, ALL)),
		async right(what, who) {
			await of[what].one.reward(who);
			await of[what].all.reward(ALL);
		},
	};
}

const ALL = "all";
