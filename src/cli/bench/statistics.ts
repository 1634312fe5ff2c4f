/** The value below which a share of the samples lies; 0.5 is the median. */
export function percentile(samples: readonly number[], share: number): number {
	const sorted = [...samples].sort((a, b) => a - b);
	return (
		sorted[Math.ceil(sorted.length * share) - 1] ?? sorted[0] ?? Number.NaN
	);
}

export const median = (samples: readonly number[]): number =>
	percentile(samples, 0.5);
