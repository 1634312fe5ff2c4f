import type { Log } from "../../log.js";
import type { Clock } from "../../time.js";
import type { Accept, Channel } from "../channel.js";
import { createWebhook } from "../webhook.js";
import { createZaloClient } from "./client.js";
import { isFault, isRefusal, TOKEN_REFUSED, TOKEN_REMEDY } from "./fault.js";
import { parseUpdates } from "./parse.js";
import { poll } from "./poll.js";
import { register, type WebhookSettings } from "./register.js";
import { renderNotice, renderTurn } from "./render.js";
import { createSend } from "./send.js";
import { TEMPO, type Tempo } from "./tempo.js";
import { createUsage, type ReadUsage, type UsageStore } from "./usage.js";

export interface ZaloSettings {
	readonly token: string;
	readonly apiRoot: string;
	/**
	 * Where Zalo posts updates, and what it proves itself with; without it the bot polls, never both. Zalo calls the
	 * address while it is being registered, so the port has to be open before the start.
	 */
	readonly webhook?: WebhookSettings | undefined;
	/** The origin that links in messages begin with; without it there are none. */
	readonly publicUrl?: string | undefined;
	readonly clock: Clock;
	readonly log: Log;
	/** Where messages and users are counted; without it they are not. */
	readonly usage?: UsageStore | undefined;
	readonly tempo?: Partial<Tempo>;
	/** From 0 to 1. */
	readonly chance?: () => number;
}

export interface Zalo extends Channel {
	readonly name: "zalo";
	/** How much of the plan is used. */
	readonly usage: ReadUsage;
}

const PREFIX = "zalo:";

/** The Zalo Bot Platform as a channel: text in, text out, no buttons, no files, no editing. */
export function createZalo({
	token,
	apiRoot,
	webhook,
	publicUrl,
	clock,
	log,
	usage: usageStore,
	tempo: changes,
	chance = Math.random,
}: ZaloSettings): Zalo {
	const tempo = { ...TEMPO, ...changes };
	const client = createZaloClient({ token, apiRoot, tempo });
	const usage = usageStore && createUsage(usageStore, { clock, log });
	const ending = new AbortController();
	const { signal } = ending;
	const way = webhook ? "webhook" : "polling";
	let ownId: string | undefined;
	let accept: Accept | undefined;
	let refused = false;
	let running: Promise<void> = Promise.resolve();

	/** Without its token this channel is at its end; the others know nothing of it. */
	function tokenRefused(): void {
		if (!refused) log.error(TOKEN_REMEDY);
		refused = true;
		ending.abort();
	}

	async function take(body: unknown): Promise<void> {
		const parsed = parseUpdates(body, { now: clock(), ownId });
		const incoming = parsed.flatMap((one) =>
			one.kind === "message" ? [one.incoming] : [],
		);
		for (const one of parsed)
			if (one.kind === "ignored") log.debug({ why: one.why }, "update ignored");
		if (incoming.length === 0) return;
		if (accept === undefined) throw new Error("zalo: not taking messages now");
		await accept(incoming);
		for (const { conversation } of incoming) usage?.wrote(conversation);
	}

	/** Which bot this is: for the log, and to know its own messages by. Nothing depends on it. */
	async function introduce(): Promise<void> {
		try {
			const { id, account_name } = await client.getMe(signal);
			ownId = id;
			log.info({ bot: account_name, by: way }, "Zalo is on");
		} catch (error) {
			if (isRefusal(error, TOKEN_REFUSED)) tokenRefused();
			else if (!isFault(error)) throw error;
			else if (!signal.aborted)
				log.warn({ reason: error.message }, "Zalo does not say who the bot is");
		}
	}

	async function run(): Promise<void> {
		await introduce();
		if (signal.aborted) return;
		const around = { client, tokenRefused, signal, tempo, clock, log, chance };
		await (webhook
			? register({ ...around, webhook })
			: poll({ ...around, take }));
	}

	const send = createSend({
		client,
		tempo,
		clock,
		log,
		tokenRefused,
		counted: () => usage?.sent(),
	});

	async function sendTo(conversation: string, parts: readonly string[]) {
		if (!conversation.startsWith(PREFIX))
			return { kind: "refused", why: "zalo: another channel's" } as const;
		// Tried again after the operator's remedy and a new start.
		if (refused) return { kind: "failed", why: TOKEN_REMEDY } as const;
		return send(conversation.slice(PREFIX.length), parts);
	}

	return {
		name: "zalo",

		/** Goes on by itself from here; a platform that is down holds up nobody's start. */
		async start(taking) {
			accept = taking;
			running = run().catch((err: unknown) => {
				log.error({ err }, "Zalo stopped taking messages in");
			});
		},

		answer: ({ conversation }, replies) =>
			sendTo(conversation, renderTurn(replies, publicUrl)),

		notify: (conversation, reply) =>
			sendTo(conversation, renderNotice(reply, publicUrl)),

		...(webhook && {
			webhook: createWebhook({
				channel: "zalo",
				header: "x-bot-api-secret-token",
				secret: webhook.secret,
				take,
				clock,
				log,
			}),
		}),

		usage: async () => usage?.figures(),

		async stop() {
			ending.abort();
			await running;
			accept = undefined;
			await usage?.figures(); // what was counted is written
		},
	};
}
