import { createHmac, randomBytes } from "node:crypto";
import * as z from "zod";
import type { Log } from "../../log.js";
import { type Clock, dayAt } from "../../time.js";

/** What Zalo's free plan allows a bot (its pricing page of September 2026). */
export const ALLOWED = { messages: 3_000, users: 50 } as const;
/** Warned from this share on, while there is time to do something. */
const WARN_FROM = 0.8;
/** Far beyond the plan that is watched here; the record is written as a whole with each message. */
const USERS_LISTED = 1_000;

export const UsageRecord = z.strictObject({
	/** The calendar month at the desk: `2026-11`. */
	month: z.string().regex(/^\d{4}-\d{2}$/),
	/** Sent this month, those included of which it is not known. */
	sent: z.int().min(0),
	/** This month's warnings that have been given. */
	warned: z.array(z.enum(["messages", "users"])),
	salt: z.string().min(1),
	/** Everybody who ever wrote, each as a salted hash. */
	users: z.array(z.string()),
});
export type UsageRecord = Readonly<z.infer<typeof UsageRecord>>;

/** Where the count is kept, as one record. Durable once a promise resolves. */
export interface UsageStore {
	/** Undefined before anything was written. */
	read(): Promise<UsageRecord | undefined>;
	write(record: UsageRecord): Promise<void>;
}

export interface Usage {
	readonly month: string;
	readonly messages: { readonly used: number; readonly allowed: number };
	/** Everybody who ever wrote to the bot; not more than a thousand are told apart. */
	readonly users: { readonly used: number; readonly allowed: number };
}

/** For a page that shows it; undefined where nothing is counted, since Zalo is off. Changes nothing. */
export type ReadUsage = () => Promise<Usage | undefined>;

export interface UsageCounter {
	sent(): void;
	/** Somebody wrote; the same one again counts once. */
	wrote(user: string): void;
	figures(): Promise<Usage>;
}

type Rule = (record: UsageRecord) => UsageRecord;

/**
 * Counts what the plan counts. Counting never holds up a message nor fails one: it is written behind, what comes
 * meanwhile together, and what cannot be written is logged and counted on in memory.
 */
export function createUsage(
	store: UsageStore,
	{ clock, log }: { readonly clock: Clock; readonly log: Log },
): UsageCounter {
	const thisMonth = () => dayAt(clock()).slice(0, 7);
	const none = (): UsageRecord => ({
		month: thisMonth(),
		sent: 0,
		warned: [],
		salt: randomBytes(16).toString("base64url"),
		users: [],
	});
	const waiting: Rule[] = [];
	let record: UsageRecord | undefined;
	/** A record that is there and cannot be read is not written over. */
	let readable = true;
	let counting: Promise<void> | undefined;

	async function count(): Promise<void> {
		await undefined; // what is counted in one go is written in one go
		record ??= await load();
		while (waiting.length > 0) {
			const before: UsageRecord = record;
			const rules = [inMonth(thisMonth()), ...waiting.splice(0)];
			const counted = rules.reduce((sum, rule) => rule(sum), before);
			record = warned(counted);
			if (record !== before && readable) await write(record);
		}
		counting = undefined; // in one step with finding nothing left, so that what comes next begins anew
	}

	async function load(): Promise<UsageRecord> {
		try {
			return (await store.read()) ?? none();
		} catch (err) {
			readable = false;
			log.error({ err }, "Zalo's usage cannot be read: counted from 0");
			return none();
		}
	}

	const write = (counted: UsageRecord) =>
		store.write(counted).catch((err: unknown) => {
			log.warn({ err }, "Zalo's usage could not be written");
		});

	function warned(counted: UsageRecord): UsageRecord {
		const used = { messages: counted.sent, users: counted.users.length };
		const due = (["messages", "users"] as const).filter(
			(what) =>
				used[what] >= ALLOWED[what] * WARN_FROM &&
				!counted.warned.includes(what),
		);
		for (const what of due)
			log.warn(
				{ used: used[what], allowed: ALLOWED[what] },
				`Zalo's free plan: 80 % of the ${what} are used`,
			);
		return due.length > 0
			? { ...counted, warned: [...counted.warned, ...due] }
			: counted;
	}

	const add = (rule: Rule) => {
		waiting.push(rule);
		counting ??= count();
	};

	return {
		sent: () => add((sum) => ({ ...sum, sent: sum.sent + 1 })),
		wrote: (user) => add(withUser(user)),
		async figures() {
			add((sum) => sum);
			await counting;
			const { month, sent, users } = record ?? none();
			return {
				month,
				messages: { used: sent, allowed: ALLOWED.messages },
				users: { used: users.length, allowed: ALLOWED.users },
			};
		},
	};
}

const inMonth =
	(month: string): Rule =>
	(sum) =>
		sum.month === month ? sum : { ...sum, month, sent: 0, warned: [] };

const withUser =
	(user: string): Rule =>
	(sum) => {
		const hash = createHmac("sha256", sum.salt)
			.update(user)
			.digest("base64url")
			.slice(0, 16);
		return sum.users.includes(hash) || sum.users.length >= USERS_LISTED
			? sum
			: { ...sum, users: [...sum.users, hash] };
	};
