import type { Context, Hono } from "hono";
import type { BookingCode } from "../../booking/code.js";
import type { Booking } from "../../booking/store.js";
import type { Knowledge } from "../../knowledge/schema.js";
import type { Log } from "../../log.js";
import type { Understand } from "../../search/understanding.js";
import type { Clock } from "../../time.js";
import type { Channel } from "../channel.js";
import type { WebEnv } from "./client-address.js";
import type { Limits } from "./limits.js";
import type { Converse, Talk } from "./talk.js";

/** What the web is built over. */
export interface WebDeps {
	readonly converse: Converse;
	/** Whether a conversation of this key is under way. */
	readonly knows: (conversation: string) => Promise<boolean>;
	readonly knowledge: () => Knowledge;
	readonly understand: () => Understand;
	readonly findBooking: (code: BookingCode) => Promise<Booking | undefined>;
	/** Whether the store can be written. */
	readonly writable: () => Promise<boolean>;
	readonly clock: Clock;
	readonly log: Log;
	/** Where the world reaches us, when there is a proxy in front that speaks https. */
	readonly publicUrl?: string | undefined;
	readonly rateLimit: boolean;
	/** Those that platforms bring messages to by HTTP. */
	readonly channels?: readonly Channel[];
	/** The pages for those who work at the desks, over what all routes share. */
	readonly desk?: (parts: WebParts) => Hono<WebEnv>;
}

/** What the routes share. */
export interface WebParts extends WebDeps {
	readonly talk: Talk;
	readonly limits: Limits;
	readonly addressOf: <Env extends WebEnv>(c: Context<Env>) => string;
	/** Aborted when nothing new is taken any more: what would stay open for long ends then. */
	readonly closing: AbortSignal;
	/** Who answers for the desk: the name on every page. */
	readonly office: () => string;
}
