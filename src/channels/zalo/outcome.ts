import type { Delivery } from "../channel.js";
import { QUOTA, TIMED_OUT, ZaloRefusal, ZaloSilence } from "./fault.js";

export type NotSent = Exclude<Delivery, { kind: "sent" }>;

/** What a failed send means for its message. Anything but a fault of the platform is thrown on. */
export function outcomeOf(error: unknown, quotaSeconds: number): NotSent {
	if (error instanceof ZaloSilence) {
		return {
			kind: error.taken === "no" ? "failed" : "unknown",
			why: error.message,
		};
	}
	if (!(error instanceof ZaloRefusal)) throw error;
	const { code, description, waitSeconds, message: why } = error;
	if (code === QUOTA) {
		return { kind: "wait", seconds: waitSeconds ?? quotaSeconds };
	}
	if (code === TIMED_OUT || code === 504) return { kind: "unknown", why };
	if (tellsGone(description)) return { kind: "unreachable" };
	return NEVER_TAKEN.has(code)
		? { kind: "refused", why }
		: { kind: "failed", why };
}

/** A bad request, or a method or chat that does not exist. Every other code may be another one tomorrow. */
const NEVER_TAKEN: ReadonlySet<number> = new Set([400, 404]);

/** Zalo documents no code for a person who blocked the bot or never wrote to it; its words are all there is. */
export const tellsGone = (description: string): boolean =>
	/\bblock(ed|s)?\b|\b(chat|user|recipient)( id)? (is |was )?(not (found|exist)|does not exist|deactivated|deleted)/i.test(
		description,
	);
