import { readCode } from "./booking/code.js";
import { calendarFile } from "./channels/calendar-file.js";
import type { Channel } from "./channels/channel.js";
import { createGateway } from "./channels/gateway/gateway.js";
import { createPace, unpaced } from "./channels/gateway/pace.js";
import { createPostman } from "./channels/gateway/postman.js";
import { createTold } from "./channels/gateway/told.js";
import { withinGrace } from "./channels/gateway/within-grace.js";
import { createTelegram } from "./channels/telegram/index.js";
import { createZalo } from "./channels/zalo/index.js";
import type { ReadUsage } from "./channels/zalo/usage.js";
import type { BotSettings, Config } from "./config.js";
import { lastAnswerFrom } from "./conversation/converse.js";
import type { BookingNotice } from "./conversation/reply.js";
import type { State } from "./conversation/state.js";
import type { Knowledge } from "./knowledge/schema.js";
import type { Log } from "./log.js";
import type { Stores } from "./store/stores.js";
import type { createTalk } from "./talk.js";
import type { Clock } from "./time.js";

interface Parts {
	readonly stores: Stores<State>;
	readonly talk: Pick<ReturnType<typeof createTalk>, "booking" | "converse">;
	readonly knowledge: () => Knowledge;
	readonly clock: Clock;
	readonly log: Log;
}

/** The platforms that have a token, the gateway before them, and who brings what the outbox says is due. */
export interface Messaging {
	readonly channels: readonly Channel[];
	/** How much of Zalo's plan is used; undefined without a token of Zalo's. */
	readonly zaloUsage: ReadUsage;
	/** With the port open: a platform may look at once whether its webhook answers. */
	start(): Promise<void>;
	/** Takes nothing new; what is in hand is finished within the grace, the rest is stored for the next process. */
	stop(graceMs: number): Promise<void>;
}

export function createMessaging(config: Config, parts: Parts): Messaging {
	const { stores, talk, knowledge, clock, log } = parts;
	const telegram = openTelegram(config, parts);
	const zalo = openZalo(config, parts);
	const channels: Channel[] = [telegram, zalo].filter(
		(one) => one !== undefined,
	);
	const gateway = createGateway({
		channels,
		inbox: stores.inbox,
		converse: talk.converse,
		lastAnswer: lastAnswerFrom(stores.sessions),
		pace: config.rateLimit ? createPace() : unpaced,
		told: createTold(stores.bookings),
		reachable: (person, is) =>
			is ? stores.reach.find(person) : stores.reach.lose(person),
		clock,
		log,
	});
	const postman = createPostman({
		bookings: stores.bookings,
		letters: stores.letters,
		gateway,
		reach: stores.reach,
		channels: channels.map(({ name }) => name),
		knowledge,
		clock,
		log,
	});
	return {
		channels,
		zaloUsage: async () => zalo?.usage(),
		async start() {
			if (channels.length === 0) return;
			await gateway.start();
			postman.start();
		},
		async stop(graceMs) {
			await Promise.all([
				withinGrace(postman.stop(), graceMs),
				gateway.stop(graceMs),
			]);
		},
	};
}

function openTelegram(
	{ telegram, publicUrl }: Config,
	{ talk, knowledge, clock, log }: Parts,
) {
	if (!telegram) return undefined;
	const calendarOf = async ({ code }: BookingNotice) => {
		const known = readCode(code);
		const booking = known && (await talk.booking.find(known));
		return booking && calendarFile(booking, knowledge(), clock());
	};
	return createTelegram({
		...wayOf("telegram", telegram, publicUrl),
		calendarFile: calendarOf,
		clock,
		log,
	});
}

function openZalo(
	{ zalo, publicUrl }: Config,
	{ stores: { usage }, clock, log }: Parts,
) {
	return (
		zalo &&
		createZalo({
			...wayOf("zalo", zalo, publicUrl),
			publicUrl,
			usage,
			clock,
			log,
		})
	);
}

/** By webhook where the platform can reach us and proves itself; else we ask for messages ourselves. */
const wayOf = (
	name: Channel["name"],
	{ token, apiRoot, webhookSecret }: BotSettings,
	publicUrl: string | undefined,
) => ({
	token,
	apiRoot,
	...(publicUrl &&
		webhookSecret && {
			webhook: { url: `${publicUrl}/webhooks/${name}`, secret: webhookSecret },
		}),
});
