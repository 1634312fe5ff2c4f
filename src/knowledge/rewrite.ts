import { isDeepStrictEqual } from "node:util";
import { CORE_SCHEMA, load } from "js-yaml";
import {
	isCollection,
	isMap,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	parseDocument,
	type YAMLMap,
	type YAMLSeq,
} from "yaml";
import { changesOf, commonEnds } from "./list-changes.js";
import {
	end,
	endOfPair,
	keyOf,
	lineEnd,
	lineStart,
	lines,
	start,
} from "./places.js";
import { rowsIn, says } from "./rows.js";
import { isScalarValue, showScalar } from "./scalar.js";

/** How new parts of a file are written; what is there stays as it is. */
export interface Style {
	/** Lines longer than this go on in the next one. */
	readonly width: number;
	/** Lists stand between brackets in one line. */
	readonly flowLists: boolean;
	/** The order of keys: a new one is put behind those before it. */
	readonly order: readonly string[];
}

/**
 * Changes a YAML text so that it says `value`. Only the lines of what differs are touched: comments, order, quoting and
 * all other lines stay byte for byte.
 */
export function rewrite(text: string, value: unknown, style: Style): string {
	const before: unknown = load(text, { schema: CORE_SCHEMA });
	const result =
		rewrittenRows(text, before, value, style) ??
		rewritten(text, before, value, style);
	if (!says(result, value)) {
		throw new Error("the text was rewritten and does not say what it should");
	}
	return result;
}

function rewritten(
	text: string,
	before: unknown,
	after: unknown,
	style: Style,
): string {
	const { contents } = parseDocument(text);
	if (contents === null) throw new Error("an empty file cannot be rewritten");
	return spliced(text, new Rewriter(text, style).node(contents, before, after));
}

/** When rows of one list are all that differs, only they and their neighbours are looked at: the file may be long. */
function rewrittenRows(
	text: string,
	before: unknown,
	after: unknown,
	style: Style,
): string | undefined {
	if (!isValues(before) || !isValues(after)) return undefined;
	const [list, ...others] = Object.keys({ ...before, ...after }).filter(
		(key) => !isDeepStrictEqual(before[key], after[key]),
	);
	const old = before[list ?? ""];
	const fresh = after[list ?? ""];
	if (list === undefined || others.length > 0) return undefined;
	if (!Array.isArray(old) || !Array.isArray(fresh)) return undefined;
	const { head, tail } = commonEnds(old, fresh, isDeepStrictEqual);
	const first = Math.max(0, head - 2); // two rows show whether a blank line stands between them
	const behind = Math.max(0, tail - 1);
	const window = old.slice(first, old.length - behind);
	const places = rowsIn(text, list).slice(first, old.length - behind);
	const [from, to] = [places[0]?.from, places.at(-1)?.to];
	if (from === undefined || to === undefined) return undefined;
	const part = text.slice(from, to);
	const wanted = fresh.slice(first, fresh.length - behind);
	if (!says(part, window) || wanted.length === 0) return undefined;
	const now = rewritten(part, window, wanted, style);
	return text.slice(0, from) + now + text.slice(to);
}

interface Splice {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

type Values = Readonly<Record<string, unknown>>;

const isValues = (value: unknown): value is Values =>
	typeof value === "object" && value !== null && !Array.isArray(value);

class Rewriter {
	constructor(
		private readonly text: string,
		private readonly style: Style,
	) {}

	/** What has to be spliced so that the node says another value. */
	node(node: Node, before: unknown, after: unknown): readonly Splice[] {
		if (isDeepStrictEqual(before, after)) return [];
		if (isScalar(node) && isScalarValue(after)) {
			return [this.#scalar(node, after)];
		}
		if (isMap(node) && !node.flow && isValues(before) && isValues(after)) {
			return this.#map(node, before, after);
		}
		if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) {
			return node.flow
				? this.#flowList(node, before, after)
				: this.#list(node, before, after);
		}
		return [this.#whole(node, after)];
	}

	/** Whether the node can take the value without being written anew as a whole. */
	#takes(node: unknown, after: unknown): node is Node {
		if (isScalar(node)) return isScalarValue(after);
		if (!isCollection(node) || node.items.length === 0) return false;
		if (isMap(node)) {
			return !node.flow && isValues(after) && Object.keys(after).length > 0;
		}
		return Array.isArray(after) && after.length > 0;
	}

	#scalar(node: Node, after: string | number | boolean | null): Splice {
		const { text, style } = this;
		const from = start(node);
		const line = lineStart(text, from);
		const lead = text.slice(line, from);
		const bullets = lead.match(/^ *(?:- )*/)?.[0].length ?? 0;
		const shown = showScalar(after, {
			column: lead.length,
			indent: lead.length > bullets ? bullets + 2 : bullets,
			width: style.width,
			flow: false,
		});
		// An empty value stands right behind its colon.
		const space = /[:-]$/.test(lead) ? " " : "";
		return { from, to: end(node, text), text: space + shown };
	}

