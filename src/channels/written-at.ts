/** A message that waited, because one of us was away, counts from when it was written. */
const LATE_MS = 10_000;
/** Nothing older is delivered; a date outside is a shape that we do not know. */
const OLDEST_MS = 7 * 24 * 60 * 60 * 1000;

/** When a message was written by what the platform says, in ms; the platform's clock need not agree with ours. */
export function writtenAt(ms: number | undefined, now: Date): Date {
	if (ms === undefined) return now;
	const late = now.getTime() - ms;
	return late > LATE_MS && late < OLDEST_MS ? new Date(ms) : now;
}
