import { createHash, timingSafeEqual } from "node:crypto";
import type { Log } from "../../log.js";
import type { Clock } from "../../time.js";
import { createTrouble } from "./trouble.js";

/** Plain equality with our secret is all that Zalo offers: no signature, no time. */
const SECRET_HEADER = "x-bot-api-secret-token";
/** Events were seen to be of some 400 bytes; a long text with its accents escaped stays far below this. */
const LARGEST_BODY = 256 * 1024;

interface Around {
	readonly secret: string;
	/** Stores an update; rejects when it could not. */
	readonly take: (update: unknown) => Promise<void>;
	readonly clock: Clock;
	readonly log: Log;
}

type WebhookStatus = 200 | 401 | 413 | 503;

/**
 * Receives what Zalo posts. Whoever does not know the secret is sent away before a byte of the body is looked at. What
 * is well signed gets 200, understood or not: Zalo's own probe is an empty body, and its events change.
 */
export function createWebhook({ secret, take, clock, log }: Around) {
	const expected = digest(secret);
	const forged = createTrouble(
		"a webhook call without the right secret; if people get no answers, register the webhook again",
		log,
		clock,
	);

	return async (headers: Headers, body: Uint8Array): Promise<WebhookStatus> => {
		const given = headers.get(SECRET_HEADER);
		// Digests are of one length, which the comparison needs, and tell nothing of the secret's.
		if (given === null || !timingSafeEqual(digest(given), expected)) {
			forged.again(given === null ? "no secret" : "another secret");
			return 401;
		}
		if (body.byteLength > LARGEST_BODY) return 413;
		try {
			await take(parseJson(body));
			return 200;
		} catch (err) {
			log.error({ err }, "a webhook call could not be stored");
			return 503;
		}
	};
}

const digest = (text: string) => createHash("sha256").update(text).digest();

function parseJson(body: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(body));
	} catch {
		return undefined; // not an update, as its reader will find
	}
}
