import { createHash, timingSafeEqual } from "node:crypto";
import type { Log } from "../../log.js";

/** An update has a few kilobytes, and with every letter of the longest text escaped still less than this. */
const LARGEST_UPDATE = 256 * 1024;

/** Asks for it to be brought again with 503; everything else that is signed is 200, understood or not. */
export type WebhookStatus = 200 | 401 | 413 | 503;

/** The door for updates that Telegram brings. Nothing of a body is looked at before its secret is. */
export function createWebhook(
	secret: string,
	take: (updates: readonly unknown[]) => Promise<void>,
	log: Log,
) {
	const isOurs = secretCheck(secret);
	return async (headers: Headers, body: Uint8Array): Promise<WebhookStatus> => {
		if (!isOurs(headers.get("x-telegram-bot-api-secret-token"))) return 401;
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
