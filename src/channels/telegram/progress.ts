/** So many answers can be half sent at one time; beyond that the oldest begin anew. */
const MOST = 1_000;

/** How far each answer got that is not through yet. Lost with the process: then it is sent anew. */
export function createProgress() {
	const steps = new Map<string, number>();
	return {
		of: (key: string): number => steps.get(key) ?? 0,
		keep(key: string, done: number): void {
			steps.delete(key);
			if (done === 0) return;
			steps.set(key, done);
			const [oldest] = steps.keys();
			if (steps.size > MOST && oldest !== undefined) steps.delete(oldest);
		},
		forget(key: string): void {
			steps.delete(key);
		},
	};
}
