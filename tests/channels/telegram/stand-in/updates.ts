import { setTimeout as pause } from "node:timers/promises";
import { refuse } from "./refusal.js";

export type Update = { readonly update_id: number } & Record<string, unknown>;

export interface Webhook {
	readonly url: string;
	readonly secret?: string;
}

const PATIENCE_MS = 5_000;

/** What waits to be fetched by one poller or brought to one webhook, never both. */
export class Updates {
	webhook: Webhook = { url: "" };
	/** Ends a poll that waits. */
	wake: () => void = () => undefined;
	private allowed: readonly string[] | undefined;
	private next = 884_000;
	private all: Update[] = [];
	private waiting: Update[] = [];
	/** Handed to the next poll, whatever it says it has. */
	private again: Update[] = [];
	private poller: AbortController | undefined;
	private readonly carried = new Set<Update>();
	private closed = false;

	/** @param repeatMs how soon a webhook that did not take an update is brought it again */
	constructor(private readonly repeatMs: number) {}

	get pending(): number {
		return this.waiting.length + this.again.length;
	}

	bring(content: object): number {
		const update_id = this.next++;
		const [kind = ""] = Object.keys(content);
		if (!this.allowed || this.allowed.includes(kind)) {
			const update = { update_id, ...content };
			this.all.push(update);
			this.queue(update);
		}
		return update_id;
	}

	/** As when Telegram did not hear that they had arrived. */
	bringAllAgain(): void {
		if (this.webhook.url) {
			for (const update of this.all) this.queue({ ...update });
		} else {
			this.again.push(...this.all);
			this.wake();
		}
	}

	/** The kinds to be told of: none named is all, and where nothing is said, what was said last goes on. */
	allow(kinds: unknown): void {
		if (!Array.isArray(kinds)) return;
		this.allowed = kinds.length > 0 ? kinds : undefined;
	}

	setWebhook(webhook: Webhook): void {
		this.webhook = webhook;
		if (!webhook.url) return;
		this.poller?.abort();
		for (const update of this.waiting) void this.carry(update);
	}

	/** A long poll. A second one ends the first. */
	async poll(
		offset: number,
		limit: number,
		seconds: number,
	): Promise<Update[]> {
		if (this.webhook.url) {
			refuse(
				409,
				"Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
			);
		}
		this.poller?.abort();
		const mine = new AbortController();
		this.poller = mine;
		this.waiting = this.waiting.filter(({ update_id }) => update_id >= offset);
		if (this.pending === 0) {
			const nap = new AbortController();
			this.wake = () => nap.abort();
			await pause(seconds * 1000, undefined, {
				signal: AbortSignal.any([nap.signal, mine.signal]),
			}).catch(() => undefined);
		}
		if (mine.signal.aborted) {
			refuse(
				409,
				"Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
			);
		}
		return this.again.length > 0
			? this.again.splice(0, limit)
			: this.waiting.slice(0, limit);
	}

	drop(): void {
		this.waiting = [];
		this.again = [];
	}

	/** Resolves once nothing waits. */
	async delivered(): Promise<void> {
		const until = performance.now() + PATIENCE_MS;
		while (this.pending > 0) {
			if (performance.now() > until) {
				throw new Error(`${this.pending} updates were never taken`);
			}
			await pause(2);
		}
	}

	close(): void {
		this.closed = true;
		this.drop();
		this.poller?.abort();
	}

	private queue(update: Update): void {
		this.waiting.push(update);
		this.wake();
		if (this.webhook.url) void this.carry(update);
	}

	/** Again and again, until it is taken with 2xx. */
	private async carry(update: Update): Promise<void> {
		if (this.carried.has(update)) return;
		this.carried.add(update);
		while (!this.closed && this.webhook.url && this.waiting.includes(update)) {
			if (await bringTo(this.webhook, update)) {
				this.waiting = this.waiting.filter((one) => one !== update);
			} else {
				await pause(this.repeatMs);
			}
		}
		this.carried.delete(update);
	}
}

async function bringTo(
	{ url, secret }: Webhook,
	update: Update,
): Promise<boolean> {
	try {
		const taken = await fetch(url, {
			method: "POST",
			headers: {
				"content-type": "application/json",
				...(secret && { "x-telegram-bot-api-secret-token": secret }),
			},
			body: JSON.stringify(update),
		});
		await taken.arrayBuffer();
		return taken.ok;
	} catch {
		return false; // nobody there
	}
}
