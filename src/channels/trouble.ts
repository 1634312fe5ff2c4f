import type { Log } from "../log.js";
import type { Clock } from "../time.js";

const EVERY_MS = 60_000;

/** A failure that goes on: told when it begins, once a minute while it lasts, and when it is over. */
export function createTrouble(
	what: string,
	log: Log,
	clock: Clock,
	whenOver = `${what}: over`,
) {
	let count = 0;
	let toldAt = Number.NEGATIVE_INFINITY;
	return {
		/** Gives how often it came in a row, this time included. */
		again(about: { readonly err: unknown } | { readonly reason: string }) {
			count++;
			const now = clock().getTime();
			if (now - toldAt >= EVERY_MS) {
				toldAt = now;
				log.warn({ ...about, count }, what);
			}
			return count;
		},
		over(): void {
			if (count > 0) log.info({ count }, whenOver);
			count = 0;
			toldAt = Number.NEGATIVE_INFINITY;
		},
	};
}
