import type { TextChange } from "./history.js";

/** The one piece in which two texts differ. */
export function changeBetween(before: string, after: string): TextChange {
	const shorter = Math.min(before.length, after.length);
	let at = 0;
	while (at < shorter && before[at] === after[at]) at++;
	let tail = 0;
	while (
		tail < shorter - at &&
		before[before.length - 1 - tail] === after[after.length - 1 - tail]
	) {
		tail++;
	}
	return {
		at,
		removed: before.slice(at, before.length - tail),
		inserted: after.slice(at, after.length - tail),
	};
}

/** The text before the change, from the text after it. */
export const withoutChange = (
	after: string,
	{ at, removed, inserted }: TextChange,
): string => after.slice(0, at) + removed + after.slice(at + inserted.length);
