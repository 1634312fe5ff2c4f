/** `at` is a place in the old list; something inserted is put before it. */
export type ListChange =
	| { readonly kind: "alter"; readonly at: number; readonly value: unknown }
	| { readonly kind: "remove"; readonly at: number }
	| { readonly kind: "insert"; readonly at: number; readonly value: unknown };

/** How one list becomes another. What stands in both in the same order is kept; the rest is paired off as it comes. */
export function changesOf(
	before: readonly unknown[],
	after: readonly unknown[],
	mayAlter: (at: number, value: unknown) => boolean,
): readonly ListChange[] {
	const old = before.map((item) => JSON.stringify(item));
	const fresh = after.map((item) => JSON.stringify(item));
	const changes: ListChange[] = [];
	let at = 0;
	let to = 0;
	for (const [oldEnd, freshEnd] of [
		...commonOf(old, fresh),
		[old.length, fresh.length] as const,
	]) {
		while (at < oldEnd && to < freshEnd && mayAlter(at, after[to])) {
			changes.push({ kind: "alter", at, value: after[to] });
			at++;
			to++;
		}
		for (; at < oldEnd; at++) changes.push({ kind: "remove", at });
		for (; to < freshEnd; to++) {
			changes.push({ kind: "insert", at: oldEnd, value: after[to] });
		}
		at = oldEnd + 1;
		to = freshEnd + 1;
	}
	return changes;
}

/** How many items at the beginning and at the end are the same in both lists. */
export function commonEnds<Item>(
	a: readonly Item[],
	b: readonly Item[],
	same: (one: Item, other: Item) => boolean,
) {
	const shorter = Math.min(a.length, b.length);
	let head = 0;
	while (head < shorter && same(a[head] as Item, b[head] as Item)) head++;
	let tail = 0;
	while (
		tail < shorter - head &&
		same(a.at(-1 - tail) as Item, b.at(-1 - tail) as Item)
	) {
		tail++;
	}
	return { head, tail };
}

/** The places of what is common to both lists in the same order, the most there can be. */
function commonOf(
	a: readonly string[],
	b: readonly string[],
): readonly (readonly [number, number])[] {
	const { head, tail } = commonEnds(a, b, Object.is);
	const rows = a.length - head - tail;
	const columns = b.length - head - tail;
	const longest = Array.from({ length: rows + 1 }, () =>
		new Array<number>(columns + 1).fill(0),
	);
	const lengthAt = (row: number, column: number) => longest[row]?.[column] ?? 0;
	for (let row = rows - 1; row >= 0; row--) {
		const line = longest[row] as number[];
		for (let column = columns - 1; column >= 0; column--) {
			line[column] =
				a[head + row] === b[head + column]
					? lengthAt(row + 1, column + 1) + 1
					: Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
		}
	}
	const common: (readonly [number, number])[] = [];
	for (let at = 0; at < head; at++) common.push([at, at]);
	let row = 0;
	let column = 0;
	while (row < rows && column < columns) {
		if (a[head + row] === b[head + column]) {
			common.push([head + row++, head + column++]);
		} else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
		else column++;
	}
	for (let at = tail; at > 0; at--) common.push([a.length - at, b.length - at]);
	return common;
}
