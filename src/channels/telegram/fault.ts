import { TelegramError } from "telegraf";
import { scrub } from "../../log.js";

/** Why a call came to nothing, told by what is known of the message it carried. */
export type Fault =
	/** Telegram read the call and said no. */
	| {
			readonly kind: "refused";
			readonly code: number;
			readonly why: string;
			readonly retryAfter?: number;
	  }
	/** The call never left: no connection came about. */
	| { readonly kind: "unsent"; readonly why: string }
	/** Something on the way answered in Telegram's place, or Telegram said that it is broken: nothing was done. */
	| { readonly kind: "down"; readonly why: string }
	/** The call left and no answer came back: it may have been carried out. */
	| { readonly kind: "lost"; readonly why: string };

/**
 * A call to the Bot API that failed. Telegraf's own errors stay behind: they hold the address with the token in it, and
 * the message with a person's words in it.
 */
export class ApiFault extends Error {
	override readonly name = "ApiFault";

	constructor(
		readonly method: string,
		readonly fault: Fault,
	) {
		super(`${method}: ${fault.why}`);
	}
}

/** What the connection's own watch writes into errors that came before anything was sent. */
export const NEVER_CONNECTED = "NEVER_CONNECTED";

/** Reads what telegraf and node-fetch throw. */
export function readFault(error: unknown): Fault {
	if (error instanceof TelegramError) return readRefusal(error);
	const { name, type, code, message } = error as FetchFailure;
	if (name === "FetchError" && type === "system" && code === NEVER_CONNECTED) {
		return { kind: "unsent", why: scrub(reasonIn(message)) };
	}
	if (name === "FetchError" && type === "invalid-json") {
		// A page of a proxy is an answer; half an answer of Telegram's may have been a yes.
		return /unexpected end/i.test(message)
			? { kind: "lost", why: "the answer was cut short" }
			: { kind: "down", why: "the answer is not Telegram's, but a web page" };
	}
	return { kind: "lost", why: scrub(reasonIn(message)) };
}

interface FetchFailure {
	readonly name: string;
	readonly type?: string;
	readonly code?: string;
	readonly message: string;
}

function readRefusal({ code, description, parameters }: TelegramError): Fault {
	if (typeof code !== "number") {
		return { kind: "down", why: "the answer is not Telegram's" };
	}
	const why = scrub(`${code} ${description}`);
	// A gateway that gave up waiting does not know what became of the call behind it.
	if (code === 504) return { kind: "lost", why };
	if (code >= 500) return { kind: "down", why };
	const retryAfter = parameters?.retry_after;
	return {
		kind: "refused",
		code,
		why,
		...(retryAfter !== undefined && { retryAfter }),
	};
}

/** `request to https://… failed, reason: socket hang up` → `socket hang up`: the address is the token's place. */
const reasonIn = (message: string) =>
	message.split("reason: ").at(-1) ?? message;
