import type { Button, Shown } from "./chat.js";
import { refuse } from "./refusal.js";

/** Telegram's rules for a text; what it keeps of it. */
export function checkedText(text: unknown): string {
	if (typeof text !== "string" || text.trim() === "") {
		refuse(400, "Bad Request: message text is empty");
	}
	if (text.length > 4096) refuse(400, "Bad Request: message is too long");
	if (/\p{Surrogate}/u.test(text)) {
		refuse(400, "Bad Request: strings must be encoded in UTF-8");
	}
	return text.trim();
}

export function checkedButtons(markup: unknown): Shown["buttons"] {
	const { inline_keyboard = [] } = (markup ?? {}) as {
		readonly inline_keyboard?: readonly (readonly Button[])[];
	};
	for (const { text, callback_data } of inline_keyboard.flat()) {
		if (!text) refuse(400, "Bad Request: text buttons are unallowed");
		const bytes = Buffer.byteLength(callback_data ?? "");
		if (bytes < 1 || bytes > 64) {
			refuse(400, "Bad Request: BUTTON_DATA_INVALID");
		}
	}
	return inline_keyboard;
}

export interface Command {
	readonly command: string;
	readonly description: string;
}

export function checkedCommands(commands: unknown): readonly Command[] {
	const list = commands as readonly Command[];
	const wrong = list.some(
		({ command, description }) =>
			!/^[a-z0-9_]{1,32}$/.test(command) ||
			description.length < 1 ||
			description.length > 256,
	);
	if (wrong || list.length > 100)
		refuse(400, "Bad Request: BOT_COMMAND_INVALID");
	return list;
}

/** Where updates are to be brought; plain http only to this machine. */
export function checkedWebhook(url: string, secret: unknown): void {
	if (!/^(https:|http:\/\/127\.)/.test(url)) {
		refuse(
			400,
			"Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
		);
	}
	if (secret !== undefined && !/^[\w-]{1,256}$/.test(String(secret))) {
		refuse(400, "Bad Request: secret token contains unallowed characters");
	}
}

/** Messages a second that are let through before 429. */
export interface PerSecond {
	readonly chat: number;
	readonly all: number;
}

/** Counts what was sent within the last second, in one chat and in all. */
export function createPace(allowed: PerSecond | undefined) {
	let sent: { readonly chat: number; readonly at: number }[] = [];
	return (chat: number): void => {
		if (!allowed) return;
		const now = performance.now();
		sent = sent.filter(({ at }) => now - at < 1000);
		const here = sent.filter((one) => one.chat === chat).length;
		if (sent.length >= allowed.all || here >= allowed.chat) {
			refuse(429, "Too Many Requests: retry after 1", { retry_after: 1 });
		}
		sent.push({ chat, at: now });
	};
}
