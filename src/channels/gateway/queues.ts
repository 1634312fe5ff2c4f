import type { Incoming } from "../channel.js";
import { nextTurn } from "./burst.js";
import type { Entry, Turn } from "./entry.js";

/** A person types or taps no more than this ahead of the answers; what comes above it is a flood. */
const MOST_OF_ONE = 20;
/** In all conversations together: some megabytes, and minutes of work. */
const MOST_IN_ALL = 10_000;

/** Who waits for an answer: a short line for each conversation. */
export interface Queues {
	/** Keeps a place in the conversation's line; false when the line is full. */
	reserve(conversation: string): boolean;
	/** Gives back a place that was not needed. */
	release(conversation: string): void;
	/** Puts a message in line; `reserved` when a place was kept for it. */
	add(entry: Entry, reserved: boolean): void;
	/** All lines together are as long as they may be. */
	isFull(): boolean;
	/** Somebody of this conversation waits, or is being answered. */
	isBusy(conversation: string): boolean;
	/** From now on no turn is begun; resolves when those that were begun are over. */
	close(): Promise<void>;
}

interface Line {
	waiting: Entry[];
	/** Places kept for messages that are being stored. */
	coming: number;
	taking: Promise<void> | undefined;
	timer: NodeJS.Timeout | undefined;
}

/**
 * One line for each conversation: its turns are taken one after the other, different conversations side by side. A line
 * that is empty is forgotten.
 */
export function createQueues({
	take,
	now,
	burstMs,
}: {
	/** Answers a turn; never rejects. */
	readonly take: (turn: Turn) => Promise<void>;
	readonly now: () => number;
	readonly burstMs: number;
}): Queues {
	const lines = new Map<string, Line>();
	let inAll = 0;
	let closed = false;

	function lineOf(conversation: string): Line {
		const line = lines.get(conversation) ?? newLine();
		lines.set(conversation, line);
		return line;
	}

	function forgetIfEmpty(conversation: string, line: Line): void {
		if (line.waiting.length + line.coming === 0 && !line.taking)
			lines.delete(conversation);
	}

	/** Begins the next turn, unless one is being taken or more lines of a burst are expected. */
	function advance(conversation: string, line: Line): void {
		clearTimeout(line.timer);
		const [first, ...others] = line.waiting;
		if (closed || line.taking) return;
		if (!first) {
			forgetIfEmpty(conversation, line);
			return;
		}
		const next = nextTurn([first, ...others], now(), burstMs);
		if (next.kind === "wait") {
			const ms = next.until - now();
			line.timer = setTimeout(() => advance(conversation, line), ms);
			return;
		}
		line.waiting = line.waiting.slice(next.turn.length);
		inAll -= next.turn.length;
		line.taking = take(next.turn).finally(() => {
			line.taking = undefined;
			advance(conversation, line);
		});
	}

	return {
		reserve(conversation) {
			const line = lineOf(conversation);
			if (line.waiting.length + line.coming >= MOST_OF_ONE) return false;
			line.coming++;
			inAll++;
			return true;
		},
		release(conversation) {
			const line = lineOf(conversation);
			line.coming--;
			inAll--;
			forgetIfEmpty(conversation, line);
		},
		add(entry, reserved) {
			const { conversation }: Incoming = entry.incoming;
			const line = lineOf(conversation);
			if (reserved) line.coming--;
			else inAll++;
			line.waiting.push(entry);
			advance(conversation, line);
		},
		isFull: () => inAll >= MOST_IN_ALL,
		isBusy: (conversation) => lines.has(conversation),
		async close() {
			closed = true;
			for (const { timer } of lines.values()) clearTimeout(timer);
			await Promise.all([...lines.values()].map(({ taking }) => taking));
		},
	};
}

const newLine = (): Line => ({
	waiting: [],
	coming: 0,
	taking: undefined,
	timer: undefined,
});
