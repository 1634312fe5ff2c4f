import { createHash, timingSafeEqual } from "node:crypto";
import type { Log } from "../log.js";
import type { Clock } from "../time.js";
import type { Channel, WebhookStatus } from "./channel.js";
import { createTrouble } from "./trouble.js";

/** An update has a few kilobytes, and with every letter of the longest text escaped still less than this. */
export const LARGEST_UPDATE = 256 * 1024;

interface Around {
	readonly channel: Channel["name"];
	/** What the platform proves itself with: plain equality with our secret, no signature, no time. */
	readonly header: string;
	readonly secret: string;
	/** Stores an update; rejects when it could not. */
	readonly take: (update: unknown) => Promise<void>;
	readonly clock: Clock;
	readonly log: Log;
}

/**
 * The door for updates that a platform posts. Whoever does not know the secret is sent away before a byte of the body is
 * looked at. What is well signed gets 200, understood or not: Zalo's own probe is an empty body, and events change.
 */
export function createWebhook({
	channel,
	header,
	secret,
	take,
	clock,
	log,
}: Around) {
	const isOurs = secretCheck(secret);
	const forged = createTrouble(
		`${channel}: a post without the webhook's secret; if people get no answers, set the webhook again`,
		log,
		clock,
	);
	return async (headers: Headers, body: Uint8Array): Promise<WebhookStatus> => {
		const given = headers.get(header);
		if (!isOurs(given)) {
			forged.again({ reason: given === null ? "no secret" : "another secret" });
			return 401;
		}
		if (body.byteLength > LARGEST_UPDATE) return 413;
		let update: unknown;
		try {
			// Decoded whole: cut between two pieces, a Vietnamese letter would be lost.
			update = JSON.parse(new TextDecoder().decode(body));
		} catch {
			if (body.byteLength > 0)
				log.warn(`${channel}: a signed update is not JSON, and is dropped`);
			return 200;
		}
		try {
			await take(update);
			return 200;
		} catch (err) {
			log.error({ err }, `${channel}: an update could not be stored`);
			return 503;
		}
	};
}

/** Whether a header is the secret; takes the same time however much of it is right. */
function secretCheck(secret: string): (given: string | null) => boolean {
	const expected = digest(secret);
	return (given) => given !== null && timingSafeEqual(digest(given), expected);
}

/** Of one length, whatever is given, which `timingSafeEqual` needs; it tells nothing of the secret's. */
const digest = (text: string) => createHash("sha256").update(text).digest();
