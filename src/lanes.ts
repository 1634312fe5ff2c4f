/** Runs at most `count` tasks side by side; the others wait in the order they came. */
export function createLanes(count: number) {
	const waiting: (() => void)[] = [];
	let free = count;
	return async function inLane<Result>(
		task: () => Promise<Result>,
	): Promise<Result> {
		if (free > 0) free--;
		else await new Promise<void>((go) => waiting.push(go));
		try {
			return await task();
		} finally {
			const next = waiting.shift(); // takes over this lane
			if (next === undefined) free++;
			else next();
		}
	};
}
