import { isDeepStrictEqual } from "node:util";
import { CORE_SCHEMA, load } from "js-yaml";

/** A part of a text. */
export interface Part {
	readonly from: number;
	readonly to: number;
}

/**
 * Where each row of a list stands, from the line it begins on to the line it ends on: seen by its bullets, which is
 * quick in a long file. Whoever relies on a row holds it against its value with `says`.
 */
export function rowsIn(text: string, list: string): readonly Part[] {
	const head = new RegExp(`^${list}:[ ]*\\r?\\n`, "m").exec(text);
	if (!head) return [];
	const rows: { from: number; to: number }[] = [];
	let indent: string | undefined;
	for (let at = head.index + head[0].length; at < text.length; ) {
		const next = text.indexOf("\n", at) + 1 || text.length;
		const line = text.slice(at, next);
		if (/^[ ]*(#.*)?\r?\n?$/.test(line)) {
			at = next;
			continue; // blank lines and comments end nothing
		}
		indent ??= /^([ ]*)- /.exec(line)?.[1];
		const last = rows.at(-1);
		if (indent !== undefined && line.startsWith(`${indent}- `)) {
			rows.push({ from: at, to: next });
		} else if (last && line.startsWith(`${indent} `)) last.to = next;
		else break;
		at = next;
	}
	return rows;
}

/** Whether a part of a text, read by itself, is this value. */
export function says(part: string, value: unknown): boolean {
	try {
		return isDeepStrictEqual(load(part, { schema: CORE_SCHEMA }), value);
	} catch {
		return false; // a part cut wrongly says nothing
	}
}
