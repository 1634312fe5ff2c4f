/** Waits for what is under way, and no longer than this. Never rejects. */
export function withinGrace(
	work: Promise<unknown>,
	graceMs: number,
): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, graceMs);
		const over = () => {
			clearTimeout(timer);
			resolve();
		};
		work.then(over, over);
	});
}
