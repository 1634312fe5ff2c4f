import type { Log } from "../../log.js";
import type { Clock } from "../../time.js";
import type { Channel } from "../channel.js";
import { createWebhook } from "../webhook.js";
import { createApi } from "./api.js";
import { offerCommands } from "./commands.js";
import { connect, type Webhook } from "./connect.js";
import { createDelivery } from "./deliver.js";
import { live } from "./live.js";
import { createPolling } from "./poll.js";
import { createReceiver } from "./receive.js";
import type { CalendarFile } from "./send.js";
import { TEMPO, type Tempo } from "./tempo.js";

export interface TelegramDeps {
	readonly token: string;
	readonly apiRoot: string;
	/** Absent: long polling. */
	readonly webhook?: Webhook;
	/** Absent: confirmations come without a file for the calendar. */
	readonly calendarFile?: CalendarFile;
	readonly clock: Clock;
	readonly log: Log;
	readonly tempo?: Partial<Tempo>;
	/** From 0 to 1. */
	readonly chance?: () => number;
}

/**
 * Telegram, by long polling or by webhook. Of telegraf the typed client is used, not its polling and its middleware:
 * here an update counts as received once it is stored, and is answered from the store.
 */
export function createTelegram({
	token,
	apiRoot,
	webhook,
	calendarFile,
	clock,
	log,
	tempo: changes,
	chance = Math.random,
}: TelegramDeps): Channel {
	const tempo = { ...TEMPO, ...changes };
	const api = createApi({ token, apiRoot }, tempo);
	const delivery = createDelivery({ api, log, calendarFile });
	const blocked = new Set<string>();
	const stopping = new AbortController();
	const { signal } = stopping;
	let receive: ((updates: readonly unknown[]) => Promise<void>) | undefined;
	let living: Promise<void> | undefined;

	/** Before the bot knows its own name it cannot tell which of a group's messages are meant for it. */
	async function take(updates: readonly unknown[]): Promise<void> {
		if (!receive) throw new Error("telegram: not connected yet");
		await receive(updates);
	}

	return {
		name: "telegram",

		async start(accept) {
			const receiver = createReceiver({ accept, clock, log, blocked });
			const poll = createPolling(api, tempo, take);
			living = live({
				async connect() {
					const me = await connect(api, webhook, signal);
					const again = receive !== undefined;
					receive = (updates) => receiver(me, updates);
					if (again) return;
					const by = webhook ? "webhook" : "polling";
					log.info({ bot: me.username, by }, "telegram: connected");
					void offerCommands(api, log, signal); // never rejects, and nothing waits for it
				},
				...(!webhook && { poll: () => poll(signal) }),
				tempo,
				clock,
				log,
				chance,
				signal,
			});
		},

		async answer(incoming, replies) {
			return delivery.answer(incoming, replies);
		},

		async notify(conversation, reply) {
			return blocked.has(conversation)
				? { kind: "unreachable" }
				: delivery.notify(conversation, reply);
		},

		...(webhook && {
			webhook: createWebhook({
				channel: "telegram",
				header: "x-telegram-bot-api-secret-token",
				secret: webhook.secret,
				take: (update) => take([update]),
				clock,
				log,
			}),
		}),

		async stop() {
			stopping.abort();
			await living;
			api.close();
		},
	};
}
