/** Plain text in columns: the first one to the left, figures to the right. */
export function table(
	headings: readonly string[],
	rows: readonly (readonly string[])[],
): string {
	const widths = headings.map((_, column) =>
		Math.max(...[headings, ...rows].map((row) => row[column]?.length ?? 0)),
	);
	return [headings, ...rows]
		.map((row) =>
			row
				.map((cell, column) =>
					column === 0
						? cell.padEnd(widths[column] ?? 0)
						: cell.padStart(widths[column] ?? 0),
				)
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}
