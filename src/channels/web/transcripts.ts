import type { Reply } from "../../conversation/reply.js";
import type { Clock } from "../../time.js";

/** One line of the chat as the page shows it. */
export type Line =
	| { readonly from: "person"; readonly text: string }
	| { readonly from: "desk"; readonly reply: Reply };

/**
 * What the chat page shows of the past. It lives in memory only, for an hour after the last message and within the
 * bounds below: people type names and phone numbers into a chat, and those belong in their booking, nowhere else. The
 * state of the conversation is the session store's and outlives this.
 */
export interface Transcripts {
	/** Undefined when there was none, or when it is no longer kept. */
	of(conversation: string): readonly Line[] | undefined;
	add(conversation: string, lines: readonly Line[]): void;
	forget(conversation: string): void;
	/** Drops what nobody has written to for an hour. */
	sweep(): void;
}

const KEPT_MS = 60 * 60 * 1000;
/** The least recently written goes first. With the bound below, some 40 MB at the very most. */
const CONVERSATIONS = 1_000;
const CHARACTERS = 20_000;

interface Transcript {
	readonly lines: readonly Line[];
	readonly writtenAt: number;
}

export function createTranscripts(clock: Clock): Transcripts {
	// In the order of writing: the first is the one longest untouched.
	const kept = new Map<string, Transcript>();
	const sweep = () => {
		const oldest = clock().getTime() - KEPT_MS;
		for (const [conversation, { writtenAt }] of kept) {
			if (writtenAt >= oldest && kept.size <= CONVERSATIONS) return;
			kept.delete(conversation);
		}
	};
	return {
		sweep,
		of(conversation) {
			sweep();
			return kept.get(conversation)?.lines;
		},
		add(conversation, lines) {
			const before = kept.get(conversation)?.lines ?? [];
			kept.delete(conversation);
			kept.set(conversation, {
				lines: newest([...before, ...lines]),
				writtenAt: clock().getTime(),
			});
			sweep();
		},
		forget(conversation) {
			kept.delete(conversation);
		},
	};
}

/** The last lines that fit, the very last always. */
function newest(lines: readonly Line[]): readonly Line[] {
	let room = CHARACTERS;
	const first = lines.findLastIndex((line) => {
		room -= line.from === "person" ? line.text.length : line.reply.text.length;
		return room < 0;
	});
	return lines.slice(Math.min(first + 1, lines.length - 1));
}
