import type { Reply } from "../conversation/reply.js";

/** One message from a platform, parsed and trusted from here on. */
export interface Incoming {
	/** What a redelivery is recognised by: `telegram:884213`, `zalo:<message id>`. */
	readonly id: string;
	/** `telegram:<chat id>`, `zalo:<chat id>`. */
	readonly conversation: string;
	/** Typed lines of one burst are read as one question; taps and commands never are. */
	readonly kind: "typed" | "tap" | "command" | "unsupported";
	/** What was typed, or the value of the choice that was tapped; empty when unsupported. */
	readonly text: string;
	readonly receivedAt: Date;
	/** The channel's own note, kept as JSON and handed back with the answer: the menu to edit, the tap to acknowledge. */
	readonly origin?: Readonly<Record<string, string | number | boolean>>;
}

/** What became of a message to a person. */
export type Delivery =
	| { readonly kind: "sent" }
	/** The platform asks to wait; nothing was sent. */
	| { readonly kind: "wait"; readonly seconds: number }
	/** Nothing was sent, and trying again makes sense: the connection was refused, the platform is down. */
	| { readonly kind: "failed"; readonly why: string }
	/** It may have been sent: the answer got lost. Sent again only by what prefers twice to never. */
	| { readonly kind: "unknown"; readonly why: string }
	/** The person blocked the bot or is gone; not tried again until they write. */
	| { readonly kind: "unreachable" }
	/** The platform will never take this message. */
	| { readonly kind: "refused"; readonly why: string };

/** Stores what came in; the platform is told only after it is on disk. Rejects when it could not be stored. */
export type Accept = (incoming: readonly Incoming[]) => Promise<void>;

/** 200 to whatever is signed, understood or not; 503 asks for it to be brought again. */
export type WebhookStatus = 200 | 401 | 413 | 503;

/** A messaging platform: transport and nothing else. */
export interface Channel {
	readonly name: "telegram" | "zalo";
	/** Begins to take messages in, and goes on through every failure but a refused token. */
	start(accept: Accept): Promise<void>;
	/** Sends the replies to what came in, all or none where the platform allows it. */
	answer(incoming: Incoming, replies: readonly Reply[]): Promise<Delivery>;
	/** Sends a reply that nobody asked for just now: a reminder, a confirmation after a restart. */
	notify(conversation: string, reply: Reply): Promise<Delivery>;
	/**
	 * What the platform posts to our address, body unread; gives the status to answer with. Absent where the channel asks
	 * for its messages itself.
	 */
	webhook?(headers: Headers, body: Uint8Array): Promise<WebhookStatus>;
	stop(): Promise<void>;
}
