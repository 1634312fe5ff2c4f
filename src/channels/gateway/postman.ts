import { isShutAfterAll } from "../../booking/calendar.js";
import type {
	Booking,
	BookingStore,
	PersonKey,
	Slot,
} from "../../booking/store.js";
import { sayNotice } from "../../conversation/notify.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { Log } from "../../log.js";
import { dueNotice, settles } from "../../outbox/due.js";
import type { Notice } from "../../outbox/notice.js";
import type { ReachStore } from "../../outbox/reach.js";
import { channelOf, peopleOf, recipientsOf } from "../../outbox/windows.js";
import { type Clock, dayAt } from "../../time.js";
import { pauseAfter } from "../pause.js";
import type { Gateway } from "./gateway.js";

/** How soon after its moment a reminder goes out, and how long a confirmation waits after a restart. */
const ROUND_MS = 5_000;
const PAUSES = { firstPauseMs: 5_000, longestPauseMs: 10 * 60_000 };
/** Twice is better than never; five times is not. */
const MOST_UNKNOWN = 3;

export interface PostmanDeps {
	readonly bookings: Pick<BookingStore, "since" | "find" | "tell">;
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
	gateway,
	reach,
	channels,
	knowledge,
	clock,
	log,
	chance = Math.random,
}: PostmanDeps): Postman {
	/** By booking, notice and sequence. Begins anew with the process, which costs one try too many. */
	const tries = new Map<string, Tries>();
	const inHand = new Map<string, Promise<void>>();
	let timer: NodeJS.Timeout | undefined;
	let looking: Promise<void> | undefined;
	let stopped = false;

	function isShut({ desk, day }: Slot): boolean {
		const { desks, calendar } = knowledge();
		const known = desks.find(({ id }) => id === desk);
		return known !== undefined && isShutAfterAll(day, known, calendar);
	}

	/** Somebody is being answered, perhaps with just this. */
	const isBusy = (booking: Booking) => peopleOf(booking).some(gateway.isBusy);

	async function recipientOf(booking: Booking): Promise<PersonKey | undefined> {
		for (const person of recipientsOf(booking))
			if (channels.includes(channelOf(person)) && !(await reach.isLost(person)))
				return person;
		return undefined;
	}

	async function look(): Promise<void> {
		const now = clock();
		const due = (await bookings.since(dayAt(now))).flatMap(
			(booking) => dueNotice(booking, now, isShut) ?? [],
		);
		forgetTries(new Set(due.map(keyOf)));
		for (const notice of due) {
			const key = keyOf(notice);
			const waits = (tries.get(key)?.next ?? 0) > now.getTime();
			if (stopped || waits || inHand.has(key) || isBusy(notice.booking))
				continue;
			const to = await recipientOf(notice.booking);
			if (to === undefined) continue;
			const bringing = bring(notice, to)
				.catch((err: unknown) => {
					log.error({ err }, "a notice could not be dealt with");
					later(key, "failed");
				})
				.finally(() => inHand.delete(key));
			inHand.set(key, bringing);
		}
	}

	async function bring(notice: Notice, to: PersonKey): Promise<void> {
		const key = keyOf(notice);
		const said = clock();
		const channel = channelOf(to);
		const about = { channel, notice: notice.kind };
		const delivery = await gateway.notify(to, () => stillTrue(notice, to));
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
		await bookings.tell(notice.booking.code, settles(notice, said));
	}

	/** Between looking and sending the booking may have changed, its person may have begun to talk, or be forgotten. */
	async function stillTrue(notice: Notice, to: PersonKey) {
		const booking = await bookings.find(notice.booking.code);
		if (!booking || isBusy(booking)) return undefined;
		if (!recipientsOf(booking).includes(to)) return undefined;
		const now = dueNotice(booking, clock(), isShut);
		return now && keyOf(now) === keyOf(notice)
			? sayNotice(now, knowledge())
			: undefined;
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

	function round(): Promise<void> {
		looking ??= look()
			.catch((err: unknown) => log.error({ err }, "the outbox cannot be read"))
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

const keyOf = ({ kind, booking: { code, sequence } }: Notice): string =>
	`${code} ${sequence} ${kind}`;
