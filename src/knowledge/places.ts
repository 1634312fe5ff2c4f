import {
	isCollection,
	isMap,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	parseDocument,
} from "yaml";
import { type Part, rowsIn, says } from "./rows.js";

/** The lines of one part of a text that says `value`, from the line it begins on to the line it ends on. */
export function linesOf(
	text: string,
	path: readonly (string | number)[],
	value: unknown,
): Part | undefined {
	const [list = "", last] = path.slice(-2);
	if (path.length === 0) return { from: 0, to: text.length };
	if (typeof last === "number") {
		const row = rowsIn(text, String(list))[last];
		if (row && says(text.slice(row.from, row.to), [value])) return row;
	}
	const parent = parseDocument(text).getIn(path.slice(0, -1), true);
	if (isMap(parent)) {
		const pair = parent.items.find(({ key }) => keyOf(key) === last);
		return pair && lines(text, start(pair.key as Node), endOfPair(pair, text));
	}
	if (!isSeq(parent)) return undefined;
	const item = parent.items[Number(last)] as Node | undefined;
	return item && lines(text, start(item), end(item, text));
}

export const keyOf = (key: unknown): string =>
	String(isScalar(key) ? key.value : key);

export const start = (node: Node): number => node.range?.[0] ?? 0;

/** Where what the node says ends; comments and blank lines behind it are not its own. */
export function end(node: Node, text: string): number {
	if (isCollection(node) && !node.flow) {
		const last = node.items.at(-1);
		if (isMap(node)) return endOfPair(last as Pair, text);
		if (last) return end(last as Node, text);
	}
	const to = node.range?.[1] ?? 0;
	return to > start(node) && text[to - 1] === "\n" ? to - 1 : to;
}

export const endOfPair = ({ key, value }: Pair, text: string): number =>
	end((value ?? key) as Node, text);

export const lineStart = (text: string, at: number): number =>
	text.lastIndexOf("\n", at - 1) + 1;

/** Behind the line break that ends the line. */
export function lineEnd(text: string, at: number): number {
	const found = text.indexOf("\n", at);
	return found < 0 ? text.length : found + 1;
}

export const lines = (text: string, from: number, to: number) => ({
	from: lineStart(text, from),
	to: lineEnd(text, to),
});
