import { setTimeout as after } from "node:timers/promises";

/** Waits, or ends early when told to stop. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
	after(ms, undefined, signal && { signal }).catch((error: unknown) => {
		if (!signal?.aborted) throw error;
	});

/** What to wait after so many failures in a row: doubling, up to the longest. */
export const pauseAfter = (
	failures: number,
	firstMs: number,
	longestMs: number,
): number => Math.min(longestMs, firstMs * 2 ** (failures - 1));
