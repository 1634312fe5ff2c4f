import { createWeb } from "./channels/web/index.js";
import type { Config } from "./config.js";
import { State } from "./conversation/state.js";
import { createDeskRoutes } from "./desk/index.js";
import { endDuties } from "./end-duties.js";
import { openKnowing } from "./knowing.js";
import { createEditor } from "./knowledge/editor.js";
import type { Log } from "./log.js";
import { createMessaging, type Messaging } from "./messaging.js";
import { keepOffering } from "./offering.js";
import { tellPapersChanged } from "./papers-changed.js";
import { createAskedCounter } from "./report/asked.js";
import { askedEntry, createReport } from "./report/report.js";
import { measureEffect } from "./search/measure-effect.js";
import { openLowdb } from "./store/lowdb/index.js";
import { createTalk, openPeople } from "./talk.js";
import { keepTidy } from "./tidy.js";
import type { Clock } from "./time.js";

interface Around {
	readonly clock: Clock;
	readonly log: Log;
}

/** The whole system: what it knows, what it keeps, and the doors to it. */
export async function createApp(config: Config, { clock, log }: Around) {
	const since = clock();
	const known = await openKnowing(config.knowledgeDir, log);
	const stores = await openLowdb(config.dataDir, { clock, state: State });
	known.follow(since);
	const editor = await createEditor({
		folder: config.knowledgeDir,
		history: stores.history,
		effect: measureEffect,
		load: known.load,
	});
	if (!config.rateLimit) log.warn("RATE_LIMIT=off: for load tests only");
	let address = config.publicUrl;
	const asked = createAskedCounter(stores.asked, { clock, log });
	const people = openPeople(stores, clock, {
		admins: config.admins,
		reassigned: (member, now) =>
			endingDuties(member, now).catch((err) =>
				log.error({ err }, "the duties of a member could not be ended"),
			),
	});
	const tidying = keepTidy({ ...stores, crew: people.crew }, clock, log);
	const talk = createTalk(stores, known.now, clock, {
		trouble: (err) => log.error({ err }, "a message could not be dealt with"),
		noted: (err) => log.error({ err }, "a question could not be noted"),
		address: () => address,
		people,
		editor,
		channels: () => messaging.channels.map(({ name }) => name),
		answered: (told) => asked.count(askedEntry(told)),
	});
	const endingDuties = endDuties(talk.saturday, clock);
	const offering = keepOffering(talk.saturday, log, talk.askForRelief);
	const messaging: Messaging = createMessaging(config, {
		stores,
		talk,
		knowledge: () => known.now().knowledge,
		clock,
		log,
	});
	known.onTakenOver(
		tellPapersChanged({
			...stores,
			channels: () => messaging.channels.map(({ name }) => name),
			clock,
		}),
	);
	const web = createWeb({
		converse: talk.converse,
		knows: async (key) => (await stores.sessions.read(key)) !== undefined,
		knowledge: () => known.now().knowledge,
		understand: () => known.now().search.understand,
		findBooking: talk.booking.find,
		writable: stores.writable,
		clock,
		log,
		publicUrl: config.publicUrl,
		rateLimit: config.rateLimit,
		channels: messaging.channels,
		desk: (parts) =>
			createDeskRoutes({
				...parts,
				people,
				audit: stores.audit,
				saturday: talk.saturday,
				report: createReport({ ...stores, knowledge: parts.knowledge }),
				zaloUsage: messaging.zaloUsage,
				questions: talk.unanswered.desk,
				editor,
			}),
	});
	return {
		converse: talk.converse,
		people,
		saturday: talk.saturday,
		web,
		/** Edits of the knowledge, published into the folder that the bot follows. */
		editor,
		/** Opens the messaging channels; the port is open by then, and answers at this address. */
		async start(listening?: string) {
			address ??= listening;
			await talk.unanswered.desk.finish().catch((err: unknown) => {
				log.error({ err }, "who waits for an answer could not be told");
			});
			await messaging.start();
		},
		/** The way in for the first administrator; undefined when there is one. */
		async firstLink() {
			const secret = await people.door.openFirst().catch((err) => {
				log.error({ err }, "no link for a first administrator could be made");
			});
			return secret && `${address}/vao/${secret}`;
		},
		/** Begins nothing new on any channel, and finishes what is in hand within the grace. */
		stop: messaging.stop,
		async close() {
			web.close();
			tidying.stop();
			await offering.stop();
			await known.close();
			await editor.idle();
			await asked.flush();
			await talk.unanswered.log.idle();
			await stores.close();
		},
	};
}
