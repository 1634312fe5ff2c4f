import type { Log } from "../../log.js";
import type { Clock } from "../../time.js";

const MINUTE_MS = 60_000;

/** Trouble that repeats is said once a minute, with how often it came; its end is said once. */
export function createTrouble(log: Log, clock: Clock) {
	let said: number | undefined;
	let times = 0;
	return {
		tell(err: unknown, words: string) {
			times++;
			const now = clock().getTime();
			if (said !== undefined && now - said < MINUTE_MS) return;
			said = now;
			log.warn({ err, times }, words);
		},
		over(words: string) {
			if (said !== undefined) log.info({ times }, words);
			said = undefined;
			times = 0;
		},
	};
}
