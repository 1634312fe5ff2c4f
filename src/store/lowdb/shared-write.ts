/**
 * Groups what many callers want written: whatever comes while a write runs waits, and shares the next one. A caller
 * hears of the write that its own items were in. Writes begin at least `apartMs` from one another: the first is not
 * held up, and where many come, more of them share one flush of the disk.
 */
export function sharedWrite<Item>(
	write: (items: readonly Item[]) => Promise<void>,
	apartMs = 0,
) {
	let waiting: Item[] = [];
	let next: Promise<void> | undefined;
	let last: Promise<unknown> = Promise.resolve();
	return (items: readonly Item[]): Promise<void> => {
		waiting.push(...items);
		if (next === undefined) {
			next = last.then(() => {
				const group = waiting;
				waiting = [];
				next = undefined;
				const apart = apartMs > 0 ? pause(apartMs) : undefined;
				const written = write(group);
				last = Promise.allSettled([written, apart]); // whoever asked hears of failures
				return written;
			});
			last = next.catch(() => {});
		}
		return next;
	};
}

const pause = (ms: number) =>
	new Promise<void>((resolve) => setTimeout(resolve, ms));
