import { randomInt } from "node:crypto";
import { codeGenerator } from "./booking/code.js";
import { createBookingDesk } from "./booking/desk.js";
import { createWeb } from "./channels/web/index.js";
import type { Config } from "./config.js";
import { createConversation } from "./conversation/converse.js";
import { State } from "./conversation/state.js";
import { loadKnowledge } from "./knowledge/load.js";
import { watchKnowledge } from "./knowledge/watch.js";
import type { Log } from "./log.js";
import { createSearch } from "./search/search.js";
import { openLowdb } from "./store/lowdb/index.js";
import { keepTidy } from "./tidy.js";
import type { Clock } from "./time.js";

interface Around {
	readonly clock: Clock;
	readonly log: Log;
}

/** The whole system: what it knows, what it keeps, and the doors to it. */
export async function createApp(config: Config, { clock, log }: Around) {
	let knowledge = await loadKnowledge(config.knowledgeDir);
	let search = createSearch(knowledge);
	const stores = await openLowdb(config.dataDir, { clock, state: State });
	const watching = watchKnowledge(
		config.knowledgeDir,
		(changed) => {
			search = createSearch(changed);
			knowledge = changed;
			log.info({ entries: knowledge.procedures.size }, "knowledge taken over");
		},
		(err) => log.error({ err }, "knowledge is broken: the old stays in force"),
	);
	if (!config.rateLimit) log.warn("RATE_LIMIT=off: for load tests only");
	for (const bot of ["telegram", "zalo"] as const) {
		if (config[bot]) log.warn({ bot }, "a token is set, but not served yet");
	}
	const tidying = keepTidy(stores, clock, log);

	const booking = createBookingDesk({
		store: stores.bookings,
		desks: () => knowledge.desks,
		calendar: () => knowledge.calendar,
		clock,
		code: codeGenerator((max) => randomInt(max)),
	});
	const converse = createConversation({
		knowledge: () => knowledge,
		understand: () => search.understand,
		booking,
		sessions: stores.sessions,
		consents: stores.consents,
		clock,
		trouble: (err) => log.error({ err }, "a message could not be dealt with"),
	});
	const web = createWeb({
		converse,
		knows: async (key) => (await stores.sessions.read(key)) !== undefined,
		knowledge: () => knowledge,
		understand: () => search.understand,
		findBooking: booking.find,
		writable: stores.writable,
		clock,
		log,
		publicUrl: config.publicUrl,
		rateLimit: config.rateLimit,
	});
	return {
		converse,
		web,
		async close() {
			web.close();
			tidying.stop();
			await watching.close();
			await stores.close();
		},
	};
}
