import type { Entry, Turn } from "./entry.js";

/** More lines than this in one burst are not one question; what is read is cut at 2,000 characters anyway. */
const MOST_LINES = 20;

/** The turn to be taken next, or the moment, in ms, until which one has to wait for more lines of it. */
export type Next =
	| { readonly kind: "turn"; readonly turn: Turn }
	| { readonly kind: "wait"; readonly until: number };

/**
 * People write one question in several lines. The lines that come within `burstMs` of the first are one turn; a tap, a
 * command or a later line ends it at once. Pictures sent together get one answer as well.
 */
export function nextTurn(
	[first, ...others]: Turn,
	now: number,
	burstMs: number,
): Next {
	if (!isJoining(first)) return { kind: "turn", turn: [first] };
	const end = others.findIndex((entry) => !belongs(entry, first, burstMs));
	const lines = end < 0 ? others : others.slice(0, end);
	const turn: Turn = [first, ...lines.slice(0, MOST_LINES - 1)];
	const until = first.at + burstMs;
	const isOver = end >= 0 || turn.length === MOST_LINES || now >= until;
	return isOver ? { kind: "turn", turn } : { kind: "wait", until };
}

/** The lines as one text. */
export const textOf = (turn: Turn): string =>
	turn.map(({ incoming }) => incoming.text).join("\n");

const isJoining = ({ said, incoming: { kind } }: Entry): boolean =>
	said === undefined && (kind === "typed" || kind === "unsupported");

const belongs = (entry: Entry, first: Entry, burstMs: number): boolean =>
	isJoining(entry) &&
	entry.incoming.kind === first.incoming.kind &&
	sentAt(entry) - sentAt(first) <= burstMs;

/** What waited at the platform while we were away came at once, but was not written at once. */
const sentAt = ({ incoming }: Entry): number => incoming.receivedAt.getTime();
