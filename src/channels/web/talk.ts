import { randomBytes } from "node:crypto";
import type { Message } from "../../conversation/message.js";
import type { Reply } from "../../conversation/reply.js";
import type { Limits } from "./limits.js";

export type Converse = (message: Message) => Promise<readonly Reply[]>;

export type Said =
	| {
			readonly kind: "said";
			/** The one that was asked for, or a new one. */
			readonly conversation: string;
			readonly replies: readonly Reply[];
	  }
	| { readonly kind: "too-many"; readonly retryAfter: number };

/** Says one text in a conversation of the web, the page's or a program's. */
export type Talk = (
	address: string,
	conversation: string | undefined,
	text: string,
) => Promise<Said>;

/**
 * The id of a conversation is all that is needed to speak in it, so it cannot be guessed, and only ids given out here
 * are taken: an unknown one begins a new conversation under a new id.
 */
export const createTalk =
	(
		converse: Converse,
		knows: (conversation: string) => Promise<boolean>,
		limits: Limits,
	): Talk =>
	async (address, wanted, text) => {
		const asked = wanted && CONVERSATION.test(wanted) ? wanted : undefined;
		const retryAfter =
			(await limits.request(address)) ??
			(asked && (await limits.message(asked)));
		if (retryAfter) return { kind: "too-many", retryAfter };
		const conversation =
			asked && (await knows(keyOf(asked))) ? asked : newToken();
		return {
			kind: "said",
			conversation,
			replies: await converse({ conversation: keyOf(conversation), text }),
		};
	};

/** The name of a web conversation among those of all channels. */
export const keyOf = (conversation: string): string => `web:${conversation}`;

/** 144 bits: nobody guesses one. */
export const newToken = (): string => randomBytes(18).toString("base64url");
const CONVERSATION = /^[\w-]{24}$/;
