import { createHash, timingSafeEqual } from "node:crypto";
import type { Log } from "../../log.js";
import type { Clock } from "../../time.js";
import { createTrouble } from "./trouble.js";

/** An update has a few kilobytes, and with every letter of the longest text escaped still less than this. */
const LARGEST_UPDATE = 256 * 1024;

/** 200 to whatever is signed, understood or not; 503 asks for it to be brought again. */
export type WebhookStatus = 200 | 401 | 413 | 503;

interface Around {
	readonly secret: string;
	/** Stores updates; rejects when it could not. */
	readonly take: (updates: readonly unknown[]) => Promise<void>;
	readonly clock: Clock;
	readonly log: Log;
}

/** The door for updates that Telegram brings. Nothing of a body is looked at before its secret is. */
export function createWebhook({ secret, take, clock, log }: Around) {
	const isOurs = secretCheck(secret);
	const forged = createTrouble(log, clock);
	return async (headers: Headers, body: Uint8Array): Promise<WebhookStatus> => {
		if (!isOurs(headers.get("x-telegram-bot-api-secret-token"))) {
			forged.tell(undefined, "telegram: a post without the webhook's secret");
			return 401;
		}
		if (body.byteLength > LARGEST_UPDATE) return 413;
		let update: unknown;
		try {
			// Decoded whole: cut between two pieces, a Vietnamese letter would be lost.
			update = JSON.parse(new TextDecoder().decode(body));
		} catch {
			log.warn("telegram: a signed update is not JSON, and is dropped");
			return 200;
		}
		try {
			await take([update]);
			return 200;
		} catch (err) {
			log.error({ err }, "telegram: an update could not be stored");
			return 503;
		}
	};
}

/** Whether a header is the secret; takes the same time however much of it is right. */
function secretCheck(secret: string): (given: string | null) => boolean {
	const expected = digest(secret);
	return (given) => given !== null && timingSafeEqual(digest(given), expected);
}

/** Of one length, whatever is given: `timingSafeEqual` takes nothing else. */
const digest = (text: string) => createHash("sha256").update(text).digest();
