/** What a timer takes; with more it would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Waits; ends at once when the signal is given. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
	new Promise((resolve) => {
		if (signal?.aborted) return resolve();
		const end = () => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", end);
			resolve();
		};
		const timer = setTimeout(end, Math.min(ms, LONGEST_TIMER_MS));
		signal?.addEventListener("abort", end);
	});

/** The first pause after a failure, and the longest. */
export interface Pauses {
	readonly firstPauseMs: number;
	readonly longestPauseMs: number;
}

/**
 * What to wait when so many tries failed before the one that just did: twice as long each time, and not for all at the
 * same moment. `chance` is from 0 to 1.
 */
export const pauseAfter = (
	failures: number,
	{ firstPauseMs, longestPauseMs }: Pauses,
	chance: number,
): number =>
	Math.min(longestPauseMs, firstPauseMs * 2 ** failures) * (0.75 + chance / 2);
