import type { AskedCounts } from "../report/asked.js";

export const plusCounts = (a: AskedCounts, b: AskedCounts): AskedCounts => {
	const counts = new Map(Object.entries(a));
	for (const [entry, times] of Object.entries(b))
		counts.set(entry, (counts.get(entry) ?? 0) + times);
	return Object.fromEntries(counts);
};