	/** The node's value written anew, in the column where it begins. */
	#whole(node: Node, after: unknown): Splice {
		const from = start(node);
		const column = from - lineStart(this.text, from);
		const text = this.#item(after, column);
		return { from, to: end(node, this.text), text };
	}

	#map(node: YAMLMap, before: Values, after: Values): readonly Splice[] {
		const pairs = new Map(
			node.items.map((pair) => [keyOf(pair.key), pair] as const),
		);
		const [firstKey = ""] = pairs.keys();
		const kept = [...pairs.keys()].filter((key) => key in after);
		const added = this.#ordered(after).filter((key) => !pairs.has(key));
		const anchors = added.map((key) => this.#anchor(key, kept));
		// The first key may share its line with the bullet of a list.
		if (!(firstKey in after) || anchors.includes(undefined)) {
			return [this.#whole(node, after)];
		}
		const column =
			start(node.items[0]?.key as Node) -
			lineStart(this.text, start(node.items[0]?.key as Node));
		return [...pairs].flatMap(([key, pair]): readonly Splice[] => {
			const own = this.#pair(pair, before[key], after, key);
			const behind = added.filter((_, at) => anchors[at] === key);
			const at = lineEnd(this.text, endOfPair(pair, this.text));
			return [
				...own,
				...behind.map((name) =>
					this.#line(at, column, this.#shownPair(name, after[name], column)),
				),
			];
		});
	}

	#pair(
		pair: Pair,
		before: unknown,
		after: Values,
		key: string,
	): readonly Splice[] {
		if (!(key in after)) {
			const { from, to } = lines(
				this.text,
				start(pair.key as Node),
				endOfPair(pair, this.text),
			);
			return [{ from, to, text: "" }];
		}
		if (isDeepStrictEqual(before, after[key])) return [];
		if (this.#takes(pair.value, after[key])) {
			return this.node(pair.value, before, after[key]);
		}
		const from = start(pair.key as Node);
		const column = from - lineStart(this.text, from);
		return [
			{
				from,
				to: endOfPair(pair, this.text),
				text: this.#shownPair(key, after[key], column),
			},
		];
	}

	/** The key that a new one is put behind: the last of those before it in the order; else the last. */
	#anchor(key: string, kept: readonly string[]): string | undefined {
		const place = this.style.order.indexOf(key);
		if (place < 0) return kept.at(-1);
		return kept.findLast((other) => this.style.order.indexOf(other) < place);
	}

	#ordered(values: Values): readonly string[] {
		const place = (key: string) => {
			const at = this.style.order.indexOf(key);
			return at < 0 ? this.style.order.length : at;
		};
		return Object.keys(values).sort((a, b) => place(a) - place(b));
	}

	#list(
		node: YAMLSeq,
		before: readonly unknown[],
		after: readonly unknown[],
	): readonly Splice[] {
		if (after.length === 0 || before.length === 0) {
			return [this.#whole(node, after)];
		}
		const items = node.items as Node[];
		const first = start(items[0] as Node);
		const column = this.text.slice(0, first).lastIndexOf("-");
		const indent = column - lineStart(this.text, column);
		const spaced =
			items[1] !== undefined &&
			/^[ ]*\r?\n/m.test(
				this.text.slice(
					lineEnd(this.text, end(items[0] as Node, this.text)),
					lineStart(this.text, start(items[1])),
				),
			);
		const gap = spaced ? "\n" : "";
		return changesOf(before, after, (at, value) =>
			this.#takes(items[at], value),
		).flatMap((change): readonly Splice[] => {
			const item = items[change.at];
			if (change.kind === "insert") {
				const shown = `- ${this.#item(change.value, indent + 2)}`;
				return [this.#newItem(shown, items, change.at, indent, gap)];
			}
			if (!item) return [];
			return change.kind === "alter"
				? this.node(item, before[change.at], change.value)
				: [this.#withoutItem(item, spaced)];
		});
	}

	#newItem(
		shown: string,
		items: readonly Node[],
		at: number,
		indent: number,
		gap: string,
	): Splice {
		const previous = items[at - 1];
		if (previous) {
			const behind = lineEnd(this.text, end(previous, this.text));
			const { text, ...place } = this.#line(behind, indent, shown);
			return { ...place, text: gap + text };
		}
		const before = lineStart(this.text, start(items[0] as Node));
		const text = `${" ".repeat(indent)}${shown}
${gap}`;
		return { from: before, to: before, text };
	}

	#withoutItem(item: Node, spaced: boolean): Splice {
		const { text } = this;
		const { from, to } = lines(text, start(item), end(item, text));
		if (!spaced) return { from, to, text: "" };
		const above = text.slice(0, from).match(/\n([ ]*\r?\n)$/)?.[1] ?? "";
		const below = above ? "" : (text.slice(to).match(/^[ ]*\r?\n/)?.[0] ?? "");
		return { from: from - above.length, to: to + below.length, text: "" };
	}

	#flowList(
		node: YAMLSeq,
		before: readonly unknown[],
		after: readonly unknown[],
	): readonly Splice[] {
		const items = node.items as Node[];
		if (after.length === 0 || items.length === 0) {
			return [this.#whole(node, after)];
		}
		const changes = changesOf(before, after, (_, value) =>
			isScalarValue(value),
		);
		const gone = new Set(
			changes.flatMap(({ kind, at }) => (kind === "remove" ? [at] : [])),
		);
		return changes.flatMap((change): readonly Splice[] => {
			const item = items[change.at];
			const previous = items[change.at - 1];
			if (change.kind === "insert") {
				const shown = shownFlow(change.value);
				const at = previous
					? end(previous, this.text)
					: start(items[0] as Node);
				const text = previous ? `, ${shown}` : `${shown}, `;
				return [{ from: at, to: at, text }];
			}
			if (!item) return [];
			const own = { from: start(item), to: end(item, this.text) };
			if (change.kind === "alter") {
				return [{ ...own, text: shownFlow(change.value) }];
			}
			// Its comma goes as well: the one before it, where something stays before it.
			const next = items[change.at + 1];
			const follows = items.slice(0, change.at).some((_, at) => !gone.has(at));
			return previous && (follows || !next)
				? [{ from: end(previous, this.text), to: own.to, text: "" }]
				: [{ from: own.from, to: next ? start(next) : own.to, text: "" }];
		});
	}

	/** A line of its own at the end of another line, also where the file ends without one. */
	#line(at: number, column: number, shown: string): Splice {
		const open = at > 0 && this.text[at - 1] !== "\n" ? "\n" : "";
		return {
			from: at,
			to: at,
			text: `${open}${" ".repeat(column)}${shown}\n`,
		};
	}

	#shownPair(key: string, value: unknown, column: number): string {
		const name = `${showScalar(key, { column, indent: column, width: Number.POSITIVE_INFINITY, flow: true })}:`;
		if (isScalarValue(value)) {
			const shown = showScalar(value, {
				column: column + name.length + 1,
				indent: column + 2,
				width: this.style.width,
				flow: false,
			});
			return `${name} ${shown}`;
		}
		const isShort =
			Array.isArray(value) &&
			(this.style.flowLists || value.length === 0) &&
			value.every(isScalarValue);
		const isEmpty = isValues(value) && Object.keys(value).length === 0;
		if (isShort || isEmpty) return `${name} ${shownFlow(value)}`;
		const inner = column + 2;
		const head = `${name}\n${" ".repeat(inner)}`;
		return head + this.#item(value, inner);
	}

	/** A value from a column on; its first line is not indented. */
	#item(value: unknown, column: number): string {
		const next = `\n${" ".repeat(column)}`;
		if (isScalarValue(value)) {
			const { width } = this.style;
			return showScalar(value, { column, indent: column, width, flow: false });
		}
		if (Array.isArray(value)) {
			return value.length === 0
				? "[]"
				: value.map((item) => `- ${this.#item(item, column + 2)}`).join(next);
		}
		const values = value as Values;
		const keys = this.#ordered(values);
		return keys.length === 0
			? "{}"
			: keys.map((key) => this.#shownPair(key, values[key], column)).join(next);
	}
}

function shownFlow(value: unknown): string {
	if (isScalarValue(value)) {
		const width = Number.POSITIVE_INFINITY;
		return showScalar(value, { column: 0, indent: 0, width, flow: true });
	}
	return Array.isArray(value)
		? `[${value.map(shownFlow).join(", ")}]`
		: `{${Object.entries(value as Values)
				.map(([key, inner]) => `${shownFlow(key)}: ${shownFlow(inner)}`)
				.join(", ")}}`;
}

function spliced(text: string, splices: readonly Splice[]): string {
	const ordered = [...splices].sort((a, b) => a.from - b.from || a.to - b.to);
	const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
	let result = "";
	let at = 0;
	for (const { from, to, text: piece } of ordered) {
		result += text.slice(at, from) + piece.replaceAll("\n", lineBreak);
		at = Math.max(at, to);
	}
	return result + text.slice(at);
}
