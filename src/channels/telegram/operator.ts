import * as z from "zod";
import { createApi } from "./api.js";
import type { Webhook } from "./connect.js";
import { ApiFault } from "./fault.js";
import { isTokenRefused, TOKEN_REFUSED } from "./outcome.js";
import { READ } from "./parse.js";
import { TEMPO, type Tempo } from "./tempo.js";

/** What is asked for by hand; each gives the lines to print, with neither token nor secret in them. */
export interface TelegramOperator {
	status(): Promise<readonly string[]>;
	setWebhook(): Promise<readonly string[]>;
	deleteWebhook(): Promise<readonly string[]>;
}

const Bot = z.object({
	username: z.string(),
	first_name: z.string(),
	can_join_groups: z.boolean().default(true),
	can_read_all_group_messages: z.boolean().default(false),
});

const WebhookInfo = z.object({
	url: z.string(),
	pending_update_count: z.int(),
	last_error_date: z.number().optional(),
	last_error_message: z.string().optional(),
});
type WebhookInfo = z.infer<typeof WebhookInfo>;

export function createTelegramOperator({
	token,
	apiRoot,
	webhook,
	tempo = TEMPO,
}: {
	readonly token: string;
	readonly apiRoot: string;
	/** Absent without PUBLIC_URL and TELEGRAM_WEBHOOK_SECRET. */
	readonly webhook?: Webhook | undefined;
	readonly tempo?: Tempo;
}): TelegramOperator {
	const api = createApi({ token, apiRoot }, tempo);

	return {
		status: () =>
			told(async () => {
				const bot = Bot.parse(await api.call("getMe", {}));
				const info = WebhookInfo.parse(await api.call("getWebhookInfo", {}));
				return [
					`Bot: ${bot.first_name}, https://t.me/${bot.username}`,
					`Groups: ${groups(bot)}`,
					...way(info, webhook),
					`Waiting at Telegram: ${info.pending_update_count}`,
					...lastError(info),
				];
			}),

		setWebhook: () =>
			told(async () => {
				if (!webhook) {
					return [
						"Nothing to set: give PUBLIC_URL and TELEGRAM_WEBHOOK_SECRET first.",
					];
				}
				const { url, secret } = webhook;
				await api.call("setWebhook", {
					url,
					secret_token: secret,
					allowed_updates: READ,
				});
				return [`Webhook set: ${url}`];
			}),

		deleteWebhook: () =>
			told(async () => {
				await api.call("deleteWebhook", {});
				return ["The webhook is deleted; the bot can be polled."];
			}),
	};

	/** What Telegram says to a call that failed is an answer too. */
	async function told(
		ask: () => Promise<readonly string[]>,
	): Promise<readonly string[]> {
		try {
			return await ask();
		} catch (error) {
			if (!(error instanceof ApiFault)) throw error;
			const { fault, message } = error;
			return fault.kind === "refused" && isTokenRefused(fault.code)
				? [TOKEN_REFUSED]
				: [message];
		} finally {
			api.close();
		}
	}
}

const groups = (bot: z.infer<typeof Bot>): string => {
	if (!bot.can_join_groups) return "the bot cannot be added to any";
	return bot.can_read_all_group_messages
		? "the bot gets to see every message; turn on its privacy mode at @BotFather"
		: "the bot sees what is addressed to it";
};

function way({ url }: WebhookInfo, webhook: Webhook | undefined): string[] {
	const now = url
		? `Updates come by webhook: ${url}`
		: "Updates come by polling";
	if (url === (webhook?.url ?? "")) return [now];
	return [
		now,
		webhook
			? `Expected by the settings: ${webhook.url}; it is set when the bot starts`
			: "Expected by the settings: polling; the webhook is deleted when the bot starts",
	];
}

function lastError(info: WebhookInfo): string[] {
	const { last_error_date, last_error_message = "without words" } = info;
	if (last_error_date === undefined) return [];
	const when = new Date(last_error_date * 1000).toISOString();
	return [`Last error of the webhook: ${when}, ${last_error_message}`];
}
