import type { Log } from "../../log.js";
import type { Clock } from "../../time.js";

const EVERY_MS = 60_000;

/** A failure that goes on: told when it begins, once a minute while it lasts, and when it is over. */
export function createTrouble(what: string, log: Log, clock: Clock) {
	let count = 0;
	let toldAt = Number.NEGATIVE_INFINITY;
	return {
		/** How often in a row, this time included. */
		again(reason: string): number {
			count++;
			const now = clock().getTime();
			if (now - toldAt >= EVERY_MS) {
				toldAt = now;
				log.warn({ reason, count }, what);
			}
			return count;
		},
		over(): void {
			if (count > 0) log.info({ count }, `${what}: over`);
			count = 0;
			toldAt = Number.NEGATIVE_INFINITY;
		},
	};
}
export type Trouble = ReturnType<typeof createTrouble>;
