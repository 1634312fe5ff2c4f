import type { Delivery } from "../channel.js";
import { ApiFault, type Fault } from "./fault.js";

/** What a failed call means for the message it carried. Anything but a fault of the API is thrown on. */
export function deliveryOf(
	error: unknown,
): Exclude<Delivery, { kind: "sent" }> {
	if (!(error instanceof ApiFault)) throw error;
	const { fault } = error;
	switch (fault.kind) {
		case "unsent":
		case "down":
			return { kind: "failed", why: error.message };
		case "lost":
			return { kind: "unknown", why: error.message };
		case "refused":
			return refused(fault, error.message);
	}
}

function refused(
	{ code, why, retryAfter }: Extract<Fault, { kind: "refused" }>,
	message: string,
): Exclude<Delivery, { kind: "sent" }> {
	if (code === 429) return { kind: "wait", seconds: retryAfter ?? 1 };
	// The bot lost its token: the message can go out once it has one again.
	if (isTokenRefused(code)) return { kind: "failed", why: TOKEN_REFUSED };
	// Blocked by the person, thrown out of the group, an account that was deleted, a chat that never was.
	if (code === 403 || /chat not found|user not found/i.test(why)) {
		return { kind: "unreachable" };
	}
	return { kind: "refused", why: message };
}

/** 404 is what Telegram says to a token that is not even shaped like one. */
export const isTokenRefused = (code: number) => code === 401 || code === 404;

export const TOKEN_REFUSED =
	"telegram: the token was refused, so this channel is off: check TELEGRAM_BOT_TOKEN, then start again";
