import { setTimeout as pause } from "node:timers/promises";
import { refuse } from "./refusal.js";

/** A message of the bot's as a chat shows it. */
export interface Shown {
	readonly id: number;
	readonly text: string;
	readonly buttons: readonly (readonly Button[])[];
	readonly file?: File;
	readonly repliesTo?: number;
	/** How often it was edited. */
	readonly edits: number;
}

export interface Button {
	readonly text: string;
	readonly callback_data: string;
}

export interface File {
	readonly name: string;
	readonly content: string;
}

/** Longer than anything here takes; then the test is told what the chat shows. */
const PATIENCE_MS = 5_000;

/** A private chat or a group, with what the bot said in it. */
export class Chat {
	readonly shown: Shown[] = [];
	blocked = false;
	private readonly news: Shown[] = [];
	private readonly readers: ((shown: Shown) => void)[] = [];

	constructor(
		readonly id: number,
		readonly type: "private" | "supergroup",
	) {}

	show(message: Shown): Shown {
		this.shown.push(message);
		return this.tell(message);
	}

	edit(id: unknown, changes: Pick<Partial<Shown>, "text" | "buttons">): Shown {
		const at = this.shown.findIndex((message) => message.id === id);
		const before = this.shown[at];
		if (!before) refuse(400, "Bad Request: message to edit not found");
		const after = { ...before, ...changes };
		if (JSON.stringify(after) === JSON.stringify(before)) {
			refuse(
				400,
				"Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
			);
		}
		const edited = { ...after, edits: before.edits + 1 };
		this.shown[at] = edited;
		return this.tell(edited);
	}

	/** The next message, new or edited. */
	async reads(): Promise<Shown> {
		const next = this.news.shift();
		if (next) return next;
		const patience = new AbortController();
		const { signal } = patience;
		const read = await Promise.race([
			new Promise<Shown>((resolve) => this.readers.push(resolve)),
			pause(PATIENCE_MS, undefined, { signal }).catch(() => undefined),
		]);
		patience.abort();
		if (!read) throw new Error(`nothing more was said:\n${this.describe()}`);
		return read;
	}

	/** The newest message with a button that says this, and the button. */
	button(label: string): readonly [Shown, Button] {
		for (const message of this.shown.toReversed()) {
			const button = message.buttons
				.flat()
				.find(({ text }) => text.includes(label));
			if (button) return [message, button];
		}
		throw new Error(`no button says "${label}":\n${this.describe()}`);
	}

	private tell(message: Shown): Shown {
		const reader = this.readers.shift();
		if (reader) reader(message);
		else this.news.push(message);
		return message;
	}

	private describe = () =>
		this.shown
			.map(({ text, buttons, file }) =>
				[
					file ? `[${file.name}]` : text,
					...buttons.map((row) => row.map((one) => `[${one.text}]`).join(" ")),
				].join("\n"),
			)
			.join("\n---\n");
}
