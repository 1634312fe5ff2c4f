/** Runs tasks with the same key one after the other, in the order they came; tasks with different keys side by side. */
export function createTurns() {
	const last = new Map<string, Promise<unknown>>();
	return async function inTurn<Result>(
		key: string,
		task: () => Promise<Result>,
	): Promise<Result> {
		const turn = (last.get(key) ?? Promise.resolve()).then(task, task);
		last.set(key, turn);
		try {
			return await turn;
		} finally {
			if (last.get(key) === turn) last.delete(key);
		}
	};
}
