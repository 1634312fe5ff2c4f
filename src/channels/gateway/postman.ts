import type { BookingStore, PersonKey } from "../../booking/store.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { Log } from "../../log.js";
import type { LetterStore } from "../../outbox/letter.js";
import type { ReachStore } from "../../outbox/reach.js";
import { recipientAmong } from "../../outbox/recipient.js";
import { channelOf } from "../../outbox/windows.js";
import type { Clock } from "../../time.js";
import { pauseAfter } from "../pause.js";
import { createBookingMail } from "./booking-mail.js";
import type { Gateway } from "./gateway.js";
import { createLetterMail } from "./letter-mail.js";
import { createLineMail } from "./line-mail.js";
import type { Mail } from "./mail.js";

/** How soon after its moment a reminder goes out, and how long a confirmation waits after a restart. */
const ROUND_MS = 5_000;
const PAUSES = { firstPauseMs: 5_000, longestPauseMs: 10 * 60_000 };
/** Twice is better than never; five times is not. */
const MOST_UNKNOWN = 3;

export interface PostmanDeps {
	readonly bookings: Pick<
		BookingStore,
		"saturdays" | "saturday" | "change" | "find" | "tell"
	>;
	readonly letters: Pick<LetterStore, "waiting" | "find" | "done">;
	readonly gateway: Pick<Gateway, "isBusy" | "notify">;
	readonly reach: ReachStore;
	/** The channels that are open. */
	readonly channels: readonly string[];
	readonly knowledge: () => Knowledge;
	readonly clock: Clock;
	readonly log: Log;
	/** From 0 to 1. */
	readonly chance?: () => number;
}

/** Brings what the outbox says is due. */
export interface Postman {
	start(): void;
	/** Looks once at everything that is due, and tries what can be tried now. */
	round(): Promise<void>;
	/** Begins nothing new; resolves when what is under way is over. */
	stop(): Promise<void>;
}

interface Tries {
	failed: number;
	unknown: number;
	/** Not before this moment, in ms. */
	next: number;
}

export function createPostman({
	bookings,
	letters,
	gateway,
	reach,
	channels,
	knowledge,
	clock,
	log,
	chance = Math.random,
}: PostmanDeps): Postman {
	const { isBusy } = gateway;
	const bags = [
		createBookingMail({ bookings, knowledge, isBusy, clock }),
		createLineMail({ bookings, isBusy, clock }),
		createLetterMail({ letters, bookings, knowledge, isBusy, clock }),
	];
	/** By the mail's key. Begins anew with the process, which costs one try too many. */
	const tries = new Map<string, Tries>();
	const inHand = new Map<string, Promise<void>>();
	let timer: NodeJS.Timeout | undefined;
	let looking: Promise<void> | undefined;
	let stopped = false;

	async function look(): Promise<void> {
		const now = clock();
		const opened = await Promise.all(bags.map((bag) => bag(now).catch(unread)));
		const due = opened.flat();
		forgetTries(new Set(due.map(({ key }) => key)));
		for (const mail of due) {
			const { key, concerns } = mail;
			const waits = (tries.get(key)?.next ?? 0) > now.getTime();
			if (stopped || waits || inHand.has(key) || concerns.some(isBusy))
				continue;
			const to = await recipientAmong(mail.to, channels, reach);
			if (to === undefined) continue;
			const bringing = bring(mail, to)
				.catch((err: unknown) => {
					log.error({ err }, "a notice could not be dealt with");
					later(key, "failed");
				})
				.finally(() => inHand.delete(key));
			inHand.set(key, bringing);
		}
	}

	async function bring(mail: Mail, to: PersonKey): Promise<void> {
		const { key, kind } = mail;
		const said = clock();
		const about = { channel: channelOf(to), notice: kind };
		const delivery = await gateway.notify(to, () => mail.say(to));
		switch (delivery.kind) {
			case "withdrawn":
				return;
			case "wait":
				return later(key, "failed", delivery.seconds * 1000);
			case "failed":
				log.debug({ ...about, why: delivery.why }, "a notice is tried later");
				return later(key, "failed");
			case "unreachable":
				log.info(about, "a person cannot be reached any more");
				return reach.lose(to);
			case "unknown":
				later(key, "unknown");
				if ((tries.get(key)?.unknown ?? 0) < MOST_UNKNOWN) return;
				log.warn({ ...about, why: delivery.why }, "a notice may have arrived");
				break;
			case "refused":
				log.error({ ...about, why: delivery.why }, "a notice was refused");
				break;
			case "sent":
				log.info(about, "a notice was sent");
		}
		await mail.settle(said);
	}

	function later(key: string, why: "failed" | "unknown", leastMs = 0): void {
		const before = tries.get(key) ?? { failed: 0, unknown: 0, next: 0 };
		const after = { ...before, [why]: before[why] + 1 };
		const failures = before.failed + before.unknown;
		const pause = pauseAfter(failures, PAUSES, chance());
		const next = clock().getTime() + Math.max(leastMs, pause);
		tries.set(key, { ...after, next });
	}

	function forgetTries(due: ReadonlySet<string>): void {
		for (const key of tries.keys()) if (!due.has(key)) tries.delete(key);
	}

	/** What one of the bags holds does not keep the other from being brought. */
	function unread(err: unknown): readonly Mail[] {
		log.error({ err }, "the outbox cannot be read");
		return [];
	}

	function round(): Promise<void> {
		looking ??= look()
			.catch((err: unknown) => log.error({ err }, "the outbox is stuck"))
			.finally(() => {
				looking = undefined;
			});
		return looking;
	}

	return {
		start() {
			const go = async () => {
				await round();
				if (!stopped) timer = setTimeout(go, ROUND_MS);
			};
			void go();
		},
		round,
		async stop() {
			stopped = true;
			clearTimeout(timer);
			await looking;
			await Promise.all(inHand.values());
		},
	};
}
