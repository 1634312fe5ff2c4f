import type { Clock } from "../../time.js";

/** One long look at a page that keeps itself up to date is one look. */
const ONE_LOOK_MS = 10 * 60 * 1000;

/** Whether somebody has not looked at something for a while, so that this look is one to be noted. */
export function createSightings(clock: Clock) {
	const seen = new Map<string, number>();
	return (who: string, what: string): boolean => {
		const now = clock().getTime();
		for (const [key, at] of seen) {
			if (now - at < ONE_LOOK_MS) break;
			seen.delete(key);
		}
		const key = `${who} ${what}`;
		if (seen.has(key)) return false;
		seen.set(key, now);
		return true;
	};
}
