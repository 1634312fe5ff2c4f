/** Runs tasks of the same key one after the other, in the order they came; tasks of different keys side by side. */
export function oneAtATime() {
	const tails = new Map<string, Promise<unknown>>();
	return <Result>(
		key: string,
		task: () => Promise<Result>,
	): Promise<Result> => {
		const before = tails.get(key) ?? Promise.resolve();
		const result = before.then(task, task);
		const tail = result
			.catch(() => undefined) // whoever asked hears of it; the next one in line need not
			.then(() => {
				if (tails.get(key) === tail) tails.delete(key);
			});
		tails.set(key, tail);
		return result;
	};
}
