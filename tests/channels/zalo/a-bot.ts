import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Accept, Incoming } from "../../../src/channels/channel.js";
import {
	createZalo,
	type Zalo,
	type ZaloSettings,
} from "../../../src/channels/zalo/index.js";
import type { Tempo } from "../../../src/channels/zalo/tempo.js";
import { createLog } from "../../../src/log.js";
import { type StandIn, type StandInOptions, startZalo } from "./stand-in.js";

/** No pauses to speak of; what answers has time enough on a busy machine. */
export const HASTE: Tempo = {
	pollSeconds: 1,
	pollGraceMs: 5_000,
	callMs: 5_000,
	firstPauseMs: 1,
	longestPauseMs: 4,
	longestRegisterPauseMs: 4,
	idleMs: 1,
	forbiddenPauseMs: 1,
	quotaSeconds: 60,
};

/** For what never answers; long enough for a call to be made on a busy machine. */
export const IMPATIENT: Tempo = { ...HASTE, pollGraceMs: 100, callMs: 500 };

export const NOW = new Date("2026-11-24T02:00:00Z");
export const SECRET = "bi-mat-cua-ban";

/** A stand-in for the platform, gone when the test is. */
export async function aZalo(options?: StandInOptions): Promise<StandIn> {
	const zalo = await startZalo(options);
	onTestFinished(() => zalo.stop());
	return zalo;
}

export interface Bot {
	readonly channel: Zalo;
	/** What came in and was stored. */
	readonly heard: Incoming[];
	/** The log's lines. */
	readonly logged: string[];
	start(): Promise<void>;
	/** Resolves once so many messages came in. */
	hears(count: number): Promise<readonly Incoming[]>;
	/** Resolves with the first line of the log that says so, once there is one. */
	logs(words: string): Promise<string>;
}

/** The channel at the stand-in, with a store that keeps what it gets unless told otherwise. */
export function aBot(
	zalo: Pick<StandIn, "token" | "apiRoot">,
	settings: Partial<ZaloSettings> & { readonly store?: Accept } = {},
): Bot {
	const { store = async () => {}, ...rest } = settings;
	const heard: Incoming[] = [];
	const logged: string[] = [];
	const waiting = new Set<() => void>();
	const happened = () => {
		for (const look of [...waiting]) look();
	};
	const once = <Found>(find: () => Found | undefined): Promise<Found> =>
		new Promise((resolve) => {
			const look = () => {
				const found = find();
				if (found === undefined) return;
				waiting.delete(look);
				resolve(found);
			};
			waiting.add(look);
			look();
		});
	const channel = createZalo({
		token: zalo.token,
		apiRoot: zalo.apiRoot,
		clock: () => NOW,
		log: createLog("trace", {
			write(line) {
				logged.push(line);
				happened();
			},
		}),
		tempo: HASTE,
		...rest,
	});
	onTestFinished(() => channel.stop());
	return {
		channel,
		heard,
		logged,
		start: () =>
			channel.start(async (incoming) => {
				await store(incoming);
				heard.push(...incoming);
				happened();
			}),
		hears: (count) => once(() => (heard.length < count ? undefined : heard)),
		logs: (words) => once(() => logged.find((line) => line.includes(words))),
	};
}

/** A port that hands what is posted to it to the bot's webhook. */
export async function aDoor(): Promise<{
	readonly url: string;
	leadsTo(channel: Zalo): void;
}> {
	let channel: Zalo | undefined;
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const headers = new Headers(
			Object.entries(request.headersDistinct).flatMap(([name, values = []]) =>
				values.map((value): [string, string] => [name, value]),
			),
		);
		const status = await channel?.webhook?.(headers, Buffer.concat(chunks));
		response.writeHead(status ?? 404).end();
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/webhooks/zalo`,
		leadsTo: (to) => {
			channel = to;
		},
	};
}

/** The bot behind its webhook, registered with the stand-in. */
export async function aWebhookBot(
	zalo: StandIn,
	settings: Parameters<typeof aBot>[1] = {},
): Promise<Bot> {
	const door = await aDoor();
	const bot = aBot(zalo, {
		webhook: { url: door.url, secret: SECRET },
		...settings,
	});
	door.leadsTo(bot.channel);
	await bot.start();
	await zalo.until(() => zalo.deliveries.length > 0);
	return bot;
}
