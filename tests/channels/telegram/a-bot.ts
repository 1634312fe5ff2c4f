import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type {
	Channel,
	Delivery,
	Incoming,
} from "../../../src/channels/channel.js";
import {
	createTelegram,
	type TelegramDeps,
} from "../../../src/channels/telegram/index.js";
import type { Reply } from "../../../src/conversation/reply.js";
import { createLog } from "../../../src/log.js";
import { type StandIn, type StandInOptions, standIn } from "./stand-in.js";

/** Fast enough that no test waits, slow enough for a busy machine. */
export const FAST = {
	pollSeconds: 1,
	pollMs: 2_000,
	callMs: 500,
	connectMs: 400,
	firstPauseMs: 5,
	longestPauseMs: 20,
	conflictMs: 30,
};

export interface ABot {
	readonly telegram: Channel;
	readonly api: StandIn;
	/** What was stored, in order. */
	readonly accepted: Incoming[];
	/** What became of each answer. */
	readonly deliveries: Delivery[];
	readonly logged: string[];
	/** The lines of the log that say this. */
	logs(words: string): number;
	stop(): Promise<void>;
}

export interface Around extends Partial<TelegramDeps> {
	readonly standIn?: StandInOptions;
	/** Instead of a stand-in of its own. */
	readonly api?: StandIn;
	/** By webhook, over a port of its own. */
	readonly byWebhook?: string;
	readonly replies?: (
		incoming: Incoming,
	) => readonly Reply[] | Promise<readonly Reply[]>;
	/** Storing fails as long as it returns true. */
	readonly storeFails?: () => boolean;
	readonly start?: boolean;
}

/** The channel against a stand-in: what comes in is kept and answered at once, as the gateway would do. */
export async function aBot({
	standIn: options,
	api: given,
	byWebhook,
	replies = ({ text }) => [{ text: `Nghe: ${text}` }],
	storeFails = () => false,
	start = true,
	tempo,
	...deps
}: Around = {}): Promise<ABot> {
	const api = given ?? (await standIn(options));
	const accepted: Incoming[] = [];
	const deliveries: Delivery[] = [];
	const logged: string[] = [];
	const door = byWebhook ? await openDoor() : undefined;
	const telegram = createTelegram({
		token: api.token,
		apiRoot: api.url,
		...(byWebhook && door && { webhook: { url: door.url, secret: byWebhook } }),
		clock: () => new Date(),
		log: createLog("debug", { write: (line) => void logged.push(line) }),
		tempo: { ...FAST, ...tempo },
		chance: () => 0.5,
		...deps,
	});
	door?.leadsTo(telegram);
	const answering: Promise<unknown>[] = [];
	async function answer(one: Incoming): Promise<void> {
		deliveries.push(await telegram.answer(one, await replies(one)));
	}
	if (start) {
		await telegram.start(async (incoming) => {
			if (storeFails()) throw new Error("the disk is full");
			for (const one of incoming) {
				accepted.push(one);
				answering.push(answer(one));
			}
		});
	}
	return {
		telegram,
		api,
		accepted,
		deliveries,
		logged,
		logs: (words) => logged.filter((line) => line.includes(words)).length,
		async stop() {
			await telegram.stop();
			await Promise.all(answering);
			await door?.close();
			if (!given) await api.close();
		},
	};
}

/** A port that hands requests to the channel's webhook, as the web server does. */
async function openDoor() {
	let channel: Channel | undefined;
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		const headers = new Headers(
			Object.entries(request.headers).map(([name, value]) => [
				name,
				String(value),
			]),
		);
		const status = await channel?.webhook?.(headers, Buffer.concat(chunks));
		response.writeHead(status ?? 404).end();
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/webhooks/telegram`,
		leadsTo(telegram: Channel) {
			channel = telegram;
		},
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}

/** Resolves once the condition holds; fails the test when it does not come about. */
export async function until(holds: () => boolean, what = "it"): Promise<void> {
	const end = performance.now() + 5_000;
	while (!holds()) {
		if (performance.now() > end) throw new Error(`${what} never came about`);
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
}
