import type { Log } from "../../log.js";
import type { Clock } from "../../time.js";
import type { Delivery } from "../channel.js";
import { pause } from "../pause.js";
import { createTrouble } from "../trouble.js";
import type { ZaloClient } from "./client.js";
import { isRefusal, QUOTA, TOKEN_REFUSED } from "./fault.js";
import { outcomeOf, tellsGone } from "./outcome.js";
import type { Tempo } from "./tempo.js";

/** A text too long for one message goes on where it stopped for this long; later it begins anew. */
const REMEMBERED_MS = 10 * 60_000;
const REMEMBERED = 1_000;

interface Around {
	readonly client: Pick<ZaloClient, "sendMessage">;
	readonly tempo: Pick<Tempo, "forbiddenPauseMs" | "quotaSeconds">;
	readonly clock: Clock;
	readonly log: Log;
	/** Called for each message that Zalo took, or may have taken: both count against the quota. */
	readonly counted: () => void;
	readonly tokenRefused: () => void;
}

/**
 * Sends the parts of one text in order. When a part is not sent, nothing after it is; the same text sent again to the
 * same chat goes on with that part, so that nobody reads the beginning twice.
 */
export function createSend({
	client,
	tempo,
	clock,
	log,
	counted,
	tokenRefused,
}: Around) {
	const begun = new Map<
		string,
		{ readonly sent: number; readonly at: number }
	>();
	const forbidden = createTrouble("Zalo forbids a send", log, clock);
	const quota = createTrouble(
		"Zalo takes no more messages for now; perhaps the month's quota is used up",
		log,
		clock,
	);

	function sentBefore(key: string): number {
		const { sent = 0, at = 0 } = begun.get(key) ?? {};
		begun.delete(key);
		return clock().getTime() - at < REMEMBERED_MS ? sent : 0;
	}

	function remember(key: string, sent: number): void {
		begun.set(key, { sent, at: clock().getTime() });
		const [oldest] = begun.keys();
		if (begun.size > REMEMBERED && oldest !== undefined) begun.delete(oldest);
	}

	async function sendPart(chatId: string, text: string): Promise<Delivery> {
		try {
			await twiceWhenForbidden(() => client.sendMessage(chatId, text));
			quota.over();
			counted();
			return { kind: "sent" };
		} catch (error) {
			if (isRefusal(error, TOKEN_REFUSED)) tokenRefused();
			if (isRefusal(error, QUOTA)) quota.again({ reason: error.message });
			const outcome = outcomeOf(error, tempo.quotaSeconds);
			if (outcome.kind === "unknown") counted();
			return outcome;
		}
	}

	/** Zalo's table calls 403 an internal error, others read it as a refusal: one more try tells which. */
	async function twiceWhenForbidden(send: () => Promise<void>): Promise<void> {
		try {
			await send();
		} catch (error) {
			if (!isRefusal(error, 403) || tellsGone(error.description)) throw error;
			forbidden.again({ reason: error.message });
			await pause(tempo.forbiddenPauseMs);
			await send().catch((again: unknown) => {
				if (isRefusal(again, 403))
					log.error(
						{ reason: again.message },
						"Zalo forbade a send twice: look at the bot in Zalo Bot Creator",
					);
				throw again;
			});
		}
		forbidden.over();
	}

	return async function send(
		chatId: string,
		parts: readonly string[],
	): Promise<Delivery> {
		const key = JSON.stringify([chatId, ...parts]);
		for (let sent = sentBefore(key); sent < parts.length; sent++) {
			const delivery = await sendPart(chatId, parts[sent] ?? "");
			if (delivery.kind !== "sent") {
				if (sent > 0) remember(key, sent);
				return delivery;
			}
		}
		return { kind: "sent" };
	};
}
