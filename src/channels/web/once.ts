import type { Clock } from "../../time.js";

/** Longer than anybody takes to press a button twice, or to reload a form. */
const REMEMBERED_MS = 10 * 60 * 1000;
const REMEMBERED = 5_000;

/**
 * Runs what is asked under a key once: the same key again, also while the first is under way, gets the first one's
 * result. What failed is forgotten, so that it can be tried again.
 */
export function createOnce<Result>(clock: Clock) {
	const done = new Map<string, { result: Promise<Result>; at: number }>();
	return (key: string, act: () => Promise<Result>): Promise<Result> => {
		const now = clock().getTime();
		for (const [old, { at }] of done) {
			if (at > now - REMEMBERED_MS && done.size < REMEMBERED) break;
			done.delete(old);
		}
		const before = done.get(key);
		if (before) return before.result;
		const result = act();
		done.set(key, { result, at: now });
		result.catch(() => done.delete(key));
		return result;
	};
}
