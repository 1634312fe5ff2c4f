/**
 * Groups what many callers want written: whatever comes while a write runs waits, and shares the next one. A caller
 * hears of the write that its own items were in.
 */
export function sharedWrite<Item>(
	write: (items: readonly Item[]) => Promise<void>,
) {
	let waiting: Item[] = [];
	let next: Promise<void> | undefined;
	let last: Promise<void> = Promise.resolve();
	return (items: readonly Item[]): Promise<void> => {
		waiting.push(...items);
		if (next === undefined) {
			next = last.then(() => {
				const group = waiting;
				waiting = [];
				next = undefined;
				return write(group);
			});
			last = next.catch(() => {}); // whoever asked hears of it
		}
		return next;
	};
}
